//! Which round is looked at, on every page, when it is not the latest or can't be changed.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::rounds_in_short;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The bar.
#[component]
pub fn RoundBar() -> impl IntoView {
    let open_session = open_session();
    let has_more = Memo::new(move |_| open_session.is_round_special());
    let words = open_session.following(move |assessment| {
        let all = if has_more.get() { rounds_in_short(assessment) } else { Vec::new() };
        let at = all.iter().position(|it| assessment.round() == Some(&it.round))?;
        let is_latest = at + 1 == all.len();
        let name = all.get(at).map(t::round_called)?;
        Some(if is_latest { t::round_is_closed(&name) } else { t::looking_at(&name) })
    });
    let to_latest = move |_| open_session.look_at(None);
    move || {
        let words = words.get()?;
        let back = open_session.looks_back().then(|| {
            view! { <button type="button" class="button small" on:click=to_latest>{t::BACK_TO_LATEST}</button> }
        });
        Some(view! {
            <div class="banner round-bar" role="status">
                <p dir="auto">{words}</p>
                <div class="actions">{back} <A href=open_session.link(SessionPage::Rounds) attr:class="button small">{t::TO_ROUNDS}</A></div>
            </div>
        })
    }
}
