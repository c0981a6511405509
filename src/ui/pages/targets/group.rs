//! The targets of a group of practices: each, their spread, and setting all of them at once.

use crate::model::{Group, GroupId, Level, Questionnaire};
use crate::session::commands;
use crate::ui::pages::targets::card::TargetCard;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;
use leptos::prelude::*;

/// A domain or sub-domain with what is inside it.
#[component]
pub fn GroupSection(group: Group, depth: u8) -> AnyView {
    let inner: Vec<_> = group.groups.iter().map(|inner| view! { <GroupSection group=inner.clone() depth=depth + 1 /> }).collect();
    let cards: Vec<_> = group.practices.iter().map(|practice| view! { <TargetCard practice=practice.clone() /> }).collect();
    let (name, about) = (group.name.get(t::tag()).to_owned(), group.about.get(t::tag()).to_owned());
    let heading = if depth == 0 { view! { <h2>{name}</h2> }.into_any() } else { view! { <h3>{name}</h3> }.into_any() };
    view! {
        <section class=if depth == 0 { "domain" } else { "sub-domain" }>
            <div class="group-head">
                <div>{heading} <p class="hint">{about}</p></div>
                <div class="group-targets"><Spread group=group.id.clone() /> <SetGroup group /></div>
            </div>
            {inner}
            {(!cards.is_empty()).then(|| view! { <ul class="target-list">{cards}</ul> })}
        </section>
    }
    .into_any()
}

/// The lowest and highest target inside a group.
#[component]
pub fn Spread(group: GroupId) -> impl IntoView {
    let open_session = open_session();
    let spread = Memo::new(move |_| open_session.results.with(|results| results.group(&group).and_then(|group| group.targets)));
    view! { <p class="hint">{move || spread.get().map(|(low, high)| t::targets_between(low, high))}</p> }
}

/// Sets what is below a group and still unset.
#[component]
pub fn SetGroup(group: Group) -> impl IntoView {
    let open_session = open_session();
    let id = format!("set-{}", group.id);
    let name = group.name.get(t::tag()).to_owned();
    let unset = {
        let group = group.clone();
        Memo::new(move |_| open_session.session.with(|session| commands::unset_in(&group, session).len()))
    };
    let levels: Vec<_> = open_session.asked.with_untracked(|asked| level_options(asked));
    let for_name = name.clone();
    let choose = move |event: web_sys::Event| {
        if let Ok(number) = event_target_value(&event).parse::<u8>() {
            set_unset(open_session, &group, Level::new(number), &for_name);
        }
    };
    view! {
        <div class="field set-group">
            <label class="unseen" for=id.clone()>{t::set_all_in(&name)}</label>
            <select id=id on:change=choose prop:value=move || { unset.track(); "" }>
                <option value="">{move || t::still_unset(unset.get())}</option>
                {levels}
            </select>
        </div>
    }
}

pub fn level_options(asked: &Questionnaire) -> Vec<impl IntoView + use<>> {
    let option = |(level, name): (u8, String)| view! { <option value=level.to_string()>{format!("{level} · {name}")}</option> };
    let rungs = asked.model().scale.iter().map(|rung| (rung.level.number(), rung.name.get(t::tag()).to_owned()));
    rungs.map(option).collect()
}

pub fn set_unset(open_session: OpenSession, group: &Group, level: Level, name: &str) {
    let changes = open_session.session.with_untracked(|session| commands::set_unset(group, level, session));
    if !changes.is_empty() {
        let words = t::group_set(name, level, changes.len());
        open_session.change_with_undo(changes, words);
    }
}
