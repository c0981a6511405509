//! The targets of a group of practices: each, their spread, and setting all of them at once.

use crate::model::{Group, GroupId, Level, Questionnaire};
use crate::session::commands;
use crate::ui::browser::page;
use crate::ui::components::ChooseThen;
use crate::ui::pages::targets::entry::TargetEntry;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;
use leptos::prelude::*;

/// A domain or sub-domain with what is inside it.
#[component]
pub fn GroupSection(group: Group, depth: u8) -> AnyView {
    let inner: Vec<_> = group.groups.iter().map(|inner| view! { <GroupSection group=inner.clone() depth=depth + 1 /> }).collect();
    let cards: Vec<_> = group.practices.iter().map(|practice| view! { <TargetEntry practice=practice.clone() /> }).collect();
    let (name, id) = (group.name.get(t::tag()).to_owned(), heading(&group.id));
    // What a domain is about stands once, above all that belongs to it; of a part of it the book says so.
    let about = group.about.said(t::tag()).filter(|_| depth == 0).map(|words| view! { <p class="hint">{words.to_owned()}</p> });
    let heading = if depth == 0 {
        view! { <h2 id=id tabindex="-1">{name}</h2> }.into_any()
    } else {
        view! { <h3 id=id tabindex="-1">{name}</h3> }.into_any()
    };
    view! {
        <section class=if depth == 0 { "domain" } else { "sub-domain" }>
            <div class="group-head">
                <div>{heading} {about} <Spread group=group.id.clone() /></div>
                <SetGroup group />
            </div>
            {inner}
            {(!cards.is_empty()).then(|| view! { <Columns /> <ul class="target-list">{cards}</ul> })}
        </section>
    }
    .into_any()
}

/// What stands in the columns of the rows below, for the eye: each row says it in words as well.
#[component]
fn Columns() -> impl IntoView {
    view! {
        <p class="target-columns hint" aria-hidden="true">
            <span></span> <span>{t::LEVEL}</span> <span>{t::SCOPE}</span> <span>{t::OUTSIDE_MINIMUM}</span> <span></span> <span>{t::DECIDED_BY}</span>
        </p>
    }
}

/// The lowest and highest target inside a group.
#[component]
pub fn Spread(group: GroupId) -> impl IntoView {
    let open_session = open_session();
    let spread = Memo::new(move |_| open_session.results.with(|results| results.group(&group).and_then(|group| group.targets)));
    view! { <p class="hint">{move || spread.get().map(|(low, high)| t::targets_between(low, high))}</p> }
}

/// The id of the heading of a group.
fn heading(group: &GroupId) -> String {
    format!("group-{group}")
}

/// Sets what is below a group and still unset; nothing where all of it is set.
#[component]
pub fn SetGroup(group: Group) -> impl IntoView {
    let open_session = open_session();
    let name = group.name.get(t::tag()).to_owned();
    let unset = {
        let group = group.clone();
        Memo::new(move |_| open_session.session.with(|session| commands::unset_in(&group, session).len()))
    };
    let is_any = Memo::new(move |_| unset.get() > 0);
    let group = StoredValue::new(group);
    let set = Callback::new(move |chosen: String| {
        if let Ok(number) = chosen.parse::<u8>() {
            group.with_value(|group| set_unset(open_session, group, Level::new(number), group.name.get(t::tag())));
            // The choice is gone then: whoever uses the keyboard goes on from what was set.
            page::focus_soon(group.with_value(|group| heading(&group.id)));
        }
    });
    move || {
        is_any.get().then(|| {
            let levels = open_session.asked.with_untracked(|asked| level_choices(asked));
            let id = group.with_value(|group| format!("set-{}", group.id));
            view! {
                <div class="field set-group">
                    <label for=id.clone()>{t::set_all_in(&name)}</label>
                    <ChooseThen id nothing=Signal::derive(move || t::still_unset(unset.get())) choices=levels words=t::SET act=set />
                </div>
            }
        })
    }
}

/// The levels of the scale, each with its number and its name.
fn level_choices(asked: &Questionnaire) -> Vec<(String, String)> {
    let choice = |(level, name): (u8, &str)| (level.to_string(), format!("{level} · {name}"));
    asked.model().rungs().map(|rung| choice((rung.level.number(), rung.name.get(t::tag())))).collect()
}

pub fn set_unset(open_session: OpenSession, group: &Group, level: Level, name: &str) {
    let changes = open_session.session.with_untracked(|session| commands::set_unset(group, level, session));
    if !changes.is_empty() {
        let words = t::group_set(name, level, changes.len());
        open_session.change_with_undo(changes, words);
    }
}
