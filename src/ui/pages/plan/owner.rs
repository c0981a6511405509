//! Who sees to an action: somebody who takes part, or somebody else by name.

use leptos::prelude::*;

use crate::analysis::Thing;
use crate::session::{Action, ActionId, Owner, PersonId};
use crate::ui::components::TextField;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Stands for somebody who does not take part.
const OTHER: &str = "-";

/// A choice of who it is, and the name of somebody else.
#[component]
pub fn OwnerChoice(
    id: ActionId,
    action: Memo<Option<Action>>,
    /// Alters the action.
    #[prop(into)]
    alter: Callback<Option<Owner>>,
) -> impl IntoView {
    let open_session = open_session();
    let (field, name_field) = (format!("action-owner-{id}"), format!("action-owner-name-{id}"));
    let owner = Memo::new(move |_| action.with(|it| it.as_ref().and_then(|it| it.owner.clone())));
    let is_other = Memo::new(move |_| owner.with(|owner| matches!(owner, Some(Owner::Named(_)))));
    let name = Signal::derive(move || match owner.get() {
        Some(Owner::Named(name)) => name,
        _ => String::new(),
    });
    let key = move || match owner.get() {
        None => String::new(),
        Some(Owner::Named(_)) => OTHER.to_owned(),
        Some(Owner::Person(person)) => person.to_string(),
    };
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let owner = match chosen.as_str() {
            OTHER => Some(Owner::Named(String::new())),
            _ => PersonId::try_from(chosen).ok().map(Owner::Person),
        };
        alter.run(owner);
    };
    let people = move || {
        let all = open_session.session.with(|session| session.everybody().map(|(id, _)| id.clone()).collect::<Vec<_>>());
        let one = |person: PersonId| {
            let (value, words) = (person.to_string(), open_session.name_of(&Thing::Person(person)));
            let own = value.clone();
            view! { <option value=value selected=move || key() == own>{words}</option> }
        };
        all.into_iter().map(one).collect::<Vec<_>>()
    };
    view! {
        <div class="field">
            <label for=field.clone()>{t::ACTION_OWNER}</label>
            <select id=field on:change=choose>
                <option value="" selected=move || key().is_empty()>{t::NO_OWNER}</option>
                {people}
                <option value=OTHER selected=move || key() == OTHER>{t::OTHER_OWNER}</option>
            </select>
        </div>
        {move || {
            is_other.get().then(|| view! {
                <TextField
                    id=name_field.clone()
                    label=t::OTHER_OWNER_NAME
                    value=name
                    on_type=move |typed: String| alter.run(Some(Owner::Named(typed)))
                />
            })
        }}
    }
}
