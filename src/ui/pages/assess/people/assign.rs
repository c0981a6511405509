//! Who answers what: practice by person, as a table; on narrow pages one person at a time.

use leptos::prelude::*;

use crate::model::{Group, Practice, PracticeId};
use crate::session::PersonId;
use crate::ui::pages::assess::people::assign_list::AssignList;
use crate::ui::pages::assess::people::assignments::{Plan, Tick};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Who answers what.
#[component]
pub fn Assignments() -> impl IntoView {
    let open_session = open_session();
    let plan = Plan::of(open_session);
    let table = move || {
        let asked = open_session.asked.get();
        let people = plan.people.get();
        let groups: Vec<_> = asked.model().groups.iter().map(|group| domain_rows(plan, group, &people)).collect();
        let heads: Vec<_> = people.into_iter().map(|(id, name)| person_head(plan, id, name)).collect();
        view! {
            <table class="assign">
                <thead>
                    <tr>
                        <th scope="col">{t::PRACTICE}</th>
                        {heads}
                    </tr>
                </thead>
                {groups}
            </table>
        }
    };
    view! {
        <section class="card">
            <h2>{t::WHO_ANSWERS_WHAT}</h2>
            <p class="hint">{t::WHO_ANSWERS_WHAT_HINT}</p>
            <div class="table-frame wide-only" tabindex="0" role="region" aria-label=t::ASSIGN_TABLE>{table}</div>
            <AssignList plan />
        </section>
    }
}

fn person_head(plan: Plan, id: PersonId, name: String) -> AnyView {
    view! {
        <th scope="col">
            <span dir="auto">{name}</span>
            <span class="hint">{move || plan.load(&id)}</span>
        </th>
    }
    .into_any()
}

/// A domain: all of it at once, then practice by practice.
fn domain_rows(plan: Plan, group: &Group, people: &[(PersonId, String)]) -> AnyView {
    let name = group.name.get(t::tag()).to_owned();
    let practices: Vec<PracticeId> = group.all_practices().into_iter().map(|practice| practice.id.clone()).collect();
    let of_all = |(person, who): &(PersonId, String)| {
        let (group, id) = (group.clone(), person.clone());
        let on_tick = move |on| plan.assign_all(&id, &group, on);
        let label = t::answers_all_of(who, &name);
        view! { <td><label class="tick"><Tick plan person=person.clone() practices=practices.clone() on_tick label /></label></td> }
    };
    let all: Vec<_> = people.iter().map(of_all).collect();
    let rows: Vec<_> = group.all_practices().into_iter().map(|practice| practice_row(plan, practice, people)).collect();
    view! {
        <tbody>
            <tr class="group-row">
                <th scope="row">{t::all_of(&name)}</th>
                {all}
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn practice_row(plan: Plan, practice: &Practice, people: &[(PersonId, String)]) -> AnyView {
    let name = practice.name.get(t::tag()).to_owned();
    let cell = |(person, who): &(PersonId, String)| {
        let (id, practice) = (person.clone(), practice.id.clone());
        let practices = vec![practice.clone()];
        let on_tick = move |on| plan.assign(&id, &practice, on);
        let label = t::answers_practice(who, &name);
        view! { <td><label class="tick"><Tick plan person=person.clone() practices on_tick label /></label></td> }
    };
    let cells: Vec<_> = people.iter().map(cell).collect();
    view! {
        <tr>
            <th scope="row">{name}</th>
            {cells}
        </tr>
    }
    .into_any()
}
