//! An answer sheet that people filled in: what it says, and what it would bring to the copies of its assessment that are here.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::Filled;
use crate::session::{PersonId, SessionId};
use crate::ui::pages::import::into_copy::IntoCopy;
use crate::ui::state::app_state::app_state;
use crate::ui::state::import_queue::ImportQueue;
use crate::ui::text as t;

/// How many lines of a kind are listed: thousands would take the page longer than reading the file.
const MOST_LINES: usize = 50;

/// Whose answers go into which copy, where somebody chose that: by the copy's name in the page. It outlasts the copies' own cards, which are made
/// anew whenever another file was folded in.
pub type Chosen = RwSignal<HashMap<String, Option<PersonId>>>;

/// A sheet with the file that it came in.
pub type Sheet = (Arc<Filled>, Arc<Vec<u8>>);

/// What the sheet says, and for each copy of its assessment what is new.
#[component]
pub fn SheetArrived(
    file: String,
    sheet: Arc<Filled>,
    bytes: Arc<Vec<u8>>,
    dismiss: Callback<()>,
    import_queue: ImportQueue,
) -> impl IntoView {
    let app_state = app_state();
    let holds = t::sheet_holds(sheet.rows.iter().filter(|row| !row.is_empty()).count());
    let of = SessionId::try_from(sheet.session.as_str()).ok();
    let twice = sheet.twice.iter().map(|head| t::column_twice(head));
    let numbers = sheet.numbers.iter().map(|(row, number)| t::number_in_sheet(*row, number));
    let unmarked = sheet.unmarked.iter().map(|row| t::row_unmarked(*row));
    let too_long = sheet.too_long.iter().map(|row| t::words_too_long(*row));
    let faults = listed(twice.chain(sheet.beyond.map(t::rows_beyond)).chain(unmarked).chain(too_long).chain(numbers));
    let chosen = Chosen::new(HashMap::new());
    let sheet = StoredValue::new((sheet, bytes));
    let offers = move || {
        import_queue.taken.track();
        let Some(of) = &of else { return view! { <p>{t::SHEET_WITHOUT_ORIGIN}</p> }.into_any() };
        match app_state.store_after_saving().copies_of(of) {
            Err(error) => view! { <p>{t::cant_look_for_copies(error)}</p> }.into_any(),
            Ok(copies) if copies.is_empty() => view! { <p>{t::NO_COPY_FOR_SHEET}</p> }.into_any(),
            Ok(copies) => {
                let copies = copies.into_iter();
                copies
                    .map(|(slot, here)| view! { <IntoCopy sheet=sheet.get_value() at=slot here chosen dismiss import_queue /> })
                    .collect::<Vec<_>>()
                    .into_any()
            }
        }
    };
    view! {
        <section class="card">
            <h2>{t::SHEET_BACK}</h2>
            <p class="hint" dir="auto">{t::from_file(&file)}</p>
            <p>{holds}</p>
            {faults}
            {offers}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| dismiss.run(())>{t::CANCEL}</button>
            </div>
        </section>
    }
}

/// The first lines of some, and how many more there are.
pub fn listed(lines: impl Iterator<Item = String>) -> AnyView {
    let mut lines = lines;
    let first: Vec<_> = lines.by_ref().take(MOST_LINES).map(|line| view! { <li dir="auto">{line}</li> }).collect();
    let more = lines.count();
    let more = (more > 0).then(|| view! { <p>{t::and_more(more)}</p> });
    (!first.is_empty()).then(|| view! { <ul class="problems">{first}</ul> {more} }).into_any()
}
