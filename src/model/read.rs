//! Walks a JSON document and collects everything that is wrong with it, each with its path.
//!
//! serde stops at the first mistake; who mends a model or profile by hand wants to see all of them.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use jiff::civil::Date;
use serde_json::Value;

use super::{Aliases, Amount, BadId, Fraction, Problem, ProblemKind, Problems, Text, order};

/// One reading of one file: what was wrong so far, and which languages its texts are in.
#[derive(Default)]
pub(super) struct Reading {
    problems: RefCell<Vec<Problem>>,
    languages: RefCell<Vec<String>>,
    ids: RefCell<BTreeSet<String>>,
    answers: RefCell<BTreeSet<String>>,
    newer: Cell<bool>,
}

impl Reading {
    /// Parses a file, checks that it is of this format and of a version up to `newest`, and reads it with `read`.
    pub(super) fn of<T>(
        bytes: &[u8],
        format: &str,
        newest: u64,
        read: impl FnOnce(&Node<'_>) -> Option<T>,
    ) -> Result<T, Problems> {
        let value: Value = serde_json::from_slice(bytes).map_err(|error| not_json(bytes, &error))?;
        Self::of_value(&value, format, newest, read)
    }

    /// Like [`Self::of`], of a file that is parsed already.
    pub(super) fn of_value<T>(
        value: &Value,
        format: &str,
        newest: u64,
        read: impl FnOnce(&Node<'_>) -> Option<T>,
    ) -> Result<T, Problems> {
        let reading = Self::default();
        let root = Node { value, path: String::new(), reading: &reading };
        if !value.is_object() {
            root.complain(ProblemKind::NotAnObject);
            return Problems::or(reading.problems.take(), None);
        }
        root.check_format(format, newest);
        if reading.newer.get() {
            return Problems::or(reading.problems.take(), None);
        }
        let result = read(&root);
        Problems::or(reading.problems.take(), result)
    }
}

/// The values, if every one of them could be read. All are read in any case, so that all problems are found.
pub(super) fn all<T>(values: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = values.collect();
    read.into_iter().collect()
}

fn not_json(bytes: &[u8], error: &serde_json::Error) -> Problems {
    Problems::of_file(if bytes.is_empty() {
        ProblemKind::EmptyFile
    } else {
        let text = error.to_string();
        // Where that is, is said apart.
        let says = text.rsplit_once(" at ").map_or(text.as_str(), |(says, _)| says).to_owned();
        ProblemKind::NotJson { line: error.line(), column: error.column(), says }
    })
}

/// A value in the document, with its path.
pub(super) struct Node<'a> {
    value: &'a Value,
    path: String,
    reading: &'a Reading,
}

impl<'a> Node<'a> {
    /// Notes that something is wrong here.
    pub(super) fn complain(&self, kind: impl Into<ProblemKind>) {
        self.reading.problems.borrow_mut().push(Problem { path: self.path.clone(), kind: kind.into() });
    }

    /// What stands here.
    pub(super) const fn value(&self) -> &'a Value {
        self.value
    }

    fn below(&self, value: &'a Value, path: String) -> Self {
        Self { value, path, reading: self.reading }
    }

    fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// Whether this is an object with none but these members; any other is complained about.
    pub(super) fn has_only(&self, known: &[&str]) -> bool {
        let Some(object) = self.value.as_object() else {
            self.complain(ProblemKind::NotAnObject);
            return false;
        };
        let others = || object.keys().filter(|name| !known.contains(&name.as_str()) && !name.starts_with("//"));
        for name in others() {
            let known = known.iter().map(|name| (*name).to_owned()).collect();
            self.complain(ProblemKind::NotOneOf { found: name.clone(), known });
        }
        others().next().is_none()
    }

    /// A member that may be absent.
    pub(super) fn optional(&self, name: &str) -> Option<Node<'a>> {
        self.value.get(name).map(|value| self.below(value, self.path_of(name)))
    }

    /// A member that must be there.
    pub(super) fn field(&self, name: &str) -> Option<Node<'a>> {
        let found = self.optional(name);
        if found.is_none() {
            self.complain(ProblemKind::Missing(name.to_owned()));
        }
        found
    }

    /// The entries of a list that must be there; none when it isn't, which is said.
    pub(super) fn items(&self, name: &str) -> Vec<Node<'a>> {
        self.list(name).unwrap_or_default()
    }

    /// The entries of a list that may be absent; none when it is something else, which is said.
    pub(super) fn optional_items(&self, name: &str) -> Vec<Node<'a>> {
        self.optional_list(name).unwrap_or_default()
    }

    /// Like [`Self::items`], for who needs to know whether there is a list: about what is none there is no more to say.
    pub(super) fn list(&self, name: &str) -> Option<Vec<Node<'a>>> {
        self.field(name)?.entries()
    }

    /// Like [`Self::optional_items`], for who needs to know whether there is something else instead.
    pub(super) fn optional_list(&self, name: &str) -> Option<Vec<Node<'a>>> {
        self.optional(name).map_or(Some(Vec::new()), |node| node.entries())
    }

    fn entries(&self) -> Option<Vec<Node<'a>>> {
        let Some(list) = self.value.as_array() else {
            self.complain(ProblemKind::NotAList);
            return None;
        };
        Some(list.iter().enumerate().map(|(index, value)| self.below(value, format!("{}[{index}]", self.path))).collect())
    }

    /// This value as a string that is not blank.
    pub(super) fn as_string(&self) -> Option<&'a str> {
        match self.value.as_str() {
            None => self.complain(ProblemKind::NotAString),
            Some(text) if text.trim().is_empty() => self.complain(ProblemKind::EmptyString),
            Some(text) => return Some(text),
        }
        None
    }

    /// An id that must be there.
    pub(super) fn id<T: for<'s> TryFrom<&'s str, Error = BadId>>(&self, name: &str) -> Option<T> {
        self.field(name)?.as_id()
    }

    /// This value as an id.
    pub(super) fn as_id<T: for<'s> TryFrom<&'s str, Error = BadId>>(&self) -> Option<T> {
        T::try_from(self.as_string()?).map_err(|bad| self.complain(bad)).ok()
    }

    /// An id that must be there and that nothing else in this file has.
    pub(super) fn new_id<T: for<'s> TryFrom<&'s str, Error = BadId>>(&self, name: &str) -> Option<T> {
        let id = self.id(name)?;
        let text = self.value.get(name).and_then(Value::as_str).unwrap_or_default();
        if !self.reading.ids.borrow_mut().insert(text.to_owned()) {
            self.complain(ProblemKind::IdTwice(text.to_owned()));
        }
        Some(id)
    }

    /// A whole number that must be there and within a range.
    pub(super) fn number(&self, name: &str, range: RangeInclusive<u8>) -> Option<u8> {
        let node = self.field(name)?;
        let number = node.value.as_u64().and_then(|number| u8::try_from(number).ok());
        let fitting = number.filter(|number| range.contains(number));
        if fitting.is_none() {
            node.complain(ProblemKind::NotInRange { lowest: *range.start(), highest: *range.end() });
        }
        fitting
    }

    /// One of a few words, which must be there.
    pub(super) fn word<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Option<T> {
        self.field(name)?.one_of(words)
    }

    /// This value as one of a few words.
    pub(super) fn one_of<T: Copy>(&self, words: &[(&str, T)]) -> Option<T> {
        let text = self.as_string()?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let known = words.iter().map(|(word, _)| (*word).to_owned()).collect();
            self.complain(ProblemKind::NotOneOf { found: text.to_owned(), known });
        }
        found
    }

    /// Whether this is a string.
    pub(super) fn is_string(&self) -> bool {
        self.value.is_string()
    }

    /// Whether a member is that number.
    pub(super) fn is_number(&self, name: &str, number: u64) -> bool {
        self.value.get(name).and_then(Value::as_u64) == Some(number)
    }

    /// What a number or a fraction in quotes says, as it is written.
    fn as_written(&self) -> Option<String> {
        match self.value {
            Value::String(words) => Some(words.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// This value as a part of a whole: a number from 0 to 1, or `"1/2"`.
    pub(super) fn as_fraction(&self) -> Option<Fraction> {
        let found = self.as_written().and_then(|words| Fraction::read(&words));
        if found.is_none() {
            self.complain(ProblemKind::NotAFraction);
        }
        found
    }

    /// How much something counts beside others, a whole number from 1 up; 1 where nothing is said.
    pub(super) fn weight(&self) -> Option<Amount> {
        let Some(node) = self.optional("weight") else { return Some(Amount::whole(1_u8)) };
        let weight = node.value.as_u64().filter(|weight| (1..=1000).contains(weight));
        if weight.is_none() {
            node.complain(ProblemKind::NotAWeight);
        }
        weight.map(Amount::whole)
    }

    /// The members of an object, each with its name.
    pub(super) fn members(&self) -> Option<Vec<(&'a str, Node<'a>)>> {
        let Some(object) = self.value.as_object() else {
            self.complain(ProblemKind::NotAnObject);
            return None;
        };
        let members = object.iter().filter(|(name, _)| !name.starts_with("//"));
        Some(members.map(|(name, value)| (name.as_str(), self.below(value, self.path_of(name)))).collect())
    }

    /// Notes which answers the file has.
    pub(super) fn know_answers<'s>(&self, ids: impl Iterator<Item = &'s str>) {
        self.reading.answers.borrow_mut().extend(ids.map(str::to_owned));
    }

    /// Whether the file has an answer of that id.
    pub(super) fn knows_answer(&self, id: &str) -> bool {
        self.reading.answers.borrow().contains(id)
    }

    /// This value as a day, as `2027-12-11`.
    pub(super) fn as_day(&self) -> Option<Date> {
        let day = self.as_string()?.parse().ok();
        if day.is_none() {
            self.complain(ProblemKind::NotADay);
        }
        day
    }

    /// A yes or no that must be there.
    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        let node = self.field(name)?;
        let found = node.value.as_bool();
        if found.is_none() {
            node.complain(ProblemKind::NotTrueOrFalse);
        }
        found
    }

    /// This value as an object from names to texts that are the same in all languages.
    pub(super) fn strings(&self) -> Option<BTreeMap<String, String>> {
        let Some(object) = self.value.as_object() else {
            self.complain(ProblemKind::NotStrings);
            return None;
        };
        let entry = |(name, value): (&String, &'a Value)| {
            Some((name.clone(), self.below(value, self.path_of(name)).as_string()?.to_owned()))
        };
        all(object.iter().map(entry)).map(order::map)
    }

    /// The file's languages; must be read before the first text.
    pub(super) fn languages(&self) -> Option<Vec<String>> {
        let nodes = self.list("languages")?;
        let languages = all(nodes.iter().map(|node| node.as_string().map(str::to_owned)))?;
        if languages.is_empty() {
            self.complain(ProblemKind::NoLanguage);
            return None;
        }
        self.reading.languages.replace(languages.clone());
        Some(languages)
    }

    /// A text for people that must be there.
    pub(super) fn text(&self, name: &str) -> Option<Text> {
        self.field(name)?.as_text()
    }

    /// A text for people that may be absent: then nothing is said.
    pub(super) fn optional_text(&self, name: &str) -> Option<Text> {
        self.optional(name).map_or_else(|| Some(Text::default()), |node| node.as_text())
    }

    /// This value as a text for people: an object from language to words.
    pub(super) fn as_text(&self) -> Option<Text> {
        let Some(object) = self.value.as_object() else {
            self.complain(ProblemKind::NotAText);
            return None;
        };
        let mut texts = BTreeMap::new();
        let mut known = true;
        for (language, words) in object {
            let node = self.below(words, self.path_of(language));
            known &= node.is_in(language);
            if let Some(words) = node.as_string() {
                texts.insert(language.clone(), words.to_owned());
            }
        }
        let languages = self.reading.languages.borrow();
        let first = languages.first()?;
        let text = texts.remove(first);
        // A mistyped language is one mistake, not two.
        if known && text.is_none() && !object.contains_key(first) {
            self.complain(ProblemKind::TextMissing { language: first.clone() });
        }
        text.map(|text| Text::new(text, texts))
    }

    /// Whether this value's language is one of the file's. When the file's languages can't be read, that is said already.
    fn is_in(&self, language: &str) -> bool {
        let languages = self.reading.languages.borrow();
        let known = languages.is_empty() || languages.iter().any(|known| known == language);
        if !known {
            self.complain(ProblemKind::UnknownLanguage { language: language.to_owned() });
        }
        known
    }

    /// Lists of names by language, as `{"en": ["one name", "another"]}`, which may be absent.
    pub(super) fn aliases(&self, name: &str) -> Option<Aliases> {
        let Some(node) = self.optional(name) else { return Some(Aliases::default()) };
        let Some(object) = node.value.as_object() else {
            node.complain(ProblemKind::NotAliases);
            return None;
        };
        let mut by_language = BTreeMap::new();
        for (language, names) in object {
            let list = node.below(names, node.path_of(language));
            list.is_in(language);
            let names = list.entries().unwrap_or_default();
            by_language.insert(language.clone(), names.iter().filter_map(Node::as_string).map(str::to_owned).collect());
        }
        Some(Aliases::new(by_language))
    }

    fn check_format(&self, format: &str, newest: u64) {
        match self.value.get("format").and_then(Value::as_str) {
            Some(found) if found == format => {}
            Some(found) => {
                self.complain(ProblemKind::OtherFormat { found: found.to_owned(), expected: format.to_owned() });
            }
            None => self.complain(ProblemKind::NoFormat { expected: format.to_owned() }),
        }
        match self.value.get("version").and_then(Value::as_u64) {
            Some(version) if version > newest => {
                self.reading.newer.set(true);
                self.complain(ProblemKind::Newer { version, newest });
            }
            Some(1..) => {}
            _ => self.complain(ProblemKind::NoVersion),
        }
    }
}
