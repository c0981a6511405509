//! A mark where two copies say something differently: one side counts for now, and nobody decided that.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::LISTS_OF_PRACTICE;
use crate::session::List;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What can be kept apart about a practice as a whole.
pub const OF_PRACTICE: &[List] = &LISTS_OF_PRACTICE;

/// What can be kept apart about a statement.
pub const OF_STATEMENT: &[List] = &[
    List::Answers,
    List::Settlements,
    List::Confidence,
    List::Shown,
    List::Against,
    List::Confirmed,
    List::Notes,
    List::Indicators,
];

/// Says what is kept apart about something, and where to settle it; nothing where nothing is.
#[component]
pub fn KeptApartMark(lists: &'static [List], #[prop(into)] on: String) -> impl IntoView {
    let open_session = open_session();
    let kept =
        Memo::new(move |_| open_session.kept_apart.with(|index| index.about(lists, &on).map(t::kept_apart).collect::<Vec<_>>()));
    let line = move |words: String| {
        view! {
            <p class="kept-apart hint" dir="auto">
                <span class="tag">{t::KEPT_APART}</span> " " {words} ". " {t::KEPT_APART_MEANS} " "
                <A href=open_session.link(SessionPage::People)>{t::SETTLE_IT}</A>
            </p>
        }
    };
    move || kept.get().into_iter().map(line).collect::<Vec<_>>()
}

/// A tag where anything of a practice is kept apart, for where there is little room.
#[component]
pub fn KeptApartTag(lists: &'static [List], #[prop(into)] on: String) -> impl IntoView {
    let open_session = open_session();
    let is_kept = Memo::new(move |_| open_session.kept_apart.with(|index| index.has(lists, &on)));
    move || is_kept.get().then(|| view! { " " <span class="tag" title=t::KEPT_APART_MEANS>{t::KEPT_APART}</span> })
}
