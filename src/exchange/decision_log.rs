//! The decision log as a table for spreadsheets.

use super::csv_table::{For, csv_table};
use crate::analysis::{Decision, Names, ReasonOf, Thing};
use crate::model::Scope;
use crate::session::{Because, Origin, Target};

/// The words of the table.
#[derive(Clone, Copy)]
pub struct DecisionLogWords {
    /// The heads of the columns: when, who, practice, level and scope before, level and scope, kind of reason, reason, decided by,
    /// decided on, review on, origin.
    pub head: [&'static str; 13],
    /// A scope.
    pub scope: fn(Scope) -> &'static str,
    /// A kind of reason.
    pub because: fn(Because) -> &'static str,
    /// Why a target is what it is, with whose words that is.
    pub reasons: fn(&[(ReasonOf, String)]) -> String,
    /// Where a target comes from, with what that is called.
    pub origin: fn(&Origin, &str) -> String,
}

/// The decision log as CSV, the latest decision first. What has no name any more stands there by its id. What two copies say
/// differently is no decision and not in it, until that is settled.
///
/// It begins with a mark, without which spreadsheets take UTF-8 for another encoding. Words that they would take for a formula get an
/// apostrophe in front.
///
/// # Errors
/// None that a session could cause; what the writer says.
pub fn decision_log_csv(log: &[Decision], names: Names<'_>, words: &DecisionLogWords) -> Result<String, csv::Error> {
    let row = |decision: &Decision| {
        let practice = called(&Thing::Practice(decision.practice.clone()), names);
        let name = |id| names.session.person_name(id).unwrap_or_default().to_owned();
        let from = |origin: &Origin| Thing::of_origin(origin).map(|thing| called(&thing, names)).unwrap_or_default();
        let after = |value: &dyn Fn(&Target) -> String| decision.after.as_ref().map(value).unwrap_or_default();
        let before = |value: &dyn Fn(&Target) -> String| decision.before.as_ref().map(value).unwrap_or_default();
        let level = |target: &Target| target.level.to_string();
        let scope = |target: &Target| (words.scope)(target.scope).to_owned();
        let decided_by = decision.after.as_ref().and_then(|target| target.decided_by.as_ref()).map(name);
        [
            decision.at.to_string(),
            decision.by.as_ref().map(name).unwrap_or_default(),
            practice,
            before(&level),
            before(&scope),
            after(&level),
            after(&scope),
            after(&|target| target.because.map(words.because).unwrap_or_default().to_owned()),
            after(&|target| (words.reasons)(&names.reasons(target))),
            decided_by.unwrap_or_default(),
            after(&|target| target.decided_on.map(|date| date.to_string()).unwrap_or_default()),
            after(&|target| target.review_on.map(|date| date.to_string()).unwrap_or_default()),
            decision.after.as_ref().map(|target| (words.origin)(&target.origin, &from(&target.origin))).unwrap_or_default(),
        ]
    };
    csv_table(For::Spreadsheet, words.head, log.iter().filter(|decision| !decision.is_kept_apart).map(row))
}

/// What something is called, or else its id.
fn called(thing: &Thing, names: Names<'_>) -> String {
    names.of(thing).text().unwrap_or_else(|| thing.id()).to_owned()
}
