//! What pages share: the open session, the state of the whole app, the library, files on their way in.

pub mod app_state;
pub mod book;
pub mod crossrefs;
pub mod file_fault;
pub mod files_given;
pub mod import_queue;
pub mod language;
pub mod library;
pub mod open_session;
