//! What stands around every page: the routes, the first screen, the frame of an open session, and loading code when it is needed.

pub mod app;
pub mod first_screen;
pub mod lazy;
pub mod not_found;
pub mod parts;
pub mod session_frame;
