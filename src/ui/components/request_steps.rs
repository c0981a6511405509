//! The way through a request: it has a single place, the list of what is asked.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::Count;
use crate::session::{AnswerRequest, Session};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The way to the list of what is asked in a request, with how much of it is answered.
#[component]
pub fn RequestSteps() -> impl IntoView {
    let open_session = open_session();
    let answered = move || {
        let request = open_session.request.get();
        let of = |request: AnswerRequest| open_session.progress.with(|progress| progress.of_request(&request).answered);
        t::of(request.map_or(Count::default(), of))
    };
    view! {
        <nav class="steps" aria-label=t::ENVELOPE_STEPS>
            <ol>
                <li>
                    <A href=open_session.link(SessionPage::Answer)>
                        <span class="step-name">{t::YOUR_QUESTIONS}</span>
                        <span class="step-count">{answered}</span>
                    </A>
                </li>
            </ol>
        </nav>
    }
}

/// The names of the addressee and of whoever asks.
pub fn request_names(session: &Session, request: &AnswerRequest) -> (String, String) {
    let to = session.person_name(&request.addressee).unwrap_or(t::SOMEBODY.get());
    let from = request.from.as_ref().and_then(|from| session.person_name(from)).unwrap_or(t::A_COLLEAGUE.get());
    (to.to_owned(), from.to_owned())
}
