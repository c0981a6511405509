//! The words of the command line; no part of the app.

#![cfg(not(target_arch = "wasm32"))]

use crate::analysis::Due;
use crate::model::Level;
use crate::session::Date;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::plan::day_in_words;
use crate::ui::text::en::workspaces::what_is_due;

/// What the command line can do.
pub const COMMAND_LINE_HELP: &str = "\
Plumbline: how well security fits the need. Files are those that the app saves; - is standard input.

  plumbline check FILE…          whether each file can be read and is whole
  plumbline results FILE…        where each practice stands, what is missed and what is due
  plumbline compare FILE         the latest round beside the one before it
  plumbline compare OLD NEW      two files beside each other
  plumbline merge FILE FILE…     copies of one assessment brought together, as a file
  plumbline report FILE          the report; --as html or md, --short, --without-names
  plumbline convert FILE         in another form; --to json, decisions, plan, plan-calendar, plan-checklist,
                                 plan-jira, plan-gitlab, plan-ciso-assistant, plan-defectdojo
  plumbline redact FILE          a copy without names and without the words that people typed
  plumbline fleet FILE…          many assessments side by side

  --json                 for programs; with check, results, compare and fleet
  --fail-on WORD,WORD…   exit with 1 where it is so. With check, results and fleet: missed-duty, unshown-duty,
                         below-need, open-practice, overdue-round, overdue-action, old-evidence, changed-file.
                         With compare: fell. With merge: conflict
  --today DATE           as of this day, like 2026-11-29; else today (UTC)
  --model FILE           a model that does not come with Plumbline; --profile FILE a profile. More than once, if need be
  --out FILE             write a new file there; one that is there already is left as it is

Exit codes: 0 all is fine, 1 a condition that was asked for is not held, 2 something given can't be used.
";

pub const COMMAND_LINE_SEE_HELP: &str = "See: plumbline help";
pub const INPUT_TWICE: &str = "Standard input can be read only once: name - once.";

/// Which version this is.
pub fn command_line_version() -> String {
    format!("plumbline {}\n", env!("CARGO_PKG_VERSION"))
}

/// That an argument has no meaning. `why` is what the reader of arguments says.
pub fn argument_wrong(why: &str) -> String {
    format!("Not understood: {why}.")
}

pub fn no_command(word: &str) -> String {
    format!("“{word}” is no command.")
}

pub fn no_files(command: &str) -> String {
    format!("Name a file after “{command}”, or - for standard input.")
}

pub fn too_many_files(command: &str, most: usize) -> String {
    format!("“{command}” takes {} at the most.", how_many(most, "file", "files"))
}

pub fn no_json(command: &str) -> String {
    format!("“{command}” makes a file: it has no --json.")
}

pub fn no_such_failing(command: &str, condition: &str) -> String {
    format!("“{command}” can't fail on {condition}.")
}

pub fn no_day(word: &str) -> String {
    format!("“{word}” is no day. Write it like 2026-11-29.")
}

pub fn not_among(word: &str, known: &[&str]) -> String {
    format!("“{word}” is none of: {}.", known.join(", "))
}

/// Something about a file.
pub fn about_file(file: &str, words: &str) -> String {
    format!("{file}: {words}")
}

/// That a file can't be read, with what the machine says.
pub fn cant_read_at(why: &str) -> String {
    format!("It can't be read: {why}.")
}

pub fn cant_write_at(file: &str, why: &str) -> String {
    format!("{file}: it can't be written: {why}.")
}

pub fn is_there_already(file: &str) -> String {
    format!("{file}: it is there already and was left as it is. Name another file.")
}

pub fn not_shipped(file: &str) -> String {
    format!("{file}: this Plumbline was built without it.")
}

pub fn model_not_here(model: &str) -> String {
    format!("It is about the model “{model}”, which is not here. Name its file with --model.")
}

pub fn model_differs(model: &str) -> String {
    format!("It is about another model, “{model}”, and can't be put beside the first file.")
}

pub fn profile_not_here(profile: &str) -> String {
    format!("The profile “{profile}” is not here. What it asks for is not counted. Name its file with --profile.")
}

/// That a file is as it should be: what kind, and what it is called.
pub fn file_is_fine(file: &str, kind: &str, name: &str) -> String {
    format!("{file}: fine ({kind}): {name}")
}

/// That a condition that was asked for is not held.
pub fn not_held(condition: &str, count: usize) -> String {
    format!("{condition}: {count}")
}

pub fn results_of(name: &str, file: &str, on: Date) -> String {
    format!("{name} ({file}), as of {}", day_in_words(on))
}

pub fn line_of(name: &str, words: &str) -> String {
    format!("{name}: {words}")
}

/// Something that is due, with its day.
pub fn due_line(due: &Due) -> String {
    let late = if due.is_late { " (late)" } else { "" };
    format!("{}{late}: {}", day_in_words(due.on), what_is_due(due))
}

pub fn compared_files(before: &str, now: &str) -> String {
    format!("{now} beside {before}:")
}

/// A practice then and now, and its target where that moved.
pub fn moved_line(name: &str, [then, now]: [&str; 2], way: &str, target: [Option<Level>; 2]) -> String {
    let called = |level: Option<Level>| level.map_or_else(|| "none".to_owned(), |level| level.to_string());
    let [before, after] = target.map(called);
    let target = if before == after { String::new() } else { format!(", target {before} → {after}") };
    format!("{name}: {then} → {now} ({way}){target}")
}

/// What came from a copy, and what both changed.
pub fn came_with(taken: usize, conflicts: usize) -> String {
    let both = if conflicts == 0 {
        String::new()
    } else {
        format!("; {} changed on both sides, and somebody has to decide:", how_many(conflicts, "thing was", "things were"))
    };
    format!("{} from it{both}", how_many(taken, "thing came", "things came"))
}

pub fn both_changed(subject: &str) -> String {
    format!("  {subject}")
}

/// How many fall short in a practice, and at which levels all stand.
pub fn short_line(name: &str, short: &str, levels: &str) -> String {
    format!("{name}: {short} below need; {levels}")
}
