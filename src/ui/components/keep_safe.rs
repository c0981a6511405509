//! What has to be said about the safety of the open session: that there is no room, or that it is time to export.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::exchange::file_name;
use crate::session::SystemField;
use crate::ui::browser::{clock, download, page};
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, Saved, open_session};
use crate::ui::text as t;

/// A lasting banner while the latest changes find no room; else, where much was changed since the last export, a reminder.
#[component]
pub fn KeepSafe() -> impl IntoView {
    let open_session = open_session();
    let no_room = Memo::new(move |_| open_session.has_no_room());
    move || if no_room.get() { view! { <NoRoom /> }.into_any() } else { view! { <Remind /> }.into_any() }
}

#[component]
fn NoRoom() -> impl IntoView {
    view! {
        <div class="banner banner-warning keep-safe" role="alert">
            <p>{t::NO_ROOM}</p>
            <div class="actions">
                <ExportNow />
                <A href=page::link("/settings") attr:class="button">{t::MAKE_ROOM}</A>
            </div>
        </div>
    }
}

#[component]
fn Remind() -> impl IntoView {
    let open_session = open_session();
    let path = use_location().pathname;
    // Looked at only on the way to another page: nothing moves under the hand of whoever is answering.
    let reminder = Memo::new(move |_| {
        let is_offered_already = path.with(|path| path.ends_with("/share"));
        open_session.reminder().filter(|_| !is_offered_already && open_session.saved.get_untracked() == Saved::Yes)
    });
    move || {
        let due = reminder.get()?;
        let last = due.last.as_ref().map(|last| last.at.map(clock::in_words));
        let words = t::remind(match &last {
            None => t::Reminded::NotYet,
            Some(None) => t::Reminded::SinceFile,
            Some(Some(when)) => t::Reminded::Since(when),
        });
        let put_off = move |_| open_session.remind_later(&due);
        Some(view! {
            <aside class="keep-safe reminder" aria-label=t::EXPORT>
                <p>{words}</p>
                <div class="actions">
                    <ExportNow />
                    <button type="button" class="button plain" on:click=put_off>{t::NOT_NOW}</button>
                </div>
            </aside>
        })
    }
}

/// The button that exports at once.
#[component]
fn ExportNow() -> impl IntoView {
    let open_session = open_session();
    view! { <button type="button" class="button" on:click=move |_| export(open_session)>{t::EXPORT_NOW}</button> }
}

/// Hands the session to the user as a file, and remembers that.
pub fn export(open_session: OpenSession) {
    let name = open_session.session.with_untracked(|session| file_name(session.system(SystemField::Name), clock::today()));
    let done = open_session.file().is_some_and(|file| download::download(&name, "application/json", &file).is_ok());
    open_session.exported(done);
    app_state().say(if done { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
}
