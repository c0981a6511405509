//! A review that came as a file: what it holds, and what it would bring to the copies of its assessment that are here.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::{Review, check_review};
use crate::ui::pages::import::merge::FoldIn;
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::app_state;
use crate::ui::state::import_queue::ImportQueue;
use crate::ui::state::library::Library;
use crate::ui::text as t;

/// What the file holds, and for each copy what is new.
#[component]
pub fn ReviewArrived(file: String, review: Arc<Review>, dismiss: Callback<()>, import_queue: ImportQueue) -> impl IntoView {
    let app_state = app_state();
    let holds = t::review_holds(&review);
    // The model may not have been needed so far. A level that it does not have would make the assessment one that can't be opened.
    let fits = RwSignal::new(None::<Result<(), String>>);
    let of = review.clone();
    spawn_local(async move {
        let id = of.model().clone();
        let library = app_state.model_loaded(id.clone()).await;
        // Where somebody brought the model, the copy that is here tells which one it is.
        let copies = app_state.store_after_saving().review_offers(&of).unwrap_or_default();
        let of_copy = |library: &Library| copies.iter().find_map(|offer| library.model_of(&offer.here));
        let model = library.as_ref().and_then(|library| of_copy(library).or_else(|| library.model(&id)));
        let fit = match model {
            Some(model) => check_review(&of, &model).map_err(|error| t::read_error(&error)),
            None => Err(t::review_without_model(&id)),
        };
        let _ = fits.try_set(Some(fit));
    });
    let offers = move || {
        import_queue.taken.track();
        match fits.get() {
            None => return view! { <p role="status">{t::LOADING}</p> }.into_any(),
            Some(Err(why)) => return view! { <p>{why}</p> }.into_any(),
            Some(Ok(())) => {}
        }
        match app_state.store_after_saving().review_offers(&review) {
            Err(error) => view! { <p>{t::cant_look_for_copies(error)}</p> }.into_any(),
            Ok(found) if found.is_empty() => view! { <p>{t::NO_COPY_FOR_REVIEW}</p> }.into_any(),
            Ok(found) => {
                let offers = found.into_iter();
                offers
                    .map(|offer| view! { <FoldIn offer dismiss import_queue leads_to=SessionPage::Review /> })
                    .collect::<Vec<_>>()
                    .into_any()
            }
        }
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
