//! A review that came as a file: what it holds, and what it would bring to the copies of its assessment that are here.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::{MergeError, Review, check_review};
use crate::store::MergeOffer;
use crate::ui::pages::import::merge::FoldIn;
use crate::ui::state::app_state::app_state;
use crate::ui::state::import_queue::ImportQueue;
use crate::ui::text as t;

/// What the file holds, and for each copy what is new.
#[component]
pub fn ReviewArrived(file: String, review: Arc<Review>, dismiss: Callback<()>, import_queue: ImportQueue) -> impl IntoView {
    let app_state = app_state();
    let holds = t::review_holds(&review);
    let offers = move || {
        import_queue.taken.track();
        let found: Vec<MergeOffer> = app_state.store_after_saving().review_offers(&review).unwrap_or_default();
        let library = app_state.library.get_untracked();
        let offers: Vec<_> = found
            .into_iter()
            .map(|offer| {
                // A level that the model does not have would make the assessment one that can't be opened.
                let model = library.as_ref().and_then(|library| library.model(&offer.here.model.id));
                match model.map(|model| check_review(&review, &model)) {
                    Some(Err(error)) => view! { <p>{t::read_error(&error)}</p> }.into_any(),
                    None => view! { <p>{t::merge_error(&MergeError::OtherModel)}</p> }.into_any(),
                    Some(Ok(())) => view! { <FoldIn offer dismiss import_queue /> }.into_any(),
                }
            })
            .collect();
        if offers.is_empty() { view! { <p>{t::NO_COPY_FOR_REVIEW}</p> }.into_any() } else { offers.into_any() }
    };
    view! {
        <section class="card">
            <h2>{t::REVIEW}</h2>
            <p class="hint" dir="auto">{t::from_file(&file)}</p>
            <p dir="auto">{holds}</p>
            {offers}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| dismiss.run(())>{t::CANCEL}</button>
            </div>
        </section>
    }
}
