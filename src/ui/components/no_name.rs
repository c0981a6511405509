//! Where an assessment was begun without a name: says so, and leads to where it gets one.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::session::{Session, SystemField};
use crate::ui::browser::clock;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What an assessment is called in lists and above its pages: as its system, or by when it was begun.
pub fn assessment_name(session: &Session) -> String {
    t::assessment_name(session.system(SystemField::Name), &clock::in_words(session.created))
}

/// Says that the assessment has no name, as long as that is so.
#[component]
pub fn NoName() -> impl IntoView {
    let open_session = open_session();
    let is_nameless = Memo::new(move |_| {
        open_session.soon(|session| session.request.is_none() && session.system(SystemField::Name).trim().is_empty())
    });
    move || {
        is_nameless.get().then(|| {
            view! {
                <p class="hint no-name">
                    {t::NO_NAME_YET} " " <A href=open_session.link(SessionPage::SetUp)>{t::TO_SET_UP}</A>
                </p>
            }
        })
    }
}
