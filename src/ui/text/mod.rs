//! Every word of the screen, one folder per language. There is one language so far.

mod en;

pub use en::*;
