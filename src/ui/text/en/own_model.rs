//! The words about models that people bring themselves.

use crate::model::{Model, ProblemAt, ProblemKind};
use crate::session::WordsChanged;
use crate::store::KeepModelError;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::problems::problem;
use crate::ui::text::en::store_errors::storage_error;

pub const LOAD_MODEL: &str = "Load a model of your own…";
pub const LOAD_MODEL_HINT: &str =
    "A model is a JSON file. It stays on this device, and goes along with the files of assessments that use it.";
pub const OWN_MODELS: &str = "Models of your own";
pub const OWN_MODELS_WORDS: &str =
    "You loaded these models from files. Plumbline did not make them and does not vouch for what they say.";
pub const OWN_MODEL_HERE: &str = "This model is not part of Plumbline: somebody loaded it from a file.";
pub const MODEL_ARRIVED: &str = "This file is a model. It is not part of Plumbline: look who made it, and under which licence.";
pub const IS_A_MODEL: &str = "This is a model, and no assessment. Open it on the start page.";
pub const BEGIN_WITH_MODEL: &str = "Begin an assessment with it";
pub const KEEP_MODEL: &str = "Keep it on this device";
pub const KEEP_BROUGHT_MODEL: &str = "Keep this model on this device";
pub const REMOVE_MODEL: &str = "Remove";
pub const SAVE_MODEL: &str = "Save as a file";
pub const MODEL_BY: &str = "By";
pub const MODEL_SOURCE: &str = "Source";
pub const MODEL_LICENCE: &str = "Licence";
pub const MODEL_EDITION: &str = "Edition";
pub const MODEL_HOLDS: &str = "Asks about";
pub const NOT_SAID_BY_MODEL: &str = "not said";
const MODEL_TOO_LARGE_HINT: &str = "Look whether it is the right file. If it is, split it into several models";
pub const MODEL_IS_GONE: &str = "Its model is not here";
pub const MODEL_IS_GONE_WORDS: &str = "Nothing is lost: all answers are kept as they are. Load the file of the model here, and the assessment opens again. \
    You can also save the assessment as a file.";
pub const OTHER_EDITION_HERE: &str = "Another edition is here";
pub const TAKE_EDITION: &str = "Take this edition over";
pub const TAKE_EDITION_HINT: &str = "Answers stay with the ids at which they were given. What says something else now is listed under Assess until \
    you have looked at it. You can undo this right after.";
pub const EDITION_IS_TAKEN: &str = "The other edition is taken over.";
pub const LOOK_AGAIN: &str = "These questions say something else than when they were answered";
pub const LOOKED_AGAIN: &str = "I have looked at all of them: the answers hold";
const NO_CHANGE_IN_WORDS: &str =
    "The questions, the levels and the statements say the same here. What stands beside them may differ.";
pub const WORDS_LOOKED_AT: &str = "Noted: the answers hold.";
pub const WORDS_NOT_KEPT: &str =
    "This is a copy without names. It does not keep what the questions said, so nobody can tell what is different here.";
pub const MODEL_IS_BROKEN: &str =
    "It brings its model along, but this Plumbline can't use it as it is. It stays in the assessment as it came.";
pub const MODEL_DAMAGED: &str =
    "This model can't be read: it is damaged, or a newer Plumbline stored it. Save it, put it aside, and load its file again.";
pub const PUT_MODEL_ASIDE: &str = "Put aside";

/// A problem with its line and how to mend it.
pub fn problem_to_mend(found: &ProblemAt) -> String {
    let line = found.line.map(|line| format!("line {line}: ")).unwrap_or_default();
    let hint = hint(&found.problem.kind).map(|hint| format!(". {hint}")).unwrap_or_default();
    format!("{line}{}{hint}", problem(&found.problem))
}

/// How to mend what is wrong, where what is wrong does not say it.
fn hint(kind: &ProblemKind) -> Option<String> {
    let words = match kind {
        ProblemKind::NotJson { .. } => {
            "Look at the end of the line before, too: often a comma or a quote is missing there, or one is too many"
        }
        ProblemKind::NotAnObject => "Write it as {\"name\": …}",
        ProblemKind::NoFormat { .. } => "Begin the file with \"format\": \"plumbline-model\", \"version\": 1",
        ProblemKind::NoVersion => "Write \"version\": 1",
        ProblemKind::Missing(name) => return Some(hint_of_missing(name)),
        ProblemKind::NotAText => "Write {\"en\": \"…\"}, with the language that the file names first",
        ProblemKind::TextMissing { .. } => "Add it, or put another language first in “languages”",
        ProblemKind::UnknownLanguage { .. } => "Add it to “languages”, or correct it",
        ProblemKind::NoLanguage => "Write \"languages\": [\"en\"]",
        ProblemKind::EmptyString => "Write something, or leave the member out where it may be missing",
        ProblemKind::BadId(_) => "Write it in small letters, with hyphens instead of blanks",
        ProblemKind::IdTwice(_) => "Give one of the two another id; one that says what it is about lasts longest",
        ProblemKind::LevelOutOfOrder { .. } => "Write one entry for each level, in their order",
        ProblemKind::LevelCount { .. } => "Write one entry for each level of the scale, level 0 among them",
        ProblemKind::IndicatorsAtNone => "Move them to level 1",
        ProblemKind::NoPractice => "Add a practice to a group",
        ProblemKind::EmptyGroup => "Add a practice to it, or leave the group out",
        ProblemKind::NotAList => "Write […] around it, also where it is only one",
        ProblemKind::ModelTooLarge { .. } => MODEL_TOO_LARGE_HINT,
        ProblemKind::TitleTooLong { .. } => "Shorten it, and put the rest into “about”",
        ProblemKind::TooDeep { .. } => "Lay the groups out flatter",
        ProblemKind::StillAsked(_) => "Give the new question an id of its own",
        _ => return None,
    };
    Some(words.to_owned())
}

fn hint_of_missing(name: &str) -> String {
    let example = match name {
        "id" => "a name that stays, as \"id\": \"patching\"",
        "edition" => "as \"edition\": \"2026-11\"",
        "languages" => "as \"languages\": [\"en\"]",
        "levels" | "groups" => "as a list […]",
        "level" => "as \"level\": 1",
        "kind" => "“done” for something to be in place, “assured” for a proof of it",
        "title" | "name" | "about" | "text" | "question" | "objective" | "without" | "who" | "meaning" | "description"
        | "evidence" => "as words in each language, {\"en\": \"…\"}",
        _ => "as the template shows",
    };
    format!("Add it: {example}")
}

pub fn model_comes_with_the_app(id: &str) -> String {
    format!("the id “{id}” belongs to a model that comes with Plumbline: give yours another id")
}

pub fn model_says_something_else(title: &str, edition: &str) -> String {
    format!(
        "“{title}” is here already in the edition {edition}, and says something else. Nothing is replaced. Give the file another edition, or \
         remove the one that is here first"
    )
}

/// How many things a model asks.
pub fn model_holds(model: &Model) -> String {
    let practices = model.practices();
    let statements = practices.iter().flat_map(|practice| &practice.levels).map(|guide| guide.indicators.len()).sum();
    let practices = how_many(practices.len(), "practice", "practices");
    format!("{practices}, {}", how_many(statements, "statement", "statements"))
}

/// That ids are only positions.
pub fn ids_are_positions(ids: &[&str]) -> String {
    let some = ids.iter().take(3).map(|id| format!("“{id}”")).collect::<Vec<_>>().join(", ");
    let count = how_many(ids.len(), "id is only a position", "ids are only positions");
    format!(
        "{count}: {some}. If a later edition inserts a question, answers would stand at the wrong ones. Plumbline then shows what changed."
    )
}

pub fn model_kept(title: &str) -> String {
    format!("The model “{title}” is kept on this device.")
}

pub fn model_removed(title: &str) -> String {
    format!("The model “{title}” is removed. Assessments that use it stay, and open again once it is back.")
}

pub fn put_model_aside_named(name: &str) -> String {
    format!("Put the model “{name}” aside")
}

/// That a model stays, since assessments can't be opened without it. `names` are their systems; some may be empty.
pub fn model_is_needed(title: &str, names: &[String]) -> String {
    let named =
        names.iter().filter(|name| !name.is_empty()).take(3).map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    let named = if named.is_empty() { named } else { format!(" ({named})") };
    let count = how_many(names.len(), "assessment can't", "assessments can't");
    format!(
        "The model “{title}” stays: without it, {count} be opened{named}. Delete them first, here and in the bin. Their files bring the model \
         along if you export them before."
    )
}

/// Why an edition can't be taken over.
pub fn edition_does_not_fit(why: &str) -> String {
    format!("This edition can't be taken over: the assessment could not be opened again. {why}")
}

/// The ids of what is not in an edition any more; `count` is how many there are in all.
pub fn gone_ids(ids: &[String], count: usize) -> String {
    let more = count.saturating_sub(ids.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("Gone: {}{more}. What was said about them is kept, but not shown.", ids.join(", "))
}

pub fn more_problems(count: usize) -> String {
    format!("and {count} more")
}

/// That a copy without names does not bring its model.
pub fn model_stays(id: &str) -> String {
    format!(
        "The model does not go along, and neither does its title. Its id, “{id}”, does: whoever has the model can open the copy."
    )
}

pub fn remove_model_named(title: &str) -> String {
    format!("Remove the model “{title}”")
}

pub fn save_model_named(title: &str) -> String {
    format!("Save the model “{title}” as a file")
}

pub fn cant_keep_model(error: &KeepModelError, title: &str, edition: &str) -> String {
    let why = match error {
        KeepModelError::OtherContent => model_says_something_else(title, edition),
        KeepModelError::Storage(error) => storage_error(*error).to_owned(),
    };
    format!("The model was not kept: {why}.")
}

/// A model in a list, told from others of its name.
pub fn own_model_choice(title: &str, edition: &str) -> String {
    format!("{title} (your own, edition {edition})")
}

pub fn brings_own_model(title: &str) -> String {
    format!("This file brings its own model: {title}. It is not part of Plumbline, and stays with this assessment alone.")
}

pub fn own_model_differs(title: &str, edition: &str) -> String {
    format!(
        "You have a model “{title}” in the edition {edition} that says something else. It stays as it is; this assessment uses its own."
    )
}

pub fn brings_shipped_id(id: &str) -> String {
    format!(
        "Its id is “{id}”, as that of a model that comes with Plumbline. It is another model, and can't be kept here beside it."
    )
}

/// That the model of an assessment is gone. `title` is empty in a copy without names.
pub fn model_gone(title: &str, id: &str, edition: &str) -> String {
    let named = if title.is_empty() { id } else { title };
    format!("This assessment uses the model “{named}”, edition {edition}, which is not on this device.")
}

/// That a file can't be opened without its model.
pub fn load_model_first(title: &str, id: &str, edition: &str) -> String {
    format!("{} Open the file of the model first, then this one.", model_gone(title, id, edition))
}

pub fn other_edition(title: &str, edition: &str) -> String {
    format!("“{title}”, edition {edition}")
}

pub fn model_goes_along(title: &str) -> String {
    format!("The model “{title}” goes along, so that the file opens where it is not.")
}

/// What another edition says otherwise, each on a line.
pub fn words_changed(changed: &WordsChanged<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let count = |count: usize, one: &str, several: &str| (count > 0).then(|| how_many(count, one, several));
    lines.extend(count(changed.other_words.len(), "question says something else", "questions say something else"));
    lines.extend(count(changed.new.len(), "question is new", "questions are new"));
    lines.extend(count(changed.gone.len(), "question is gone", "questions are gone"));
    if lines.is_empty() {
        lines.push(NO_CHANGE_IN_WORDS.to_owned());
    }
    lines
}
