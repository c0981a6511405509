//! What a finding can be about, as a word of an address and of a choice.

use crate::model::{IndicatorId, PracticeId};
use crate::session::{ActionId, FindingAbout};

const WHOLE: &str = "whole";

/// The word for it, as `practice/ID`.
pub fn about_key(about: &FindingAbout) -> String {
    match about {
        FindingAbout::Whole => WHOLE.to_owned(),
        FindingAbout::Statement(id) => format!("statement/{id}"),
        FindingAbout::Practice(id) => format!("practice/{id}"),
        FindingAbout::Target(id) => format!("target/{id}"),
        FindingAbout::Action(id) => format!("action/{id}"),
    }
}

/// What a word names, if it names something that could be.
pub fn about_of(key: &str) -> Option<FindingAbout> {
    if key == WHOLE {
        return Some(FindingAbout::Whole);
    }
    let (kind, id) = key.split_once('/')?;
    match kind {
        "statement" => IndicatorId::try_from(id).ok().map(FindingAbout::Statement),
        "practice" => PracticeId::try_from(id).ok().map(FindingAbout::Practice),
        "target" => PracticeId::try_from(id).ok().map(FindingAbout::Target),
        "action" => ActionId::try_from(id).ok().map(FindingAbout::Action),
        _ => None,
    }
}
