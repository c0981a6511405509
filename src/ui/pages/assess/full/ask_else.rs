//! What becomes of a statement that whoever was asked does not know: somebody else may.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::session::Answer;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// The way to whoever may know, once somebody said that they don't. Whoever was asked by others leaves that to them.
#[component]
pub fn AskElse(answer: Memo<Option<Answer>>, open_session: OpenSession) -> impl IntoView {
    let is_not_known = Memo::new(move |_| answer.with(|said| *said == Some(Answer::DontKnow)));
    let asks = open_session.request.with_untracked(Option::is_none);
    let link = move || view! { " " <A href=open_session.link(SessionPage::Request)>{t::ASK_SOMEBODY_ELSE}</A> };
    move || is_not_known.get().then(|| view! { <p class="hint">{t::DONT_KNOW_WORDS} {asks.then(link)}</p> })
}
