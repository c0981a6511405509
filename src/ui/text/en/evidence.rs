//! The words about evidence.

use crate::session::{Evidence, EvidenceKind};

pub const EVIDENCE: &str = "Evidence";
pub const EVIDENCE_WORDS: &str = "What shows that things are as you say. Your files stay where they are: note here where to find them. One \
    piece can show many statements.";
pub const NO_EVIDENCE: &str = "No evidence yet. Add it here, or beside a statement.";
pub const GIVEN_FOR_NOTHING: &str = "Not given for any statement yet.";
pub const ADD_EVIDENCE: &str = "Add evidence";
pub const USE_AGAIN: &str = "Use a piece that is there already…";
pub const USE_IT: &str = "Use it";
pub const SAVE_EVIDENCE: &str = "Save";
pub const SAVE_AND_ADD: &str = "Save and add another";
pub const EDIT: &str = "Edit";
pub const CLOSE: &str = "Close";
pub const TAKE_AWAY: &str = "Remove from this statement";
pub const EVIDENCE_TAKEN_AWAY: &str = "Removed here; it stays in the list.";
pub const EVIDENCE_DELETED: &str = "The piece of evidence is deleted.";
pub const STILL_EMPTY: &str = "Counts as evidence once it has a title or says where it is.";
pub const OUT_OF_DATE: &str = "out of date";
pub const EVIDENCE_TITLE: &str = "Title";
pub const EVIDENCE_LOCATION: &str = "Where it is";
pub const EVIDENCE_LOCATION_HINT: &str = "A link or a place, as “binder 3, control room”";
pub const EVIDENCE_KIND: &str = "Kind";
pub const EVIDENCE_AUTHOR: &str = "By whom";
pub const EVIDENCE_DATED: &str = "Date";
pub const EVIDENCE_VALID_UNTIL: &str = "Valid until";

pub const fn evidence_kind(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Document => "Document",
        EvidenceKind::Configuration => "Configuration",
        EvidenceKind::Measurement => "Log or measurement",
        EvidenceKind::Test => "Test",
        EvidenceKind::Interview => "Interview",
        EvidenceKind::Observation => "Observation",
    }
}

/// The title of a piece of evidence, also while it has none.
pub fn evidence_title(title: &str) -> String {
    let title = title.trim();
    if title.is_empty() { "Evidence without a title".to_owned() } else { title.to_owned() }
}

/// Where it is, by whom, from when, until when.
pub fn evidence_facts(evidence: &Evidence, place: Option<&str>) -> String {
    let author = evidence.author.trim();
    let facts = [
        place.map(str::to_owned),
        (!author.is_empty()).then(|| format!("by {author}")),
        evidence.dated.map(|date| format!("of {date}")),
        evidence.valid_until.map(|date| format!("valid until {date}")),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
