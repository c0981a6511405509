//! The words of files: what stands in the decision log for spreadsheets, and what ends their names.

use crate::model::Scope;
use crate::session::{Because, Origin};

/// The end of the name of a decision log.
pub const DECISIONS_FILE: &str = "decisions";
/// The end of the name of a report.
pub const REPORT_FILE: &str = "report";

/// The heads of the columns of the decision log, in their order.
pub fn decision_log_head() -> [&'static str; 13] {
    [
        "when",
        "who",
        "practice",
        "level before",
        "scope before",
        "level",
        "scope",
        "kind of reason",
        "reason",
        "decided by",
        "decided on",
        "review on",
        "origin",
    ]
}

pub fn scope_cell(scope: Scope) -> &'static str {
    match scope {
        Scope::General => "general",
        Scope::Industry => "industry",
        Scope::System => "system",
    }
}

pub fn because_cell(because: Because) -> &'static str {
    match because {
        Because::Risk => "risk",
        Because::Contract => "contract",
        Because::Regulation => "regulation",
        Because::Incident => "incident",
        Because::Cost => "cost",
        Because::Other => "other",
    }
}

/// Where a target comes from, with what that is called.
pub fn origin_cell(origin: &Origin, from: &str) -> String {
    match origin {
        Origin::Practice => "set".to_owned(),
        Origin::Group(_) => format!("set for {from}"),
        Origin::Profile(_) => format!("proposed by {from}"),
        Origin::Interview => "proposed by the interview".to_owned(),
    }
}
