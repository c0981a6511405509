//! What a file that was opened holds, and what can be done with it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use crate::exchange::{Checksum, Opened, Preview};
use crate::session::{Session, SystemField};
use crate::store::{Looked, MergeOffer, SessionStore, WorkspaceId};
use crate::ui::browser::clock;
use crate::ui::components::{ask_who, request_names};
use crate::ui::pages::import::merge::FoldIn;
use crate::ui::pages::import::model::brought;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::app_state::app_state;
use crate::ui::state::import_queue::ImportQueue;
use crate::ui::text as t;

/// How many unknown ids are listed: thousands would take the page longer than reading the file.
const MOST_IDS: usize = 100;

/// What a file holds, and the question what to do with it: fold it into a copy that is here, or add it.
#[component]
pub fn Ready(
    file: String,
    opened: Arc<Opened>,
    preview: Arc<Preview>,
    into: Option<WorkspaceId>,
    dismiss: Callback<()>,
    import_queue: ImportQueue,
) -> impl IntoView {
    let app_state = app_state();
    let session = &opened.session;
    let is_request = session.request.is_some();
    let copies = offers(session, &app_state.store_after_saving());
    let is_first = copies.is_empty();
    let mut remarks = t::preview_remarks(&preview, usize::from(!is_first));
    remarks.extend((opened.checksum == Checksum::Differs).then(|| t::CHECKSUM_DIFFERS.to_owned()));
    let brought = brought(session);
    let remarks: Vec<_> = remarks.into_iter().map(|remark| view! { <li>{remark}</li> }).collect();
    let unknown = preview.not_in_model.clone();
    let unknown = (!unknown.is_empty()).then(|| {
        let count = unknown.len();
        let items: Vec<_> = unknown.into_iter().take(MOST_IDS).map(|id| view! { <li><code>{id}</code></li> }).collect();
        let more = (count > MOST_IDS).then(|| view! { <p>{t::and_more(count - MOST_IDS)}</p> });
        view! {
            <details>
                <summary>{t::not_in_model(count)}</summary>
                <ul>{items}</ul>
                {more}
            </details>
        }
    });
    let lines = lines(session, &preview).into_iter();
    let lines: Vec<_> = lines.map(|(name, value)| view! { <dt>{name}</dt> <dd dir="auto">{value}</dd> }).collect();
    let name = t::system_name(&preview.name);
    let theirs = StoredValue::new(opened.clone());
    // Anew whenever another file was folded in: it may have been one of the same session.
    let first_copies = StoredValue::new(Some(copies));
    let folds = move || {
        import_queue.taken.track();
        let found = first_copies.try_update_value(Option::take).flatten();
        let copies =
            found.unwrap_or_else(|| theirs.with_value(|theirs| offers(&theirs.session, &app_state.store_after_saving())));
        let folds = copies.into_iter().map(|offer| view! { <FoldIn offer dismiss import_queue /> });
        folds.collect::<Vec<_>>()
    };
    let words = match &into {
        Some(_) => t::ADD_TO_WORKSPACE,
        None if is_request => t::ANSWER_IT,
        None => t::ADD_SESSION,
    };
    let add = adder(opened, into, dismiss, import_queue);
    view! {
        <section class="card">
            <h2 dir="auto">{if is_request { t::questions_about(&name) } else { name }}</h2>
            <p class="hint" dir="auto">{t::from_file(&file)}</p>
            <dl class="facts">{lines}</dl>
            <ul class="remarks">{remarks}</ul>
            {brought}
            {unknown}
            {folds}
            <div class="actions">
                <button type="button" class="button" class:primary=is_first on:click=move |_| add()>{words}</button>
                <button type="button" class="button" on:click=move |_| dismiss.run(())>{t::CANCEL}</button>
            </div>
        </section>
    }
}

/// What a session would bring to the copies of it that are here already.
fn offers(session: &Session, store: &SessionStore) -> Vec<MergeOffer> {
    store.merge_offers(session).unwrap_or_default()
}

/// What a file holds, as names and values.
fn lines(session: &Session, preview: &Preview) -> Vec<(&'static str, String)> {
    match &session.request {
        Some(request) => {
            let (to, from) = request_names(session, request);
            let made = clock::in_words(request.made);
            let mut lines = t::request_lines(&to, &from, &made, request.practices.len(), &request.message);
            lines.extend(t::preview_answers(preview));
            lines
        }
        None => t::preview_lines(preview, &clock::in_words(preview.created), &clock::in_words(preview.last_change)),
    }
}

/// Adds a session in a place of its own and goes there: to what is asked in a request, else to the results. What belongs to a workspace
/// goes into it, and one stays where one is. That can be undone.
fn adder(opened: Arc<Opened>, into: Option<WorkspaceId>, dismiss: Callback<()>, import_queue: ImportQueue) -> impl Fn() {
    let app_state = app_state();
    let navigate = use_navigate();
    let within = if opened.session.request.is_some() { SessionPage::Answer } else { SessionPage::Results };
    move || match app_state.add_from_file(opened.session.clone()) {
        Ok(slot) => {
            ask_who(app_state, &slot, &opened.session);
            // What found no room is shown on its own pages, which say so.
            let workspace = into.as_ref().filter(|_| app_state.unstored(&slot).is_none());
            let looked = || Looked::now(&opened.session, clock::now());
            let seated = workspace.map_or(Ok(()), |workspace| app_state.store().seat(&slot, Some(workspace), looked));
            dismiss.run(());
            import_queue.changed();
            let (back, at) = (workspace.is_none().then(|| navigate.clone()), slot.clone());
            let undo = move || {
                if let Some(back) = &back {
                    back("/", leptos_router::NavigateOptions::default());
                }
                if let Err(error) = app_state.store_after_saving().delete(&at, clock::now()) {
                    app_state.say(t::cant_delete(t::storage_error(error)), None);
                }
                import_queue.changed();
            };
            let words = t::added(&t::system_name(opened.session.system(SystemField::Name)));
            match (seated, workspace) {
                (Err(error), _) => app_state.say(t::cant_alter_workspace(&error), None),
                (Ok(()), Some(_)) => app_state.say(words, Some(Arc::new(undo))),
                (Ok(()), None) => {
                    app_state.say_on_next_page(words, Some(Arc::new(undo)));
                    navigate(&Address::from(within).path_in(&slot), leptos_router::NavigateOptions::default());
                }
            }
        }
        Err(error) => app_state.say(t::cant_begin(&error), None),
    }
}
