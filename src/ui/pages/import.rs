//! Opening a file: read, check, show what it holds, and only then fold it into what is here, or add it in a place of its own.

use leptos::prelude::*;

use super::first_screen::OPEN;
use super::import_fold::Here;
use super::import_ready::Ready;
use crate::exchange::{Preview, ReadError, preview, read_session};
use crate::session::Session;
use crate::store::{Entry, Shelf};
use crate::ui::doors::{files, outside, page};
use crate::ui::library::Library;
use crate::ui::office::office;
use crate::ui::text as t;

/// A file that was chosen.
#[derive(Clone)]
enum Chosen {
    Reading,
    Refused { file: String, why: String },
    Ready { file: String, session: Box<Session>, preview: Box<Preview>, copies: Vec<Here> },
}

/// The button that opens a file, and what it holds.
#[component]
pub fn ImportPanel(
    refresh: Callback<()>,
    /// A file that was chosen already.
    #[prop(optional_no_strip)]
    file: Option<web_sys::File>,
) -> impl IntoView {
    let office = office();
    let chosen = RwSignal::new(None);
    let look_at = move |file: web_sys::File| {
        chosen.set(Some(Chosen::Reading));
        leptos::task::spawn_local(async move {
            let name = file.name();
            let result = match files::read(&file).await {
                Ok(bytes) => check(&bytes, office.loaded().await.as_deref()),
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
    let choose = move |event: web_sys::Event| files::chosen(&event).into_iter().for_each(look_at);
    file.into_iter().for_each(look_at);
    outside::on_file_opened(look_at);
    let dismiss = Callback::new(move |()| chosen.set(None));
    view! {
        <label class="button file-button">
            {t::OPEN_FILE} <input type="file" id=OPEN class="unseen" accept=".json,application/json" on:change=choose />
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

/// The copies of this session that are on the shelf already.
fn copies_of(session: &Session, shelf: &Shelf) -> Vec<Here> {
    let entries = shelf.list().unwrap_or_default().into_iter();
    let here = entries.filter_map(|Entry { slot, session }| session.ok().map(|session| Here { slot, session }));
    here.filter(|here| here.session.id == session.id).collect()
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
