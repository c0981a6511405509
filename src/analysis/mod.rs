//! What follows: pure functions from what is asked and what was said to what people see.
//!
//! Start with [`results`]; each number in it comes from one of the small rules beside it.

mod current;
mod fit;
mod groups;
mod missing;
mod progress;
mod results;
mod said;

pub use current::{Basis, Current, NearMiss, Reading, Standing};
pub use fit::{Fit, Gap, ScopeFit};
pub use groups::GroupResult;
pub use missing::{MissingIndicator, MissingLevel, missing};
pub use progress::{Count, Progress, progress};
pub use results::{PracticeResult, Results, results};
pub use said::{Said, Verdict};
