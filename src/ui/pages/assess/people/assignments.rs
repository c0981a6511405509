//! Who is to answer what, as far as the screen needs it, and the box that changes it.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::analysis::{Waiting, Workload, asked_on, waiting, workloads};
use crate::model::{Group, PracticeId};
use crate::session::{Assignment, PersonId, commands};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// Who is to answer what, and how it is changed.
#[derive(Clone, Copy)]
pub struct Plan {
    open_session: OpenSession,
    /// Everybody with a name.
    pub people: Memo<Vec<(PersonId, String)>>,
    assigned: Memo<BTreeSet<Assignment>>,
    loads: Memo<BTreeMap<PersonId, Workload>>,
    waiting: Memo<Vec<Waiting>>,
}

impl Plan {
    /// The plan of the open session.
    pub fn of(open_session: OpenSession) -> Self {
        let people = Memo::new(move |_| {
            let named = |session: &crate::session::Session| {
                session.named_people().map(|(id, name)| (id.clone(), name.to_owned())).collect::<Vec<_>>()
            };
            open_session.session.with(named)
        });
        let assigned = Memo::new(move |_| {
            open_session.session.with(|session| {
                let said = session.assignments.iter().filter(|(_, fact)| fact.value().is_some());
                said.map(|(assignment, _)| assignment.clone()).collect::<BTreeSet<_>>()
            })
        });
        let loads = open_session.following(|assessment| {
            workloads(assessment).into_iter().map(|load| (load.person.clone(), load)).collect::<BTreeMap<_, _>>()
        });
        Self { open_session, people, assigned, loads, waiting: open_session.following(waiting) }
    }

    /// How much somebody is to answer and answered themselves, and what they were asked, in words.
    pub fn load(self, person: &PersonId) -> String {
        let asked = self.waiting.with(|waiting| asked_on(waiting, person));
        self.loads.with(|loads| loads.get(person).map(|load| t::workload(load, &asked))).unwrap_or_default()
    }

    /// How many of these practices somebody is to answer.
    pub fn count(self, person: &PersonId, practices: &[PracticeId]) -> usize {
        let is_assigned = |practice: &&PracticeId| {
            let assignment = Assignment { practice: (*practice).clone(), person: person.clone() };
            self.assigned.with(|assigned| assigned.contains(&assignment))
        };
        practices.iter().filter(is_assigned).count()
    }

    /// Assigns a practice to somebody, or takes it from them.
    pub fn assign(self, person: &PersonId, practice: &PracticeId, on: bool) {
        self.open_session.change(commands::assign(person, practice, on));
    }

    /// Assigns all practices of a group to somebody, or takes them from them; it can be undone.
    pub fn assign_all(self, person: &PersonId, group: &Group, on: bool) {
        let changes = commands::assign_all(person, group, on);
        let name = self.open_session.session.with_untracked(|session| session.person_name(person).unwrap_or_default().to_owned());
        self.open_session.change_with_undo(changes, t::all_of_toggled(&name, group.name.get(t::tag()), on));
    }
}

/// A box that is ticked when all of these practices are somebody's, and half when some are.
#[component]
pub fn Tick(
    plan: Plan,
    person: PersonId,
    practices: Vec<PracticeId>,
    #[prop(into)] on_tick: Callback<bool>,
    /// What it is called where no words stand beside it.
    #[prop(into, optional)]
    label: Option<String>,
) -> impl IntoView {
    let all = practices.len();
    let count = Memo::new(move |_| plan.count(&person, &practices));
    let is_all = move || all > 0 && count.get() == all;
    let is_some = move || (1..all).contains(&count.get());
    view! {
        <input
            type="checkbox"
            aria-label=label
            prop:checked=is_all
            prop:indeterminate=is_some
            on:change=move |event| on_tick.run(event_target_checked(&event))
        />
    }
}
