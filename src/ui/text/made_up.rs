//! A made-up language: each text of the first in brackets, with accents on its letters, and longer. Where it is spoken, every word
//! without brackets stands in the code instead of in `text/`, and what has no room for a longer language is cut off in sight.

use std::cell::RefCell;
use std::collections::HashMap;

use super::en::results::Counted;
use super::{Language, language};
use crate::exchange::{Block, Chapter, Document, ListEntry, Row, SheetWords, Signatures, Table};

/// By how many percent a text is longer.
const LONGER: usize = 40;

/// A text, or something that has texts in it, in the made-up language.
pub trait MadeUp: Sized {
    /// The same in the made-up language. What is not for people stays as it is.
    fn made_up(self) -> Self;
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "àƀçďéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÀƁÇĎÉƑĜĤÎĴĶĻḾÑÖÞɊŔŠŢÛṼŴẊÝŽ";
    PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter).map_or(letter, |(_, accented)| accented)
}

/// What has no letter is the same in every language.
fn made_up(text: &str) -> String {
    let plain = text.chars().filter(char::is_ascii_alphabetic).count();
    if plain == 0 {
        return text.to_owned();
    }
    // In words, so that lines can be broken as in a text.
    let more = "lo rem ".chars().cycle().take((plain * LONGER).div_ceil(100)).map(accented).collect::<String>();
    format!("⟦{} {}⟧", text.chars().map(accented).collect::<String>(), more.trim())
}

/// A text that comes from elsewhere, as a date: in the made-up language where that is spoken.
pub fn as_made_up(text: String) -> String {
    if language() == Language::MadeUp { made_up(&text) } else { text }
}

impl MadeUp for String {
    fn made_up(self) -> Self {
        made_up(&self)
    }
}

thread_local! {
    static KEPT: RefCell<HashMap<&'static str, &'static str>> = RefCell::default();
}

impl MadeUp for &'static str {
    /// Each is made once, and kept for as long as the page is open.
    fn made_up(self) -> Self {
        KEPT.with_borrow_mut(|kept| *kept.entry(self).or_insert_with(|| made_up(self).leak()))
    }
}

/// Names of keys on a keyboard.
impl MadeUp for &'static [&'static str] {
    fn made_up(self) -> Self {
        self
    }
}

impl<const COLUMNS: usize> MadeUp for SheetWords<COLUMNS> {
    fn made_up(self) -> Self {
        Self { name: self.name.made_up(), heads: self.heads.made_up() }
    }
}

impl MadeUp for Signatures {
    fn made_up(self) -> Self {
        Self { title: self.title.made_up(), words: self.words.made_up(), heads: self.heads.made_up(), ..self }
    }
}

impl<T: MadeUp> MadeUp for Option<T> {
    fn made_up(self) -> Self {
        self.map(T::made_up)
    }
}

impl<T: MadeUp> MadeUp for Vec<T> {
    fn made_up(self) -> Self {
        self.into_iter().map(T::made_up).collect()
    }
}

impl<T: MadeUp, const N: usize> MadeUp for [T; N] {
    fn made_up(self) -> Self {
        self.map(T::made_up)
    }
}

impl<T: MadeUp, U: MadeUp> MadeUp for (T, U) {
    fn made_up(self) -> Self {
        (self.0.made_up(), self.1.made_up())
    }
}

impl MadeUp for Counted {
    fn made_up(self) -> Self {
        Self { words: self.words.made_up(), rule: self.rule.made_up(), ..self }
    }
}

impl MadeUp for Document {
    fn made_up(self) -> Self {
        Self {
            title: self.title.made_up(),
            above: self.above.made_up(),
            running: self.running.made_up(),
            page: self.page.made_up(),
            chapters: self.chapters.made_up(),
            end: self.end.made_up(),
            ..self
        }
    }
}

impl MadeUp for Chapter {
    fn made_up(self) -> Self {
        Self { title: self.title.made_up(), blocks: self.blocks.made_up(), ..self }
    }
}

impl MadeUp for Block {
    fn made_up(self) -> Self {
        match self {
            Self::Heading(words) => Self::Heading(words.made_up()),
            Self::Subheading(words) => Self::Subheading(words.made_up()),
            Self::Words(words) => Self::Words(words.made_up()),
            Self::Lead(words) => Self::Lead(words.made_up()),
            Self::Facts(facts) => Self::Facts(facts.made_up()),
            Self::List(entries) => Self::List(entries.made_up()),
            Self::Steps(entries) => Self::Steps(entries.made_up()),
            Self::Table(table) => Self::Table(table.made_up()),
        }
    }
}

impl MadeUp for ListEntry {
    fn made_up(self) -> Self {
        Self { head: self.head.made_up(), text: self.text.made_up(), lines: self.lines.made_up() }
    }
}

impl MadeUp for Table {
    fn made_up(self) -> Self {
        Self { caption: self.caption.made_up(), head: self.head.made_up(), bars: self.bars.made_up(), rows: self.rows.made_up() }
    }
}

impl MadeUp for Row {
    fn made_up(self) -> Self {
        Self { cells: self.cells.made_up(), ..self }
    }
}
