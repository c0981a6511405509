//! The differences between people's answers: the open ones to settle, and below them those that are settled.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Dispute, quick_differences, several_answered};
use crate::session::{Fact, PartId, Session};
use crate::ui::components::{SettleAt, statement, subject_key};
use crate::ui::pages::assess::people::quick_settle::{QuickSettle, quick_key};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

const HEADING: &str = "differences";

/// The differences to settle.
#[component]
pub fn Differences() -> impl IntoView {
    let open_session = open_session();
    let open = Memo::new(move |_| {
        open_session.disputes.with(|all| all.iter().filter(|it| it.settled.is_none()).cloned().collect::<Vec<_>>())
    });
    let settled = Memo::new(move |_| {
        open_session.disputes.with(|all| all.iter().filter(|it| it.settled.is_some()).cloned().collect::<Vec<_>>())
    });
    let quick = open_session.following(quick_differences);
    let is_compared = open_session.following(several_answered);
    let count_open = move || open.with(Vec::len) + quick.with(Vec::len);
    let state = move || match (count_open(), settled.with(Vec::len)) {
        (0, 0) if !is_compared.get() => t::NOTHING_TO_COMPARE.to_owned(),
        (0, 0) => t::NO_DIFFERENCES.to_owned(),
        (0, _) => t::ALL_SETTLED.to_owned(),
        (open, _) => t::open_differences(open),
    };
    let has_settled = Memo::new(move |_| settled.with(|settled| !settled.is_empty()));
    let folded = move || {
        has_settled.get().then(|| {
            view! {
                <details>
                    <summary>{move || t::settled_differences(settled.with(Vec::len))}</summary>
                    <ul class="disputes">
                        <For each=move || settled.get() key=|it| subject_key(&it.at) children=|dispute| view! { <Difference dispute /> } />
                    </ul>
                </details>
            }
        })
    };
    view! {
        <section class="card" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{t::DIFFERENCES}</h2>
            <p class="hint">{t::DIFFERENCES_HINT}</p>
            <p role="status">{state}</p>
            <ul class="disputes">
                <For each=move || open.get() key=|it| subject_key(&it.at) children=|dispute| view! { <Difference dispute /> } />
            </ul>
            {folded}
            {move || (!quick.with(Vec::is_empty)).then(|| view! {
                <h3>{t::QUICK_DIFFERENCES}</h3>
                <p class="hint">{t::QUICK_DIFFERENCES_HINT}</p>
                <ul class="disputes">
                    <For each=move || quick.get() key=quick_key children=|it| view! { <QuickSettle it focus=HEADING /> } />
                </ul>
            })}
        </section>
    }
}

/// A difference: where it is, the statement, and how it is settled.
#[component]
fn Difference(dispute: Dispute) -> impl IntoView {
    let open_session = open_session();
    let asked = open_session.asked.get_untracked();
    let practice = asked.model().practice(&dispute.practice);
    let practice = practice.map(|practice| practice.name.get(t::tag()).to_owned()).unwrap_or_default();
    let part = dispute.at.part.as_ref().map(|part| open_session.session.with_untracked(|session| part_words(session, part)));
    let text = statement(open_session, &dispute);
    view! {
        <li>
            <h3><A href=open_session.link(SessionPage::Full.of(&dispute.practice))>{practice}</A> {part.map(|part| format!(" · {part}"))}</h3>
            <p class="statement">{text}</p>
            <SettleAt at=dispute.at then_focus=HEADING unfolded=true />
        </li>
    }
}

fn part_words(session: &Session, part: &PartId) -> String {
    let name = session.parts.get(part).and_then(Fact::value).map(|part| part.name.clone());
    name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| t::PART_WITHOUT_NAME.to_owned())
}
