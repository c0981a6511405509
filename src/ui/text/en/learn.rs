//! The words around the model as a book.

use crate::analysis::{Hit, Hits};
use crate::model::IndicatorKind;
use crate::ui::text::en::search::source;
use crate::ui::text::intl::list;

pub const LEARN: &str = "Learn";
pub const LEARN_ABOVE: &str = "The whole model, to read";
pub const BOOK_WAY: &str = "In this book";
pub const CONTENTS: &str = "Contents";
pub const GLOSSARY: &str = "Glossary";
pub const WHOLE_BOOK: &str = "Everything on one page";
pub const WHOLE_BOOK_ABOVE: &str = "To print, or to read in one go";
pub const ITEMS_COLUMN: &str = "Related items, by framework";
pub const WITH_REFERENCES: &str = "With cross-references to related frameworks";
pub const BACK_TO_ASSESSMENT: &str = "Back to the assessment";
pub const OTHER_MODELS: &str = "Other models";
pub const NO_BOOK: &str = "There is no model to read.";
pub const LEVELS: &str = "Levels";
pub const LEVELS_WORDS: &str = "How deep and complete a practice is. A level is reached when all of its statements, and all of the levels \
    below, are true. Right is the level that meets the need; higher is not better.";
pub const SCOPES: &str = "Scope";
pub const SCOPES_WORDS: &str = "How specific a practice is. It is independent of the level.";
pub const PRACTICES: &str = "Practices";
pub const REFERENCES_WORDS: &str = "Each level of a practice shows what it has in common with items of other frameworks.";
pub const AT_A_GLANCE: &str = "All levels at a glance";
pub const LEVEL_COLUMN: &str = "Level";
pub const LOOKS_LIKE: &str = "What it looks like";
pub const STATEMENT_COLUMN: &str = "Statement";
pub const SHOWN_BY: &str = "What would show it";
pub const HOW_LONG: &str = "Stays true";
pub const KIND_COLUMN: &str = "Kind";
pub const STATEMENTS_HERE: &str = "What is true once the level is reached";
pub const BOOK_EXAMPLES: &str = "Examples";
pub const EXAMPLES_MADE_UP: &str = "Made up, to show how differently the same practice may look.";
pub const ALSO_CALLED: &str = "Also called";
pub const WHO_KNOWS: &str = "Who usually knows";
pub const WHAT_IT_GIVES: &str = "What it gives";
pub const WITHOUT: &str = "Without it";
pub const SHORT_QUESTION: &str = "In one question";
pub const WORDS_HERE: &str = "What the words mean here";
pub const WORDS_TO_KNOW: &str = "Words";
pub const SEE_ALSO: &str = "See also:";
pub const IN_PRACTICES: &str = "Practices:";
pub const GLOSSARY_ABOVE: &str = "What the words mean here";
pub const NO_GLOSSARY: &str = "This model has no glossary.";
pub const GLOSSARY_LOADING: &str = "Loading the glossary…";
pub const FIND_IN_BOOK: &str = "Find in this book";
pub const FIND_IN_BOOK_HINT: &str =
    "Practices, also by other names, statements, what would show them, and words of the glossary.";
pub const FOUND_IN_BOOK: &str = "What was found in the book";
pub const READ_IN_BOOK: &str = "Look it up under Learn";
pub const TO_ITS_TARGET: &str = "Set its target";
pub const TO_QUICK: &str = "Answer the quick question";
pub const TO_FULL: &str = "Answer its statements";
pub const IN_YOUR_ASSESSMENT: &str = "In your assessment";

pub fn book_above(number: usize, of: usize, path: &[String]) -> String {
    format!("Practice {number} of {of} · {}", path.join(" › "))
}

/// What stands at the top of each printed page.
pub fn book_running(title: &str, edition: &str) -> String {
    format!("{title} · edition {edition} · independent text of Plumbline")
}

pub fn level_heading(number: u8, name: &str) -> String {
    format!("Level {number} · {name}")
}

pub fn also_called<'a>(names: impl Iterator<Item = &'a str>) -> String {
    list(&names.collect::<Vec<_>>())
}

pub fn items_in_short(framework: &str, items: &[&str]) -> String {
    format!("{framework}: {}", list(items))
}

pub const fn kind(kind: IndicatorKind) -> &'static str {
    match kind {
        IndicatorKind::Done => "done",
        IndicatorKind::Assured => "assured",
    }
}

/// Where in the book something was found.
pub fn place_in_book(hit: &Hit, practice: &str) -> String {
    format!("{practice} · {}", source(hit.source))
}

/// How many places were found in the book; nothing while nothing is searched for.
pub fn found_in_book(hits: &Hits, terms: usize, query: &str) -> String {
    match hits.count + terms {
        _ if query.trim().is_empty() => String::new(),
        0 => "Nothing in the book has all of these words.".to_owned(),
        1 => "1 place in the book".to_owned(),
        count if hits.count > hits.best.len() => {
            format!("{count} places in the book. The best {} are shown: another word makes it fewer.", hits.best.len() + terms)
        }
        count => format!("{count} places in the book"),
    }
}
