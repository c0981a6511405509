//! A model that came as a file: whose it is, and what can be done with it; or all that is wrong in it.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::analysis::begin_without_profile;
use crate::model::{Model, OwnModel};
use crate::session::{Authorship, Session};
use crate::ui::browser::clock;
use crate::ui::components::{FaultLines, KeepBrought, ModelOrigin, fault_lines, keep_model};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::file_fault::FileFault;
use crate::ui::text as t;

/// A model, and what can be done with it.
#[component]
pub fn ModelArrived(file: String, model: OwnModel, dismiss: Callback<()>) -> impl IntoView {
    let app_state = app_state();
    let title = model.model.title.get(t::tag()).to_owned();
    let about = model.model.about.get(t::tag()).to_owned();
    let positions = model.model.ids_by_position();
    let positions =
        (!positions.is_empty()).then(|| view! { <p class="banner banner-warning">{t::ids_are_positions(&positions)}</p> });
    let origin = view! { <ModelOrigin model=&model.model /> };
    let model = StoredValue::new(model);
    let navigate = use_navigate();
    let keep_it = move |_| {
        if model.with_value(|model| keep_model(app_state, model)) {
            app_state.load_library();
            dismiss.run(());
        }
    };
    let begin = move |_| {
        let (own, navigate) = (model.get_value(), navigate.clone());
        leptos::task::spawn_local(async move {
            if !keep_model(app_state, &own) {
                return;
            }
            // Without the model among the others, the assessment would say that it is gone.
            app_state.loaded_anew().await;
            match begin_with(app_state, &own.model) {
                Ok(path) => {
                    dismiss.try_run(());
                    navigate(&path, NavigateOptions::default());
                }
                Err(why) => app_state.say(why, None),
            }
        });
    };
    view! {
        <section class="card">
            <h2 dir="auto">{title}</h2>
            <p class="hint" dir="auto">{t::from_file(&file)}</p>
            <p>{t::MODEL_ARRIVED}</p>
            <p dir="auto">{about}</p>
            {origin}
            {positions}
            <div class="actions">
                <button type="button" class="button primary" on:click=begin>{t::BEGIN_WITH_MODEL}</button>
                <button type="button" class="button" on:click=keep_it>{t::KEEP_MODEL}</button>
                <button type="button" class="button" on:click=move |_| dismiss.run(())>{t::CANCEL}</button>
            </div>
        </section>
    }
}

/// Begins an assessment, and gives the address where it goes on.
fn begin_with(app_state: AppState, model: &Model) -> Result<String, String> {
    let authorship = Authorship { by: None, at: clock::now(), actor: app_state.actor() };
    let session = begin_without_profile(clock::new_id(), clock::new_id(), model, &authorship);
    let slot = app_state.add(session).map_err(|error| t::cant_begin(&error))?;
    Ok(Address::from(SessionPage::SetUp).path_in(&slot))
}

/// A model with problems, all of them.
#[component]
pub fn BadModel(file: String, fault: FileFault, dismiss: Callback<()>) -> impl IntoView {
    view! {
        <section class="card banner-warning">
            <h2 dir="auto">{t::refused(&file)}</h2>
            <FaultLines lines=fault_lines(&fault) />
            <p class="hint">{t::NOTHING_CHANGED}</p>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| dismiss.run(())>{t::DISMISS}</button>
            </div>
        </section>
    }
}

/// The model that a session brings: whose it is, and whether another of its name is here.
pub fn brought(session: &Session) -> Option<AnyView> {
    let own = &session.own_model.as_ref()?.0;
    let model = &own.model;
    let (title, edition) = (model.title.get(t::tag()), model.edition.as_str());
    let library = app_state().library.get_untracked();
    let differs =
        library.as_ref().is_some_and(|it| it.own.iter().any(|there| there.is(&model.id, &model.edition) && there != own));
    let differs = differs.then(|| view! { <p>{t::own_model_differs(title, edition)}</p> });
    let is_namesake = library.is_some_and(|it| it.comes_with_the_app(&model.id));
    let namesake = is_namesake.then(|| view! { <p>{t::brings_shipped_id(model.id.as_str())}</p> });
    let words = t::brings_own_model(title);
    Some(
        view! {
            <div class="banner">
                <p dir="auto">{words}</p>
                <ModelOrigin model=model />
                {differs}
                {namesake}
                <KeepBrought model=own.clone() />
            </div>
        }
        .into_any(),
    )
}
