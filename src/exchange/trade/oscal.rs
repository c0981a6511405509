//! What all forms of OSCAL have in common. They are written in the version 1.2.1, the newest that `compliance-trestle` reads.

use serde_json::{Value, json};

use super::dossier::{Asker, Dossier};
use crate::exchange::document_markdown::common_text as text;
use crate::session::digest;

/// The version of OSCAL.
const VERSION: &str = "1.2.1";

/// Where names of our own come from.
const NAMESPACE: &str = "urn:plumbline:oscal";

/// A UUID made of names: the same names make the same one, in whatever file. It follows the form of version 5, by SHA-256 in place of SHA-1: OSCAL
/// takes no other version that is made of names.
pub(super) fn id_of_names(names: &[&str]) -> String {
    let names: Vec<&[u8]> = std::iter::once(NAMESPACE).chain(names.iter().copied()).map(str::as_bytes).collect();
    let hex = digest(&names, 16);
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!("{}-{}-5{}-a{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32))
}

/// The same of something in the round that is looked at.
pub(super) fn uuid_of(dossier: &Dossier, kind: &str, id: &str) -> String {
    id_of_names(&[&dossier.session, &dossier.round, kind, id])
}

/// Words as a title: in one line, with no sign that means anything in Markdown; never empty.
pub(super) fn title(words: &str) -> String {
    let words = text(words);
    if words.is_empty() { "–".to_owned() } else { words }
}

/// Words as a text: line by line, with no sign that means anything in Markdown.
pub(super) fn lines<'a>(all: impl IntoIterator<Item = &'a str>) -> String {
    let all: Vec<String> = all.into_iter().flat_map(str::lines).map(text).filter(|line| !line.is_empty()).collect();
    // A line of its own for each, as Markdown has it.
    all.join("\n\n")
}

/// Words as a value, in which nothing means anything; nothing where there are none. What no reader of schemas takes for a letter is left out.
pub(super) fn plain(words: &str) -> Option<String> {
    let is_gap = |sign: char| sign.is_whitespace() || sign.is_control() || sign == '\u{feff}';
    let words: Vec<&str> = words.split(is_gap).filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A property of our own, where it says something.
pub(super) fn property(name: &str, value: &str) -> Option<Value> {
    plain(value).map(|value| json!({ "name": name, "ns": NAMESPACE, "value": value }))
}

/// The head of a document.
pub(super) fn metadata(dossier: &Dossier, about: &str) -> Value {
    json!({
        "title": title(about),
        "last-modified": dossier.made,
        // Each time it is made it is another edition of what is told.
        "version": dossier.made,
        "oscal-version": VERSION,
    })
}

/// What a document is about and is not in it, as a resource at its end: with the address by which it is referred to.
pub(super) fn resource(asker: &Asker, about: &str) -> (String, Value) {
    let id = id_of_names(&["resource", &asker.id, &asker.edition]);
    let called = format!("{}, {}", asker.name, asker.edition);
    let mut resource = json!({ "uuid": id, "title": title(&called) });
    let about = lines([about]);
    if let Some(members) = resource.as_object_mut().filter(|_| !about.is_empty()) {
        members.insert("description".to_owned(), about.into());
    }
    (format!("#{id}"), resource)
}

/// The moment at which a day begins, where OSCAL knows it.
pub(super) fn day(day: &str) -> Option<String> {
    moment(day).map(|day| format!("{day}T00:00:00Z"))
}

/// The last moment of a day, where OSCAL knows it.
pub(super) fn end_of(day: &str) -> Option<String> {
    moment(day).map(|day| format!("{day}T23:59:59Z"))
}

/// A moment or day that OSCAL knows: its schemas take none before 1900 and none after 2999.
pub(super) fn moment(at: &str) -> Option<&str> {
    let (year, rest) = at.split_once('-')?;
    let is_known = year.len() == 4 && !rest.is_empty() && year.parse().is_ok_and(|year: u16| (1900..3000).contains(&year));
    is_known.then_some(at)
}

/// The id of a practice as a control.
pub(super) fn control(practice: &str) -> String {
    format!("practice-{practice}")
}

/// The id of the aim to reach a practice's target.
pub(super) fn objective(practice: &str) -> String {
    format!("objective-{practice}")
}

/// The id of a statement as a statement of its control.
pub(super) fn statement(id: &str) -> String {
    format!("statement-{id}")
}
