//! What has to be said about the safety of the open session: that there is no room, or that it is time to export.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::exchange::copy_name;
use crate::store::{SaveError, StorageError};
use crate::ui::browser::{clock, download, page};
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, Saved, open_session};
use crate::ui::text as t;

/// What has to be said, the worst first.
#[derive(Clone, Copy, PartialEq)]
enum Danger {
    NoRoom,
    TooLarge,
    NearlyTooLarge(usize),
    None,
}

fn danger(open_session: OpenSession) -> Danger {
    let nearly = move || open_session.nearly_too_large().map_or(Danger::None, Danger::NearlyTooLarge);
    match open_session.saved.get() {
        Saved::No(SaveError::Storage(StorageError::Full)) => Danger::NoRoom,
        Saved::No(SaveError::TooLarge { .. }) => Danger::TooLarge,
        _ => nearly(),
    }
}

/// A lasting banner while the latest changes are not stored or soon would not be; else, where files are made and much was changed since
/// the last export, a reminder: nowhere else does it stand between people and what they do.
#[component]
pub fn KeepSafe() -> impl IntoView {
    let open_session = open_session();
    let danger = Memo::new(move |_| danger(open_session));
    move || match danger.get() {
        Danger::NoRoom => view! { <Banner words=t::NO_ROOM.to_owned() is_lost=true make_room=true /> }.into_any(),
        Danger::TooLarge => view! { <Banner words=t::TOO_LARGE.to_owned() is_lost=true make_room=false /> }.into_any(),
        Danger::NearlyTooLarge(bytes) => {
            view! { <Banner words=t::nearly_too_large(bytes) is_lost=false make_room=false /> }.into_any()
        }
        Danger::None => view! { <Remind /> }.into_any(),
    }
}

#[component]
fn Banner(
    words: String,
    /// Whether something is lost with the page.
    is_lost: bool,
    /// Whether deleting something else would help.
    make_room: bool,
) -> impl IntoView {
    let make_room = make_room.then(|| view! { <A href=page::link("/settings") attr:class="button">{t::MAKE_ROOM}</A> });
    view! {
        <div class="banner banner-warning keep-safe" role=if is_lost { "alert" } else { "status" }>
            <p>{words}</p>
            <div class="actions"><ExportNow /> {make_room}</div>
        </div>
    }
}

#[component]
fn Remind() -> impl IntoView {
    let open_session = open_session();
    let path = use_location().pathname;
    // Looked at only on the way to another page: nothing moves under the hand of whoever is answering.
    let reminder = Memo::new(move |_| {
        let is_at_share = path.with(|path| SessionPage::of_path(path) == Some(SessionPage::Share));
        open_session.reminder().filter(|_| is_at_share && open_session.saved.get_untracked() == Saved::Yes)
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
    let name =
        open_session.session.with_untracked(|session| copy_name(session, open_session.answering().as_ref(), clock::today()));
    let done = open_session.file().is_some_and(|file| download::download(&name, "application/json", &file).is_ok());
    open_session.exported(done);
    app_state().say(if done { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
}
