//! What stands in the sheets of a file, as far as somebody wants it. A file of others is held to limits before anything takes up memory.

use super::sheet_xml::{Markup, RawCell, RawValue};
use super::table::read_table;
use crate::exchange::{
    BookFault, CellRead, LONGEST_CELL, SheetRead, SheetWanted, as_in_cell, day_of, is_locked, is_open_document, unzip_some,
};

/// How many rows are read: far more than a model has statements.
const MOST_ROWS: u32 = 50_000;

/// How many bytes of words are read: what a person can write into a sheet, many times over.
const MOST_WORDS: usize = 20_000_000;

/// How many cells are read: more than a sheet of ours has, many times over.
const MOST_CELLS: usize = 400_000;

/// What a workbook begins with. Anything else may be a table.
const ZIPPED: &[u8] = b"PK";

/// Where it says which sheets there are.
const BOOK: &str = "xl/workbook.xml";

/// Where it says in which files they are.
const LINKS: &str = "xl/_rels/workbook.xml.rels";

/// Reads what is wanted of a workbook, or of the same as a table of CSV. What is not in it is not in what is read, either. Cells are looked at one by one: a sheet with one cell in
/// its last corner takes no more room than that.
///
/// # Errors
/// When it is no workbook that can be read, or there is far more in it than in a sheet of ours.
pub fn read_book(bytes: &[u8], wanted: &[SheetWanted]) -> Result<Vec<SheetRead>, BookFault> {
    if is_locked(bytes) {
        return Err(BookFault::Locked);
    }
    if is_open_document(bytes) {
        return Err(BookFault::OpenDocument);
    }
    if !bytes.starts_with(ZIPPED) {
        return read_table(bytes, wanted);
    }
    let about = unzip_some(bytes, |name| [BOOK, LINKS].contains(&name))?;
    let file = |name: &str| about.iter().find(|it| it.name == name).map(|it| it.bytes.as_slice()).ok_or(BookFault::Damaged);
    let sheets = Markup::new(file(BOOK)?)?.pairs("sheet", ["name", "id"])?;
    let from_1904 = Markup::new(file(BOOK)?)?.pairs("workbookPr", ["date1904"; 2])?;
    let links = Markup::new(file(LINKS)?)?.pairs("Relationship", ["Id", "Target"])?;
    let kinds = Markup::new(file(LINKS)?)?.pairs("Relationship", ["Type", "Target"])?;
    let shared = kinds.iter().find(|(kind, _)| kind.ends_with("/sharedStrings")).map(|(_, target)| within(target));
    let home = |wanted: &SheetWanted| {
        let id = sheets.iter().find(|(name, _)| *name == wanted.name).map(|(_, id)| id)?;
        links.iter().find(|(link, _)| link == id).map(|(_, target)| within(target))
    };
    let looks = kinds.iter().find(|(kind, _)| kind.ends_with("/styles")).map(|(_, target)| within(target));
    let homes: Vec<(&SheetWanted, String)> = wanted.iter().filter_map(|wanted| Some((wanted, home(wanted)?))).collect();
    let is_needed =
        |name: &str| [shared.as_deref(), looks.as_deref()].contains(&Some(name)) || homes.iter().any(|(_, home)| home == name);
    let files = unzip_some(bytes, is_needed)?;
    let file = |name: &str| files.iter().find(|it| it.name == name).map(|it| it.bytes.as_slice()).ok_or(BookFault::Damaged);
    let words = shared.as_deref().map_or(Ok(Vec::new()), |name| Markup::new(file(name)?)?.shared())?;
    // A file may do without looks: then no number in it is a day.
    let looks = looks.as_deref().and_then(|name| file(name).ok());
    let days = looks.map_or(Ok(Vec::new()), |bytes| Markup::new(bytes)?.days())?;
    let is_from_1904 = from_1904.iter().any(|(is, _)| is == "1" || is == "true");
    let shared = Known { words, days, first_day: if is_from_1904 { FROM_1904 } else { 0 } };
    let mut left = Left { words: MOST_WORDS, cells: MOST_CELLS };
    homes.iter().map(|(wanted, home)| sheet(wanted, Markup::new(file(home)?)?, &shared, &mut left)).collect()
}

/// The file that something links to: from the workbook's folder, or from the top.
fn within(target: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned)
}

/// What the cells of all sheets refer to.
struct Known {
    /// The words that they share.
    words: Vec<String>,
    /// For each look, whether it shows a number as a day.
    days: Vec<bool>,
    /// The number of the day from which days are counted.
    first_day: u32,
}

/// The number of the first day in workbooks that count from 1904.
const FROM_1904: u32 = 1_462;

/// How much is still read.
struct Left {
    words: usize,
    cells: usize,
}

fn sheet(wanted: &SheetWanted, mut markup: Markup<'_>, shared: &Known, left: &mut Left) -> Result<SheetRead, BookFault> {
    let mut read = SheetRead { name: wanted.name.clone(), ..SheetRead::default() };
    // Which column of the sheet is which of those that are wanted.
    let mut columns: Vec<(u32, usize)> = Vec::new();
    if wanted.heads.is_empty() {
        columns.extend((0..wanted.first).zip(0..));
    }
    let mut at = (0, 0);
    while let Some(RawCell { row, column, value }) = markup.cell(&mut at)? {
        left.cells = left.cells.checked_sub(1).ok_or(BookFault::TooLarge)?;
        let is_head = row == 0 && !wanted.heads.is_empty();
        let of = columns.iter().find(|(at, _)| *at == column).map(|(_, of)| *of);
        if !is_head && of.is_none() {
            continue;
        }
        let number = usize::try_from(row).unwrap_or_default() + 1;
        if row > MOST_ROWS {
            read.beyond = read.beyond.or(Some(number));
            continue;
        }
        let (words, is_number) = left.words(value, shared)?;
        if is_head {
            match wanted.heads.iter().position(|head| Some(head) == words.as_ref()) {
                Some(of) if !read.heads.contains(&of) => {
                    columns.push((column, of));
                    read.heads.push(of);
                }
                Some(of) if !read.twice.contains(&of) => read.twice.push(of),
                _ => {}
            }
        } else if let Some(column) = of.filter(|_| words.as_deref() != Some("")) {
            read.cells.push(CellRead { row: number, column, words, is_number });
        }
    }
    Ok(read)
}

impl Left {
    /// What stands in a cell, as somebody typed it, and whether it is a number; nothing where that is more than a cell holds. The same words in
    /// many cells stand in a file once: what is read is counted as often as it is taken.
    fn words(&mut self, value: RawValue, known: &Known) -> Result<(Option<String>, bool), BookFault> {
        let mut is_number = false;
        let own;
        let words = match value {
            RawValue::Nothing => "",
            RawValue::Shared(at) => known.words.get(at).map_or("", String::as_str),
            RawValue::Words(words) => {
                own = words;
                &own
            }
            RawValue::Number { words, look } => {
                let day = known.day(&words, look);
                is_number = day.is_none() && !words.is_empty();
                own = day.unwrap_or(words);
                &own
            }
        };
        self.words = self.words.checked_sub(words.len()).ok_or(BookFault::TooLarge)?;
        let fits = words.len() <= LONGEST_CELL || words.encode_utf16().count() <= LONGEST_CELL;
        Ok((fits.then(|| as_in_cell(words)), is_number))
    }
}

impl Known {
    /// The day that a number is shown as, as 2027-12-31; nothing where it is shown as a number, or has an hour as well.
    fn day(&self, number: &str, look: usize) -> Option<String> {
        self.days.get(look).filter(|is_day| **is_day)?;
        let counted = number.parse::<u32>().ok()?.checked_add(self.first_day)?;
        day_of(counted).map(|day| day.to_string())
    }
}
