//! The pages, one per step of the way.

mod about;
mod assess;
mod full;
mod full_indicator;
mod import;
mod not_found;
mod practice_parts;
mod quick;
mod results;
mod results_gaps;
mod results_table;
mod session_frame;
mod set_up;
mod set_up_people;
mod share;
mod start;
mod start_list;
mod target_card;
mod targets;

pub use about::AboutPage;
pub use assess::AssessPage;
pub use full::FullPage;
pub use not_found::NotFoundPage;
pub use quick::QuickPage;
pub use results::ResultsPage;
pub use session_frame::SessionFrame;
pub use set_up::SetUpPage;
pub use share::SharePage;
pub use start::StartPage;
pub use targets::TargetsPage;
