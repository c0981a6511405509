//! The present targets as a profile of one's own.

use leptos::prelude::*;

use crate::exchange::{ProfileName, profile_id, write_profile};
use crate::model::Edition;
use crate::ui::browser::{clock, download};
use crate::ui::components::TextField;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Saves the present targets as a profile file.
#[component]
pub fn OwnProfile() -> impl IntoView {
    let open_session = open_session();
    let name = RwSignal::new(String::new());
    let save = move |_| {
        let words = match name.with_untracked(|name| save(open_session, name)) {
            Ok(file) => t::exported(&file),
            Err(why) => why.to_owned(),
        };
        app_state().say(words, None);
    };
    view! {
        <details class="card help">
            <summary>{t::OWN_PROFILE}</summary>
            <p>{t::OWN_PROFILE_WORDS}</p>
            <TextField id="own-profile-name" label=t::OWN_PROFILE_NAME value=name on_type=move |typed: String| name.set(typed) />
            <p><button type="button" class="button" on:click=save>{t::SAVE_PROFILE}</button></p>
        </details>
    }
}

fn save(open_session: OpenSession, name: &str) -> Result<String, &'static str> {
    let today = clock::today().to_string();
    let edition = Edition::try_from(today).map_err(|_| t::CANT_DOWNLOAD)?;
    let id = profile_id(name).ok_or(t::NAME_THE_PROFILE)?;
    let file = format!("{id}.json");
    let called = ProfileName {
        id,
        edition,
        name: name.trim().to_owned(),
        language: t::tag().to_owned(),
        no_reason: t::NO_REASON_GIVEN.to_owned(),
        notice: t::OWN_PROFILE_NOTICE.to_owned(),
    };
    let asked = open_session.asked.get_untracked();
    let written = open_session.session.with_untracked(|session| write_profile(session, &asked, &called));
    let text = written.map_err(|_| t::CANT_DOWNLOAD)?;
    download::download(&file, "application/json", &text).map_err(|_| t::CANT_DOWNLOAD)?;
    Ok(file)
}
