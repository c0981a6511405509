//! The words of the screen in English, one file per page.

mod about;
mod assess;
mod envelope;
mod files;
mod fold;
mod frame;
mod interview;
mod opening;
mod results;
mod set_up;
mod share;
mod start;
mod targets;

pub use about::*;
pub use assess::*;
pub use envelope::*;
pub use files::*;
pub use fold::*;
pub use frame::*;
pub use interview::*;
pub use opening::*;
pub use results::*;
pub use set_up::*;
pub use share::*;
pub use start::*;
pub use targets::*;
