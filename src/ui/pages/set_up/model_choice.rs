//! Which model is answered, where more than one can be had.

use leptos::prelude::*;

use crate::model::ModelId;
use crate::session::{ModelRef, Session};
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Which model; open until something is said that belongs to the model. One that is only offered is loaded once it is chosen.
#[component]
pub fn ModelChoice() -> impl IntoView {
    let (open_session, app_state) = (open_session(), app_state());
    // Those that are here, then those that can be had: each by its id and what it is called.
    let models = Memo::new(move |_| {
        let Some(library) = app_state.library_for(false) else { return Vec::new() };
        let here = library.models.iter().map(|model| (model.id.clone(), model.title.get(t::tag()).to_owned()));
        let offered = library.offered.iter().filter(|it| library.can_have(&it.id));
        here.chain(offered.map(|it| (it.id.clone(), it.title.get(t::tag()).to_owned()))).collect::<Vec<_>>()
    });
    let about = Memo::new(move |_| {
        let model = open_session.session.with(|session| session.model.id.clone());
        let library = app_state.library.get()?;
        library.offered.iter().find(|it| it.id == model).map(|it| it.about.get(t::tag()).to_owned())
    });
    let taken = Memo::new(move |_| !open_session.session.with(Session::is_free_of_model));
    let now = Memo::new(move |_| open_session.session.with(|session| session.model.id.clone()));
    let choose = move |event| {
        let Ok(id) = ModelId::try_from(event_target_value(&event).as_str()) else { return };
        leptos::task::spawn_local(async move {
            let library = app_state.model_loaded(id.clone()).await;
            match library.and_then(|library| library.model(&id)) {
                Some(model) => open_session.take_model(ModelRef::to(&model)),
                None => app_state.say(t::MODEL_NOT_LOADED.to_owned(), None),
            }
        });
    };
    let options = move || {
        let option = |(id, title): (ModelId, String)| {
            let value = id.to_string();
            view! { <option value=value selected=move || now.get() == id>{title}</option> }
        };
        models.get().into_iter().map(option).collect::<Vec<_>>()
    };
    let several = Memo::new(move |_| models.with(Vec::len) > 1);
    move || {
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
    }
}
