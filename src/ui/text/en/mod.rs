//! The words of the screen in English, one file per page.

mod about;
mod assess;
mod evidence;
mod files;
mod frame;
mod full;
mod interview;
mod keys;
mod opening;
mod people;
mod results;
mod set_up;
mod share;
mod start;
mod targets;

pub use about::*;
pub use assess::*;
pub use evidence::*;
pub use files::*;
pub use frame::*;
pub use full::*;
pub use interview::*;
pub use keys::*;
pub use opening::*;
pub use people::*;
pub use results::*;
pub use set_up::*;
pub use share::*;
pub use start::*;
pub use targets::*;
