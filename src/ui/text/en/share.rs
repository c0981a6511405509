//! The words of the fifth step: share.

use serde_json::Value;

use crate::exchange::{CopyFor, Entry};
use crate::session::{List, PersonId, Session};
use crate::ui::text::en::facts::called;
use crate::ui::text::en::fold::{SAID, TAKEN_BACK, WORDS, called as word_called};
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::start::OPEN_FILE;
use crate::ui::text::intl::number;

pub const SHARE_ABOVE: &str = "Step 5 · Keep it, send it";
pub const EXPORT: &str = "Export";
pub const EXPORT_BUTTON: &str = "Export as a file";
pub const SEND_BUTTON: &str = "Send it";
pub const SEND_HINT: &str = "Your device asks to whom, and with what: mail, a messenger, something near.";
pub const SENT: &str = "The file is handed over. Whether it arrives, the app with which you sent it says.";
pub const CANT_SEND: &str = "Your device did not send the file. Export it, and attach it yourself.";
pub const IMPORT: &str = "Open a file";
pub const IMPORT_WORDS: &str = "You see what is new in it before anything changes.";

/// What the file is for, and where whoever gets it opens it.
pub fn export_words(address: &str) -> String {
    format!(
        "The whole assessment as one file, to keep or to send. Whoever you send it to opens it at {address} with “{OPEN_FILE}”; \
        any other copy of Plumbline opens it as well."
    )
}

pub fn exported(name: &str) -> String {
    format!("“{name}” is in your downloads.")
}

pub const COPY_FOR: &str = "A copy that says less";
pub const COPY_FOR_WORDS: &str = "Choose for whom it is. You see what leaves before you save it.";
pub const COPY_FOR_WHOM: &str = "Whom is it for?";
pub const SAVE_COPY: &str = "Save this copy";

/// For whom a copy can be, and what it holds.
pub const fn copy_for(whom: &CopyFor) -> (&'static str, &'static str) {
    match whom {
        CopyFor::Everybody => ("Everybody", "All there is."),
        CopyFor::Consultant => ("For a consultant", "All that is said, with names. Not in it: codes of reports."),
        CopyFor::Strangers => (
            "Without names",
            "Levels, answers, targets and days. Not in it: any name, and any words that somebody typed. Your own profiles have a number.",
        ),
        CopyFor::Targets => ("Only targets", "What is needed and why, with names. Not in it: answers, evidence, plan."),
        CopyFor::Practices(_) => ("Some practices", "All that is said of the practices you choose, with names."),
    }
}

/// Which copy it is, for the name of its file.
pub const fn copy_in_name(whom: &CopyFor) -> &'static str {
    match whom {
        CopyFor::Everybody => "",
        CopyFor::Consultant => "for a consultant",
        CopyFor::Strangers => "without names",
        CopyFor::Targets => "only targets",
        CopyFor::Practices(_) => "some practices",
    }
}

/// Why nothing is saved yet.
pub const fn choose_copy(lacks_practices: bool) -> &'static str {
    if lacks_practices { "Choose at least one practice first." } else { "Choose first for whom it is." }
}

/// Whether what is changed in the copy can be merged later.
pub const fn comes_back(does: bool) -> &'static str {
    if does {
        "What is changed in this copy can be merged into your assessment later."
    } else {
        "This copy is to be read: it opens as an assessment of its own, and can't be merged into yours. It is no backup."
    }
}

/// How much leaves, and how much stays.
pub fn leaving_in_all(leaves: usize, stays: usize) -> String {
    format!("What leaves: {}; {} here", how_many(leaves, "entry", "entries"), how_many(stays, "stays", "stay"))
}

/// The same of a list, by its name in files.
pub fn leaving_of(list: &str, leaves: usize, stays: usize) -> String {
    let list = List::from_name(list).map_or("From a newer Plumbline", called);
    format!("{list}: {} of {}", number(leaves), number(leaves + stays))
}

/// One entry that leaves: what it is about, all that it says, who said it and when. `copy` knows the names of people.
pub fn leaving_entry(subject: &str, entry: &Entry, who: Option<&str>, when: &str, copy: &Session) -> String {
    let value = entry.value().map_or_else(|| TAKEN_BACK.to_owned(), |value| everything("", value, copy));
    let beside = entry.beside().map(|(name, value)| member(name, value, copy));
    let says = joined([value].into_iter().chain(beside));
    let says = if says.trim().is_empty() { String::new() } else { format!(": {says}") };
    let who = who.map(|who| format!("{who}, ")).unwrap_or_default();
    format!("{subject}{says} ({who}{when})")
}

/// The members of a value that name a person.
const PEOPLE: [&str; 3] = ["decided_by", "person", "question"];

/// All that a value says, whatever it is: nothing may leave that is not shown. What is known stands first, in known words; the rest with the
/// name that it has in files.
fn everything(of: &str, value: &Value, copy: &Session) -> String {
    match value {
        Value::String(word) if PEOPLE.contains(&of) => {
            let person = PersonId::try_from(word.as_str()).ok();
            person.and_then(|id| copy.person_name(&id)).unwrap_or(word).to_owned()
        }
        Value::String(word) => word_called(&WORDS, word).map_or_else(|| word.clone(), str::to_owned),
        Value::Object(members) => {
            let known = SAID.into_iter().filter_map(|name| members.get_key_value(name));
            let others = members.iter().filter(|(name, _)| !SAID.contains(&name.as_str()));
            joined(known.chain(others).map(|(name, value)| member(name, value, copy)))
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| everything(of, item, copy)).collect();
            items.join("; ")
        }
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Null => String::new(),
    }
}

/// A member of a value, with its name unless it speaks for itself.
fn member(name: &str, value: &Value, copy: &Session) -> String {
    /// What can stand alone.
    const ALONE: [&str; 10] = ["name", "title", "text", "role", "kind", "scope", "reason", "words", "why", "answer"];
    /// What says something also where nothing stands beside it.
    const WORD: [&str; 2] = ["question", "accepted"];
    let says = everything(name, value, copy);
    let called = word_called(&WORDS, name).map_or_else(|| name.replace('_', " "), str::to_owned);
    match name {
        _ if says.trim().is_empty() => {
            if WORD.contains(&name) {
                called
            } else {
                String::new()
            }
        }
        "level" | "target" => format!("{called} {says}"),
        "suggestion" => format!("suggests: {says}"),
        _ if ALONE.contains(&name) => says,
        _ => format!("{called}: {says}"),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
    parts.join(" · ")
}
