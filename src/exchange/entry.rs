//! What stands in a session file about one thing, whatever kind of thing it is.
//!
//! Merging and requests look at the records of a file and not at the types of a session: so one rule holds for every list, also
//! for lists of later versions. What kind of records a [`List`] has stands in the table of facts. One that is not there is known by its
//! records: where they name a round, each belongs to a person; a list whose name begins with `past_` keeps several records about
//! the same thing, by their stamps. A later list to which this does not apply has to raise the version.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::session::{
    CountsAs, FromFile, List, PartId, PersonId, RecordKind, SessionId, SignOff, SignOffOf, Stamp, Timestamp, moment,
};

/// The beginning of the names of lists that keep what was before, also of later versions.
const PAST: &str = "past_";

/// One statement as it stands in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    list: String,
    /// The list, where this version knows it.
    known: Option<List>,
    stamp: Stamp,
    /// Whether it is a sign-off that says what it said when it was made, as far as anybody looked.
    is_whole_sign_off: bool,
    pub(super) record: Map<String, Value>,
}

impl Entry {
    /// The entry that a record of a list is, if it is one.
    pub(super) fn of(list: &str, record: &Value) -> Option<Self> {
        Self::of_record(list, record.as_object()?.clone())
    }

    /// The entry that the members of a record are.
    pub(super) fn of_record(list: &str, record: Map<String, Value>) -> Option<Self> {
        let stamp = Stamp::try_from(record.get("stamp")?.as_str()?.to_owned()).ok()?;
        record.get("on")?;
        Some(Self { list: list.to_owned(), known: List::from_name(list), stamp, is_whole_sign_off: false, record })
    }

    /// The name of its list in the file, as `answers`.
    #[must_use]
    pub fn list(&self) -> &str {
        &self.list
    }

    /// Its list; `None` for one of a later version.
    #[must_use]
    pub const fn known_list(&self) -> Option<List> {
        self.known
    }

    /// The id of what it is about: of a practice, an indicator, a person and so on.
    #[must_use]
    pub fn about(&self) -> &str {
        let on = self.record.get("on");
        let inner = on
            .and_then(|on| ["indicator", "practice", "action", "duty", "round", "finding"].into_iter().find_map(|of| on.get(of)));
        inner.or(on).and_then(Value::as_str).unwrap_or_default()
    }

    /// The part of the system it is about; `None` for the whole.
    #[must_use]
    pub fn part(&self) -> Option<PartId> {
        PartId::try_from(self.word("part")?).ok()
    }

    /// Who said it, if they said who they are.
    #[must_use]
    pub fn by(&self) -> Option<PersonId> {
        PersonId::try_from(self.word("by")?).ok()
    }

    /// When it was said, by that machine's clock.
    #[must_use]
    pub fn at(&self) -> Option<Timestamp> {
        moment(self.word("at")?)
    }

    /// What was said; `None` when it was withdrawn.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        self.record.get("value")
    }

    /// Where it stands in the history.
    #[must_use]
    pub const fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// A member of its record.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Value> {
        self.record.get(name)
    }

    /// What stands in its record beside what it is about and says, who says it and when: what later versions added.
    pub fn beside(&self) -> impl Iterator<Item = (&String, &Value)> {
        const KNOWN: [&str; 7] = ["on", "round", "part", "value", "by", "at", "stamp"];
        self.record.iter().filter(|(name, _)| !KNOWN.contains(&name.as_str()))
    }

    /// Whether it belongs to the person who said it, so that others can say something else about the same thing.
    #[must_use]
    pub fn is_placed(&self) -> bool {
        self.record.contains_key("round") && self.known.is_none_or(|list| list.record() == RecordKind::Placed)
    }

    /// Whether it keeps what was before.
    pub(super) fn is_past(&self) -> bool {
        self.known.map_or_else(|| self.list.starts_with(PAST), |list| list.record() == RecordKind::Past)
    }

    /// Whether it is only kept for the record: what was before, and which reports were given out. Nobody has to hear of it or
    /// decide about it when copies meet.
    pub(super) fn is_for_the_record(&self) -> bool {
        is_for_the_record(&self.list)
    }

    pub(super) fn word(&self, name: &str) -> Option<&str> {
        self.record.get(name).and_then(Value::as_str)
    }

    /// What tells it apart from the others in its list.
    pub(super) fn key(&self) -> String {
        let on = self.record.get("on").map(in_one_order).unwrap_or_default();
        let by = self.word("by").filter(|_| self.is_placed());
        let stamp = self.word("stamp").filter(|_| self.is_past());
        // No id has a line break.
        [Some(on.as_str()), self.word("round"), self.word("part"), by, stamp].map(Option::unwrap_or_default).join("\n")
    }

    /// Looks whether it is a sign-off of this session that says what it said when it was made.
    pub(super) fn look_at_sign_off(&mut self, session: &SessionId) {
        if self.known == Some(List::SignOffs) {
            let at = self.field("on").cloned().and_then(|on| SignOffOf::from_file(on).ok());
            let sign_off = self.value().cloned().and_then(|value| SignOff::from_file(value).ok());
            self.is_whole_sign_off = at.zip(sign_off).is_some_and(|(at, sign_off)| sign_off.is_whole_in(session, &at));
        }
    }

    /// Which of two entries about the same thing stands: the one with the greater stamp, everywhere the same one. Only a sign-off that says
    /// what it said when it was made gives way to no other value and to no withdrawal: who confirmed what stays to be read, and is taken back
    /// beside it.
    pub(super) fn standing(&self, other: &Self) -> Ordering {
        let words = |entry: &Self| in_one_order(&Value::Object(entry.record.clone()));
        let whole = self.is_whole_sign_off.cmp(&other.is_whole_sign_off);
        whole.then_with(|| self.stamp.cmp(&other.stamp)).then_with(|| words(self).cmp(&words(other)))
    }
}

/// Whether a list is only kept for the record.
pub(super) fn is_for_the_record(list: &str) -> bool {
    List::from_name(list).map_or_else(|| list.starts_with(PAST), |list| list.counts_as() == CountsAs::Record)
}

/// The entries of a list by what tells them apart; `None` when it is no list of entries, or one of a kind not known here.
pub(super) fn entries(list: &str, value: &Value) -> Option<BTreeMap<String, Entry>> {
    let mut entries = BTreeMap::new();
    for record in value.as_array()? {
        let entry = Entry::of(list, record)?;
        if entries.insert(entry.key(), entry).is_some() {
            return None;
        }
    }
    Some(entries)
}

/// A value as a text that is the same whatever order its members came in.
pub(super) fn in_one_order(value: &Value) -> String {
    // An id, as most things are told apart by, has but one order.
    if !value.is_object() && !value.is_array() {
        return value.to_string();
    }
    let mut value = value.clone();
    value.sort_all_objects();
    value.to_string()
}
