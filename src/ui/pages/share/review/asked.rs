//! Whom a question is for.

use leptos::prelude::*;

use crate::session::PersonId;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// One of the people, or everybody; shown for questions.
#[component]
pub fn WhoIsAsked(is_asked: Signal<bool>, to: RwSignal<Option<PersonId>>) -> impl IntoView {
    let open_session = open_session();
    let named = |session: &crate::session::Session| {
        session.named_people().map(|(id, name)| (id.clone(), name.to_owned())).collect::<Vec<_>>()
    };
    let people = Memo::new(move |_| open_session.soon(named));
    move || {
        is_asked.get().then(|| {
            let option = move |(id, name): (PersonId, String)| {
                let value = id.to_string();
                let chosen = move || to.with(|to| to.as_ref() == Some(&id));
                view! { <option value=value selected=chosen>{name}</option> }
            };
            let options = move || people.get().into_iter().map(option).collect::<Vec<_>>();
            view! {
                <div class="field">
                    <label for="finding-to">{t::FINDING_TO}</label>
                    <select id="finding-to" on:change=move |event| to.set(PersonId::try_from(event_target_value(&event)).ok())>
                        <option value="" selected=move || to.with(Option::is_none)>{t::ASKS_EVERYBODY}</option>
                        {options}
                    </select>
                </div>
            }
        })
    }
}
