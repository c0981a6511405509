//! The way of the device to send the file, where it has one.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::browser::send::{Sent, can_send, send};
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Sends the session as a file. Nothing where the device sends none.
#[component]
pub fn SendFile(name: Memo<String>) -> impl IntoView {
    let (open_session, app_state) = (open_session(), app_state());
    let press = move |_| {
        let sending = open_session.file().and_then(|file| send(&name.get_untracked(), &file));
        let Some(sending) = sending else {
            app_state.say(t::CANT_SEND.to_owned(), None);
            return;
        };
        spawn_local(async move {
            match sending.await {
                // Whether anybody has it now is not known, so it is no copy to rely on.
                Sent::Taken => app_state.say(t::SENT.to_owned(), None),
                Sent::NotChosen => {}
                Sent::Failed => app_state.say(t::CANT_SEND.to_owned(), None),
            }
        });
    };
    can_send().then(|| {
        view! {
            <button type="button" class="button" aria-describedby="send-hint" on:click=press>{t::SEND_BUTTON}</button>
            <span class="hint" id="send-hint">{t::SEND_HINT}</span>
        }
    })
}
