//! Complete, made-up assessments to look at.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use crate::exchange::read_session;
use crate::model::read_list;
use crate::session::{Session, SystemField};
use crate::ui::browser::clock;
use crate::ui::browser::fetch::fetch;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::shell::first_screen::first_steps;
use crate::ui::shell::parts::{Part, parts};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::text as t;

/// The examples, loaded when somebody opens them.
#[component]
pub fn Examples() -> impl IntoView {
    let app_state = app_state();
    let (steps, parts) = (first_steps(), parts());
    let examples = RwSignal::new(None::<Vec<Session>>);
    Effect::new(move |_| {
        // What could not be loaded is tried again the next time somebody asks.
        if steps.shows_examples.get() && examples.with_untracked(|examples| examples.as_ref().is_none_or(Vec::is_empty)) {
            examples.set(None);
            leptos::task::spawn_local(async move {
                // Those of models that are only offered stand in what goes with the models.
                parts.load(Part::Guidance);
                let found = load_all(app_state).await;
                examples.try_set(Some(found));
            });
        }
    });
    move || match examples.get() {
        None => view! { <p class="hint">{t::READING}</p> }.into_any(),
        Some(examples) if examples.is_empty() => view! { <p class="hint">{t::NO_EXAMPLES}</p> }.into_any(),
        Some(examples) => {
            let rows: Vec<_> = examples.into_iter().map(|session| view! { <Example app_state session /> }).collect();
            view! { <ul class="examples">{rows}</ul> }.into_any()
        }
    }
}

async fn load_all(app_state: AppState) -> Vec<Session> {
    let mut sessions = Vec::new();
    let Some(list) = fetch("examples/index.json").await.ok().and_then(|bytes| read_list(&bytes).ok()) else { return sessions };
    let library = app_state.loaded().await;
    let offered = library.iter().flat_map(|library| &library.offered).flat_map(|model| model.examples.clone());
    for file in list.into_iter().chain(offered) {
        let read = fetch(&format!("examples/{file}")).await.ok().and_then(|bytes| read_session(&bytes).ok());
        sessions.extend(read);
    }
    sessions
}

/// One example.
#[component]
fn Example(app_state: AppState, session: Session) -> impl IntoView {
    let navigate = use_navigate();
    let name = t::system_name(session.system(SystemField::Name));
    let about = session.system(SystemField::Includes).to_owned();
    let label = t::open_named(&name);
    let open = move |_| {
        // A copy of its own, so that the same example can be opened again.
        let copy = Session { id: clock::new_id(), ..session.clone() };
        match app_state.add_from_file(copy) {
            Ok(slot) => navigate(&Address::from(SessionPage::Results).path_in(&slot), leptos_router::NavigateOptions::default()),
            Err(error) => app_state.say(t::cant_begin(&error), None),
        }
    };
    view! {
        <li>
            <button type="button" class="button small" aria-label=label on:click=open>{t::OPEN}</button>
            <div><strong>{name}</strong> <p class="hint">{about}</p></div>
        </li>
    }
}
