//! What anything is called, from the one place that knows: the model, a profile, the people themselves, or nobody any more.

use super::About;
use crate::model::{
    BadId, DependencyId, DutyId, GroupId, IndicatorId, Level, PracticeId, ProfileId, QuestionId, Questionnaire, Text,
};
use crate::session::{
    ActionId, Answer, ConflictId, EvidenceId, Fact, FindingAbout, FindingId, Origin, PartId, PersonId, Rationale, RoundId,
    Session, Suggestion, Target,
};

/// Anything that has a name, by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A practice.
    Practice(PracticeId),
    /// A domain or sub-domain.
    Group(GroupId),
    /// A statement of the model, of a profile, or of the people's own.
    Indicator(IndicatorId),
    /// A question of the interview.
    Question(QuestionId),
    /// A dependency between two practices.
    Dependency(DependencyId),
    /// A profile.
    Profile(ProfileId),
    /// What a profile says is demanded from outside.
    Duty(DutyId),
    /// Somebody who takes part.
    Person(PersonId),
    /// A part of the system.
    Part(PartId),
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// A round.
    Round(RoundId),
    /// An action of the plan.
    Action(ActionId),
    /// A finding of a review.
    Finding(FindingId),
    /// A conflict between characteristics.
    Conflict(ConflictId),
}

/// Whose words a reason is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReasonOf {
    /// People's own.
    People,
    /// People's own, given for this level, which was the target then.
    PeopleFor(Level),
    /// Those of a profile, by its name.
    Profile(String),
    /// Those of the interview.
    Interview,
}

/// What something is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThingName {
    /// This.
    Called(String),
    /// This, until an edition of the model stopped asking for it.
    Formerly(String),
    /// It is here, but nobody gave it a name.
    Unnamed,
    /// It was removed, or it never was here: nobody knows any more.
    NotHere,
}

impl ThingName {
    /// The name, if there is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Called(text) | Self::Formerly(text) => Some(text),
            Self::Unnamed | Self::NotHere => None,
        }
    }

    /// The name where words were given, however many blanks stand around them.
    fn given(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() { Self::Unnamed } else { Self::Called(text.to_owned()) }
    }
}

impl Thing {
    /// What a statement in a list of a session's file is about, by the name of the list and the id that stands there. Nothing where
    /// the list is about the session as a whole, or is not known here.
    #[must_use]
    pub fn in_list(list: &str, id: &str) -> Option<Self> {
        fn of<'a, Id: TryFrom<&'a str, Error = BadId>>(id: &'a str, thing: fn(Id) -> Thing) -> Option<Thing> {
            Id::try_from(id).ok().map(thing)
        }
        match list {
            "targets"
            | "past_targets"
            | "minimums"
            | "quick"
            | "scopes"
            | "practice_notes"
            | "overrides"
            | "assignments"
            | "asked_of"
            | "dropped_practices"
            | "confirmed_targets"
            | "characteristic_targets"
            | "characteristic_states" => of(id, Self::Practice),
            "indicators" | "answers" | "notes" | "confidence" | "against" | "confirmed" | "shown" | "evidence_uses"
            | "settlements" | "action_statements" | "minimum_needs" | "dropped" => of(id, Self::Indicator),
            "interview" => of(id, Self::Question),
            "hints" => of(id, Self::Dependency),
            "profiles" => of(id, Self::Profile),
            "duties" => of(id, Self::Duty),
            "people" => of(id, Self::Person),
            "parts" => of(id, Self::Part),
            "evidence" | "confirmed_evidence" => of(id, Self::Evidence),
            "rounds" | "round_events" | "sign_offs" | "sign_offs_taken_back" => of(id, Self::Round),
            "actions" | "action_needs" => of(id, Self::Action),
            "conflicts" | "conflict_decisions" => of(id, Self::Conflict),
            "findings" | "finding_replies" | "finding_decisions" => of(id, Self::Finding),
            _ => None,
        }
    }

    /// The group or profile that a target comes from, if it comes from one.
    #[must_use]
    pub fn of_origin(origin: &Origin) -> Option<Self> {
        match origin {
            Origin::Group(group) => Some(Self::Group(group.clone())),
            Origin::Profile(profile) => Some(Self::Profile(profile.clone())),
            Origin::Practice | Origin::Interview => None,
        }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Practice(id) => id.as_str(),
            Self::Group(id) => id.as_str(),
            Self::Indicator(id) => id.as_str(),
            Self::Question(id) => id.as_str(),
            Self::Dependency(id) => id.as_str(),
            Self::Profile(id) => id.as_str(),
            Self::Duty(id) => id.as_str(),
            Self::Person(id) => id.as_str(),
            Self::Part(id) => id.as_str(),
            Self::Evidence(id) => id.as_str(),
            Self::Round(id) => id.as_str(),
            Self::Action(id) => id.as_str(),
            Self::Finding(id) => id.as_str(),
            Self::Conflict(id) => id.as_str(),
        }
    }
}

impl From<&About> for Thing {
    fn from(about: &About) -> Self {
        match about {
            About::Practice(id) => Self::Practice(id.clone()),
            About::Indicator(_, id) => Self::Indicator(id.clone()),
            About::Evidence(id) => Self::Evidence(id.clone()),
        }
    }
}

/// Everybody who can tell what something is called.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// What is asked; nothing where the model is not here.
    pub asked: Option<&'a Questionnaire>,
    /// What was said.
    pub session: &'a Session,
    /// The language of the names; what people typed has its own.
    pub language: &'a str,
}

impl<'a> Names<'a> {
    /// The names of a session.
    #[must_use]
    pub const fn new(asked: Option<&'a Questionnaire>, session: &'a Session, language: &'a str) -> Self {
        Self { asked, session, language }
    }

    /// What an answer of the model's own says to a statement; nothing of any other one, or where the model is not here.
    #[must_use]
    pub fn own_answer(self, to: &IndicatorId, said: &Answer) -> Option<&'a str> {
        let Answer::Own(id) = said else { return None };
        let asked = self.asked?;
        let to = asked.known_indicator(to).map(|it| it.indicator);
        Some(asked.model().scoring.answers.text(id, to)?.get(self.language))
    }

    /// The same of an answer that a finding suggests.
    #[must_use]
    pub fn own_suggested(self, about: &FindingAbout, suggestion: &Suggestion) -> Option<&'a str> {
        match (about, suggestion) {
            (FindingAbout::Statement(to), Suggestion::Answer(answer)) => self.own_answer(to, answer),
            _ => None,
        }
    }

    /// What something is called.
    #[must_use]
    pub fn of(self, thing: &Thing) -> ThingName {
        let here = match thing {
            Thing::Practice(id) => self.practice(id),
            Thing::Group(id) => self.asked.and_then(|asked| asked.model().group(id)).map(|it| self.called(&it.name)),
            Thing::Indicator(id) => self.indicator(id),
            Thing::Question(id) => self.question(id),
            Thing::Dependency(id) => self.dependency(id),
            Thing::Profile(id) => self.profile(id),
            Thing::Duty(id) => self.duty(id),
            Thing::Person(id) => said(self.session.people.get(id), |person| &person.name),
            Thing::Part(id) => said(self.session.parts.get(id), |part| &part.name),
            Thing::Evidence(id) => said(self.session.evidence.get(id), |evidence| &evidence.title),
            Thing::Round(id) => said(self.session.rounds.get(id), |round| &round.name),
            Thing::Action(id) => said(self.session.actions.get(id), |action| &action.title),
            Thing::Finding(id) => said(self.session.findings.get(id), |finding| &finding.text),
            Thing::Conflict(id) => said(self.session.conflicts.get(id), |conflict| &conflict.why),
        };
        here.unwrap_or(ThingName::NotHere)
    }

    /// Why a target is what it is, with whose words that is: people's own or, where they gave none, those for which it was proposed.
    #[must_use]
    pub fn reasons(self, target: &Target) -> Vec<(ReasonOf, String)> {
        let own = target.reason.trim();
        if !own.is_empty() {
            return vec![(target.reason_for.map_or(ReasonOf::People, ReasonOf::PeopleFor), own.to_owned())];
        }
        self.reasons_in(target.rationale())
    }

    /// The reasons of a proposal, those of one voice together.
    pub(super) fn reasons_in(self, rationale: Option<&Rationale>) -> Vec<(ReasonOf, String)> {
        let mut reasons: Vec<(ReasonOf, String)> = Vec::new();
        for reason in rationale.into_iter().flat_map(|proposed| &proposed.reasons) {
            let words = reason.words.trim();
            let of = reason.profile.as_ref().map_or(ReasonOf::Interview, |profile| {
                let thing = Thing::Profile(profile.clone());
                ReasonOf::Profile(self.of(&thing).text().unwrap_or_else(|| thing.id()).to_owned())
            });
            match reasons.last_mut() {
                _ if words.is_empty() => {}
                Some((before, said)) if *before == of => *said = format!("{said} {words}"),
                _ => reasons.push((of, words.to_owned())),
            }
        }
        reasons
    }

    /// Who proposed another level than a target's, as was kept with it: profiles by their names, the interview without one.
    #[must_use]
    pub fn proposed_otherwise(self, target: &Target) -> Vec<(Option<String>, Level)> {
        let name = |profile: &ProfileId| {
            let thing = Thing::Profile(profile.clone());
            self.of(&thing).text().unwrap_or_else(|| thing.id()).to_owned()
        };
        let others = target.rationale().into_iter().flat_map(Rationale::others);
        others.map(|(profile, level)| (profile.map(name), level)).collect()
    }

    fn called(self, text: &Text) -> ThingName {
        ThingName::Called(text.get(self.language).to_owned())
    }

    fn practice(self, id: &PracticeId) -> Option<ThingName> {
        let asked = self.asked?;
        let of = |id: &PracticeId| asked.practice(id).map(|practice| self.called(&practice.name));
        of(id).or_else(|| self.formerly(asked, id.as_str(), |now| of(&PracticeId::try_from(now).ok()?)))
    }

    fn indicator(self, id: &IndicatorId) -> Option<ThingName> {
        let of = |id: &IndicatorId| self.asked?.known_indicator(id).map(|it| self.called(&it.indicator.text));
        // What people add is not asked before it says something, nor before that was painted.
        let own = || said(self.session.indicators.get(id), |own| &own.text);
        let former = || self.formerly(self.asked?, id.as_str(), |now| of(&IndicatorId::try_from(now).ok()?));
        of(id).or_else(own).or_else(former)
    }

    /// What an id of an older edition is called: as what it became, where that is one thing, else as it was then.
    fn formerly(self, asked: &Questionnaire, id: &str, now: impl Fn(&str) -> Option<ThingName>) -> Option<ThingName> {
        if let [one] = asked.became(id).as_slice()
            && let Some(name) = now(one.as_str())
        {
            return Some(name);
        }
        let was = asked.last_said(id)?;
        Some(ThingName::Formerly(was.get(self.language).to_owned()))
    }

    fn question(self, id: &QuestionId) -> Option<ThingName> {
        let mut questions = self.asked?.interview()?.questions.iter();
        questions.find(|question| question.id == *id).map(|question| self.called(&question.text))
    }

    fn dependency(self, id: &DependencyId) -> Option<ThingName> {
        let mut dependencies = self.asked?.coherence()?.dependencies.iter();
        let found = dependencies.find(|dependency| dependency.id == *id)?;
        let both = [&found.practice, &found.needs].map(|id| self.practice(id));
        let [Some(ThingName::Called(practice)), Some(ThingName::Called(needs))] = both else { return None };
        Some(ThingName::Called(format!("{practice} → {needs}")))
    }

    /// A demand from outside, as the law it is part of, if that has a name, and the practice that carries it.
    fn duty(self, id: &DutyId) -> Option<ThingName> {
        let mut all = self.asked?.profiles().iter().flat_map(|profile| &profile.minimums);
        let found = all.find(|minimum| minimum.id == *id)?;
        let Some(ThingName::Called(practice)) = self.practice(&found.practice) else { return None };
        let law = found.law.as_ref().map(|law| law.name.get(self.language));
        Some(ThingName::Called(law.map_or(practice.clone(), |law| format!("{law} · {practice}"))))
    }

    fn profile(self, id: &ProfileId) -> Option<ThingName> {
        let mut profiles = self.asked?.profiles().iter();
        profiles.find(|profile| profile.id == *id).map(|profile| self.called(&profile.name))
    }
}

/// What people called something, if it is here and was not withdrawn.
fn said<V>(fact: Option<&Fact<V>>, name: fn(&V) -> &String) -> Option<ThingName> {
    fact.and_then(Fact::value).map(|value| ThingName::given(name(value)))
}
