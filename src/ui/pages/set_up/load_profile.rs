//! A profile from a file: checked, kept in this browser, offered like the hosted ones.

use std::borrow::Cow;
use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::{LARGEST, ReadError, text_of};
use crate::model::{Model, read_profile};
use crate::ui::browser::files;
use crate::ui::components::{FaultLines, fault_lines};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::file_fault::FileFault;
use crate::ui::text as t;

/// The button that loads a profile from a file, and what is wrong with it, all at once.
#[component]
pub fn LoadProfile(model: Arc<Model>) -> impl IntoView {
    let app_state = app_state();
    let problems = RwSignal::new(None::<(String, FileFault)>);
    let choose = move |event: web_sys::Event| {
        let Some(file) = files::chosen(&event) else { return };
        let model = Arc::clone(&model);
        leptos::task::spawn_local(async move {
            let kept = read(&file).await.and_then(|text| keep(app_state, &text, &model));
            problems.try_set(kept.err().map(|found| (file.name(), found)));
        });
    };
    view! {
        <label class="button file-button">
            {t::LOAD_PROFILE} <input type="file" class="unseen" accept=".json,application/json" on:change=choose />
        </label>
        <div role="status">
            {move || problems.get().map(|(file, fault)| {
                view! {
                    <div class="banner banner-warning">
                        <p>{t::refused(&file)} ". " {t::NOTHING_CHANGED}</p>
                        <FaultLines lines=fault_lines(&fault) />
                    </div>
                }
            })}
        </div>
    }
}

/// The text of a file.
async fn read(file: &web_sys::File) -> Result<String, FileFault> {
    let size = files::size(file);
    if size > LARGEST {
        return Err(FileFault::TooLarge(size));
    }
    let bytes = files::read(file).await.map_err(|_| FileFault::CantRead)?;
    text_of(&bytes).map(Cow::into_owned).map_err(|error| match error {
        ReadError::OtherEncoding => FileFault::OtherEncoding,
        _ => FileFault::NotText,
    })
}

/// Keeps a profile file in this browser and offers it from now on.
fn keep(app_state: AppState, text: &str, model: &Model) -> Result<(), FileFault> {
    let profile = read_profile(text.as_bytes(), model)?;
    let (store, id, name) = (app_state.store_after_saving(), profile.id.clone(), profile.name.get(t::tag()).to_owned());
    let hosted = app_state.library.with_untracked(|library| {
        let here = library.as_ref().is_some_and(|library| library.profiles.iter().any(|there| there.id == id));
        here && store.profiles().is_ok_and(|own| own.iter().all(|(there, _)| there != id.as_str()))
    });
    if hosted {
        return Err(FileFault::Hosted(id.to_string()));
    }
    let before = store.keep_profile(&id, text).map_err(FileFault::Storage)?;
    app_state.load_library();
    let kept = text.to_owned();
    let undo = move || {
        let there = app_state.store_after_saving().profiles().unwrap_or_default();
        // What another tab put there since stays.
        if !there.iter().any(|(there, text)| there == id.as_str() && *text == kept) {
            return app_state.say(t::CHANGED_SINCE.to_owned(), None);
        }
        let undone = match &before {
            Some(before) => app_state.store_after_saving().keep_profile(&id, before).map(|_| ()),
            None => app_state.store_after_saving().drop_profile(&id),
        };
        if undone.is_ok() {
            app_state.load_library();
        }
    };
    app_state.say(t::profile_loaded(&name), Some(Arc::new(undo)));
    Ok(())
}
