//! Opening files: the button, and what came of each file before anything is done with it.

pub mod decide;
pub mod discussions;
mod encrypted;
mod into_copy;
mod merge;
mod model;
mod ready;
mod review;
mod sheet;

use leptos::prelude::*;

use crate::ui::browser::download;
use crate::ui::components::FileField;
use crate::ui::pages::import::encrypted::Encrypted;
use crate::ui::pages::import::model::{BadModel, ModelArrived};
use crate::ui::pages::import::ready::Ready;
use crate::ui::pages::import::review::ReviewArrived;
use crate::ui::pages::import::sheet::SheetArrived;
use crate::ui::state::app_state::app_state;
use crate::ui::state::files_given::files_given;
use crate::ui::state::import_queue::{ImportQueue, ImportedFile, Outcome, RESULT, Reading, import_queue};
use crate::ui::text as t;

/// The button that opens files, and what came of them.
#[component]
pub fn ImportPanel() -> impl IntoView {
    let import_queue = import_queue();
    view! {
        <FileField on_files=Callback::new(move |sources| import_queue.take(sources)) />
        <FileOutcomes />
    }
}

/// The other ways to open files, and what came of those that were opened.
#[component]
pub fn FileOutcomes() -> impl IntoView {
    let import_queue = import_queue();
    // What shows already, above a page that is still coming, stays where it is: somebody may be choosing or typing there.
    let shows_above = import_queue.shows_above();
    let waits = Memo::new(move |waits: Option<&bool>| *waits.unwrap_or(&shows_above) && import_queue.has_something());
    let is_here = StoredValue::new(false);
    let come = move |waits: bool| {
        if !waits && !is_here.get_value() {
            is_here.set_value(true);
            import_queue.shown.update(|shown| *shown += 1);
        }
    };
    come(waits.get_untracked());
    Effect::new(move |_| come(waits.get()));
    on_cleanup(move || {
        if is_here.try_get_value() == Some(true) {
            import_queue.shown.try_update(|shown| *shown -= 1);
        }
    });
    view! {
        <span class="hint drop-hint">{t::DROP_OR_PASTE}</span>
        {move || (!waits.get()).then(|| view! { <Outcomes import_queue /> })}
    }
}

/// Reads files that were given on whatever page, and shows what came of them where the page does not do so itself.
#[component]
pub fn FilesAnywhere() -> impl IntoView {
    let import_queue = import_queue();
    let given = files_given();
    Effect::new(move |_| import_queue.take(given.take()));
    let shows = Memo::new(move |showed: Option<&bool>| {
        import_queue.shown.get() == 0 || (showed == Some(&true) && import_queue.has_something())
    });
    import_queue.is_above.set(true);
    on_cleanup(move || _ = import_queue.is_above.try_set(false));
    view! {
        {move || given.is_over.get().then(|| view! { <p class="drop-here">{t::DROP_HERE}</p> })}
        {move || shows.get().then(|| view! { <Outcomes import_queue /> })}
    }
}

/// What is being read, and what came of each file.
#[component]
fn Outcomes(import_queue: ImportQueue) -> impl IntoView {
    // Apart from the bar, which moves often: the words are read out whenever they are put into the page.
    let words = Memo::new(move |_| import_queue.reading.with(|it| it.as_ref().map(|it| t::reading(it.at, it.of, &it.file))));
    let percent = move || import_queue.reading.with(|it| it.as_ref().map_or(0, Reading::percent_of_all));
    let reading = move || {
        let words = words.get()?;
        Some(view! { <p>{words} " " <progress max=100 value=percent aria-label=t::READING></progress></p> })
    };
    view! {
        <div class="import" id=RESULT tabindex="-1" role="status">
            {reading}
            <For each=move || import_queue.arrived.get() key=|arrived| arrived.key children=move |arrived| outcome(arrived, import_queue) />
        </div>
    }
}

fn outcome(arrived: ImportedFile, import_queue: ImportQueue) -> AnyView {
    let ImportedFile { key, file, outcome, into } = arrived;
    let dismiss = Callback::new(move |()| import_queue.dismiss(key));
    match outcome {
        Outcome::Refused { why, kept } => view! { <Refused file why kept dismiss /> }.into_any(),
        Outcome::Encrypted(locked) => view! { <Encrypted key file locked dismiss import_queue /> }.into_any(),
        Outcome::Model(model) => view! { <ModelArrived file model dismiss /> }.into_any(),
        Outcome::BadModel(fault) => view! { <BadModel file fault dismiss /> }.into_any(),
        Outcome::Review(review) => view! { <ReviewArrived file review dismiss import_queue /> }.into_any(),
        Outcome::Sheet(sheet, bytes) => view! { <SheetArrived file sheet bytes dismiss import_queue /> }.into_any(),
        Outcome::Ready(opened, preview) => view! { <Ready file opened preview into dismiss import_queue /> }.into_any(),
    }
}

/// A file that is not added, and why.
#[component]
fn Refused(file: String, why: String, kept: Option<String>, dismiss: Callback<()>) -> impl IntoView {
    let app_state = app_state();
    let name = file.clone();
    let save = kept.map(|text| {
        let save = move |_| {
            if download::download(&name, "application/json", &text).is_err() {
                app_state.say(t::CANT_DOWNLOAD.to_owned(), None);
            }
        };
        view! { <button type="button" class="button" on:click=save>{t::SAVE_AS_IT_CAME}</button> }
    });
    view! {
        <section class="card banner-warning">
            <h2 dir="auto">{t::refused(&file)}</h2>
            <p>{why}</p>
            <p class="hint">{t::NOTHING_CHANGED}</p>
            <div class="actions">
                {save}
                <button type="button" class="button" on:click=move |_| dismiss.run(())>{t::DISMISS}</button>
            </div>
        </section>
    }
}
