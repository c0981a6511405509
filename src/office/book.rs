//! A workbook as a file. What is a text is written as a text, whatever it looks like: there is no way here to write a formula.

use std::collections::HashMap;

use super::markup::{Written, is_allowed};
use super::package::{Link, Part, links, package};
use crate::exchange::{Book, BookCell, BookChoices, BookSheet};

/// The language of workbooks.
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// What links are named in.
const LINKED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// How a cell looks: its place in the list of looks in [`styles`].
#[derive(Clone, Copy)]
enum Look {
    Head = 1,
    Number = 2,
    Text = 3,
    Day = 4,
    ToFill = 5,
}

impl Look {
    fn key(self) -> String {
        (self as u8).to_string()
    }
}

/// The words of cells, each once; cells name them by their place.
#[derive(Default)]
struct Shared<'a> {
    places: HashMap<&'a str, usize>,
    words: Vec<&'a str>,
    used: usize,
}

impl<'a> Shared<'a> {
    fn place(&mut self, words: &'a str) -> String {
        self.used += 1;
        let next = self.words.len();
        let place = *self.places.entry(words).or_insert(next);
        if place == next {
            self.words.push(words);
        }
        place.to_string()
    }

    fn written(&self) -> Vec<u8> {
        let (used, count) = (self.used.to_string(), self.words.len().to_string());
        let mut file = Written::new("sst", &[("xmlns", MAIN), ("count", &used), ("uniqueCount", &count)]);
        for words in &self.words {
            file.begin("si", &[]);
            file.words("t", &escaped(words));
            file.end();
        }
        file.finish()
    }
}

/// Writes a workbook as .xlsx. The same workbook makes the same bytes.
///
/// # Errors
/// When a list to choose from has more words than a spreadsheet takes.
pub fn write_book(book: &Book) -> Result<Vec<u8>, String> {
    let mut shared = Shared::default();
    let mut parts = vec![workbook(book)];
    for (sheet, number) in book.sheets.iter().zip(1..) {
        let bytes = worksheet(sheet, number == 1, &mut shared)?;
        parts.push(Part {
            name: format!("xl/worksheets/sheet{number}.xml"),
            kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
            bytes,
        });
    }
    parts.push(Part {
        name: "xl/sharedStrings.xml".to_owned(),
        kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
        bytes: shared.written(),
    });
    parts.push(Part {
        name: "xl/styles.xml".to_owned(),
        kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
        bytes: styles(),
    });
    let count = book.sheets.len();
    let mut all: Vec<Link> =
        (1..=count).map(|number| Link::new(number, "worksheet", format!("worksheets/sheet{number}.xml"))).collect();
    all.push(Link::new(count + 1, "sharedStrings", "sharedStrings.xml"));
    all.push(Link::new(count + 2, "styles", "styles.xml"));
    parts.push(links("xl/_rels/workbook.xml.rels", &all));
    package(parts)
}

fn workbook(book: &Book) -> Part {
    let mut file = Written::new("workbook", &[("xmlns", MAIN), ("xmlns:r", LINKED)]);
    file.begin("bookViews", &[]);
    file.empty("workbookView", &[("activeTab", "0")]);
    file.end();
    file.begin("sheets", &[]);
    for (sheet, number) in book.sheets.iter().zip(1..) {
        let (number, id) = (number.to_string(), format!("rId{number}"));
        let state = if sheet.is_hidden { "hidden" } else { "visible" };
        file.empty("sheet", &[("name", &sheet.name), ("sheetId", &number), ("state", state), ("r:id", &id)]);
    }
    Part {
        name: "xl/workbook.xml".to_owned(),
        kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        bytes: file.finish(),
    }
}

fn worksheet<'a>(sheet: &'a BookSheet, is_first: bool, shared: &mut Shared<'a>) -> Result<Vec<u8>, String> {
    let mut file = Written::new("worksheet", &[("xmlns", MAIN)]);
    let has_heads = !sheet.heads.is_empty();
    view(&mut file, is_first, has_heads);
    if !sheet.columns.is_empty() {
        file.begin("cols", &[]);
        for (column, number) in sheet.columns.iter().zip(1..) {
            let (at, width) = (number.to_string(), column.width.to_string());
            file.empty("col", &[("min", &at), ("max", &at), ("width", &width), ("customWidth", "1")]);
        }
        file.end();
    }
    file.begin("sheetData", &[]);
    if has_heads {
        row(&mut file, 1, sheet.heads.iter().map(|words| Some((Content::Words(words), Look::Head))), shared);
    }
    for (cells, number) in sheet.rows.iter().zip(1 + usize::from(has_heads)..) {
        let cells = cells.iter().enumerate().map(|(at, cell)| {
            let is_filled_in = sheet.columns.get(at).is_some_and(|column| column.is_filled_in);
            content(cell, is_filled_in)
        });
        row(&mut file, number, cells, shared);
    }
    file.end();
    choices(&mut file, sheet)?;
    Ok(file.finish())
}

/// Heads stay in sight.
fn view(file: &mut Written, is_first: bool, has_heads: bool) {
    file.begin("sheetViews", &[]);
    file.begin("sheetView", &[("tabSelected", if is_first { "1" } else { "0" }), ("workbookViewId", "0")]);
    if has_heads {
        file.empty("pane", &[("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen")]);
        file.empty("selection", &[("pane", "bottomLeft")]);
    }
    file.end();
    file.end();
}

/// What stands in a cell.
enum Content<'a> {
    Nothing,
    Words(&'a str),
    Number(u64),
}

fn content(cell: &BookCell, is_filled_in: bool) -> Option<(Content<'_>, Look)> {
    let text = if is_filled_in { Look::ToFill } else { Look::Text };
    match cell {
        BookCell::Empty => is_filled_in.then_some((Content::Nothing, text)),
        BookCell::Text(words) => Some((Content::Words(words), text)),
        BookCell::Number(number) => Some((Content::Number(*number), Look::Number)),
        BookCell::Day(day) => Some((Content::Number((*day).into()), Look::Day)),
    }
}

fn row<'a>(file: &mut Written, number: usize, cells: impl Iterator<Item = Option<(Content<'a>, Look)>>, shared: &mut Shared<'a>) {
    file.begin("row", &[("r", &number.to_string())]);
    for (cell, at) in cells.zip(0..) {
        let Some((content, look)) = cell else { continue };
        let (name, look) = (format!("{}{number}", letters(at)), look.key());
        match content {
            Content::Nothing => file.empty("c", &[("r", &name), ("s", &look)]),
            Content::Words(words) => {
                file.begin("c", &[("r", &name), ("s", &look), ("t", "s")]);
                file.value("v", &shared.place(words));
                file.end();
            }
            Content::Number(number) => {
                file.begin("c", &[("r", &name), ("s", &look)]);
                file.value("v", &number.to_string());
                file.end();
            }
        }
    }
    file.end();
}

/// The lists to choose from.
fn choices(file: &mut Written, sheet: &BookSheet) -> Result<(), String> {
    let first = 1 + usize::from(!sheet.heads.is_empty());
    let last = first + sheet.rows.len() - 1;
    let all: Vec<(usize, &BookChoices)> =
        sheet.columns.iter().enumerate().filter_map(|(at, column)| Some((at, column.choices.as_ref()?))).collect();
    if all.is_empty() || sheet.rows.is_empty() {
        return Ok(());
    }
    file.begin("dataValidations", &[("count", &all.len().to_string())]);
    for (at, choices) in all {
        let cells = format!("{0}{first}:{0}{last}", letters(at));
        let list = [("type", "list"), ("allowBlank", "1"), ("showInputMessage", "1"), ("showErrorMessage", "1")];
        file.begin("dataValidation", &[list.as_slice(), &[("error", &choices.otherwise), ("sqref", &cells)]].concat());
        file.value("formula1", &listed(&choices.words)?);
        file.end();
    }
    file.end();
    Ok(())
}

/// Words as a list that spreadsheets offer.
fn listed(words: &[String]) -> Result<String, String> {
    // As many letters as spreadsheets take.
    const LONGEST: usize = 255;
    let all = words.join(",");
    if all.encode_utf16().count() > LONGEST || words.iter().any(|word| word.contains([',', '"'])) {
        return Err(all);
    }
    Ok(format!("\"{all}\""))
}

/// The name of a column, from 0.
fn letters(column: usize) -> String {
    let mut name = String::new();
    let mut left = column + 1;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
        name.insert(0, char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    name
}

/// Words as the format writes them: signs that no markup may have by their number, and what looks like that, too.
fn escaped(words: &str) -> String {
    let mut text = String::new();
    for (at, sign) in words.char_indices() {
        let rest = words.get(at..).unwrap_or_default();
        let digits = rest.strip_prefix("_x").and_then(|rest| rest.get(..5)).and_then(|rest| rest.strip_suffix('_'));
        if digits.is_some_and(|digits| digits.bytes().all(|it| it.is_ascii_hexdigit())) {
            text.push_str("_x005F_");
        } else if is_allowed(sign) && sign != '\r' {
            text.push(sign);
        } else {
            text.push_str(&format!("_x{:04X}_", u32::from(sign)));
        }
    }
    text
}

fn styles() -> Vec<u8> {
    let mut file = Written::new("styleSheet", &[("xmlns", MAIN)]);
    file.begin("numFmts", &[("count", "1")]);
    file.empty("numFmt", &[("numFmtId", "164"), ("formatCode", "yyyy\\-mm\\-dd")]);
    file.end();
    file.begin("fonts", &[("count", "2")]);
    for is_bold in [false, true] {
        file.begin("font", &[]);
        if is_bold {
            file.empty("b", &[]);
        }
        file.empty("sz", &[("val", "11")]);
        file.empty("name", &[("val", "Calibri")]);
        file.empty("family", &[("val", "2")]);
        file.end();
    }
    file.end();
    // The first two are what every workbook begins with.
    file.begin("fills", &[("count", "4")]);
    for (pattern, color) in [("none", None), ("gray125", None), ("solid", Some("FFE6ECEF")), ("solid", Some("FFFFFBE6"))] {
        file.begin("fill", &[]);
        file.begin("patternFill", &[("patternType", pattern)]);
        if let Some(color) = color {
            file.empty("fgColor", &[("rgb", color)]);
            file.empty("bgColor", &[("indexed", "64")]);
        }
        file.end();
        file.end();
    }
    file.end();
    file.begin("borders", &[("count", "1")]);
    file.begin("border", &[]);
    for side in ["left", "right", "top", "bottom", "diagonal"] {
        file.empty(side, &[]);
    }
    file.end();
    file.end();
    file.begin("cellStyleXfs", &[("count", "1")]);
    file.empty("xf", &[("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")]);
    file.end();
    // Number format (49 is text), font, fill: in the order of [`Look`].
    let looks = [("0", "0", "0"), ("0", "1", "2"), ("0", "0", "0"), ("49", "0", "0"), ("164", "0", "0"), ("49", "0", "3")];
    file.begin("cellXfs", &[("count", &looks.len().to_string())]);
    for ((format, font, fill), at) in looks.into_iter().zip(0..) {
        let of = [("numFmtId", format), ("fontId", font), ("fillId", fill), ("borderId", "0"), ("xfId", "0")];
        if at == 0 {
            file.empty("xf", &of);
            continue;
        }
        let apply = [("applyNumberFormat", "1"), ("applyFont", "1"), ("applyFill", "1"), ("applyAlignment", "1")];
        file.begin("xf", &[of.as_slice(), &apply].concat());
        file.empty("alignment", &[("vertical", "top"), ("wrapText", "1")]);
        file.end();
    }
    file.end();
    file.begin("cellStyles", &[("count", "1")]);
    file.empty("cellStyle", &[("name", "Normal"), ("xfId", "0"), ("builtinId", "0")]);
    file.end();
    file.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_their_names() {
        assert_eq!([0, 25, 26, 701, 702, 16_383].map(letters), ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn signs_that_no_markup_may_have_are_written_by_their_number() {
        assert_eq!(escaped("a\u{1}_x0041_b\n_x_xyz"), "a_x0001__x005F_x0041_b\n_x_xyz");
    }

    #[test]
    fn a_list_that_no_spreadsheet_takes_is_refused() {
        assert_eq!(listed(&["Met".to_owned(), "Don’t know".to_owned()]), Ok("\"Met,Don’t know\"".to_owned()));
        assert!(listed(&["a,b".to_owned()]).is_err() && listed(&vec!["word".to_owned(); 60]).is_err());
    }
}
