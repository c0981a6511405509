//! The report: what follows from a session, gathered for people who read it on paper. Facts and numbers only; the words around
//! them, and how they are written down, come later.

mod characteristics;
mod former;
mod open;
mod options;
mod plan;
mod sheet;
mod signed;
mod since;
mod to_do;
mod who;

pub use characteristics::{
    CharacteristicMove, ReportCharacteristics, ReportConflict, ReportServed, characteristics_between, told_characteristics,
};
pub use former::ReportFormer;
pub use open::{OpenChecks, OpenConflict, OpenIndicator, OpenQuestions, QuickDisagreement, UnansweredPractice};
pub use options::{Length, ReportOptions, Section};
pub use plan::ReportAction;
pub use sheet::{GivenAnswer, PracticeSheet, SheetDemand, SheetEvidence, SheetIndicator, SheetLevel, SheetNote, SheetTarget};
pub use signed::ReportSignOff;
pub use since::{ReportMove, ReportSince};
pub use to_do::{Before, NextAction, Said, ToDo, WhyToDo, first_missing, to_do};
pub use who::{Cast, Name, Party};

use std::collections::BTreeSet;

use jiff::tz::Offset;

use super::{
    Assessment, Decision, Duties, GroupResult, Names, PracticeResult, ReasonOf, Results, Thing, decisions, duties, results,
};
use crate::model::{Group, Level, Model, PracticeId, Questionnaire, SystemRole, Text};
use crate::session::{Date, Fact, SystemField, Timestamp};

/// Everything that a report shows. Texts of the model are in the language that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What was left out and how long it is.
    pub options: ReportOptions,
    /// What was assessed.
    pub about: ReportAbout,
    /// Everything that follows, for the counts.
    pub results: Results,
    /// The domains with their practices, in the model's order.
    pub domains: Vec<ReportDomain>,
    /// The highest level of the scale.
    pub top: u8,
    /// The levels of the scale, each with its name and what it means.
    pub levels: Vec<(Level, (String, String))>,
    /// The scopes, each with its name and what it means.
    pub scopes: Vec<(String, String)>,
    /// The few things to do, the first one first; at most five.
    pub to_do: Vec<ToDo>,
    /// The plan: what is ahead in its order, then what was done; without what was dropped.
    pub plan: Vec<ReportAction>,
    /// What became of things since the round before; nothing in the first round.
    pub since: Option<ReportSince>,
    /// Where practices stood before, while this round leaves that open.
    pub former: Vec<ReportFormer>,
    /// What is said of the characteristics that the model weighs; nothing where nobody said anything.
    pub characteristics: Option<ReportCharacteristics>,
    /// What something outside demands, as of the day of the report.
    pub duties: Duties,
    /// The decisions taken, the latest first.
    pub decisions: Vec<ReportDecision>,
    /// What nobody knows for sure.
    pub open: OpenQuestions,
    /// Who signed the round, with what changed since.
    pub sign_offs: Vec<ReportSignOff>,
    /// Each practice, in the model's order.
    pub sheets: Vec<PracticeSheet>,
}

/// What was assessed, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportAbout {
    /// The system's name; may be empty.
    pub system: String,
    /// What belongs to it; may be empty.
    pub includes: String,
    /// What does not; may be empty.
    pub excludes: String,
    /// Since when it is as it is; may be empty.
    pub in_use_since: String,
    /// What we are towards it, as far as somebody said so.
    pub roles: Vec<SystemRole>,
    /// How many statements are left out because of that, or of where its parts are.
    pub left_out: usize,
    /// The names of its parts.
    pub parts: Vec<String>,
    /// The name of the round; may be empty.
    pub round: String,
    /// What it says how well it fits the need; security, where the model says nothing.
    pub subject: Option<String>,
    /// The model and its edition.
    pub model: (String, String),
    /// Whose the model is, where somebody brought it: by whom, from where, under which licence; what it does not say is left out.
    pub model_of: Vec<String>,
    /// The profiles and their editions.
    pub profiles: Vec<(String, String)>,
    /// Who takes part.
    pub people: Vec<Party>,
    /// The day on which the assessment was begun.
    pub begun: Date,
    /// The day of the last change.
    pub changed: Date,
    /// The day of the report.
    pub made: Date,
}

/// A domain with the practices in it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportDomain {
    /// Its name.
    pub name: String,
    /// Its lowest practice, its spread and so on.
    pub result: GroupResult,
    /// Its practices by name.
    pub practices: Vec<(String, PracticeResult)>,
}

/// A decision about a target.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportDecision {
    /// The practice's name.
    pub practice: String,
    /// The day.
    pub on: Date,
    /// Who stated it.
    pub by: Option<Name>,
    /// Who decided it, as the target says.
    pub decided_by: Option<Name>,
    /// What it was and became.
    pub decision: Decision,
    /// What profiles and groups are called that it comes from.
    pub from: Option<String>,
    /// Why it is what it is, and whose words that is.
    pub reasons: Vec<(ReasonOf, String)>,
    /// Who proposes another level: profiles by their names, the interview without one.
    pub others: Vec<(Option<String>, Level)>,
}

impl Report {
    /// The practices whose target two copies say differently.
    #[must_use]
    pub fn targets_kept_apart(&self) -> BTreeSet<&PracticeId> {
        self.decisions.iter().map(|it| &it.decision).filter(|it| it.is_kept_apart).map(|it| &it.practice).collect()
    }

    /// The decisions that stand today: of each practice the latest, where no two copies say it differently.
    #[must_use]
    pub fn standing_decisions(&self) -> Vec<&ReportDecision> {
        let mut told = self.targets_kept_apart();
        self.decisions.iter().filter(|it| told.insert(&it.decision.practice)).collect()
    }
}

impl ReportDecision {
    /// Whether somebody decided it: it is not only proposed, and no question between two copies.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        self.decision.is_taken()
    }
}

/// Gathers a report about a round, as of `today`.
///
/// All of it is gathered whatever the options say, but for the names of people; leaving out sections is up to who writes it.
#[must_use]
pub fn report(assessment: &Assessment<'_>, today: Date, options: &ReportOptions, language: &str) -> Report {
    let asked = assessment.asked;
    let cast = Cast::of(assessment.session, options.names);
    let results = results(assessment);
    let names = Names::new(Some(asked), assessment.session, language);
    let name_and = |name: &Text, meaning: &Text| (name.get(language).to_owned(), meaning.get(language).to_owned());
    let origin = |decision: &Decision| {
        let thing = Thing::of_origin(&decision.after.as_ref()?.origin)?;
        Some(names.of(&thing).text().unwrap_or_else(|| thing.id()).to_owned())
    };
    let decided = decisions(assessment).into_iter().map(|decision| ReportDecision {
        practice: practice_name(asked, &decision.practice, language),
        on: day(decision.at),
        by: decision.by.as_ref().map(|by| cast.name(Some(by))),
        decided_by: decision.after.as_ref().and_then(|it| it.decided_by.as_ref()).map(|by| cast.name(Some(by))),
        from: origin(&decision),
        reasons: decision.after.as_ref().map(|target| names.reasons(target)).unwrap_or_default(),
        others: decision.after.as_ref().map(|target| names.proposed_otherwise(target)).unwrap_or_default(),
        decision,
    });
    Report {
        options: options.clone(),
        about: about(assessment, today, &cast, language),
        domains: domains(&asked.model().groups, &results, language),
        top: asked.model().top().number(),
        levels: asked.model().rungs().map(|it| (it.level, name_and(&it.name, &it.meaning))).collect(),
        scopes: asked.model().scopes.iter().map(|it| name_and(&it.name, &it.meaning)).collect(),
        plan: plan::report_plan(assessment, &results, &cast, names, today),
        since: since::report_since(assessment, &results, &cast, names, language),
        former: former::report_former(assessment, &results, language),
        characteristics: characteristics::report_characteristics(assessment, &results, None, &cast, language),
        to_do: to_do::things(assessment, &results, &cast, language),
        duties: duties(assessment, &results, today, language),
        decisions: decided.collect(),
        open: open::open_questions(assessment, &results, today, &cast, language),
        sign_offs: signed::report_sign_offs(assessment, &results, &cast, language),
        sheets: sheet::sheets(assessment, &results, &cast, language),
        results,
    }
}

/// All practices in the model's order as the annex tells them, with everybody by name.
#[must_use]
pub fn practice_sheets(assessment: &Assessment<'_>, results: &Results, language: &str) -> Vec<PracticeSheet> {
    sheet::sheets(assessment, results, &Cast::of(assessment.session, true), language)
}

fn about(assessment: &Assessment<'_>, today: Date, cast: &Cast<'_>, language: &str) -> ReportAbout {
    let (asked, session) = (assessment.asked, assessment.session);
    let said = |field| session.system(field).trim().to_owned();
    let round = assessment.round.and_then(|round| session.rounds.get(round)).and_then(Fact::value);
    let model = asked.model();
    ReportAbout {
        system: said(SystemField::Name),
        includes: said(SystemField::Includes),
        excludes: said(SystemField::Excludes),
        in_use_since: said(SystemField::InUseSince),
        roles: asked.audience().roles.iter().copied().collect(),
        left_out: asked.left_out().count(),
        parts: session.named_parts().map(|(_, part)| part.name.clone()).collect(),
        round: round.map(|round| round.name.trim().to_owned()).unwrap_or_default(),
        subject: model.subject.as_ref().map(|subject| subject.get(language).to_owned()),
        model: (model.title.get(language).to_owned(), model.edition.to_string()),
        model_of: whose(model, language),
        profiles: asked.profiles().iter().map(|it| (it.name.get(language).to_owned(), it.edition.to_string())).collect(),
        people: cast.parties(),
        begun: day(session.created),
        changed: day(assessment.last_change()),
        made: today,
    }
}

/// Whose a model is that somebody brought.
fn whose(model: &Model, language: &str) -> Vec<String> {
    let said = |text: &Option<Text>| text.as_ref().map(|text| text.get(language).to_owned());
    let all = [said(&model.attribution), said(&model.source), model.licence.clone()];
    all.into_iter().flatten().filter(|_| model.own.is_some()).collect()
}

fn domains(groups: &[Group], results: &Results, language: &str) -> Vec<ReportDomain> {
    let domain = |(group, result): (&Group, &GroupResult)| ReportDomain {
        name: group.name.get(language).to_owned(),
        result: result.clone(),
        practices: group
            .all_practices()
            .into_iter()
            .filter_map(|it| Some((it.name.get(language).to_owned(), results.practice(&it.id)?.clone())))
            .collect(),
    };
    groups.iter().zip(&results.groups).map(domain).collect()
}

/// The name of a practice; its id where the model has no such practice.
fn practice_name(asked: &Questionnaire, id: &PracticeId, language: &str) -> String {
    asked.practice(id).map_or_else(|| id.to_string(), |practice| practice.name.get(language).to_owned())
}

/// The day of a moment, the same wherever the report is made.
fn day(at: Timestamp) -> Date {
    Offset::UTC.to_datetime(at).date()
}
