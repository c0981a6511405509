//! The words of the search.

use crate::analysis::{Hit, Hits, Source};
use crate::session::Session;
use crate::ui::text::en::check::{part_name, said_by};

pub const SEARCH: &str = "Search";
pub const SEARCH_ABOVE: &str = "Find it again";
pub const SEARCH_FOR: &str = "Search for";
pub const SEARCH_HINT: &str = "One or more words. A place is found when it has all of them, also within longer words.";
pub const SEARCH_EMPTY: &str = "The search looks through practices and the other names they go by, statements and what would \
    show them, your notes and what speaks against answers, reasons for targets, and evidence.";
pub(super) const NO_HITS: &str = "Nothing has all of these words.";
pub const NO_HITS_HINT: &str = "Try fewer words, only the beginning of a word, or another name for it.";
pub const HITS: &str = "What was found";

/// How many places were found; nothing while nothing is searched for.
pub fn hits(hits: &Hits, query: &str) -> String {
    let shown = hits.best.len();
    match hits.count {
        _ if query.trim().is_empty() => String::new(),
        0 => NO_HITS.to_owned(),
        1 => "1 place found".to_owned(),
        count if count > shown => format!("{count} places found. The best {shown} are shown: another word makes it fewer."),
        count => format!("{count} places found"),
    }
}

pub(super) const fn source(source: Source) -> &'static str {
    match source {
        Source::Name => "Practice",
        Source::Alias => "Also called",
        Source::Objective => "What it gives",
        Source::Question => "Question of the quick pass",
        Source::Indicator => "Statement",
        Source::Example => "Would show it",
        Source::Note => "Note",
        Source::Against => "Speaks against it",
        Source::TargetReason => "Reason for the target",
        Source::Evidence => "Evidence",
    }
}

/// What kind of text was found, in which practice, about which part, by whom.
pub fn hit_place(hit: &Hit, practice: Option<&str>, session: &Session) -> String {
    let practice = practice.filter(|_| hit.source != Source::Name).map(str::to_owned);
    let part = hit.part.as_ref().map(|part| part_name(part, session));
    let by = hit.by.as_ref().map(|by| said_by(by, session));
    let all = [practice, Some(source(hit.source).to_owned()), part, by];
    all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
