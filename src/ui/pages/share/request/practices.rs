//! Which practices somebody is asked about, by domain.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::model::{Group, PracticeId};
use crate::ui::pages::share::request::already::Already;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The practices to choose from.
#[component]
pub fn PracticeChoice(chosen: RwSignal<BTreeSet<PracticeId>>, already: Already) -> impl IntoView {
    view! {
        <section class="card">
            <h2>{t::WHAT_IS_ASKED}</h2>
            <p class="hint">{t::WHAT_IS_ASKED_HINT}</p>
            <PracticeTicks chosen already=Some(already) />
            <p role="status">{move || chosen.with(|chosen| already.in_all(chosen.iter()))}</p>
        </section>
    }
}

/// All practices with a box each, by domain; with what one asked of them already, where somebody is to be asked.
#[component]
pub fn PracticeTicks(chosen: RwSignal<BTreeSet<PracticeId>>, already: Option<Already>) -> impl IntoView {
    let asked = open_session().asked.get_untracked();
    let groups = asked.model().groups.iter();
    groups.map(|group| view! { <Domain group=group.clone() chosen already /> }).collect::<Vec<_>>()
}

/// A domain: all of it at once, or one practice after the other.
#[component]
fn Domain(group: Group, chosen: RwSignal<BTreeSet<PracticeId>>, already: Option<Already>) -> impl IntoView {
    let name = group.name.get(t::tag()).to_owned();
    let ids: Vec<PracticeId> = group.all_practices().into_iter().map(|practice| practice.id.clone()).collect();
    let for_all = ids.clone();
    let all = Signal::derive(move || chosen.with(|chosen| for_all.iter().all(|id| chosen.contains(id))));
    let toggle_all = Callback::new(move |()| {
        let on = !all.get_untracked();
        chosen.update(|chosen| {
            ids.iter().for_each(|id| _ = if on { chosen.insert(id.clone()) } else { chosen.remove(id) });
        });
    });
    let rows: Vec<_> = group
        .all_practices()
        .into_iter()
        .map(|practice| {
            let (id, also, told) = (practice.id.clone(), practice.id.clone(), practice.id.clone());
            let is_chosen = Signal::derive(move || chosen.with(|chosen| chosen.contains(&id)));
            let toggle = Callback::new(move |()| {
                chosen.update(|chosen| {
                    if !chosen.remove(&also) {
                        chosen.insert(also.clone());
                    }
                });
            });
            let (field, label) = (format!("ask-{}", practice.id), practice.name.get(t::tag()).to_owned());
            let hint = already.map(|already| Signal::derive(move || already.about(&told)));
            view! { <Tick field label checked=is_chosen toggle hint /> }
        })
        .collect();
    view! {
        <fieldset class="ask-domain">
            <legend>{name.clone()}</legend>
            <ul class="options">
                <Tick field=format!("ask-all-{}", group.id) label=t::all_of(&name) checked=all toggle=toggle_all hint=None />
                {rows}
            </ul>
        </fieldset>
    }
}

/// A box to tick, with a line about what is ticked.
#[component]
fn Tick(
    field: String,
    label: String,
    checked: Signal<bool>,
    toggle: Callback<()>,
    hint: Option<Signal<String>>,
) -> impl IntoView {
    let told = hint.map(|_| format!("{field}-told"));
    let line = hint.map(|hint| view! { <p class="hint" id=told.clone()>{hint}</p> });
    view! {
        <li>
            <input
                type="checkbox"
                id=field.clone()
                aria-describedby=told
                prop:checked=checked
                on:change=move |_| toggle.run(())
            />
            <div>
                <label for=field>{label}</label>
                {line}
            </div>
        </li>
    }
}
