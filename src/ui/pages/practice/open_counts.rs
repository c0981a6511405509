//! What is open, in numbers, each with the page on which it can be helped: the same on every page that tells it.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{OpenKind, OpenPoints, open_points};
use crate::ui::browser::clock;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// What is open in the open session, worked out shortly after each change while a page shows it.
pub fn open_now(open_session: OpenSession) -> Memo<OpenPoints> {
    open_session
        .following(move |assessment| open_session.results.with(|results| open_points(assessment, results, clock::today())))
}

/// What is open, in numbers; nothing where nothing is.
#[component]
pub fn OpenCounts(open: Signal<OpenPoints>) -> impl IntoView {
    let open_session = open_session();
    let line = move |(kind, count): (OpenKind, usize)| {
        view! { <li><A href=open_session.link(page_of(kind))>{t::open_count(kind, count)}</A></li> }
    };
    let lines = move || open.with(|open| open.counts().collect::<Vec<_>>()).into_iter().map(line).collect::<Vec<_>>();
    let statements = move || open.with(|open| t::statements_answered(open.statements));
    view! {
        <ul class="open-counts">
            <li>{statements}</li>
            {lines}
        </ul>
    }
}

/// Where something open can be helped.
const fn page_of(kind: OpenKind) -> SessionPage {
    match kind {
        OpenKind::NoTarget | OpenKind::NotConfirmed => SessionPage::Targets,
        OpenKind::QuickDiffers | OpenKind::Disputed | OpenKind::KeptApart => SessionPage::People,
        OpenKind::Contradicted => SessionPage::Check,
        OpenKind::Unanswered
        | OpenKind::NotKnown
        | OpenKind::Unfinished
        | OpenKind::QuickAlone
        | OpenKind::Stale
        | OpenKind::Assumed => SessionPage::Assess,
    }
}
