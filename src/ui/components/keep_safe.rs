//! What has to be said about the safety of the open session: that there is no room, or that it is time to export.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::exchange::file_name;
use crate::session::SystemField;
use crate::ui::desk::{Desk, desk};
use crate::ui::doors::{clock, download, page};
use crate::ui::office::office;
use crate::ui::text as t;

/// A lasting banner while the latest changes find no room; else, where much was changed since the last export, a reminder.
#[component]
pub fn KeepSafe() -> impl IntoView {
    let desk = desk();
    let no_room = Memo::new(move |_| desk.has_no_room());
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
    let desk = desk();
    let reminder = desk.reminder();
    // Until so many things were changed, it is put off.
    let later = RwSignal::new(0);
    move || {
        let due = reminder.get().filter(|reminder| reminder.changed >= later.get())?;
        let when = due.last.and_then(|last| last.at).map(clock::in_words);
        let put_off = move |_| later.set(due.changed * 2);
        Some(view! {
            <aside class="keep-safe reminder" aria-label=t::EXPORT>
                <p>{t::remind(due.changed, when.as_deref())}</p>
                <div class="actions">
                    <ExportNow />
                    <button type="button" class="button plain" on:click=put_off>{t::LATER}</button>
                </div>
            </aside>
        })
    }
}

/// The button that exports at once.
#[component]
fn ExportNow() -> impl IntoView {
    let desk = desk();
    view! { <button type="button" class="button" on:click=move |_| export(desk)>{t::EXPORT_NOW}</button> }
}

/// Hands the session to the user as a file, and remembers that.
pub fn export(desk: Desk) {
    let name = desk.session.with_untracked(|session| file_name(session.system(SystemField::Name), clock::today()));
    let done = desk.file().is_some_and(|file| download::download(&name, "application/json", &file).is_ok());
    desk.exported(done);
    office().say(if done { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
}
