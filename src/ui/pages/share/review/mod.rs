//! The review: what somebody who looks at the assessment found, what was replied, and what became of it.

mod asked;
mod can;
mod card;
mod cards;
mod decide;
mod draft;
mod list;
mod out;
mod reword;
mod snippets;
mod write;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::ui::components::{AnsweringAs, PageHead, about_of};
use crate::ui::pages::share::review::cards::cards;
use crate::ui::pages::share::review::list::FindingList;
use crate::ui::pages::share::review::out::ReviewOut;
use crate::ui::pages::share::review::write::WriteFinding;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The review.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let open_session = open_session();
    let query = use_query_map();
    // Read once: another address of this page makes it anew.
    let (named, writes) =
        query.with_untracked(|query| (query.get("about").and_then(|key| about_of(&key)), query.get("write").is_some()));
    let all = open_session.following(cards);
    let is_any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    view! {
        <PageHead title=t::title(SessionPage::Review).to_owned() above=t::REVIEW_ABOVE.to_owned() />
        <p class="lead">{t::REVIEW_LEAD}</p>
        <AnsweringAs />
        <WriteFinding named=named.clone() writes />
        <FindingList all named=named.filter(|_| !writes) />
        {move || is_any.get().then(|| view! { <ReviewOut /> })}
    }
}
