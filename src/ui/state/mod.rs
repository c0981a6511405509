//! What pages share: the open session, the state of the whole app, the library, files on their way in.

pub mod app_state;
pub mod book;
pub mod crossrefs;
pub mod file_fault;
pub mod files_given;
pub mod first_answer;
pub mod fleet;
pub mod guidance;
pub mod import_queue;
pub mod language;
pub mod library;
pub mod models;
pub mod open_session;
pub mod read_source;
pub mod report_options;

use leptos::prelude::*;

use app_state::AppState;
use first_answer::FirstAnswer;
use import_queue::ImportQueue;

use crate::ui::browser::host_events;

/// Begins with what the first question needs: what was answered to it.
pub fn begin() {
    provide_context(FirstAnswer::recalled());
}

/// Opens the state of the app for the present owner and all below it.
pub fn open() {
    let app_state = AppState::open();
    provide_context(app_state);
    provide_context(ImportQueue::new(app_state));
    host_events::on_leave_asked(move || app_state.may_leave());
}

/// Loads what goes with the models.
pub fn complete() {
    app_state::app_state().load_library();
}
