//! What stands in the sheets of a file, as far as somebody wants it. A file of others is held to limits before anything takes up memory.

use super::sheet_xml::{Markup, RawCell, RawValue};
use crate::exchange::{BookFault, CellRead, LONGEST_CELL, SheetRead, SheetWanted, as_in_cell, is_locked, unzip_some};

/// How many rows are read: far more than a model has statements.
const MOST_ROWS: u32 = 50_000;

/// How many bytes of words are read: what a person can write into a sheet, many times over.
const MOST_WORDS: usize = 20_000_000;

/// How many cells are read: more than a sheet of ours has, many times over.
const MOST_CELLS: usize = 400_000;

/// Where it says which sheets there are.
const BOOK: &str = "xl/workbook.xml";

/// Where it says in which files they are.
const LINKS: &str = "xl/_rels/workbook.xml.rels";

/// Reads what is wanted of a workbook. What is not in it is not in what is read, either. Cells are looked at one by one: a sheet with one cell in
/// its last corner takes no more room than that.
///
/// # Errors
/// When it is no workbook that can be read, or there is far more in it than in a sheet of ours.
pub fn read_book(bytes: &[u8], wanted: &[SheetWanted]) -> Result<Vec<SheetRead>, BookFault> {
    if is_locked(bytes) {
        return Err(BookFault::Locked);
    }
    let about = unzip_some(bytes, |name| [BOOK, LINKS].contains(&name))?;
    let file = |name: &str| about.iter().find(|it| it.name == name).map(|it| it.bytes.as_slice()).ok_or(BookFault::Damaged);
    let sheets = Markup::new(file(BOOK)?)?.pairs("sheet", ["name", "id"])?;
    let links = Markup::new(file(LINKS)?)?.pairs("Relationship", ["Id", "Target"])?;
    let kinds = Markup::new(file(LINKS)?)?.pairs("Relationship", ["Type", "Target"])?;
    let shared = kinds.iter().find(|(kind, _)| kind.ends_with("/sharedStrings")).map(|(_, target)| within(target));
    let home = |wanted: &SheetWanted| {
        let id = sheets.iter().find(|(name, _)| *name == wanted.name).map(|(_, id)| id)?;
        links.iter().find(|(link, _)| link == id).map(|(_, target)| within(target))
    };
    let homes: Vec<(&SheetWanted, String)> = wanted.iter().filter_map(|wanted| Some((wanted, home(wanted)?))).collect();
    let is_needed = |name: &str| shared.as_deref() == Some(name) || homes.iter().any(|(_, home)| home == name);
    let files = unzip_some(bytes, is_needed)?;
    let file = |name: &str| files.iter().find(|it| it.name == name).map(|it| it.bytes.as_slice()).ok_or(BookFault::Damaged);
    let words = shared.as_deref().map_or(Ok(Vec::new()), |name| Markup::new(file(name)?)?.shared())?;
    let mut left = Left { words: MOST_WORDS, cells: MOST_CELLS };
    homes.iter().map(|(wanted, home)| sheet(wanted, Markup::new(file(home)?)?, &words, &mut left)).collect()
}

/// The file that something links to: from the workbook's folder, or from the top.
fn within(target: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned)
}

/// How much is still read.
struct Left {
    words: usize,
    cells: usize,
}

fn sheet(wanted: &SheetWanted, mut markup: Markup<'_>, shared: &[String], left: &mut Left) -> Result<SheetRead, BookFault> {
    let mut read = SheetRead { name: wanted.name.clone(), ..SheetRead::default() };
    // Which column of the sheet is which of those that are wanted.
    let mut columns: Vec<(u32, usize)> = Vec::new();
    if wanted.heads.is_empty() {
        columns.extend((0..wanted.first).zip(0..));
    }
    let mut at = (0, 0);
    while let Some(RawCell { row, column, value }) = markup.cell(&mut at)? {
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
        let words = left.words(&value, shared)?;
        if is_head {
            let of = wanted.heads.iter().position(|head| Some(head) == words.as_ref());
            columns.extend(of.map(|of| (column, of)));
            read.heads.extend(of);
        } else if let Some(column) = of.filter(|_| words.as_deref() != Some("")) {
            read.cells.push(CellRead { row: number, column, words });
        }
    }
    Ok(read)
}

impl Left {
    /// What stands in a cell, as somebody typed it; nothing where that is more than a cell holds. The same words in many cells stand in a file
    /// once: what is read is counted as often as it is taken.
    fn words(&mut self, value: &RawValue, shared: &[String]) -> Result<Option<String>, BookFault> {
        let words = match value {
            RawValue::Nothing => "",
            RawValue::Shared(at) => shared.get(*at).map_or("", String::as_str),
            RawValue::Words(words) => words,
        };
        self.words = self.words.checked_sub(words.len()).ok_or(BookFault::TooLarge)?;
        self.cells = self.cells.checked_sub(1).ok_or(BookFault::TooLarge)?;
        let fits = words.len() <= LONGEST_CELL || words.encode_utf16().count() <= LONGEST_CELL;
        Ok(fits.then(|| as_in_cell(words)))
    }
}
