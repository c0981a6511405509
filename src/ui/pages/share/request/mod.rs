//! Questions for somebody else: choosing and saving them, and answering them.

mod already;
pub mod answer;
mod asking;
mod draft;
pub mod new;
pub mod practices;
mod sheet;
