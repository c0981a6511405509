//! Whose the model is by which the assessment is answered, where somebody brought it.

use leptos::prelude::*;

use crate::ui::components::{KeepBrought, ModelOrigin};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Whose it is, and the button that keeps it where only this assessment has it; nothing for a model of the app.
#[component]
pub fn OwnModelHere() -> impl IntoView {
    let open_session = open_session();
    // What says the same is the same: else it would be drawn anew with every change.
    let own = Memo::new(move |_| open_session.asked.with(|asked| asked.model().own.clone()));
    move || {
        own.get()?;
        let asked = open_session.asked.get_untracked();
        let brought = open_session.session.with_untracked(|session| session.own_model.clone());
        let keep = brought.map(|brought| view! { <KeepBrought model=brought.0 /> });
        let origin = view! { <ModelOrigin model=asked.model() /> };
        Some(view! {
            <section class="card" id="own-model">
                <h2>{t::MODEL}</h2>
                <p>{t::OWN_MODEL_HERE}</p>
                {origin}
                {keep}
            </section>
        })
    }
}
