//! A sheet to fill in as a table of CSV, for programs that know no workbooks; and what a filled one says.
//!
//! A table has no second sheet. From where a row is, and what stood in it when it went out, stands in its last column.

use std::borrow::Cow;

use csv::{Reader, StringRecord, WriterBuilder};

use crate::exchange::{
    Book, BookCell, BookFault, CellRead, LONGEST_CELL, MARK, ReadError, SheetRead, SheetWanted, as_in_cell, as_it_was, cells_of,
    day_of, harmless, heads_of, text_of, without_sep,
};

/// What stands between the parts of the last column. No id has it.
const PARTS: char = '/';

/// How many of these parts say from which assessment a row is.
const OF_ALL: usize = 4;

/// How many rows are read, and how many bytes: as of a workbook.
const MOST_ROWS: usize = 50_000;
const MOST_BYTES: usize = 20_000_000;

/// The sheet with heads as a table, with what the hidden sheet says as its last column.
///
/// # Errors
/// None that a workbook could cause; what the writer says.
pub fn write_table(book: &Book) -> Result<Vec<u8>, String> {
    let sheet = book.sheets.iter().find(|sheet| !sheet.heads.is_empty());
    let (Some(sheet), Some(about)) = (sheet, book.sheets.iter().find(|sheet| sheet.is_hidden)) else { return Ok(Vec::new()) };
    let mut table = WriterBuilder::new().from_writer(MARK.as_bytes().to_vec());
    let heads = sheet.heads.iter().chain(std::iter::once(&about.name)).cloned().map(harmless);
    table.write_record(heads).map_err(|error| error.to_string())?;
    let (of_all, of_rows) = about.rows.split_first().map_or((&[][..], &[][..]), |(first, rest)| (first.as_slice(), rest));
    for (row, of_row) in sheet.rows.iter().zip(of_rows) {
        let from: Vec<String> = of_all.iter().chain(of_row).map(words).collect();
        let cells = row.iter().map(words).chain(std::iter::once(from.join(&PARTS.to_string())));
        table.write_record(cells.map(harmless)).map_err(|error| error.to_string())?;
    }
    table.into_inner().map_err(|error| error.to_string())
}

fn words(cell: &BookCell) -> String {
    match cell {
        BookCell::Empty => String::new(),
        BookCell::Text(words) => words.clone(),
        BookCell::Number(number) => number.to_string(),
        BookCell::Day(number) => day_of(*number).map(|day| day.to_string()).unwrap_or_default(),
    }
}

/// Reads what is wanted of a table, whatever stands between its cells.
///
/// # Errors
/// When it is no such table, or there is far more in it than in one of ours.
pub fn read_table(bytes: &[u8], wanted: &[SheetWanted]) -> Result<Vec<SheetRead>, BookFault> {
    if bytes.len() > MOST_BYTES {
        return Err(BookFault::TooLarge);
    }
    let text = match text_of(bytes) {
        Ok(text) => text,
        Err(ReadError::OtherEncoding) => return Err(BookFault::OtherEncoding),
        // Whatever stands in a cell of ours comes back, be it no letter of any language.
        Err(_) => Cow::Borrowed(std::str::from_utf8(bytes).map_err(|_| BookFault::Damaged)?.trim_start_matches(MARK)),
    };
    let is_wanted = |head: &str| wanted.iter().any(|it| it.name == head || it.heads.iter().any(|wanted| wanted == head));
    let text = without_sep(&text);
    let (between, heads) = heads_of(text, |head| is_wanted(&cell(head))).ok_or(BookFault::Damaged)?;
    if !heads.iter().any(|head| is_wanted(&cell(head))) {
        return Err(BookFault::Damaged);
    }
    let about = wanted.iter().find(|it| it.heads.is_empty());
    let from: Vec<usize> =
        (0..).zip(&heads).filter(|(_, head)| about.is_some_and(|it| it.name == cell(head))).map(|(at, _)| at).collect();
    wanted.iter().map(|wanted| sheet(wanted, &heads, &from, cells_of(text, between))).collect()
}

/// What stands in a cell, as it was before it was made harmless.
fn cell(words: &str) -> String {
    as_in_cell(&as_it_was(words))
}

/// `from` are the columns that say from where a row is: the first counts.
fn sheet(wanted: &SheetWanted, heads: &StringRecord, from: &[usize], mut rows: Reader<&[u8]>) -> Result<SheetRead, BookFault> {
    let mut read = SheetRead { name: wanted.name.clone(), ..SheetRead::default() };
    let mut columns = Vec::new();
    for (at, head) in heads.iter().enumerate() {
        match wanted.heads.iter().position(|it| *it == cell(head)) {
            Some(of) if !read.heads.contains(&of) => {
                columns.push((at, of));
                read.heads.push(of);
            }
            Some(of) if !read.twice.contains(&of) => read.twice.push(of),
            _ => {}
        }
    }
    let is_about = wanted.heads.is_empty();
    if from.len() > 1 && !is_about {
        read.twice.push(wanted.heads.len());
    }
    let mut of_all = Vec::new();
    for (record, row) in rows.records().skip(1).zip(2_usize..) {
        let record = record.map_err(|_| BookFault::Damaged)?;
        if row > MOST_ROWS {
            read.beyond = Some(row);
            break;
        }
        let parts = from.first().map(|at| cell(record.get(*at).unwrap_or_default()));
        let parts: Option<Vec<&str>> = parts.as_deref().map(|parts| parts.split(PARTS).collect());
        // Whoever typed into the last column takes a row's origin away: nobody knows then what in it is new.
        let is_whole = parts.as_ref().is_none_or(|parts| parts.len() > OF_ALL);
        let mut is_empty = true;
        for (at, column) in &columns {
            let words = record.get(*at).unwrap_or_default();
            let fits = words.len() <= LONGEST_CELL || as_it_was(words).encode_utf16().count() <= LONGEST_CELL;
            let words = fits.then(|| cell(words));
            if words.as_deref() == Some("") {
                continue;
            }
            is_empty = false;
            if is_whole {
                read.cells.push(CellRead { row, column: *column, words, is_number: false });
            }
        }
        if !is_whole && !is_empty {
            read.unmarked.push(row);
        }
        let Some(parts) = parts.filter(|_| is_about && is_whole) else { continue };
        let (whose, marks) = parts.split_at(OF_ALL.min(parts.len()));
        if of_all.is_empty() {
            of_all = whose.iter().map(|it| (*it).to_owned()).collect();
            push(&mut read, 1, whose);
        }
        if of_all != whose {
            return Err(BookFault::Mixed);
        }
        push(&mut read, row, marks);
    }
    Ok(read)
}

fn push(read: &mut SheetRead, row: usize, parts: &[&str]) {
    for (column, words) in parts.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
        read.cells.push(CellRead { row, column, words: Some((*words).to_owned()), is_number: false });
    }
}
