//! A conflict on the page: what it says, which way it goes, and changing it.

use leptos::prelude::*;

use crate::analysis::ReportConflict;
use crate::session::{ConflictId, ConflictWay, List, commands};
use crate::ui::browser::page;
use crate::ui::components::{Choice, KeptApartMark, Segmented, TextArea};
use crate::ui::pages::targets::characteristics::fields::{ConflictFields, Filled};
use crate::ui::pages::targets::characteristics::{LIST, heading_id};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// A conflict. What somebody types in it stays, whatever else changes about it.
#[component]
pub fn ConflictCard(id: ConflictId, all: Memo<Vec<ReportConflict>>) -> impl IntoView {
    let open_session = open_session();
    let (heading, key) = (heading_id(&id), id.to_string());
    let id = StoredValue::new(id);
    let told = Memo::new(move |_| all.with(|all| id.with_value(|id| all.iter().find(|it| it.id == *id).cloned())));
    let names =
        Memo::new(move |_| told.with(|told| told.as_ref().map(|it| (it.helps.clone(), it.hinders.clone())).unwrap_or_default()));
    let called = move || names.with(|(helps, hinders)| t::conflict_of(helps, hinders));
    let why = move || told.with(|told| told.as_ref().map(|it| it.why.clone()));
    let practice = move || told.with(|told| told.as_ref().and_then(|it| it.practice.clone())).map(|it| t::shows_in(&it));
    let against = move || {
        let is_against = told.with(|told| told.as_ref().is_some_and(|it| it.is_against_order));
        is_against.then(|| view! { <p><span class="tag">{t::AGAINST_ORDER}</span></p> })
    };
    let take_out = move |_| {
        let change = open_session.session.with_untracked(|session| id.with_value(|id| commands::take_conflict_out(session, id)));
        if change.is_some_and(|change| open_session.change_with_undo(vec![change], t::CONFLICT_TAKEN_OUT.to_owned())) {
            page::focus_soon(LIST.to_owned());
        }
    };
    let delete = move || t::about_conflict(t::TAKE_CONFLICT_OUT.get(), &called());
    view! {
        <li class="finding">
            <h3 id=heading tabindex="-1" dir="auto">{called}</h3>
            <p dir="auto">{why}</p>
            <p class="hint" dir="auto">{practice}</p>
            {against}
            <KeptApartMark lists=&[List::Conflicts, List::ConflictDecisions] on=key />
            <Decide id=id.get_value() told names />
            <Edit id=id.get_value() />
            <p class="no-print">
                <button type="button" class="button plain small" aria-label=delete on:click=take_out>{t::TAKE_CONFLICT_OUT}</button>
            </p>
        </li>
    }
}

/// Which way it goes, and what was decided in words.
#[component]
fn Decide(id: ConflictId, told: Memo<Option<ReportConflict>>, names: Memo<(String, String)>) -> impl IntoView {
    let open_session = open_session();
    let key = id.to_string();
    let id = StoredValue::new(id);
    let decision = Memo::new(move |_| {
        let round = open_session.round();
        open_session
            .session
            .with(|session| id.with_value(|id| round.and_then(|round| Some(session.conflict_decision(id, &round)?.0.clone()))))
    });
    let chosen =
        Signal::derive(move || Some(decision.with(|it| it.as_ref().map_or(ConflictWay::Open, |it| it.way)).key().to_owned()));
    let choose = move |key: String| {
        let way = ConflictWay::ALL.into_iter().find(|way| way.key() == key);
        let round = open_session.round();
        let decide = |session: &_| id.with_value(|id| commands::decide_conflict(session, round.as_ref()?, id, way));
        if let Some(change) = open_session.session.with_untracked(decide) {
            open_session.change(change);
        }
    };
    let words = Signal::derive(move || decision.with(|it| it.as_ref().map(|it| it.decision.clone())).unwrap_or_default());
    let write = move |typed: String| {
        let round = open_session.round();
        let write = |session: &_| id.with_value(|id| commands::explain_decision(session, round.as_ref()?, id, typed));
        if let Some(change) = open_session.session.with_untracked(write) {
            open_session.change(change);
        }
    };
    let name = format!("way-{key}");
    let choices = move || {
        let (helps, hinders) = names.get();
        let choice = |way: ConflictWay| Choice::new(way.key(), t::conflict_way(way, &helps, &hinders), "");
        let choices = std::iter::once(ConflictWay::Open).chain(ConflictWay::ALL).map(choice).collect();
        view! { <Segmented legend=t::DECIDE_CONFLICT name=name.clone() choices chosen on_choose=choose show_legend=true about=heading_id(&id.get_value()) /> }
    };
    let is_decided = Memo::new(move |_| decision.with(Option::is_some));
    let field = StoredValue::new(format!("decision-{key}"));
    let by_whom = move || {
        let lines = told.with(|told| told.as_ref().map(t::decided_in_words)).unwrap_or_default();
        lines.into_iter().map(|line| view! { <p class="hint" dir="auto">{line}</p> }).collect::<Vec<_>>()
    };
    view! {
        {choices}
        {move || is_decided.get().then(|| view! {
            <TextArea id=field.get_value() label=t::DECISION_WORDS value=words on_type=write about=heading_id(&id.get_value()) />
            {by_whom}
        })}
    }
}

/// What it says, to be changed.
#[component]
fn Edit(id: ConflictId) -> impl IntoView {
    let open_session = open_session();
    let key = format!("edit-{id}");
    let id = StoredValue::new(id);
    let opened = RwSignal::new(false);
    let filled = Signal::derive(move || {
        let read = |session: &crate::session::Session| {
            let it = id.with_value(|id| session.conflicts.get(id).and_then(|fact| fact.value()).cloned())?;
            Some(Filled { helps: Some(it.helps), hinders: Some(it.hinders), practice: it.practice, why: it.why })
        };
        open_session.session.with(read).unwrap_or_default()
    });
    let alter = Callback::new(move |now: Filled| alter_conflict(open_session, &id.get_value(), now));
    view! {
        <details class="no-print" on:toggle=move |_| opened.set(true)>
            <summary>{t::EDIT_CONFLICT}</summary>
            {move || opened.get().then(|| view! { <ConflictFields key=key.clone() filled alter /> })}
        </details>
    }
}

/// Says something else in a conflict. A characteristic can't stand against itself: then it stays as it is.
fn alter_conflict(open_session: OpenSession, id: &ConflictId, now: Filled) {
    let alter = |it: &mut crate::session::Conflict| {
        it.helps = now.helps.unwrap_or_else(|| it.helps.clone());
        it.hinders = now.hinders.unwrap_or_else(|| it.hinders.clone());
        it.practice = now.practice;
        it.why = now.why;
    };
    match open_session.session.with_untracked(|session| commands::alter_conflict(session, id, alter)) {
        Some(change) => {
            open_session.change(change);
        }
        None => crate::ui::state::app_state::app_state().say(t::CONFLICT_NEEDS.to_owned(), None),
    }
}
