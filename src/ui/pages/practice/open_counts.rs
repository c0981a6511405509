//! What is open, in numbers, each with the page on which it can be helped: the same on every page that tells it.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{OpenKind, OpenLevel, OpenPoints, OpenTarget, open_points};
use crate::ui::browser::clock;
use crate::ui::routes::{Address, SessionPage};
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
    let line = move |(kind, count, to): (OpenKind, usize, Address)| {
        view! { <li><A href=open_session.link(to)>{t::open_count(kind, count)}</A></li> }
    };
    let all =
        move || open.with(|open| open.counts().map(|(kind, count)| (kind, count, place_of(kind, open))).collect::<Vec<_>>());
    let lines = move || all().into_iter().map(line).collect::<Vec<_>>();
    let statements = move || open.with(|open| t::statements_answered(open.statements));
    view! {
        <ul class="open-counts">
            <li>{statements}</li>
            {lines}
        </ul>
    }
}

/// Where something open can be helped: at the first of what is meant, where pages show one at a time.
fn place_of(kind: OpenKind, open: &OpenPoints) -> Address {
    let level = |level: OpenLevel| open.practices.iter().find(|it| it.level == Some(level)).map(|it| &it.practice);
    let target = |target: OpenTarget| open.practices.iter().find(|it| it.target == Some(target)).map(|it| &it.practice);
    let found = match kind {
        OpenKind::Unanswered => level(OpenLevel::Unanswered).map(|id| SessionPage::Quick.of(id)),
        OpenKind::NotKnown => level(OpenLevel::NotKnown).map(|id| SessionPage::Quick.of(id)),
        OpenKind::Unfinished => level(OpenLevel::Unfinished).map(|id| SessionPage::Full.of(id)),
        OpenKind::QuickAlone => level(OpenLevel::QuickAlone).map(|id| SessionPage::Full.of(id)),
        OpenKind::NoTarget => target(OpenTarget::NotSet).map(|id| SessionPage::Targets.at(id)),
        OpenKind::NotConfirmed => target(OpenTarget::NotConfirmed).map(|id| SessionPage::Targets.at(id)),
        OpenKind::Stale => open.stale.first().map(|it| Address::of_indicator(&it.practice, &it.at.on)),
        OpenKind::Assumed => open.assumed.first().map(|it| Address::of_indicator(&it.practice, &it.indicator)),
        // Whoever was asked does not know: the way on is to ask somebody else.
        OpenKind::NobodyKnew => Some(SessionPage::Request.into()),
        OpenKind::Contradicted => Some(SessionPage::Check.into()),
        OpenKind::QuickDiffers | OpenKind::Disputed | OpenKind::KeptApart => Some(SessionPage::People.into()),
    };
    found.unwrap_or_else(|| SessionPage::Assess.into())
}
