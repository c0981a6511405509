//! A document as people read it, whatever it is written as: chapters of headings, paragraphs, lists and tables. The words in it are
//! plain text, also where somebody typed them; each way of writing it down escapes them in its own way.

use serde::{Deserialize, Serialize};

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// A line above the title; may be empty.
    pub above: String,
    /// The language of its words, as `en`.
    pub language: String,
    /// What stands at the top of each printed page.
    pub running: String,
    /// The word for page, to number pages with.
    pub page: String,
    /// The chapters.
    pub chapters: Vec<Chapter>,
    /// The lines at its end.
    pub end: Vec<String>,
}

/// A chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    /// Its title.
    pub title: String,
    /// Whether it begins on a new page.
    pub on_new_page: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of a chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading within the chapter.
    Heading(String),
    /// A smaller heading below it.
    Subheading(String),
    /// A paragraph.
    Words(String),
    /// What says most, in large letters.
    Lead(String),
    /// Names with what belongs to them.
    Facts(Vec<(String, String)>),
    /// A list without an order, each entry with what belongs below it.
    List(Vec<Entry>),
    /// A numbered list.
    Steps(Vec<Entry>),
    /// A table.
    Table(Table),
}

/// An entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its first words, which stand out; may be empty.
    pub head: String,
    /// What follows.
    pub text: String,
    /// Lines below it.
    pub lines: Vec<String>,
}

impl Entry {
    /// An entry of nothing but words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// A table whose first column names the rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What it is about.
    pub caption: String,
    /// The names of its columns; without that of the bars.
    pub head: Vec<String>,
    /// The name of the column of bars, where there are any: after the first column.
    pub bars: Option<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its cells, as many as there are columns; the first names the row.
    pub cells: Vec<String>,
    /// The same numbers as a picture.
    pub bar: Option<Bar>,
    /// Whether it sums up the rows below it.
    pub is_group: bool,
}

/// A bullet bar: where something stands between 0 and the top of a scale, where it should be, and what is demanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Bar {
    /// Reached in any case, in tenths of a level, if that is known.
    pub low: Option<u16>,
    /// Reached if everything that is open turned out well, in tenths of a level.
    pub high: Option<u16>,
    /// How much is enough.
    pub target: Option<u8>,
    /// What something outside demands.
    pub minimum: Option<u8>,
    /// The highest level of the scale; at least 1.
    pub top: u8,
}
