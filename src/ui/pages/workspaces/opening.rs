//! Opening files into a workspace: chosen, dropped or pasted while one is in it. A zip is opened file by file.

use leptos::prelude::*;

use crate::exchange::{MOST_BYTES, UnzipError, unzip};
use crate::store::WorkspaceId;
use crate::ui::browser::files::{self, Source};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::import_queue::import_queue;
use crate::ui::text as t;

/// The button that opens files here; what is dropped or pasted anywhere belongs here, too, as long as it is shown.
#[component]
pub fn OpenHere(id: WorkspaceId) -> impl IntoView {
    let app_state = app_state();
    let import_queue = import_queue();
    let open = Callback::new(move |sources: Vec<Source>| {
        let into = id.clone();
        leptos::task::spawn_local(async move {
            let mut all = Vec::new();
            for source in sources {
                match source {
                    Source::File(file) if is_zip(&file.name()) => all.extend(files_in(app_state, &file).await),
                    other => all.push(other),
                }
            }
            if !all.is_empty() {
                import_queue.read(all, Some(into));
            }
        });
    });
    import_queue.taken_by(open);
    view! {
        <div class="actions">
            <label class="button primary file-button">
                {t::OPEN_FILES}
                <input
                    type="file"
                    class="unseen"
                    accept=".json,.age,.zip,application/json,application/zip"
                    multiple=true
                    on:change=move |event| open.run(files::all_chosen(&event))
                />
            </label>
            <span class="hint">{t::FILES_BELONG_HERE}</span>
        </div>
    }
}

fn is_zip(name: &str) -> bool {
    name.to_lowercase().ends_with(".zip")
}

/// The session files in a zip; none, and that is said, where it can't be read.
async fn files_in(app_state: AppState, zip: &web_sys::File) -> Vec<Source> {
    let name = zip.name();
    let say = |words: String| app_state.say(words, None);
    if files::size(zip) > MOST_BYTES {
        say(t::cant_unzip(&name, UnzipError::TooLarge));
        return Vec::new();
    }
    let Ok(bytes) = files::read(zip).await else {
        say(t::CANT_READ_FILE.to_owned());
        return Vec::new();
    };
    match unzip(&bytes) {
        Ok(found) if found.is_empty() => say(t::nothing_in_zip(&name)),
        Ok(found) => return found.iter().filter_map(|file| files::held(&file.name, &file.bytes)).collect(),
        Err(error) => say(t::cant_unzip(&name, error)),
    }
    Vec::new()
}
