//! Every word of the screen, one file per language. There is one language so far.

mod en;
mod en_results;

pub use en::*;
pub use en_results::*;
