//! Pieces that pages share; each does one thing.

mod envelope_steps;
mod fit_mark;
mod history_buttons;
mod key_help;
mod level_mark;
mod notice_bar;
mod page_head;
mod part_switch;
mod problems;
mod progress_bar;
mod save_raw;
mod saved_mark;
mod segmented;
mod settle;
mod settle_form;
mod steps;
mod text_field;
mod who_answers;

pub use envelope_steps::EnvelopeSteps;
pub use fit_mark::{FitMark, ScopeFitMark};
pub use history_buttons::HistoryButtons;
pub use key_help::{KeyHelp, single_keys_are_on};
pub use level_mark::{CurrentMark, LevelMark};
pub use notice_bar::NoticeBar;
pub use page_head::{PageHead, Visited};
pub use part_switch::PartSwitch;
pub use problems::BadFiles;
pub use progress_bar::ProgressBar;
pub use save_raw::SaveRaw;
pub use saved_mark::SavedMark;
pub use segmented::{Choice, Segmented};
pub use settle::{Settle, SettleAt, statement, subject_key};
pub use steps::Steps;
pub use text_field::{TextArea, TextField};
pub use who_answers::{AnsweringAs, WhoAnswers, person_words};
