//! What the shortcuts of an installed app name: `?new` begins something new, `?last` goes on with what was changed last.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::start::begin_session;
use crate::store::Entry;
use crate::ui::office::office;

/// Whether the address names something to do at once. For that the first screen can't be left as it is.
pub fn is_asked_for() -> bool {
    use_query_map().with_untracked(|query| ["profile", "new", "last"].iter().any(|name| query.get(name).is_some()))
}

/// Does what a shortcut names. It takes the place of this page: coming back here would only lead there again.
pub fn follow(entries: &[Entry]) {
    let (office, navigate) = (office(), use_navigate());
    let (new, last) = use_query_map().with_untracked(|query| (query.get("new").is_some(), query.get("last").is_some()));
    let go = move |address: &str| navigate(address, NavigateOptions { replace: true, ..NavigateOptions::default() });
    if new {
        leptos::task::spawn_local(async move {
            office.loaded().await;
            match begin_session(office, None) {
                Ok(slot) => go(&format!("/s/{slot}/setup")),
                Err(why) => office.say(why, None),
            }
        });
    } else if let Some(entry) = entries.first().filter(|_| last) {
        go(&format!("/s/{}/{}", entry.slot, office.place(&entry.slot)));
    }
}
