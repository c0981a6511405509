//! Who answers what on a narrow page: one person at a time, with a list of what is theirs.

use leptos::prelude::*;

use crate::model::Group;
use crate::session::PersonId;
use crate::ui::pages::assess::people::assignments::{Plan, Tick};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What one person answers, and which person.
#[component]
pub fn AssignList(plan: Plan) -> impl IntoView {
    let open_session = open_session();
    let chosen = RwSignal::new(open_session.me.get_untracked());
    let person = Memo::new(move |_| {
        let chosen = chosen.get();
        plan.people.with(|people| {
            let found = people.iter().find(|(id, _)| Some(id) == chosen.as_ref());
            found.or(people.first()).map(|(id, _)| id.clone())
        })
    });
    let options = move || {
        let shown = person.get();
        let option = |(id, name): (PersonId, String)| {
            view! { <option value=id.to_string() selected=shown.as_ref() == Some(&id)>{name}</option> }
        };
        plan.people.get().into_iter().map(option).collect::<Vec<_>>()
    };
    let choose = move |event| chosen.set(PersonId::try_from(event_target_value(&event)).ok());
    let groups = move || {
        let asked = open_session.asked.get();
        let group = |id: &PersonId| {
            let groups = asked.model().groups.iter();
            groups.map(|group| view! { <Domain plan person=id.clone() group=group.clone() /> }).collect::<Vec<_>>()
        };
        person.with(|person| person.as_ref().map(group))
    };
    let load = move || person.with(|person| person.as_ref().map(|id| plan.load(id)));
    view! {
        <div class="narrow-only">
            <div class="field">
                <label for="assign-person">{t::PERSON}</label>
                <select id="assign-person" on:change=choose>{options}</select>
                <p class="hint">{load}</p>
            </div>
            {groups}
        </div>
    }
}

/// The practices of a domain, each with a box.
#[component]
fn Domain(plan: Plan, person: PersonId, group: Group) -> impl IntoView {
    let name = group.name.get(t::tag()).to_owned();
    let practices: Vec<_> = group.all_practices().into_iter().map(|practice| practice.id.clone()).collect();
    let rows: Vec<_> = group
        .all_practices()
        .into_iter()
        .map(|practice| {
            let (who, id) = (person.clone(), practice.id.clone());
            let on_tick = move |on| plan.assign(&who, &id, on);
            let (practices, name) = (vec![practice.id.clone()], practice.name.get(t::tag()).to_owned());
            view! { <li><label class="tick-row"><Tick plan person=person.clone() practices on_tick /> <span>{name}</span></label></li> }
        })
        .collect();
    let (who, all) = (person.clone(), group);
    let on_tick = move |on| plan.assign_all(&who, &all, on);
    view! {
        <fieldset class="assign-domain">
            <legend>{name.clone()}</legend>
            <label class="tick-row"><Tick plan person practices on_tick /> <strong>{t::all_of(&name)}</strong></label>
            <ul>{rows}</ul>
        </fieldset>
    }
}
