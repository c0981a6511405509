//! Whom a question is for.

use leptos::prelude::*;

use crate::session::PersonId;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// One of the people, or everybody; shown for questions.
#[component]
pub fn WhoIsAsked(is_asked: Signal<bool>, to: RwSignal<Option<PersonId>>) -> impl IntoView {
    let open_session = open_session();
    move || {
        is_asked.get().then(|| {
            let people = open_session
                .session
                .with(|session| session.named_people().map(|(id, name)| (id.to_string(), name.to_owned())).collect::<Vec<_>>());
            let options: Vec<_> = people.into_iter().map(|(id, name)| view! { <option value=id>{name}</option> }).collect();
            view! {
                <div class="field">
                    <label for="finding-to">{t::FINDING_TO}</label>
                    <select id="finding-to" on:change=move |event| to.set(PersonId::try_from(event_target_value(&event)).ok())>
                        <option value="">{t::ASKS_EVERYBODY}</option>
                        {options}
                    </select>
                </div>
            }
        })
    }
}
