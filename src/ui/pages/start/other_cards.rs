//! Cards of what is stored beside assessments: questions from somebody, and what can not be read.

use crate::session::{Session, SystemField};
use crate::store::{OpenError, Slot};
use crate::ui::browser::page;
use crate::ui::components::{ProgressBar, SaveRaw, request_names};
use crate::ui::pages::start::card::{DeleteButton, progress_of};
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;
use leptos::prelude::*;
use leptos_router::components::A;

/// Questions from somebody: how many are answered, and the way back to them.
#[component]
pub fn RequestCard(at: Slot, session: Session, refresh: Callback<()>) -> impl IntoView {
    let app_state = app_state();
    let name = t::questions_about(&t::system_name(session.system(SystemField::Name)));
    let place = app_state.place(&at).unwrap_or_else(|| SessionPage::Answer.into());
    let asks = session.request.as_ref().map(|request| {
        let (to, from) = request_names(&session, request);
        t::for_and_from(&to, &from)
    });
    let answered = Memo::new(move |_| {
        let asked = app_state.library.get().and_then(|library| library.asked_in(&session));
        let counted = asked.zip(session.request.as_ref());
        counted.map(|(asked, request)| progress_of(&asked, &session).of_request(request)).unwrap_or_default()
    });
    let label = Signal::derive(move || t::indicators_answered(answered.get()));
    view! {
        <li class="card session-card">
            <div>
                <h2 dir="auto">{name.clone()}</h2>
                <p class="hint" dir="auto">{asks}</p>
            </div>
            <div class="session-progress"><ProgressBar label count=Signal::derive(move || answered.get().answered) /></div>
            <div class="actions">
                <A href=page::link(&place.path_in(&at)) attr:class="button primary" attr:aria-label=t::continue_named(&name)>
                    {t::CONTINUE}
                </A>
                <DeleteButton at name refresh />
            </div>
        </li>
    }
}

/// Something on the store that can't be opened; it stays there, and can be saved as a file.
#[component]
pub fn UnreadableCard(at: Slot, why: OpenError, refresh: Callback<()>) -> impl IntoView {
    view! {
        <li class="card session-card">
            <div>
                <h2>{t::UNREADABLE}</h2>
                <p class="hint">{t::open_error(&why)}</p>
            </div>
            <div class="actions"><SaveRaw at=at.clone() /> <DeleteButton at name=t::UNREADABLE.to_owned() refresh /></div>
        </li>
    }
}
