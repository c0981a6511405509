//! One practice in the annex of a report: what is needed, what is there, and everything that says so.

use super::practice_name;
use super::who::{Cast, Name};
use crate::analysis::{
    Assessment, Behind, Binds, Current, Demand, Dispute, Grounds, InForce, KeptApart, LISTS_OF_PRACTICE, Names, PracticeResult,
    Reading, ReasonOf, Results, Verdict, comparison::compared, decider, demands, target_reasons,
};
use crate::model::{AskedIndicator, IndicatorId, Level, Practice, Questionnaire};
use crate::session::{Answer, Confidence, Evidence, Fact, Facts, List, PartId, Place, Session, Shown, Target};

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
    /// What something outside demands.
    pub demands: Vec<SheetDemand>,
    /// What profiles propose that the target is not: the profile, its level, and whether there is a reason for the difference.
    pub differs_from: Vec<(String, Level, bool)>,
    /// The levels that somebody set against the rule, and why: for the whole system first, then for parts, by their names.
    pub set: Vec<(Option<String>, Level, String)>,
    /// The parts that decide, where parts differ: all that stand as low as the lowest.
    pub lowest_parts: Vec<String>,
    /// Where each part stands, where parts differ.
    pub parts: Vec<(String, Current)>,
    /// What two copies say differently about it as a whole: nothing of that is decided.
    pub kept_apart: Vec<KeptApart>,
    /// What is said at each level that anything is said about or, where statements are answered at all, that the target or
    /// something outside asks for.
    pub levels: Vec<SheetLevel>,
    /// Notes on the practice.
    pub notes: Vec<SheetNote>,
}

/// What something outside demands of a practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetDemand {
    /// The level.
    pub level: Level,
    /// Who demands it, and where that is written; may be empty.
    pub source: String,
    /// Whether it binds.
    pub binds: Binds,
    /// Whether it is in force.
    pub in_force: InForce,
}

/// A target.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetTarget {
    /// The target.
    pub target: Target,
    /// Who stands behind it, and how.
    pub decided_by: Option<(Behind, Name)>,
    /// The reasons: people's own words or those for which it was proposed, and whose.
    pub reasons: Vec<(ReasonOf, String)>,
}

/// A level.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetLevel {
    /// The level.
    pub level: Level,
    /// Its name in the model.
    pub name: String,
    /// Its statements: those answered, and up to what is needed also the others.
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
    /// What two copies say differently about it: nothing of that is settled.
    pub kept_apart: Vec<KeptApart>,
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
    /// What it says, where it is one that the model has of its own.
    pub own: Option<String>,
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

/// What can be kept apart of a statement.
const OF_STATEMENT: [List; 6] = [List::Answers, List::Settlements, List::Confidence, List::Shown, List::Against, List::Notes];

/// All practices, in the model's order.
pub(super) fn sheets(assessment: &Assessment<'_>, results: &Results, cast: &Cast<'_>, language: &str) -> Vec<PracticeSheet> {
    let (asked, session) = (assessment.asked, assessment.session);
    let writer = Writer { assessment, asked, session, cast, language };
    asked
        .model()
        .practices()
        .into_iter()
        .zip(&results.practices)
        .map(|(practice, result)| writer.sheet(practice, result))
        .collect()
}

struct Writer<'w, 'a> {
    assessment: &'w Assessment<'a>,
    asked: &'a Questionnaire,
    session: &'a Session,
    cast: &'w Cast<'w>,
    language: &'w str,
}

impl<'a> Writer<'_, 'a> {
    fn sheet(&self, practice: &Practice, result: &PracticeResult) -> PracticeSheet {
        let demand = |demand: Demand<'_>| {
            let Demand { level, source, binds, in_force, .. } = demand;
            SheetDemand { level, source, binds, in_force }
        };
        let path = self.asked.model().path_to(&practice.id);
        let top = self.asked.model().top();
        PracticeSheet {
            name: practice_name(self.asked, &practice.id, self.language),
            domain: path.first().map(|group| group.name.get(self.language).to_owned()).unwrap_or_default(),
            target: self.assessment.target(&practice.id).map(|target| self.target(practice, target)),
            demands: demands(self.assessment, &practice.id, self.language).into_iter().map(demand).collect(),
            differs_from: self.differs_from(practice),
            set: self.set(practice),
            lowest_parts: result.standing.lowest_parts().filter_map(|part| self.part(Some(part))).collect(),
            parts: result.standing.parts.iter().filter_map(|(part, current)| Some((self.part(Some(part))?, *current))).collect(),
            kept_apart: self.assessment.kept_apart().about(&LISTS_OF_PRACTICE, practice.id.as_str()).cloned().collect(),
            levels: Level::NONE.up_to(top).filter_map(|level| self.level(practice, level, result)).collect(),
            notes: self.notes(practice),
            result: result.clone(),
        }
    }

    fn target(&self, practice: &Practice, target: &Target) -> SheetTarget {
        let reasons = target_reasons(self.assessment, &practice.id, target, self.language);
        let by = self.assessment.target_fact(&practice.id).and_then(|fact| fact.by.as_ref());
        let decided_by = decider(target, by).map(|(how, by)| (how, self.cast.name(Some(by))));
        SheetTarget { target: target.clone(), decided_by, reasons }
    }

    fn differs_from(&self, practice: &Practice) -> Vec<(String, Level, bool)> {
        let of_profiles = self.asked.profile_proposals(&practice.id);
        let all = of_profiles.map(|(profile, proposal)| (profile, compared(self.assessment, proposal)));
        let here = all.filter(|(_, it)| it.above.is_some_and(|above| above != 0));
        here.map(|(profile, it)| (profile.name.get(self.language).to_owned(), it.proposal.level, it.grounds != Grounds::None))
            .collect()
    }

    fn set(&self, practice: &Practice) -> Vec<(Option<String>, Level, String)> {
        let set = self.assessment.set_by_hand(&practice.id);
        set.map(|(part, set, _)| (self.part(part), set.level, set.reason.clone())).collect()
    }

    fn part(&self, part: Option<&PartId>) -> Option<String> {
        Some(self.session.parts.get(part?)?.value()?.name.clone())
    }

    fn level(&self, practice: &Practice, level: Level, result: &PracticeResult) -> Option<SheetLevel> {
        // A practice that only the quick pass speaks of has nothing to show here.
        let needed = result.standing.reading != Reading::Untouched && result.goal().is_some_and(|goal| level <= goal);
        let all = self.asked.indicators(practice, level).into_iter().map(|it| self.placed_indicator(it));
        let statements: Vec<_> = all.filter(|it| needed || !it.answers.is_empty() || !it.evidence.is_empty()).collect();
        let name = self.asked.model().rung(level).map(|rung| rung.name.get(self.language).to_owned()).unwrap_or_default();
        (!statements.is_empty()).then_some(SheetLevel { level, name, statements })
    }

    fn placed_indicator(&self, it: AskedIndicator<'_>) -> SheetIndicator {
        let id = &it.indicator.id;
        let dispute = self.assessment.dispute_about(id);
        let settled = |dispute: &Dispute| dispute.settled.as_ref().and_then(Fact::value).map(|it| it.reason.clone());
        SheetIndicator {
            text: it.indicator.text.get(self.language).to_owned(),
            verdict: self.assessment.said.together(it.indicator),
            answers: self.answers(id),
            evidence: self.evidence(id),
            kept_apart: self.assessment.kept_apart().about(&OF_STATEMENT, id.as_str()).cloned().collect(),
            dispute: dispute.map(settled),
        }
    }

    fn answers(&self, id: &IndicatorId) -> Vec<GivenAnswer> {
        let session = self.session;
        let mut places: Vec<&Place<IndicatorId>> = self.said_at(&session.answers, id).collect();
        places.extend(self.said_at(&session.against, id));
        places.extend(self.said_at(&session.notes, id));
        // Whoever only looked at what others answered said something, too.
        places.extend(self.said_at(&session.shown, id));
        places.extend(self.said_at(&session.confidence, id));
        places.sort();
        places.dedup();
        let given = |place: &Place<IndicatorId>| {
            let words = |facts: &Facts<Place<IndicatorId>, String>| {
                facts.get(place).and_then(Fact::value).map(|words| words.trim().to_owned()).unwrap_or_default()
            };
            let answer = session.answers.get(place).and_then(Fact::value);
            let names = Names::new(Some(self.assessment.asked()), session, self.language);
            GivenAnswer {
                by: self.cast.name(place.by.as_ref()),
                part: self.part(place.part.as_ref()),
                own: answer.and_then(|answer| names.own_answer(id, answer)).map(str::to_owned),
                answer: answer.cloned(),
                confidence: session.confidence.get(place).and_then(Fact::value).copied(),
                shown: session.shown.get(place).and_then(Fact::value).copied(),
                against: words(&session.against),
                note: words(&session.notes),
            }
        };
        places.into_iter().map(given).collect()
    }

    /// Where anything is said about an indicator.
    fn said_at<V>(
        &self,
        facts: &'a Facts<Place<IndicatorId>, V>,
        id: &IndicatorId,
    ) -> impl Iterator<Item = &'a Place<IndicatorId>> {
        self.assessment.said_here(facts, id).filter(|(_, fact)| fact.value().is_some()).map(|(place, _)| place)
    }

    fn evidence(&self, id: &IndicatorId) -> Vec<SheetEvidence> {
        let piece = |given: &crate::session::EvidenceUse| {
            let mut evidence = self.session.evidence(&given.evidence)?.clone();
            if !self.cast.is_by_name() {
                evidence.author.clear();
            }
            Some(SheetEvidence { evidence, part: self.part(given.part.as_ref()) })
        };
        self.session.evidence_uses_for(id).filter_map(piece).collect()
    }

    fn notes(&self, practice: &Practice) -> Vec<SheetNote> {
        let here = self.assessment.said_here(&self.session.practice_notes, &practice.id);
        let note = |(place, fact): (&Place<_>, &Fact<String>)| {
            let text = fact.value()?.trim().to_owned();
            let (by, part) = (self.cast.name(place.by.as_ref()), self.part(place.part.as_ref()));
            (!text.is_empty()).then_some(SheetNote { by, part, text })
        };
        here.filter_map(note).collect()
    }
}
