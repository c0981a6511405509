//! The list of all practices: where each stands, and the ways in.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::Current;
use crate::model::{Group, Practice};
use crate::ui::components::CurrentMark;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The practices of a group.
#[component]
pub fn GroupRows(group: Group, depth: u8, mine: RwSignal<bool>) -> AnyView {
    let name = group.name.get(t::tag()).to_owned();
    let heading = if depth == 0 { view! { <h2>{name}</h2> }.into_any() } else { view! { <h3>{name}</h3> }.into_any() };
    let inner: Vec<_> =
        group.groups.iter().map(|inner| view! { <GroupRows group=inner.clone() depth=depth + 1 mine /> }).collect();
    let rows: Vec<_> = group.practices.iter().map(|practice| view! { <PracticeRow practice=practice.clone() mine /> }).collect();
    view! {
        <section class=if depth == 0 { "domain" } else { "sub-domain" }>
            {heading} {inner} {(!rows.is_empty()).then(|| view! { <ul class="practice-list">{rows}</ul> })}
        </section>
    }
    .into_any()
}

/// A practice: where it stands, how much is answered, the ways in.
#[component]
fn PracticeRow(practice: Practice, mine: RwSignal<bool>) -> impl IntoView {
    let open_session = open_session();
    let name = practice.name.get(t::tag()).to_owned();
    let id = StoredValue::new(practice.id.clone());
    let current = Memo::new(move |_| {
        let of = |results: &crate::analysis::Results| id.with_value(|id| results.practice(id).map(|it| it.standing.current));
        open_session.results.with(of).unwrap_or(Current::Unanswered)
    });
    let count = Memo::new(move |_| {
        let asked = open_session.asked.get();
        let find = |progress: &crate::analysis::Progress| id.with_value(|id| progress.of_practice(&asked, id));
        open_session.progress.with(find).unwrap_or_default()
    });
    let assigned = Memo::new(move |_| {
        open_session.session.with(|session| {
            let names = |id: &_| {
                session
                    .assigned_to(id)
                    .map(|person| (person.clone(), session.person_name(person).unwrap_or(t::SOMEBODY.get()).to_owned()))
                    .collect::<Vec<_>>()
            };
            id.with_value(names)
        })
    });
    let is_mine =
        move || assigned.with(|assigned| assigned.iter().any(|(person, _)| Some(person) == open_session.me.get().as_ref()));
    let names = move || {
        assigned.with(|assigned| (!assigned.is_empty()).then(|| t::answered_by(assigned.iter().map(|(_, name)| name.as_str()))))
    };
    view! {
        <li class="practice-row" hidden=move || mine.get() && !is_mine()>
            <span class="practice-mark">{move || view! { <CurrentMark current=current.get() /> }}</span>
            <span class="practice-name">{name.clone()}</span>
            <span class="hint practice-count">{move || t::indicators_of(count.get())} {move || names().map(|names| view! { <span class="practice-who" dir="auto">{names}</span> })}</span>
            <span class="practice-ways">
                <A href=open_session.link(SessionPage::Quick.of(&practice.id)) attr:class="button" attr:aria-label=t::quick_named(&name)>
                    {t::QUICK}
                </A>
                <A href=open_session.link(SessionPage::Full.of(&practice.id)) attr:class="button" attr:aria-label=t::full_named(&name)>
                    {t::FULL}
                </A>
            </span>
        </li>
    }
}
