//! The models that people loaded into this browser: whose they are, as files, and out again.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::name_of_parts;
use crate::model::OwnModel;
use crate::store::OwnModels;
use crate::ui::browser::download;
use crate::ui::components::ModelOrigin;
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::text as t;

/// The models of one's own, those that can't be read at the end; nothing where there is none.
#[component]
pub fn OwnModelList(models: OwnModels, refresh: Callback<()>) -> impl IntoView {
    let OwnModels { models, unreadable } = models;
    (!models.is_empty() || !unreadable.is_empty()).then(|| {
        let rows: Vec<_> = models.into_iter().map(|model| view! { <Row model refresh /> }).collect();
        let bad: Vec<_> = unreadable.into_iter().map(|name| view! { <BadRow name refresh /> }).collect();
        view! {
            <section class="card" id="own-models">
                <h2>{t::OWN_MODELS}</h2>
                <p>{t::OWN_MODELS_WORDS}</p>
                <ul class="rows">{rows} {bad}</ul>
            </section>
        }
    })
}

#[component]
fn Row(model: OwnModel, refresh: Callback<()>) -> impl IntoView {
    let app_state = app_state();
    let title = model.model.title.get(t::tag()).to_owned();
    let (save_label, remove_label) = (t::save_model_named(&title), t::remove_model_named(&title));
    let origin = view! { <ModelOrigin model=&model.model /> };
    let kept = StoredValue::new(model);
    let save = move |_| {
        let (name, text) = kept.with_value(|model| {
            let name = name_of_parts(&[model.model.id.as_str(), model.model.edition.as_str()]);
            (name, serde_json::to_string_pretty(model.file()).unwrap_or_default())
        });
        if download::download(&name, "application/json", &text).is_err() {
            app_state.say(t::CANT_DOWNLOAD.to_owned(), None);
        }
    };
    let remove = move |_| kept.with_value(|model| remove(app_state, model, refresh));
    view! {
        <li>
            <h3 dir="auto">{title}</h3>
            {origin}
            <div class="actions">
                <button type="button" class="button small" aria-label=save_label on:click=save>{t::SAVE_MODEL}</button>
                <button type="button" class="button plain small" aria-label=remove_label on:click=remove>{t::REMOVE_MODEL}</button>
            </div>
        </li>
    }
}

/// A model that can't be read: it can be saved as it is stored, and put aside.
#[component]
fn BadRow(name: String, refresh: Callback<()>) -> impl IntoView {
    let app_state = app_state();
    let (save_label, aside_label) = (t::save_model_named(&name), t::put_model_aside_named(&name));
    let (to_save, to_move) = (name.clone(), name.clone());
    let save = move |_| {
        let raw = app_state.store().raw_model(&to_save).ok().flatten().unwrap_or_default();
        if download::download(&format!("plumbline-model-{to_save}.txt"), "text/plain", &raw).is_err() {
            app_state.say(t::CANT_DOWNLOAD.to_owned(), None);
        }
    };
    let put_aside = move |_| match app_state.store().put_model_aside(&to_move) {
        Ok(()) => refresh.run(()),
        Err(error) => app_state.say(t::cant_delete(t::storage_error(error)), None),
    };
    view! {
        <li>
            <h3><code>{name}</code></h3>
            <p>{t::MODEL_DAMAGED}</p>
            <div class="actions">
                <button type="button" class="button small" aria-label=save_label on:click=save>{t::SAVE_RAW}</button>
                <button type="button" class="button plain small" aria-label=aside_label on:click=put_aside>{t::PUT_MODEL_ASIDE}</button>
            </div>
        </li>
    }
}

/// Takes a model out of this browser, with a way back, unless an assessment can't be opened without it.
fn remove(app_state: AppState, model: &OwnModel, refresh: Callback<()>) {
    let title = model.model.title.get(t::tag()).to_owned();
    // It may be the only copy of what was asked in them.
    match app_state.store_after_saving().who_needs(&model.model) {
        Ok(needing) if needing.is_empty() => {}
        Ok(needing) => return app_state.say(t::model_is_needed(&title, &needing), None),
        Err(error) => return app_state.say(t::cant_delete(t::storage_error(error)), None),
    }
    if let Err(error) = app_state.store_after_saving().drop_model(&model.model.id, &model.model.edition) {
        return app_state.say(t::cant_delete(t::storage_error(error)), None);
    }
    let model = model.clone();
    let undo = move || {
        let (title, edition) = (model.model.title.get(t::tag()), model.model.edition.as_str());
        if let Err(error) = app_state.store_after_saving().keep_model(&model) {
            app_state.say(t::cant_keep_model(&error, title, edition), None);
        }
        app_state.load_library();
        refresh.try_run(());
    };
    app_state.load_library();
    app_state.say(t::model_removed(&title), Some(Arc::new(undo)));
    refresh.run(());
}
