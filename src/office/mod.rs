//! Files of spreadsheets and word processors: made from plain values, and read back into them. No part of the app, which has a program of its
//! own for it (`src/bin/office.rs`) and hands it what stands in [`crate::exchange`] as JSON.

mod bar_picture;
mod book;
mod book_read;
mod markup;
mod package;
mod sheet_xml;
mod table;
mod word;
mod word_body;
mod word_layout;
mod word_styles;

pub use book::write_book;
pub use book_read::read_book;
pub use table::{read_table, write_table};
pub use word::write_word;
