//! What an exported file is called.

use crate::session::{Date, PersonId, Session, SystemField};

/// A name for a session file, from the system's name and the day: `bottling-line-3-2026-11-23.json`.
///
/// Letters and digits of any script stay; everything else becomes a hyphen, so that the name works on every file system.
#[must_use]
pub fn file_name(system: &str, day: Date) -> String {
    let name = harmless(system);
    let name = if name.is_empty() { "plumbline" } else { &name };
    format!("{name}-{day}.json")
}

/// A name for somebody's copy of a session: `bottling-line-3-ana-ruiz-2026-11-23.json`. The copies of two people are not called the
/// same; where nobody says who they are, it is the name of the session's file.
#[must_use]
pub fn copy_name(session: &Session, me: Option<&PersonId>, day: Date) -> String {
    let who = me.and_then(|me| session.person_name(me)).unwrap_or_default();
    file_name(&format!("{} {who}", cut(session.system(SystemField::Name))), day)
}

/// The beginning of a name, so that there is room for whose copy it is.
fn cut(name: &str) -> String {
    const LONGEST: usize = 36;
    name.chars().take(LONGEST).collect()
}

/// A name for a file, from words that say what it is: `plumbline-questions-mill-bo-lind.json`. Words without a letter or digit are
/// left out.
#[must_use]
pub fn name_of_parts(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|words| harmless(words)).filter(|words| !words.is_empty()).collect();
    words.join("-") + ".json"
}

/// The name of a file that is made of the same in another form: `bottling-line-3-2026-11-23-report.html`.
#[must_use]
pub fn with_ending(name: &str, ending: &str) -> String {
    name.strip_suffix(".json").unwrap_or(name).to_owned() + ending
}

/// The letters and digits of some words in lower case, with hyphens between.
fn harmless(words: &str) -> String {
    const LONGEST: usize = 60;
    let mut name = String::new();
    for character in words.trim().chars().flat_map(char::to_lowercase).take(LONGEST) {
        if character.is_alphanumeric() {
            name.push(character);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    name.truncate(name.trim_end_matches('-').len());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_work_everywhere() {
        let day = Date::constant(2026, 11, 23);
        for (system, name) in [
            ("Bottling line 3", "bottling-line-3-2026-11-23.json"),
            ("  O'Brien & Söhne: \"Halle/7\" ", "o-brien-söhne-halle-7-2026-11-23.json"),
            ("../../etc/passwd", "etc-passwd-2026-11-23.json"),
            ("", "plumbline-2026-11-23.json"),
            ("🏭", "plumbline-2026-11-23.json"),
        ] {
            assert_eq!(file_name(system, day), name);
        }
    }

    #[test]
    fn names_of_several_parts_leave_out_what_says_nothing() {
        assert_eq!(name_of_parts(&["plumbline-answers", "Mill 2", "Bo Lind"]), "plumbline-answers-mill-2-bo-lind.json");
        assert_eq!(name_of_parts(&["plumbline-answers", "  ", "🏭", "Ö/"]), "plumbline-answers-ö.json");
    }
}
