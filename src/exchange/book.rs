//! A workbook and what was read out of one, whatever program knows its file: sheets of rows, as plain values.
//!
//! Files of spreadsheets are written and read in the room `office`, of which the app has no part: it hands over what stands here as JSON, to a
//! program of its own.

use serde::{Deserialize, Serialize};

use super::answer_sheet::as_in_cell;
use super::zip::UnzipError;
use crate::session::Date;

/// What files of workbooks are called where files have a type.
pub const BOOK_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// How their names end.
pub const BOOK_ENDING: &str = ".xlsx";

/// The first day on whose number all spreadsheets agree: the first of March 1900.
const FIRST_DAY: u32 = 61;

/// The day that spreadsheets mean by a number, where they agree on it.
#[must_use]
pub fn day_of(number: u32) -> Option<Date> {
    let days = i64::from(number).checked_mul(24).map(jiff::SignedDuration::from_hours)?;
    let zero = Date::new(1899, 12, 30).ok()?;
    zero.checked_add(days).ok().filter(|_| number >= FIRST_DAY)
}

/// A workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// Its sheets.
    pub sheets: Vec<BookSheet>,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookSheet {
    /// Its name.
    pub name: String,
    /// What stands in its first row, which stays in sight; without any, the rows begin at the top.
    pub heads: Vec<String>,
    /// Its columns, as far as there is something to say of them.
    pub columns: Vec<BookColumn>,
    /// Its rows.
    pub rows: Vec<Vec<BookCell>>,
    /// Whether it is out of sight.
    pub is_hidden: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookColumn {
    /// How many letters it is wide.
    pub width: u8,
    /// Whether people fill it in: it has another colour, and whatever they type stays text.
    pub is_filled_in: bool,
    /// What to choose from in each of its cells.
    pub choices: Option<BookChoices>,
}

/// A list to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookChoices {
    /// The words in it.
    pub words: Vec<String>,
    /// What is said to whoever types something else.
    pub otherwise: String,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BookCell {
    /// Nothing.
    Empty,
    /// Words, whatever they look like: never a formula, a number or a day.
    Text(String),
    /// A number.
    Number(u64),
    /// A day, as spreadsheets count them: the days since the one before the last of 1899.
    Day(u32),
}

impl BookCell {
    /// Words, as a cell has them.
    #[must_use]
    pub fn text(words: &str) -> Self {
        let words = as_in_cell(words);
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }

    /// How many: always a number, so that it can be added up.
    #[must_use]
    pub fn count(of: usize) -> Self {
        Self::Number(u64::try_from(of).unwrap_or(u64::MAX))
    }

    /// A day, where there is one. Before March 1900 spreadsheets do not agree on how to count: such a day is words.
    #[must_use]
    pub fn day(day: Option<Date>) -> Self {
        let Some(day) = day else { return Self::Empty };
        let since = Date::new(1899, 12, 30).ok().map(|zero| day.duration_since(zero).as_hours() / 24);
        let counted = since.and_then(|days| u32::try_from(days).ok()).filter(|days| *days >= FIRST_DAY);
        counted.map_or_else(|| Self::text(&day.to_string()), Self::Day)
    }
}

impl BookColumn {
    /// A column that is only read.
    #[must_use]
    pub const fn wide(width: u8) -> Self {
        Self { width, is_filled_in: false, choices: None }
    }
}

/// What is wanted of a sheet in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetWanted {
    /// Its name.
    pub name: String,
    /// The heads of the columns that are wanted, wherever these stand; where none are named, the first columns, from the top.
    pub heads: Vec<String>,
    /// How many columns those are.
    pub first: u32,
}

/// What stands in a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRead {
    /// Its name.
    pub name: String,
    /// Which of the heads that were wanted are there, by their place among them.
    pub heads: Vec<usize>,
    /// Which of those stand there more than once, by their place among them: the first counts.
    #[serde(default)]
    pub twice: Vec<usize>,
    /// Rows of a table that no longer say from where they are: nothing of them is read.
    #[serde(default)]
    pub unmarked: Vec<usize>,
    /// Its cells with something in them, in the order in which they stand there.
    pub cells: Vec<CellRead>,
    /// The first row that is beyond those that are read.
    pub beyond: Option<usize>,
}

/// A cell that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellRead {
    /// Its row, from 1.
    pub row: usize,
    /// Its column: the place of its head among those that were wanted, or its place in the sheet.
    pub column: usize,
    /// What stands there; nothing where that is more than a cell of a spreadsheet holds.
    pub words: Option<String>,
    /// Whether it is a number, which may be what a spreadsheet made of something else: of `007`, or of a long id.
    #[serde(default)]
    pub is_number: bool,
}

/// Why a file was not read as a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookFault {
    /// It is none, or damaged.
    Damaged,
    /// A password is needed to open it, or it is in an older form: both look alike.
    Locked,
    /// There is far more in it than in a sheet of ours.
    TooLarge,
    /// It is of another kind of spreadsheet: OpenDocument.
    OpenDocument,
    /// Reading it takes longer than anybody waits.
    TooLong,
    /// It is a table in an encoding whose letters can't be told for certain.
    OtherEncoding,
    /// It is a table with rows of several sheets of ours.
    Mixed,
}

impl BookFault {
    const ALL: [Self; 7] =
        [Self::Damaged, Self::Locked, Self::TooLarge, Self::OpenDocument, Self::TooLong, Self::OtherEncoding, Self::Mixed];

    /// By which it is told from one program to another.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::Locked => "locked",
            Self::TooLarge => "too-large",
            Self::OpenDocument => "open-document",
            Self::TooLong => "too-long",
            Self::OtherEncoding => "other-encoding",
            Self::Mixed => "mixed",
        }
    }

    /// The fault that a code stands for.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

impl From<UnzipError> for BookFault {
    fn from(error: UnzipError) -> Self {
        match error {
            UnzipError::TooLarge => Self::TooLarge,
            UnzipError::Damaged | UnzipError::Unknown => Self::Damaged,
        }
    }
}

/// What the files of Office programs begin with that need a password, or are of before 2007.
const LOCKED: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Whether bytes look like a workbook, so far as one can tell without unpacking it: also one that can't be read without a password.
#[must_use]
pub fn is_book(bytes: &[u8]) -> bool {
    const INSIDE: &[u8] = b"xl/workbook.xml";
    is_locked(bytes)
        || is_open_document(bytes)
        || bytes.starts_with(b"PK\x03\x04") && bytes.windows(INSIDE.len()).any(|it| it == INSIDE)
}

/// Whether bytes are a file of OpenDocument, as .ods: what it is stands unpacked at its beginning.
#[must_use]
pub fn is_open_document(bytes: &[u8]) -> bool {
    const NAME: usize = 30;
    let first = bytes.get(NAME..).filter(|_| bytes.starts_with(b"PK\x03\x04"));
    first.is_some_and(|first| first.starts_with(b"mimetypeapplication/vnd.oasis.opendocument."))
}

/// Whether bytes are a file of an Office program that needs a password, or is of before 2007.
#[must_use]
pub fn is_locked(bytes: &[u8]) -> bool {
    bytes.starts_with(&LOCKED)
}
