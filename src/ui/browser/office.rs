//! Makes and reads files of spreadsheets and word processors, and makes those of other tools, in a program of its own (src/bin/office.rs).

use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::exchange::{Book, BookFault, Dossier, Letter, SheetRead, SheetWanted, TradeForm};
use crate::ui::browser::program::{OFFICE, ask, ask_within};

/// For how many milliseconds a file is read: far longer than a sheet of ours takes on a slow device.
const LONGEST: i32 = 60_000;

/// A workbook as a file; nothing where the program could not be loaded, or stopped.
pub async fn workbook(book: &Book) -> Option<Vec<u8>> {
    ask(OFFICE, "write_workbook", &[as_json(book)?]).await.ok()
}

/// A sheet to fill in as a table; nothing where the program could not be loaded, or stopped.
pub async fn table(book: &Book) -> Option<Vec<u8>> {
    ask(OFFICE, "write_answers", &[as_json(book)?]).await.ok()
}

/// A document as a file; nothing where the program could not be loaded, or stopped.
pub async fn document(letter: &Letter) -> Option<Vec<u8>> {
    ask(OFFICE, "write_document", &[as_json(letter)?]).await.ok()
}

/// What an assessment says, in a form for another tool; nothing where the program could not be loaded, or stopped.
pub async fn trade(form: TradeForm, told: &Dossier) -> Option<Vec<u8>> {
    ask(OFFICE, "write_trade", &[as_json(&(form, told))?]).await.ok()
}

/// What is wanted of a file of a workbook.
///
/// # Errors
/// Why it can't be read; nothing where the program could not be loaded, or stopped.
pub async fn sheets(file: &[u8], wanted: &[SheetWanted]) -> Result<Vec<SheetRead>, Option<BookFault>> {
    let given = [Uint8Array::from(file).into(), as_json(&wanted).ok_or(None)?];
    let limit = (LONGEST, BookFault::TooLong.code());
    let read = ask_within(limit, OFFICE, "read_workbook", &given).await.map_err(|code| BookFault::of_code(&code))?;
    serde_json::from_slice(&read).map_err(|_| None)
}

fn as_json(value: &impl Serialize) -> Option<JsValue> {
    Some(Uint8Array::from(serde_json::to_vec(value).ok()?.as_slice()).into())
}
