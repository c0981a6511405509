//! Answer sheets as files of spreadsheets: written, and read back as cells.
//!
//! All cells that people fill in are texts: a spreadsheet leaves zeros in front, long numbers and what looks like a day or a formula as they
//! were typed. What somebody typed is always written as a text, never as a formula.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Reader, Xlsx};
use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::exchange::{AnswerRow, FilledRow, LONGEST_CELL, UnzipError, WentOut, answers_to_choose, as_in_cell, fits_unpacked};
use crate::session::SessionId;
use crate::ui::text as t;

/// How many rows are read: far more than a model has statements.
const MOST_ROWS: u32 = 50_000;

/// How many bytes of words are read: what a person can write into a sheet, many times over.
const MOST_WORDS: usize = 20_000_000;

/// The columns, in their order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Practice,
    Level,
    Statement,
    Answer,
    Reason,
    Note,
    ShownBy,
    Id,
}

impl Column {
    const ALL: [(Self, f64); 8] = [
        (Self::Practice, 24.0),
        (Self::Level, 6.0),
        (Self::Statement, 60.0),
        (Self::Answer, 16.0),
        (Self::Reason, 36.0),
        (Self::Note, 36.0),
        (Self::ShownBy, 40.0),
        (Self::Id, 24.0),
    ];

    fn head(self) -> &'static str {
        match self {
            Self::Practice => t::FILL_IN_PRACTICE.get(),
            Self::Level => t::FILL_IN_LEVEL.get(),
            Self::Statement => t::FILL_IN_STATEMENT.get(),
            Self::Answer => t::FILL_IN_ANSWER.get(),
            Self::Reason => t::FILL_IN_REASON.get(),
            Self::Note => t::FILL_IN_NOTE.get(),
            Self::ShownBy => t::FILL_IN_SHOWN_BY.get(),
            Self::Id => t::FILL_IN_ID.get(),
        }
    }

    const fn is_filled_in(self) -> bool {
        matches!(self, Self::Answer | Self::Reason | Self::Note)
    }

    fn cell(self, row: &AnswerRow) -> String {
        match self {
            Self::Practice => row.practice.clone(),
            Self::Level => row.level.to_string(),
            Self::Statement => row.statement.clone(),
            Self::Answer => filled_in(row, 0),
            Self::Reason => filled_in(row, 1),
            Self::Note => filled_in(row, 2),
            Self::ShownBy => row.shown_by.clone(),
            Self::Id => row.id.to_string(),
        }
    }
}

fn filled_in(row: &AnswerRow, at: usize) -> String {
    row.filled_in(t::answer_to_choose).into_iter().nth(at).unwrap_or_default()
}

/// A filled sheet.
#[derive(Default)]
pub struct Filled {
    /// The assessment that it was made from; may be empty where somebody took that away.
    pub session: String,
    /// Its rows.
    pub rows: Vec<FilledRow>,
    /// Rows with words that are longer than a cell: cut, they would say something else.
    pub too_long: Vec<usize>,
    /// The first row that is beyond those that are read.
    pub beyond: Option<usize>,
}

/// The file: the statements, with a list of answers to choose from in each row; how to fill it in; and from which assessment it is.
pub fn write(rows: &[AnswerRow], session: &SessionId, system: &str) -> Result<Vec<u8>, String> {
    written(rows, session, system).map_err(|error| error.to_string())
}

fn written(rows: &[AnswerRow], session: &SessionId, system: &str) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let head = Format::new().set_bold().set_background_color(Color::RGB(0x00E6_ECEF)).set_text_wrap();
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let to_fill = plain.clone().set_num_format("@").set_background_color(Color::RGB(0x00FF_FBE6));
    let sheet = book.add_worksheet().set_name(t::FILL_IN_ANSWERS.get())?;
    for (column, (of, width)) in (0_u16..).zip(Column::ALL) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, of.head(), &head)?;
        for (row, it) in (1_u32..).zip(rows) {
            let format = if of.is_filled_in() { &to_fill } else { &plain };
            text(sheet, row, column, &of.cell(it), format)?;
        }
        if of == Column::Answer && !rows.is_empty() {
            let answers = answers_to_choose();
            let words: Vec<&str> = answers.iter().map(t::answer_to_choose).collect();
            let choice = DataValidation::new().allow_list_strings(&words)?.set_error_message(t::FILL_IN_CHOOSE.get())?;
            let last = u32::try_from(rows.len()).unwrap_or(MOST_ROWS);
            sheet.add_data_validation(1, column, last, column, &choice)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let help = book.add_worksheet().set_name(t::FILL_IN_HELP.get())?;
    help.set_column_width(0, 100)?;
    for (row, line) in (0_u32..).zip(t::sheet_help(system).lines()) {
        text(help, row, 0, line, &plain)?;
    }
    let about = book.add_worksheet().set_name(t::FILL_IN_ABOUT.get())?;
    text(about, 0, 0, session.as_str(), &plain)?;
    // What stood in each row when the sheet went out, for when it comes back.
    for (row, it) in (1_u32..).zip(rows) {
        text(about, row, 0, it.id.as_str(), &plain)?;
        for (column, mark) in (1_u16..).zip(it.went_out(t::answer_to_choose)) {
            text(about, row, column, &mark, &plain)?;
        }
    }
    about.set_hidden(true);
    book.save_to_buffer()
}

/// Writes a text as a text.
fn text(sheet: &mut Worksheet, row: u32, column: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
    let words = as_in_cell(words);
    if words.is_empty() {
        sheet.write_blank(row, column, format)?
    } else {
        sheet.write_string_with_format(row, column, words, format)?
    };
    Ok(())
}

/// Reads a filled sheet. Its columns may have been moved and others added; their heads say what they are.
pub fn read(bytes: &[u8]) -> Result<Filled, String> {
    fits_unpacked(bytes).map_err(|error| t::no_sheet(t::cant_unzip_sheet(error)))?;
    let wrong = |_| t::no_sheet(t::FILL_IN_DAMAGED.get());
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(wrong)?;
    let mut filled = Filled::default();
    let mut left = MOST_WORDS;
    let mut out: HashMap<String, WentOut> = HashMap::new();
    if let Ok(mut cells) = book.worksheet_cells_reader(t::FILL_IN_ABOUT.get()) {
        let mut id = (0, String::new());
        while let Ok(Some(cell)) = cells.next_cell() {
            let (row, column) = cell.get_position();
            if row > MOST_ROWS || column > 3 {
                continue;
            }
            let words = within(&mut left, cell.get_value())?.0;
            match (usize::try_from(column).unwrap_or_default().checked_sub(1), row) {
                (None, 0) => filled.session = words,
                (None, _) => {
                    out.entry(words.clone()).or_default();
                    id = (row, words);
                }
                (Some(at), _) if id.0 == row => {
                    if let Some(mark) = out.get_mut(&id.1).and_then(|marks| marks.get_mut(at)) {
                        *mark = words;
                    }
                }
                (Some(_), _) => {}
            }
        }
    }
    let mut columns = Vec::new();
    // Cell by cell: a sheet with one cell in its last corner takes no more room than that.
    let mut cells = book.worksheet_cells_reader(t::FILL_IN_ANSWERS.get()).map_err(wrong)?;
    while let Some(cell) = cells.next_cell().map_err(wrong)? {
        let (row, column) = cell.get_position();
        if row == 0 {
            let (words, _) = within(&mut left, cell.get_value())?;
            columns.extend(Column::ALL.into_iter().find(|(it, _)| it.head() == words).map(|(it, _)| (column, it)));
            continue;
        }
        let Some((_, of)) = columns.iter().find(|(at, it)| *at == column && (it.is_filled_in() || *it == Column::Id)) else {
            continue;
        };
        let number = usize::try_from(row).unwrap_or_default() + 1;
        if row > MOST_ROWS {
            filled.beyond = filled.beyond.or(Some(number));
            continue;
        }
        let (words, is_whole) = within(&mut left, cell.get_value())?;
        if !is_whole && filled.too_long.last() != Some(&number) {
            filled.too_long.push(number);
        }
        if words.is_empty() || !is_whole {
            continue;
        }
        if filled.rows.last().is_none_or(|last| last.row != number) {
            filled.rows.push(FilledRow { row: number, ..FilledRow::default() });
        }
        let Some(last) = filled.rows.last_mut() else { continue };
        match of {
            Column::Id => last.id = words,
            Column::Answer => last.answer = words,
            Column::Reason => last.reason = words,
            Column::Note => last.note = words,
            Column::Practice | Column::Level | Column::Statement | Column::ShownBy => {}
        }
    }
    if ![Column::Id, Column::Answer].iter().all(|needed| columns.iter().any(|(_, it)| it == needed)) {
        return Err(t::no_sheet(t::FILL_IN_NO_COLUMNS.get()));
    }
    for row in &mut filled.rows {
        row.went_out = out.get(&row.id).cloned();
    }
    Ok(filled)
}

/// What stands in a cell, as somebody typed it, and whether that is all of it; as long as no more was read than a sheet of ours has. The
/// same words in many cells stand in a file once: what is read is counted as often as it is taken.
fn within(left: &mut usize, value: &DataRef<'_>) -> Result<(String, bool), String> {
    let number;
    let words = match value {
        DataRef::Empty | DataRef::Error(_) => "",
        DataRef::String(words) => words.as_str(),
        DataRef::SharedString(words) => words,
        other => {
            number = Data::from(other.clone()).to_string();
            &number
        }
    };
    // One sign more than a cell holds, so that it is seen where there are more.
    let most = words.char_indices().nth(LONGEST_CELL + 1).map_or(words.len(), |(at, _)| at);
    let words = words.get(..most).unwrap_or_default();
    *left = left.checked_sub(words.len()).ok_or_else(|| t::no_sheet(t::cant_unzip_sheet(UnzipError::TooLarge)))?;
    let is_whole = most == 0 || words.encode_utf16().count() <= LONGEST_CELL;
    Ok((as_in_cell(words), is_whole))
}
