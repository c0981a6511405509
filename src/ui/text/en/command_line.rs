//! The words of the command line; no part of the app.

#![cfg(not(target_arch = "wasm32"))]

use crate::analysis::{Due, SignatureCheck, SignedRound};
use crate::model::Level;
use crate::session::Date;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::plan::day_in_words;
use crate::ui::text::en::sign_off::{sign_off_fit, sign_off_taken_back, signature_words, signed_by, taken_back_doubts};
use crate::ui::text::en::workspaces::what_is_due;
use crate::ui::text::intl::list;

/// That nobody is here for whom a filled sheet was made, and what is to be done.
pub const SHEET_OF_SOMEBODY_GONE_BY: &str =
    "The person for whom this sheet was made does not take part here, or no longer does. Name with --by whose answers these are.";

/// What the command line can do.
pub const COMMAND_LINE_HELP: &str = "\
Plumbline: how well security fits the need. Files are those that the app saves; - is standard input.

  plumbline check FILE…          whether each file can be read and is whole
  plumbline results FILE…        where each practice stands, what is missed and what is due
  plumbline compare FILE         the latest round beside the one before it
  plumbline compare OLD NEW      two files beside each other
  plumbline merge FILE FILE…     copies of one assessment brought together, as a file
  plumbline report FILE          the report; --as html, md or docx, --short, --without-names;
                                 with docx --firm NAME, --logo FILE, --signatures
  plumbline convert FILE         in another form; --to json, encrypted, decisions, answer-sheet, answer-table, workbook, cyclonedx,
                                 ciso-assistant-audit, ciso-assistant-library, oscal-results, oscal-plan, oscal-mapping, plan,
                                 plan-calendar, plan-checklist, plan-jira, plan-gitlab, plan-ciso-assistant, plan-defectdojo;
                                 with workbook, cyclonedx, oscal-results and oscal-plan --without-names
  plumbline redact FILE          a copy without names and without the words that people typed
  plumbline take FILE SHEET      a copy with the answers of a filled answer sheet, to be merged
  plumbline fleet FILE…          many assessments side by side

  --json                 for programs; with check, results, compare and fleet
  --fail-on WORD,WORD…   exit with 1 where it is so. With check, results and fleet: missed-duty, unshown-duty,
                         below-need, open-practice, overdue-round, overdue-action, old-evidence, changed-file,
                         changed-sign-off.
                         With compare: fell. With merge: conflict
  --today DATE           as of this day, like 2026-11-29; else today (UTC)
  --model FILE           a model that does not come with Plumbline; --profile FILE a profile. More than once, if need be
  --passphrase-from FILE the first line of FILE, or of -, opens encrypted files and encrypts; else the variable
                         PLUMBLINE_PASSPHRASE. Such files are those of the program age
  --by NAME              whose answers a sheet has; else nobody's in particular
  --out FILE             write a new file there; one that is there already is left as it is

Exit codes: 0 all is fine, 1 a condition that was asked for is not held, 2 something given can't be used.
";

pub const COMMAND_LINE_SEE_HELP: &str = "See: plumbline help";
pub const INPUT_TWICE: &str = "Standard input can be read only once: name - once.";

/// Where a command has to have the passphrase of a file.
pub const NEEDS_PASSPHRASE: &str =
    "It is encrypted. Put the passphrase into the variable PLUMBLINE_PASSPHRASE, or name where it stands with --passphrase-from.";

/// That nothing is encrypted without a passphrase.
pub const NO_PASSPHRASE_GIVEN: &str =
    "No passphrase is there. Put it into the variable PLUMBLINE_PASSPHRASE, or name where it stands with --passphrase-from.";

/// That a file would be called encrypted and is not.
pub const NOT_ENCRYPTED_THERE: &str =
    "A name that ends in .age says that the file is encrypted, and it would not be. “convert FILE --to encrypted” encrypts.";

/// That the passphrase is empty.
pub const PASSPHRASE_EMPTY: &str = "It is empty: no passphrase is in it. In a pipeline, look whether the secret is set.";

/// That a passphrase has what nobody sees.
pub const PASSPHRASE_BLANKS: &str = "The passphrase begins or ends with a blank, or has a sign in it that no key makes. That is a part of it: who opens the file has to type it, too.";

/// That a passphrase was named for nothing.
pub const PASSPHRASE_UNUSED: &str = "The passphrase was of no use: nothing that was opened is encrypted, and what came out is not. “convert FILE --to encrypted” encrypts.";

/// What is wrong with the variable of the passphrase.
pub fn about_passphrase(why: &str) -> String {
    format!("The passphrase: {why}")
}

/// That this machine gives no chance.
pub const NO_CHANCE: &str = "This machine gives nothing that nobody can guess; without that nothing is encrypted.";

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

/// That an option says nothing there. `form` is the form that was asked for, where it is about that.
pub fn no_such_option(command: &str, form: Option<&str>, option: &str) -> String {
    let form = form.map(|form| format!(" to {form}")).unwrap_or_default();
    format!("“{command}”{form} has no --{option}.")
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

pub const NO_PROFILE: &str = "This is no profile: it says not that it is one, or not for which model.";

pub fn cant_tell_without(profile: &str) -> String {
    format!("Without the profile “{profile}” nobody can tell whether what was asked for holds.")
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

pub const FILE_AND_SHEET: &str = "Name the file of the assessment first, then the filled sheet.";

pub const FILL_IN_OF_ANOTHER: &str = "This sheet was made from another assessment.";

/// That words are not in a sheet, since no cell holds them.
pub fn left_out_of_sheet(row: usize, statement: &str) -> String {
    format!("Row {row}: what was written there is too long for a cell, and is not in the sheet. It stays as it is: {statement}")
}

pub fn sheet_rows_left(count: usize) -> String {
    format!("{} left out.", how_many(count, "thing was", "things were"))
}

pub fn answers_taken(count: usize) -> String {
    format!("{} taken.", how_many(count, "change was", "changes were"))
}

pub fn nobody_called(name: &str) -> String {
    format!("Nobody in it is called “{name}”.")
}

pub fn several_called(name: &str) -> String {
    format!("Several people in it are called “{name}”. Give the id of one of them.")
}

/// A sign-off in a line. `key` is the fingerprint of the key that signed.
pub fn sign_off_line(signed: &SignedRound, check: SignatureCheck, key: Option<&str>) -> String {
    let taken_back = sign_off_taken_back(signed, None).map(|words| format!(" {words}")).unwrap_or_default();
    let key = key.map(|key| format!(" Key {key}.")).unwrap_or_default();
    let doubts: String = taken_back_doubts(signed).iter().map(|doubt| format!(" {doubt}")).collect();
    format!("{} {}{taken_back}{doubts} {}{key}", signed_by(signed), sign_off_fit(signed.fit, check), signature_words(check))
}

/// That a form leaves something out.
pub fn leaves_out(what: &[&str]) -> String {
    format!("This form has no place for: {}.", list(what))
}

/// Why a form can't be made of related frameworks.
pub const NO_FRAMEWORKS_HERE: &str = "There are no cross-references to other frameworks for this model.";
