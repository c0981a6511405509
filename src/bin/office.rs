//! What makes and reads files of spreadsheets and word processors, and makes those of other tools, as a program of its own: a worker of the browser runs it, so that the page
//! goes on meanwhile and nobody loads it who does not need it. It knows nothing of what is assessed: what it is given and gives back are plain
//! values, as JSON. How it is asked stands in xtask/programs/worker.mjs.

/// A program has one; here nothing begins by itself.
fn main() {}

#[cfg(target_arch = "wasm32")]
mod door {
    use plumbline::exchange::{Book, BookFault, Dossier, Letter, SheetWanted, TradeForm, trade_file};
    use plumbline::office::{read_book, write_book, write_table, write_word};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// A workbook's file; or what stands against it.
    #[wasm_bindgen]
    pub fn write_workbook(book: &[u8]) -> Result<Vec<u8>, String> {
        let book: Book = serde_json::from_slice(book).map_err(|_| String::new())?;
        write_book(&book)
    }

    /// The table of a sheet to fill in; or what stands against it.
    #[wasm_bindgen]
    pub fn write_answers(book: &[u8]) -> Result<Vec<u8>, String> {
        let book: Book = serde_json::from_slice(book).map_err(|_| String::new())?;
        write_table(&book)
    }

    /// A document's file; or what stands against it.
    #[wasm_bindgen]
    pub fn write_document(letter: &[u8]) -> Result<Vec<u8>, String> {
        let letter: Letter = serde_json::from_slice(letter).map_err(|_| String::new())?;
        write_word(&letter)
    }

    /// What an assessment says in a form for another tool; or what stands against it.
    #[wasm_bindgen]
    pub fn write_trade(told: &[u8]) -> Result<Vec<u8>, String> {
        let (form, told): (TradeForm, Dossier) = serde_json::from_slice(told).map_err(|_| String::new())?;
        trade_file(form, &told).map(String::into_bytes)
    }

    /// What is wanted of a workbook's file; or the code of what stands against it.
    #[wasm_bindgen]
    pub fn read_workbook(file: &[u8], wanted: &[u8]) -> Result<Vec<u8>, String> {
        let wanted: Vec<SheetWanted> = serde_json::from_slice(wanted).map_err(|_| String::new())?;
        let read = read_book(file, &wanted).map_err(|fault: BookFault| fault.code().to_owned())?;
        serde_json::to_vec(&read).map_err(|_| String::new())
    }
}
