//! What stands around every page: the routes, the first screen, the frame of an open session, and loading code when it is needed.

pub mod app;
pub mod first_screen;
pub mod lazy;
mod model_gone;
pub mod not_found;
pub mod parts;
pub mod session_frame;
