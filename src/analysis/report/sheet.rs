//! One practice in the annex of a report: what is needed, what is there, and everything that says so.

use super::practice_name;
use super::who::{Cast, Name};
use crate::analysis::{
    ConsolidatedAnswers, Demand, Dispute, PracticeResult, Reading, Results, Verdict, compare, demands, disputes,
    interview_answers, proposal,
};
use crate::model::{AskedIndicator, IndicatorId, Level, Practice, Questionnaire};
use crate::session::{Answer, Confidence, Evidence, Fact, PartId, Place, Session, Shown, Subject, Target};

/// One practice.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeSheet {
    /// Its name.
    pub name: String,
    /// The domain it belongs to.
    pub domain: String,
    /// What follows for it.
    pub result: PracticeResult,
    /// How much is enough, and why.
    pub target: Option<SheetTarget>,
    /// What something outside demands: the level and who.
    pub demands: Vec<(Level, String)>,
    /// What profiles propose that the target is not: the profile, its level, and whether there is a reason for the difference.
    pub differs_from: Vec<(String, Level, bool)>,
    /// The level that somebody set against the rule for the whole system, and why.
    pub set: Option<(Level, String)>,
    /// The part that decides, where parts differ.
    pub lowest_part: Option<String>,
    /// What is said at each level that anything is said about or, where statements are answered at all, that the target asks for.
    pub levels: Vec<SheetLevel>,
    /// Notes on the practice.
    pub notes: Vec<SheetNote>,
}

/// A target.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetTarget {
    /// The target.
    pub target: Target,
    /// Who decided it.
    pub decided_by: Option<Name>,
    /// The reason: people's own words or, while it is only proposed, those of whoever proposes it.
    pub reason: String,
}

/// A level.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetLevel {
    /// The level.
    pub level: Level,
    /// Its name in the model.
    pub name: String,
    /// Its statements: those answered, and up to the target also the others.
    pub statements: Vec<SheetIndicator>,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetIndicator {
    /// The statement.
    pub text: String,
    /// What counts for the system with all its parts.
    pub verdict: Verdict,
    /// What people answered, for the whole system and its parts.
    pub answers: Vec<GivenAnswer>,
    /// What shows it.
    pub evidence: Vec<SheetEvidence>,
    /// Whether people answered differently: the reason with which it was settled, or `None` inside while nobody did.
    pub dispute: Option<Option<String>>,
}

/// What one person said about a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenAnswer {
    /// Who.
    pub by: Name,
    /// About which part.
    pub part: Option<String>,
    /// The answer, if they gave one.
    pub answer: Option<Answer>,
    /// How they know.
    pub confidence: Option<Confidence>,
    /// Whether the evidence shows it.
    pub shown: Option<Shown>,
    /// What speaks against it; may be empty.
    pub against: String,
    /// A note; may be empty.
    pub note: String,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetEvidence {
    /// The piece; without its author where names are left out.
    pub evidence: Evidence,
    /// The part that it is given for.
    pub part: Option<String>,
}

/// A note on a practice.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetNote {
    /// Whose.
    pub by: Name,
    /// About which part.
    pub part: Option<String>,
    /// The words.
    pub text: String,
}

/// All practices, in the model's order.
pub(super) fn sheets(
    asked: &Questionnaire,
    session: &Session,
    results: &Results,
    cast: &Cast<'_>,
    language: &str,
) -> Vec<PracticeSheet> {
    let said = ConsolidatedAnswers::of(session, session.round());
    let open_session = Writer { asked, session, cast, language, said, disputes: disputes(asked, session) };
    asked
        .model()
        .practices()
        .into_iter()
        .zip(&results.practices)
        .map(|(practice, result)| open_session.sheet(practice, result))
        .collect()
}

struct Writer<'a> {
    asked: &'a Questionnaire,
    session: &'a Session,
    cast: &'a Cast<'a>,
    language: &'a str,
    said: ConsolidatedAnswers<'a>,
    disputes: Vec<Dispute>,
}

impl Writer<'_> {
    fn sheet(&self, practice: &Practice, result: &PracticeResult) -> PracticeSheet {
        let demand = |demand: Demand<'_>| (demand.level, demand.source);
        let path = self.asked.model().path_to(&practice.id);
        let top = self.asked.model().top();
        PracticeSheet {
            name: practice_name(self.asked, practice.id.as_str(), self.language),
            domain: path.first().map(|group| group.name.get(self.language).to_owned()).unwrap_or_default(),
            target: self.session.target(&practice.id).map(|target| self.target(practice, target)),
            demands: demands(self.asked, self.session, &practice.id, self.language).into_iter().map(demand).collect(),
            differs_from: self.differs_from(practice),
            set: self.set(practice),
            lowest_part: self.part(result.standing.lowest_part.as_ref()),
            levels: Level::NONE.up_to(top).filter_map(|level| self.level(practice, level, result)).collect(),
            notes: self.notes(practice),
            result: result.clone(),
        }
    }

    fn target(&self, practice: &Practice, target: &Target) -> SheetTarget {
        let own = target.reason.trim();
        let reason = if own.is_empty() && target.origin.is_proposal() {
            let answers = interview_answers(self.session);
            let proposed = proposal(self.asked, &answers, &practice.id);
            let voices = proposed.iter().flat_map(|it| &it.from).filter(|it| it.level == target.level);
            voices.flat_map(|it| &it.reasons).map(|it| it.get(self.language)).collect::<Vec<_>>().join(" ")
        } else {
            own.to_owned()
        };
        let decided_by = target.decided_by.as_ref().map(|by| self.cast.name(Some(by)));
        SheetTarget { target: target.clone(), decided_by, reason }
    }

    fn differs_from(&self, practice: &Practice) -> Vec<(String, Level, bool)> {
        let of = |profile: &crate::model::Profile| {
            let all = compare(self.session, profile).into_iter();
            let here = all.filter(|it| it.practice == practice.id && it.above.is_some_and(|above| above != 0));
            here.map(|it| (profile.name.get(self.language).to_owned(), it.proposal.level, it.has_reason)).collect::<Vec<_>>()
        };
        self.asked.profiles().iter().flat_map(|profile| of(profile)).collect()
    }

    fn set(&self, practice: &Practice) -> Option<(Level, String)> {
        let round = self.session.round()?.clone();
        let set = self.session.overrides.get(&Subject { on: practice.id.clone(), round, part: None })?.value()?;
        set.has_reason().then(|| (set.level, set.reason.clone()))
    }

    fn part(&self, part: Option<&PartId>) -> Option<String> {
        Some(self.session.parts.get(part?)?.value()?.name.clone())
    }

    /// Whether something is said in the round that counts, about the whole system or a part that is still there.
    fn is_here<Id>(&self, place: &Place<Id>) -> bool {
        Some(&place.round) == self.session.round() && (place.part.is_none() || self.part(place.part.as_ref()).is_some())
    }

    fn level(&self, practice: &Practice, level: Level, result: &PracticeResult) -> Option<SheetLevel> {
        // A practice that only the quick pass speaks of has nothing to show here.
        let needed = result.standing.reading != Reading::Untouched && result.target.is_some_and(|target| level <= target);
        let all = self.asked.indicators(practice, level).into_iter().map(|it| self.statement(it));
        let statements: Vec<_> = all.filter(|it| needed || !it.answers.is_empty() || !it.evidence.is_empty()).collect();
        let name = self.asked.model().rung(level).map(|rung| rung.name.get(self.language).to_owned()).unwrap_or_default();
        (!statements.is_empty()).then_some(SheetLevel { level, name, statements })
    }

    fn statement(&self, it: AskedIndicator<'_>) -> SheetIndicator {
        let id = &it.indicator.id;
        let dispute = self.disputes.iter().find(|dispute| dispute.at.on == *id);
        let settled = |dispute: &Dispute| dispute.settled.as_ref().and_then(Fact::value).map(|it| it.reason.clone());
        SheetIndicator {
            text: it.indicator.text.get(self.language).to_owned(),
            verdict: self.said.together(id),
            answers: self.answers(id),
            evidence: self.evidence(id),
            dispute: dispute.map(settled),
        }
    }

    fn answers(&self, id: &IndicatorId) -> Vec<GivenAnswer> {
        let session = self.session;
        let mut places: Vec<&Place<IndicatorId>> = said_at(&session.answers, id).collect();
        places.extend(said_at(&session.against, id));
        places.extend(said_at(&session.notes, id));
        places.sort();
        places.dedup();
        let given = |place: &Place<IndicatorId>| {
            let words = |facts: &crate::session::Facts<Place<IndicatorId>, String>| {
                facts.get(place).and_then(Fact::value).map(|words| words.trim().to_owned()).unwrap_or_default()
            };
            GivenAnswer {
                by: self.cast.name(place.by.as_ref()),
                part: self.part(place.part.as_ref()),
                answer: session.answers.get(place).and_then(Fact::value).cloned(),
                confidence: session.confidence.get(place).and_then(Fact::value).copied(),
                shown: session.shown.get(place).and_then(Fact::value).copied(),
                against: words(&session.against),
                note: words(&session.notes),
            }
        };
        places.into_iter().filter(|place| self.is_here(place)).map(given).collect()
    }

    fn evidence(&self, id: &IndicatorId) -> Vec<SheetEvidence> {
        let given = self.session.evidence_uses.iter().filter(|(given, fact)| given.indicator == *id && fact.value().is_some());
        let piece = |given: &crate::session::EvidenceUse| {
            let mut evidence = self.session.evidence(&given.evidence)?.clone();
            if !self.cast.is_by_name() {
                evidence.author.clear();
            }
            Some(SheetEvidence { evidence, part: self.part(given.part.as_ref()) })
        };
        given.filter_map(|(given, _)| piece(given)).collect()
    }

    fn notes(&self, practice: &Practice) -> Vec<SheetNote> {
        let here = self.session.practice_notes.iter().filter(|(place, _)| place.on == practice.id && self.is_here(place));
        let note = |(place, fact): (&Place<_>, &Fact<String>)| {
            let text = fact.value()?.trim().to_owned();
            let (by, part) = (self.cast.name(place.by.as_ref()), self.part(place.part.as_ref()));
            (!text.is_empty()).then_some(SheetNote { by, part, text })
        };
        here.filter_map(note).collect()
    }
}

/// Where anything is said about an indicator.
fn said_at<'a, V>(
    facts: &'a crate::session::Facts<Place<IndicatorId>, V>,
    id: &'a IndicatorId,
) -> impl Iterator<Item = &'a Place<IndicatorId>> {
    facts.iter().filter(move |(place, fact)| place.on == *id && fact.value().is_some()).map(|(place, _)| place)
}
