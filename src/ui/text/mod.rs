//! Every word of the screen, one folder per language. There is one language so far.
//!
//! The files of the first language, `en/`, say which texts there are: what is `pub` in them can be used as `t::NAME` or
//! `t::name(..)` everywhere in the screen. `build.rs` makes these items from them; each gives the text of the language that is chosen.
//! What is only for other texts of the same language is `pub(super)`. Keys, ids and addresses are no texts: they stand where they
//! are used, and a text is found by the value that it is about.

mod en;
mod file_words;
pub mod intl;
mod language;
mod lines;
#[cfg(feature = "made-up-language")]
mod made_up;
mod words;

pub use file_words::{
    answer_book_words, decision_log_words, fleet_book_words, plan_words, review_words, trade_words, workbook_words,
};
pub use language::{Language, language, tag};
#[cfg(feature = "ui")]
pub use language::{choose, language_now_and_later};
pub use lines::on_lines;
#[cfg(feature = "made-up-language")]
pub use made_up::as_made_up;

include!(concat!(env!("OUT_DIR"), "/words.rs"));
