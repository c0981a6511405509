//! What is open, in words: the same on every page, so that the counts can be told to be the same.

use crate::analysis::{Count, KeptApart, OpenKind, OpenLevel};
use crate::model::Level;
use crate::ui::text::en::assess::NOT_APPLICABLE_SHORT;
use crate::ui::text::en::facts;
use crate::ui::text::en::fold::{TAKEN_BACK, said};
use crate::ui::text::en::frame::{how_many, of};
use crate::ui::text::intl::list;

pub const WHAT_IS_OPEN: &str = "What is open";
pub const KEPT_APART: &str = "kept apart";
pub const KEPT_APART_MEANS: &str = "Two copies say differently what this is. Nobody decided yet which counts.";
pub const SETTLE_IT: &str = "Talk about it and settle it under People";

/// How much there is of a kind, as a sentence without its point.
pub fn open_count(kind: OpenKind, count: usize) -> String {
    let (one, many) = match kind {
        OpenKind::Unanswered => ("practice is not answered", "practices are not answered"),
        OpenKind::NotKnown => ("practice is answered with “I don’t know”", "practices are answered with “I don’t know”"),
        OpenKind::Unfinished => ("practice is not answered to the end", "practices are not answered to the end"),
        OpenKind::QuickAlone => ("practice rests on the quick pass alone", "practices rest on the quick pass alone"),
        OpenKind::NoTarget => ("practice has no target", "practices have no target"),
        OpenKind::NotConfirmed => ("target is only proposed", "targets are only proposed"),
        OpenKind::NobodyKnew => {
            ("answer is “I don’t know”: ask somebody who may know", "answers are “I don’t know”: ask somebody who may know")
        }
        OpenKind::QuickDiffers => ("quick answer differs between people", "quick answers differ between people"),
        OpenKind::Disputed => ("statement is answered differently by people", "statements are answered differently by people"),
        OpenKind::KeptApart => ("thing is said differently in two copies", "things are said differently in two copies"),
        OpenKind::Contradicted => {
            ("answer has something that speaks against it", "answers have something that speaks against them")
        }
        OpenKind::Stale => ("answer may no longer be true", "answers may no longer be true"),
        OpenKind::Assumed => ("answer is only assumed", "answers are only assumed"),
    };
    how_many(count, one, many)
}

/// How many statements are answered.
pub fn statements_answered(count: Count) -> String {
    format!("{} statements are answered", of(count))
}

/// Why it is not known where a practice or a part of it stands, in few words.
pub(super) const fn open_level(level: OpenLevel) -> &'static str {
    match level {
        OpenLevel::Unanswered => "not answered",
        OpenLevel::NotKnown => "nobody knew",
        OpenLevel::Unfinished => "not answered to the end",
        OpenLevel::QuickAlone => "quick pass alone",
    }
}

/// Who answered which level in the quick pass.
pub fn quick_answers(answers: &[(String, Option<Level>)]) -> String {
    let level = |level: &Option<Level>| level.map_or_else(|| NOT_APPLICABLE_SHORT.to_owned(), |level| level.to_string());
    let all: Vec<String> = answers.iter().map(|(who, said)| format!("{who}: {}", level(said))).collect();
    list(&all)
}

/// What is kept apart, with what each side says.
pub fn kept_apart(kept: &KeptApart) -> String {
    let kind = kept.list.map_or("", facts::called);
    let sides: Vec<String> = kept.sides.iter().map(|side| side.as_ref().map_or_else(|| TAKEN_BACK.to_owned(), said)).collect();
    format!("{kind}: {}", sides.join(" / "))
}
