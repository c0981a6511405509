//! All assessments of a workspace out in one go: their files or a report of each in one zip.

use leptos::prelude::*;

use crate::analysis::{Assessment, ReportOptions, report};
use crate::exchange::{
    ReportForm, ZIP_TYPE, ZippedFile, fingerprint_of, name_of_parts, report_code, report_in_zip, session_in_zip, with_ending, zip,
};
use crate::model::order;
use crate::session::{Authorship, Session};
use crate::store::Slot;
use crate::ui::browser::{clock, download, task};
use crate::ui::pages::workspaces::compare::CompareAll;
use crate::ui::pages::workspaces::one::Shown;
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::library::Library;
use crate::ui::state::report_options::remembered;
use crate::ui::text as t;

/// What leaves of each.
#[derive(Clone, Copy)]
enum What {
    Files,
    Reports(ReportForm),
}

/// The buttons that save all of them in one, and the one that compares them.
#[component]
pub fn Together(shown: Shown) -> impl IntoView {
    let (app_state, shown) = (app_state(), StoredValue::new(shown));
    let is_busy = RwSignal::new(false);
    let save = move |what: What| {
        if !is_busy.get_untracked() {
            is_busy.set(true);
            let options = remembered();
            leptos::task::spawn_local(async move {
                if let Some(words) = save(app_state, shown, what, options).await {
                    app_state.say(words, None);
                }
                is_busy.try_set(false);
            });
        }
    };
    let reports: Vec<_> = ReportForm::ALL
        .into_iter()
        .map(|form| view! {
            <button type="button" class="button" aria-disabled=move || is_busy.get().to_string() on:click=move |_| save(What::Reports(form))>{t::save_all_reports(form)}</button>
        })
        .collect();
    view! {
        <section class="card wide">
            <h2>{t::SAVE_TOGETHER}</h2>
            <p class="hint">{t::SAVE_TOGETHER_HINT}</p>
            <div class="actions">
                {reports}
                <button type="button" class="button" aria-disabled=move || is_busy.get().to_string() on:click=move |_| save(What::Files)>{t::SAVE_ALL_FILES}</button>
                <CompareAll shown />
            </div>
        </section>
    }
}

/// Saves all of them, and says what came of it; nothing where the page has gone before it began.
async fn save(app_state: AppState, shown: StoredValue<Shown>, what: What, options: ReportOptions) -> Option<String> {
    let (id, workspace) = shown.try_with_value(|shown| (shown.id.clone(), shown.name.clone()))?;
    let mut entries = match app_state.store_after_saving().in_workspace(&id) {
        Ok(entries) => entries,
        Err(error) => return Some(t::cant_list(t::storage_error(error))),
    };
    // In an order that stays, so that the same assessments make the same bytes.
    order::by_key(&mut entries, |entry| entry.slot.clone());
    let (mut files, mut codes, mut left_out) = (Vec::new(), Vec::new(), 0);
    for entry in entries {
        task::breathe().await;
        let made = match (&entry.session, what) {
            (Ok(session), What::Files) => {
                if session.model.own.is_some() {
                    app_state.loaded().await;
                }
                session_in_zip(&app_state.bringing(session), clock::today()).ok()
            }
            (Ok(session), What::Reports(form)) => {
                let library = app_state.model_loaded(session.model.id.clone()).await;
                let made = library.and_then(|library| report_of(session, &library, &options, form));
                made.map(|(file, code)| {
                    codes.push((entry.slot.clone(), code));
                    file
                })
            }
            (Err(_), _) => None,
        };
        match made {
            Some(file) => files.push(file),
            None => left_out += 1,
        }
    }
    let kind = if matches!(what, What::Files) { t::ASSESSMENTS_FILE } else { t::REPORTS_FILE };
    let name = with_ending(&name_of_parts(&[&workspace, &kind, &clock::today().to_string()]), ".zip");
    let done = zip(files).is_ok_and(|bytes| download::download_bytes(&name, ZIP_TYPE, &bytes).is_ok());
    if !done {
        return Some(t::CANT_DOWNLOAD.to_owned());
    }
    codes.iter().for_each(|(slot, code)| issue(app_state, slot, code));
    Some(t::saved_together(&name, left_out))
}

/// The report of an assessment, as its own page makes it, with its code; none of what is no whole assessment.
fn report_of(session: &Session, library: &Library, options: &ReportOptions, form: ReportForm) -> Option<(ZippedFile, String)> {
    let asked = library.asked_in(session).filter(|_| session.request.is_none())?;
    let (session, today) = (session.carried_over(&asked), clock::today());
    let assessment = Assessment::latest(&asked, &session).on(today);
    let code = fingerprint_of(&assessment, options).unwrap_or_default();
    let document = t::report_document(&report(&assessment, today, options, t::tag()), &code);
    Some((report_in_zip(&session, &document, form, today, &t::REPORT_FILE), code))
}

/// Takes down that a report with this code was given out, as its own page does.
fn issue(app_state: AppState, slot: &Slot, code: &str) {
    if let Some(code) = report_code(code) {
        let authorship = Authorship { by: None, at: clock::now(), actor: app_state.actor() };
        // The code stands for the same facts whether or not that finds room.
        if app_state.store_after_saving().issue_report(slot, code, &authorship).is_ok() {
            app_state.show_again(slot);
        }
    }
}
