//! Which model is answered, where more than one can be had.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{Model, ModelId};
use crate::session::{ModelRef, Session};
use crate::ui::browser::files::{self, Source};
use crate::ui::state::app_state::app_state;
use crate::ui::state::import_queue::import_queue;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What tells one model from the others in the list: of one that somebody brought the edition, too, since several may be here.
fn value_of(model: &Model) -> String {
    if model.own.is_some() { format!("{}@{}", model.id, model.edition) } else { model.id.to_string() }
}

fn title_of(model: &Model) -> String {
    let title = model.title.get(t::tag());
    if model.own.is_some() { t::own_model_choice(title, model.edition.as_str()) } else { title.to_owned() }
}

/// Which model; open until something is said that belongs to the model. One that is only offered is loaded once it is chosen.
#[component]
pub fn ModelChoice() -> impl IntoView {
    let (open_session, app_state) = (open_session(), app_state());
    // Those that are here, then those that can be had, and the one that only this assessment has: each by what tells it from the others.
    let models = Memo::new(move |_| {
        let Some(library) = app_state.library_for(false) else { return Vec::new() };
        let here = library.models.iter().map(|model| (value_of(model), title_of(model)));
        let offered = library.offered.iter().filter(|it| library.can_have(&it.id));
        let offered = offered.map(|it| (it.id.to_string(), it.title.get(t::tag()).to_owned()));
        let mut all: Vec<_> = here.chain(offered).collect();
        let now = open_session.asked.with(|asked| (value_of(asked.model()), title_of(asked.model())));
        if !all.iter().any(|(value, _)| *value == now.0) {
            all.push(now);
        }
        all
    });
    let about = Memo::new(move |_| {
        let model = open_session.session.with(|session| session.model.id.clone());
        let library = app_state.library.get()?;
        library.offered.iter().find(|it| it.id == model).map(|it| it.about.get(t::tag()).to_owned())
    });
    let taken = Memo::new(move |_| !open_session.session.with(Session::is_free_of_model));
    let now = Memo::new(move |_| open_session.asked.with(|asked| value_of(asked.model())));
    let choose = move |event| {
        let chosen: String = event_target_value(&event);
        leptos::task::spawn_local(async move {
            let offered = ModelId::try_from(chosen.as_str()).ok();
            let library = match offered {
                Some(id) => app_state.model_loaded(id).await,
                None => app_state.loaded().await,
            };
            let is_it = |model: &&Arc<Model>| value_of(model) == chosen;
            match library.and_then(|library| library.models.iter().find(is_it).cloned()) {
                Some(model) => open_session.take_model(ModelRef::to(&model)),
                None => app_state.say(t::MODEL_NOT_LOADED.to_owned(), None),
            }
        });
    };
    let options = move || {
        let option = |(value, title): (String, String)| {
            let this = value.clone();
            view! { <option value=value selected=move || now.get() == this>{title}</option> }
        };
        models.get().into_iter().map(option).collect::<Vec<_>>()
    };
    let several = Memo::new(move |_| models.with(Vec::len) > 1);
    let choice = move || {
        several.get().then(|| {
            view! {
                <div class="field">
                    <label for="model-choice">{t::MODEL}</label>
                    <p class="hint" id="model-choice-hint">{t::MODEL_HINT}</p>
                    <select id="model-choice" aria-describedby="model-choice-hint" disabled=taken on:change=choose>{options}</select>
                    <p class="hint">{about}</p>
                </div>
            }
        })
    };
    view! { {choice} {move || (!taken.get()).then(|| view! { <LoadModel /> })} }
}

/// The button that loads a model from a file: what it is, or what is wrong with it, is shown as for every file.
#[component]
fn LoadModel() -> impl IntoView {
    let import_queue = import_queue();
    let choose = move |event: web_sys::Event| {
        if let Some(file) = files::chosen(&event) {
            import_queue.take(vec![Source::File(file)]);
        }
    };
    view! {
        <div class="field">
            <label class="button file-button">
                {t::LOAD_MODEL} <input type="file" class="unseen" accept=".json,application/json" on:change=choose />
            </label>
            <p class="hint">{t::LOAD_MODEL_HINT}</p>
        </div>
    }
}
