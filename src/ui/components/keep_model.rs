//! Keeping a model that somebody brought on this device.

use leptos::prelude::*;

use crate::model::OwnModel;
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::text as t;

/// Keeps a model on this device and says so, or why not.
pub fn keep_model(app_state: AppState, model: &OwnModel) -> bool {
    let read = &model.model;
    let (title, edition) = (read.title.get(t::tag()), read.edition.as_str());
    match app_state.store_after_saving().keep_model(model) {
        Ok(()) => {
            app_state.say_on_next_page(t::model_kept(title), None);
            true
        }
        Err(error) => {
            app_state.say(t::cant_keep_model(&error, title, edition), None);
            false
        }
    }
}

/// The button that keeps a model which a file brought; nothing where one of its id and edition is here, or comes with the app.
#[component]
pub fn KeepBrought(model: OwnModel) -> impl IntoView {
    let app_state = app_state();
    let (id, edition) = (model.model.id.clone(), model.model.edition.clone());
    let may_be_kept = Memo::new(move |_| {
        app_state.library.with(|library| {
            let library = library.as_ref();
            library.is_some_and(|it| !it.comes_with_the_app(&id) && !it.own.iter().any(|there| there.is(&id, &edition)))
        })
    });
    let model = StoredValue::new(model);
    let keep = move |_| {
        if model.with_value(|model| keep_model(app_state, model)) {
            app_state.load_library();
        }
    };
    move || {
        may_be_kept.get().then(|| {
            view! {
                <div class="actions">
                    <button type="button" class="button" on:click=keep>{t::KEEP_BROUGHT_MODEL}</button>
                </div>
            }
        })
    }
}
