//! Saves a file for spreadsheets, word processors or other tools: first what it can't carry, then the button.

use leptos::prelude::*;

use crate::analysis::{ReportOptions, report};
use crate::exchange::{
    BOOK_ENDING, BOOK_TYPE, Book, Dossier, Letter, TradeForm, WORD_TYPE, file_name, report_code, with_ending, workbook,
};
use crate::session::{Change, IssuedReport, SystemField};
use crate::ui::browser::download::download_bytes;
use crate::ui::browser::{clock, office};
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// What tables are called where files have a type.
const TABLE_TYPE: &str = "text/csv";

/// What is saved.
pub enum OfficeFile {
    /// A workbook.
    Book(Book),
    /// A report, with its code: that goes into the history once it is saved.
    Letter(Box<Letter>, String),
    /// A sheet to fill in, as a table.
    Table(Book),
    /// What an assessment says, in a form for another tool.
    Trade(TradeForm, Box<Dossier>),
}

/// What the format has no place for, and the button that makes the file and saves it.
#[component]
pub fn SaveOffice(
    /// What the button says.
    #[prop(into)]
    label: String,
    /// What the format has no place for.
    lacks: Vec<&'static str>,
    /// Makes what is saved, with the name of its file; nothing where there is nothing to save.
    make: Callback<(), Option<(String, OfficeFile)>>,
) -> impl IntoView {
    let (app_state, open_session) = (app_state(), open_session());
    let is_busy = RwSignal::new(false);
    let save = move |_| {
        if is_busy.get_untracked() {
            return;
        }
        let Some((name, file)) = make.run(()) else { return };
        is_busy.set(true);
        leptos::task::spawn_local(async move {
            let saved = saved(&name, &file).await;
            is_busy.try_set(false);
            if let (Ok(_), OfficeFile::Letter(_, code)) = (&saved, &file) {
                issue(open_session, code);
            }
            app_state.say(saved.unwrap_or_else(|why| why), None);
        });
    };
    let lacks: Vec<_> = lacks.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    view! {
        <p class="hint">{t::CANT_CARRY}</p>
        <ul class="hint">{lacks}</ul>
        <div class="actions">
            <button type="button" class="button" aria-disabled=move || is_busy.get().to_string() on:click=save>{label}</button>
            <span role="status">{move || is_busy.get().then(|| t::MAKING_FILE.get())}</span>
        </div>
    }
}

/// Makes a file and hands it over: that it is saved, or why not.
pub async fn saved(name: &str, file: &OfficeFile) -> Result<String, String> {
    let (made, media) = match file {
        OfficeFile::Book(book) => (office::workbook(book).await, BOOK_TYPE),
        OfficeFile::Table(book) => (office::table(book).await, TABLE_TYPE),
        OfficeFile::Letter(letter, _) => (office::document(letter).await, WORD_TYPE),
        OfficeFile::Trade(form, told) => (office::trade(*form, told).await, form.media_type()),
    };
    let bytes = made.ok_or_else(|| t::OFFICE_NOT_HERE.to_owned())?;
    download_bytes(name, media, &bytes).map(|()| t::exported(name)).map_err(|_| t::CANT_DOWNLOAD.to_owned())
}

/// The name of a file that leaves, with what it is and how it ends.
pub fn office_name(open_session: OpenSession, what: &str, ending: &str) -> String {
    let system = open_session.session.with_untracked(|session| session.system(SystemField::Name).to_owned());
    with_ending(&file_name(&system, clock::today()), &format!("-{what}{ending}"))
}

/// Takes down that a report with this code was given out, whatever page is shown by then. No step of its own to undo: the paper is out.
pub fn issue(open_session: OpenSession, code: &str) {
    let is_open = open_session.session.try_with_untracked(|_| ()).is_some();
    if let Some(code) = report_code(code).filter(|_| is_open) {
        open_session.record(Change::Report(code, Some(IssuedReport::new(clock::now()))));
    }
}

/// The workbook of the open session, with the name of its file.
pub fn session_book(open_session: OpenSession, names: bool) -> (String, Book) {
    let book = open_session.assessment_now(|assessment| {
        let options = ReportOptions { names, ..ReportOptions::default() };
        workbook(&report(assessment, clock::today(), &options, t::tag()), &t::workbook_words())
    });
    (office_name(open_session, &t::WORKBOOK_FILE, BOOK_ENDING), book)
}

/// Saves the workbook of the open session.
#[component]
pub fn SaveWorkbook() -> impl IntoView {
    let open_session = open_session();
    let is_nameless = RwSignal::new(false);
    let make = Callback::new(move |()| {
        let (name, book) = session_book(open_session, !is_nameless.get_untracked());
        Some((name, OfficeFile::Book(book)))
    });
    view! {
        <h3>{t::WORKBOOK}</h3>
        <p>{t::WORKBOOK_WORDS}</p>
        <label class="tick-row">
            <input
                type="checkbox"
                aria-describedby="workbook-names"
                prop:checked=is_nameless
                on:change=move |event| is_nameless.set(event_target_checked(&event))
            />
            " " <span>{t::WORKBOOK_NAMELESS}</span>
        </label>
        <p class="hint" id="workbook-names">{t::WORKBOOK_NAMES_HINT}</p>
        <SaveOffice label=t::SAVE_WORKBOOK.get() lacks=t::workbook_lacks().to_vec() make />
    }
}
