//! Other editions of the model that somebody brought, where some are here beside the one by which the assessment is answered.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::Model;
use crate::ui::components::edition_card;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Each edition that could be taken over, with what it says otherwise; only where answers belong to the present one, else it is chosen.
#[component]
pub fn OtherEditions() -> impl IntoView {
    let open_session = open_session();
    let model =
        Memo::new(move |_| open_session.session.with(|session| (session.model.edition.clone(), session.is_free_of_model())));
    move || {
        let (_, is_free) = model.get();
        let library = app_state().library.get()?;
        let cards = open_session.session.with_untracked(|session| {
            let others = library.others_by_id(session).into_iter();
            let card = |model: Arc<Model>| edition_card(session, &model.clone(), move || take(open_session, &model));
            others.map(card).collect::<Vec<_>>()
        });
        (!is_free).then_some(cards)
    }
}

/// Takes an edition over, with a way back to the one before.
fn take(open_session: OpenSession, model: &Model) {
    let before = open_session.take_edition(model);
    let undo = move || open_session.put_model(before.clone());
    app_state().say(t::EDITION_IS_TAKEN.to_owned(), Some(Arc::new(undo)));
}
