//! The words of the screen in English, one file per page.

mod about;
mod assess;
mod check;
mod envelope;
mod evidence;
mod files;
mod fold;
mod frame;
mod full;
mod interview;
mod keys;
mod opening;
mod results;
mod search;
mod set_up;
mod share;
mod start;
mod targets;

pub use about::*;
pub use assess::*;
pub use check::*;
pub use envelope::*;
pub use evidence::*;
pub use files::*;
pub use fold::*;
pub use frame::*;
pub use full::*;
pub use interview::*;
pub use keys::*;
pub use opening::*;
pub use results::*;
pub use search::*;
pub use set_up::*;
pub use share::*;
pub use start::*;
pub use targets::*;
