//! What people answered differently about an indicator: who said what, and which answer counts.

use leptos::prelude::*;

use crate::analysis::{Dispute, Thing};
use crate::model::IndicatorId;
use crate::session::{Answer, Fact, Settlement, Subject, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::person_words;
use crate::ui::components::settle_form::SettleForm;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// A name for what a difference is about that nothing else on a page has.
pub fn subject_key(at: &Subject<IndicatorId>) -> String {
    // No id has a slash in it.
    format!("{}/{}", at.on, at.part.as_ref().map_or("", |part| part.as_str()))
}

/// The difference about an indicator, for the part that is being answered, with the way to settle it, folded. Of a part that
/// was not answered apart, that of the whole system. Nothing where nobody differs.
#[component]
pub fn Settle(id: IndicatorId) -> impl IntoView {
    let open_session = open_session();
    let at = Memo::new(move |_| {
        let part = open_session.part.get();
        let apart = part.filter(|part| {
            let of_part = |(place, fact): (&crate::session::Place<IndicatorId>, &Fact<Answer>)| {
                place.part.as_ref() == Some(part) && fact.value().is_some()
            };
            open_session.assessment(|assessment| assessment.answers_to(&id).any(of_part))
        });
        let round = open_session.round()?;
        let at = Subject { on: id.clone(), round, part: apart };
        open_session.dispute_at(&at).map(|_| at)
    });
    move || at.get().map(|at| view! { <SettleAt at /> })
}

/// A difference with the way to settle it, or what was settled. Nothing where nobody differs.
#[component]
pub fn SettleAt(
    at: Subject<IndicatorId>,
    /// What takes the focus after it was settled or opened again; the difference itself where nothing is named.
    #[prop(optional)]
    then_focus: Option<&'static str>,
    /// Whether it stands there unfolded, below its statement.
    #[prop(optional)]
    unfolded: bool,
) -> impl IntoView {
    let open_session = open_session();
    let key = format!("settle/{}", subject_key(&at));
    let dispute = Memo::new(move |_| open_session.dispute_at(&at));
    let is_there = Memo::new(move |_| dispute.with(Option::is_some));
    let settled = Memo::new(move |_| dispute.with(|dispute| dispute.as_ref().and_then(|dispute| dispute.settled.clone())));
    let answers = Memo::new(move |_| dispute.get().map(|dispute| Dispute { settled: None, ..dispute }));
    let shown = {
        let key = key.clone();
        move || {
            let dispute = answers.get()?;
            let said = said(open_session, &dispute);
            let focus = then_focus.map_or_else(|| key.clone(), str::to_owned);
            Some(match settled.get() {
                Some(fact) => view! { <Settled dispute fact said focus /> }.into_any(),
                None if unfolded => view! { {said} <SettleForm dispute focus /> }.into_any(),
                None => folded(open_session, dispute, focus),
            })
        }
    };
    let about =
        move || dispute.with(|dispute| dispute.as_ref().map(|dispute| t::difference_about(&statement(open_session, dispute))));
    move || {
        is_there.get().then(|| {
            view! { <div class="settle" role="group" tabindex="-1" id=key.clone() aria-label=about>{shown.clone()}</div> }
        })
    }
}

/// The words of the statement that a difference is about.
pub fn statement(open_session: OpenSession, dispute: &Dispute) -> String {
    open_session.name_of(&Thing::Indicator(dispute.at.on.clone()))
}

fn folded(open_session: OpenSession, dispute: Dispute, focus: String) -> AnyView {
    let names = open_session.session.with_untracked(|session| {
        let name = |(by, answer): &(_, Answer)| {
            (person_words(session, Option::as_ref(by)), open_session.answer_words(&dispute.at.on, answer))
        };
        dispute.answers.iter().map(name).collect::<Vec<_>>()
    });
    view! {
        <p class="differing">{t::differing(&names)}</p>
        <details>
            <summary>{t::SETTLE_THIS}</summary>
            <SettleForm dispute focus />
        </details>
    }
    .into_any()
}

/// Who answered what.
fn said(open_session: OpenSession, dispute: &Dispute) -> AnyView {
    let rows: Vec<_> = open_session.session.with_untracked(|session| {
        let row = |(by, answer): &(_, Answer)| {
            let who = person_words(session, Option::as_ref(by));
            view! { <li dir="auto"><strong>{who}</strong> " · " {open_session.answer_with_reason(&dispute.at.on, answer)}</li> }
        };
        dispute.answers.iter().map(row).collect()
    });
    view! { <ul class="said">{rows}</ul> }.into_any()
}

/// What was settled, by whom and when, with the way to open it again.
#[component]
fn Settled(dispute: Dispute, fact: Fact<Settlement>, said: AnyView, focus: String) -> impl IntoView {
    let open_session = open_session();
    let when = clock::in_words(fact.at);
    let by = fact.by.as_ref().map(|by| open_session.session.with_untracked(|session| person_words(session, Some(by))));
    let by = by.map_or_else(|| t::settled_without_name(&when), |who| t::settled_by(&who, &when));
    let (answer, reason) = fact
        .value()
        .map(|it| (t::settled(&open_session.answer_with_reason(&dispute.at.on, &it.answer)), it.reason.clone()))
        .unwrap_or_default();
    let open_again = move |_| {
        open_session.change_with_undo(vec![commands::open_again(dispute.at.clone())], t::OPENED_AGAIN.to_owned());
        page::focus_soon(focus.clone());
    };
    view! {
        <p dir="auto"><span class="tag">{t::SETTLED_TAG}</span> " " {answer}</p>
        {(!reason.trim().is_empty()).then(|| view! { <p dir="auto">{reason}</p> })}
        <p class="hint">{by}</p>
        {said}
        <button type="button" class="button plain small" on:click=open_again>{t::OPEN_AGAIN}</button>
    }
}
