//! The question to whoever opened a file of others: which of the people in it are you? Answers are then theirs, and they are led to
//! what they have to do.

use leptos::prelude::*;

use crate::session::{Change, Person, PersonId, Role, Session, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::TextField;
use crate::ui::components::who_are_you_led::{LED, Led};
use crate::ui::state::app_state::AppState;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The setting of this browser that it is to be asked who somebody is in the session of a slot.
fn setting(slot: &crate::store::Slot) -> String {
    format!("ask-who.{slot}")
}

const ASK: &str = "yes";

/// Has the question asked where a session of others is opened: one in which people are named, and that asks nobody in particular.
pub fn ask_who(app_state: AppState, slot: &crate::store::Slot, session: &Session) {
    if session.request.is_none() && session.named_people().next().is_some() {
        app_state.store().set_setting(&setting(slot), ASK);
    }
}

/// Who somebody in the file is, and how many practices are to be answered by them.
fn people(session: &Session) -> Vec<(PersonId, String, usize)> {
    let assigned = |person: &PersonId| {
        session.assignments.iter().filter(|(of, fact)| of.person == *person && fact.value().is_some()).count()
    };
    session.named_people().map(|(id, name)| (id.clone(), name.to_owned(), assigned(id))).collect()
}

/// Asks who somebody is, once after a file of others was opened, until they say so or that they only look.
#[component]
pub fn WhoAreYou(app_state: AppState) -> impl IntoView {
    let open_session = open_session();
    let key = StoredValue::new(setting(&open_session.slot()));
    let asks = RwSignal::new(app_state.store().setting(&key.get_value()).as_deref() == Some(ASK));
    // Whoever only looks is led nowhere: the results are what they came to.
    let led = RwSignal::new(None::<PersonId>);
    let done = Callback::new(move |me: Option<PersonId>| {
        app_state.store().set_setting(&key.get_value(), "");
        asks.set(false);
        if me.is_some() {
            open_session.set_me(me.clone());
            led.set(me);
            page::focus_soon(LED.to_owned());
        }
    });
    // Whoever said it elsewhere is not asked any more.
    let asks = Memo::new(move |_| asks.get() && open_session.me.with(Option::is_none));
    move || {
        if asks.get() {
            return Some(view! { <Question open_session done /> }.into_any());
        }
        led.get().map(|me| view! { <Led me close=move || led.set(None) /> }.into_any())
    }
}

#[component]
fn Question(open_session: OpenSession, done: Callback<Option<PersonId>>) -> impl IntoView {
    let people = Memo::new(move |_| open_session.soon(people));
    let rows = move || {
        let row = |(id, name, practices): (PersonId, String, usize)| {
            let choose = move |_| done.run(Some(id.clone()));
            let label = t::that_is_me(&name);
            view! {
                <li>
                    <button type="button" class="button" aria-label=label on:click=choose><span dir="auto">{name}</span></button>
                    <span class="hint">{t::yours(practices)}</span>
                </li>
            }
        };
        people.get().into_iter().map(row).collect::<Vec<_>>()
    };
    let name = RwSignal::new(String::new());
    // Nobody is taken for something that they did not say: reports state it.
    let role = RwSignal::new(None::<Role>);
    let choose_role = move |event| {
        let index = event_target_value(&event).parse::<usize>().ok();
        role.set(index.and_then(|index| Role::ALL.get(index).copied()));
    };
    let roles: Vec<_> = Role::ALL
        .into_iter()
        .zip(0_usize..)
        .map(|(role, index)| view! { <option value=index>{t::role(role)}</option> })
        .collect();
    let is_new = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().to_owned();
        let Some(role) = role.get_untracked().filter(|_| !typed.is_empty()) else { return };
        let id: PersonId = clock::new_id();
        let added = open_session.session.with_untracked(|session| commands::add_person(session, id.clone()));
        if let Change::Person(id, Some(person)) = added {
            open_session.change(Change::Person(id, Some(Person { name: typed, role, ..person })));
        }
        done.run(Some(id));
    };
    view! {
        <section class="card who-are-you" aria-labelledby="who-are-you">
            <h2 id="who-are-you">{t::WHO_ARE_YOU}</h2>
            <p class="hint">{t::WHO_ARE_YOU_HINT}</p>
            <ul>{rows}</ul>
            <form class="actions" on:submit=is_new>
                <TextField id="somebody-new" label=t::SOMEBODY_NEW value=name on_type=move |typed: String| name.set(typed) />
                <div class="field">
                    <label for="somebody-role">{t::YOUR_ROLE}</label>
                    <select id="somebody-role" required on:change=choose_role>
                        <option value="">{t::CHOOSE_ROLE}</option>
                        {roles}
                    </select>
                </div>
                <button type="submit" class="button">{t::THAT_IS_ME}</button>
            </form>
            <button type="button" class="button plain" on:click=move |_| done.run(None)>{t::JUST_LOOKING}</button>
        </section>
    }
}
