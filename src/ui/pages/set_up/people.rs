//! The people who take part, and which of them is answering here.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::session::{Change, List, Person, PersonId, Role, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::{KeptApartMark, TextField, WhoAnswers};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

const ADD_BUTTON: &str = "add-person";

/// The people who take part. Whoever comes to say who they are (`?at=people`) begins here.
#[component]
pub fn People() -> impl IntoView {
    let open_session = open_session();
    let ids = Memo::new(move |_| {
        open_session.session.with(|session| session.everybody().map(|(id, _)| id.clone()).collect::<Vec<_>>())
    });
    let query = use_query_map();
    Effect::new(move |_| {
        if query.with(|query| query.get("at").as_deref() == Some("people")) {
            page::show_soon(ADD_BUTTON.to_owned());
        }
    });
    let add = move |_| {
        let id: PersonId = clock::new_id();
        open_session.change(open_session.session.with_untracked(|session| commands::add_person(session, id.clone())));
        page::focus_soon(name_field(&id));
    };
    view! {
        <section class="card">
            <h2>{t::PEOPLE}</h2>
            <p class="hint">{t::PEOPLE_HINT}</p>
            <ul class="people">
                <For each=move || ids.get() key=Clone::clone children=|id| view! { <PersonRow id /> } />
            </ul>
            <button type="button" class="button" id=ADD_BUTTON on:click=add>{t::ADD_PERSON}</button>
            <WhoAnswers />
            {move || (!ids.with(Vec::is_empty)).then(|| view! { <p><A href=open_session.link(SessionPage::People)>{t::SHARE_THE_WORK}</A></p> })}
        </section>
    }
}

fn name_field(id: &PersonId) -> String {
    format!("person-{id}")
}

/// A person: name, role, and a way to remove them.
#[component]
fn PersonRow(id: PersonId) -> impl IntoView {
    let open_session = open_session();
    let id = StoredValue::new(id);
    let person = Memo::new(move |_| {
        open_session.session.with(|session| id.with_value(|id| session.people.get(id).and_then(|fact| fact.value().cloned())))
    });
    let alter = move |alter: &dyn Fn(&mut Person)| {
        let change = open_session.session.with_untracked(|session| commands::alter_person(session, &id.get_value(), alter));
        if let Some(change) = change {
            open_session.change(change);
        }
    };
    let name = Signal::derive(move || person.get().map(|person| person.name).unwrap_or_default());
    let role = move || person.get().map(|person| person.role);
    let set_role = move |event| {
        let key = event_target_value(&event);
        if let Some(role) = Role::ALL.into_iter().find(|role| role.key() == key) {
            alter(&|person| person.role = role);
        }
    };
    let remove = move |_| {
        let words = t::person_removed(&name.get_untracked());
        open_session.change_with_undo(vec![Change::Person(id.get_value(), None)], words);
    };
    let role_id = format!("role-{}", id.get_value());
    view! {
        <li class="person">
            <TextField
                id=name_field(&id.get_value())
                label=t::NAME
                value=name
                on_type=move |typed: String| alter(&|person| person.name.clone_from(&typed))
            />
            <div class="field">
                <label for=role_id.clone()>{t::ROLE}</label>
                <select id=role_id on:change=set_role>
                    {Role::ALL
                        .into_iter()
                        .map(|one| {
                            view! { <option value=one.key() selected=move || role() == Some(one)>{t::role(one)}</option> }
                        })
                        .collect::<Vec<_>>()}
                </select>
            </div>
            <button type="button" class="button plain" aria-label=move || t::remove_named(&name.get()) on:click=remove>
                {t::REMOVE}
            </button>
            <IsItMe id=id.get_value() name />
            <KeptApartMark lists=&[List::People] on=id.get_value().as_str() />
        </li>
    }
}

/// Whether this person is the one answering here: said of whoever is chosen and, as long as nobody is, offered of everybody with a
/// name.
#[component]
fn IsItMe(id: PersonId, name: Signal<String>) -> impl IntoView {
    let open_session = open_session();
    let id = StoredValue::new(id);
    let chosen = Memo::new(move |_| {
        let me = open_session.me.get()?;
        open_session.session.with(|session| session.takes_part(&me)).then_some(me)
    });
    let is_named = Memo::new(move |_| name.with(|name| !name.trim().is_empty()));
    let choose = move |_| {
        open_session.set_me(Some(id.get_value()));
        // The button goes away; what it did stands there.
        page::focus_soon("who-answers".to_owned());
    };
    move || {
        match chosen.get() {
        Some(me) => (me == id.get_value()).then(|| view! { <p class="me"><span class="tag quiet">{t::IS_ME}</span></p> }.into_any()),
        None => is_named.get().then(|| {
            let about = move || t::that_is_me(&name.get());
            view! { <p class="me"><button type="button" class="button small" aria-label=about on:click=choose>{t::THAT_IS_ME}</button></p> }
                .into_any()
        }),
    }
    }
}
