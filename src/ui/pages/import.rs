//! Opening a file: read, check, show what it holds, and only then add it, always in a place of its own.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use crate::exchange::{Preview, ReadError, preview, read_session};
use crate::session::Session;
use crate::store::Shelf;
use crate::ui::doors::{clock, files, page};
use crate::ui::library::Library;
use crate::ui::office::office;
use crate::ui::text as t;

/// A file that was chosen.
#[derive(Clone)]
enum Chosen {
    Reading,
    Refused { file: String, why: String },
    Ready { file: String, session: Box<Session>, preview: Box<Preview>, copies: usize },
}

/// The button that opens a file, and what it holds.
#[component]
pub fn ImportPanel(refresh: Callback<()>) -> impl IntoView {
    let office = office();
    let chosen = RwSignal::new(None);
    let choose = move |event: web_sys::Event| {
        let Some(file) = files::chosen(&event) else { return };
        chosen.set(Some(Chosen::Reading));
        leptos::task::spawn_local(async move {
            let name = file.name();
            let result = match files::read(&file).await {
                Ok(bytes) => check(&bytes, office.library.get_untracked().as_deref()),
                Err(_) => Err(t::CANT_READ_FILE.to_owned()),
            };
            chosen.try_set(Some(match result {
                Ok((session, preview)) => {
                    let copies = copies_of(&session, &office.shelf());
                    Chosen::Ready { file: name, session: Box::new(session), preview: Box::new(preview), copies }
                }
                Err(why) => Chosen::Refused { file: name, why },
            }));
            page::focus("import-result");
        });
    };
    let dismiss = Callback::new(move |()| chosen.set(None));
    view! {
        <label class="button file-button">
            {t::OPEN_FILE} <input type="file" class="unseen" accept=".json,application/json" on:change=choose />
        </label>
        <div class="import" id="import-result" tabindex="-1" role="status">
            {move || chosen.get().map(|chosen| match chosen {
                Chosen::Reading => view! { <p>{t::READING}</p> }.into_any(),
                Chosen::Refused { file, why } => view! { <Refused file why dismiss /> }.into_any(),
                Chosen::Ready { file, session, preview, copies } => {
                    view! { <Ready file session=*session preview=*preview copies dismiss refresh /> }.into_any()
                }
            })}
        </div>
    }
}

fn check(bytes: &[u8], library: Option<&Library>) -> Result<(Session, Preview), String> {
    let session = read_session(bytes).map_err(|error| error.to_string())?;
    let library = library.ok_or(t::LOADING)?;
    let asked = library.asked_in(&session).ok_or_else(|| {
        let known = library.models.iter().map(|model| model.id.to_string()).collect();
        ReadError::UnknownModel { model: session.model.id.to_string(), known }.to_string()
    })?;
    let preview = preview(&session, &asked).map_err(|error| error.to_string())?;
    Ok((session, preview))
}

/// How many copies of this session are on the shelf already.
fn copies_of(session: &Session, shelf: &Shelf) -> usize {
    let entries = shelf.list().unwrap_or_default();
    entries.iter().filter(|entry| entry.session.as_ref().is_ok_and(|there| there.id == session.id)).count()
}

/// A file that is not added, and why.
#[component]
fn Refused(file: String, why: String, dismiss: Callback<()>) -> impl IntoView {
    view! {
        <section class="card banner-warning">
            <h2>{t::refused(&file)}</h2>
            <p>{why}</p>
            <p class="hint">{t::NOTHING_CHANGED}</p>
            <button type="button" class="button" on:click=move |_| dismiss.run(())>{t::DISMISS}</button>
        </section>
    }
}

/// What a file holds, and the question whether to add it.
#[component]
fn Ready(
    file: String,
    session: Session,
    preview: Preview,
    copies: usize,
    dismiss: Callback<()>,
    refresh: Callback<()>,
) -> impl IntoView {
    let office = office();
    let navigate = use_navigate();
    let add = move |_| match office.add(session.clone()) {
        Ok(slot) => {
            dismiss.run(());
            refresh.run(());
            navigate(&format!("/s/{slot}/results"), leptos_router::NavigateOptions::default());
        }
        Err(error) => office.say(t::cant_begin(&error), None),
    };
    let lines = t::preview_lines(&preview, &clock::in_words(preview.created), &clock::in_words(preview.last_change));
    let lines: Vec<_> = lines.into_iter().map(|(name, value)| view! { <dt>{name}</dt> <dd dir="auto">{value}</dd> }).collect();
    let remarks: Vec<_> = t::preview_remarks(&preview, copies).into_iter().map(|remark| view! { <li>{remark}</li> }).collect();
    let unknown = preview.not_in_model.clone();
    let unknown = (!unknown.is_empty()).then(|| {
        let count = unknown.len();
        let items: Vec<_> = unknown.into_iter().map(|id| view! { <li><code>{id}</code></li> }).collect();
        view! {
            <details>
                <summary>{t::not_in_model(count)}</summary>
                <ul>{items}</ul>
            </details>
        }
    });
    view! {
        <section class="card">
            <h2 dir="auto">{t::system_name(&preview.name)}</h2>
            <p class="hint" dir="auto">{t::from_file(&file)}</p>
            <dl class="facts">{lines}</dl>
            <ul class="remarks">{remarks}</ul>
            {unknown}
            <div class="actions">
                <button type="button" class="button primary" on:click=add>{t::ADD_SESSION}</button>
                <button type="button" class="button" on:click=move |_| dismiss.run(())>{t::CANCEL}</button>
            </div>
        </section>
    }
}
