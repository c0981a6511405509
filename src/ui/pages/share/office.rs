//! Files for people who work with spreadsheets: a workbook to read, and a sheet to fill in.

use leptos::prelude::*;

use crate::exchange::{BOOK_ENDING, answer_book, answer_sheet, copy_name, with_ending};
use crate::session::PersonId;
use crate::ui::browser::clock;
use crate::ui::components::{OfficeFile, SaveOffice, SaveWorkbook};
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

const WHOSE: &str = "sheet-of";

/// Both files.
#[component]
pub fn ForSpreadsheets() -> impl IntoView {
    let open_session = open_session();
    let whose = RwSignal::new(None::<PersonId>);
    let people = Memo::new(move |_| {
        open_session.soon(|session| session.named_people().map(|(id, name)| (id.clone(), name.to_owned())).collect::<Vec<_>>())
    });
    let sheet = move || {
        let (asked, by) = (open_session.asked.get_untracked(), whose.get_untracked());
        let book = open_session.session.with_untracked(|session| {
            let rows = answer_sheet(&asked, session, by.as_ref(), t::tag());
            let name = copy_name(session, by.as_ref(), clock::today());
            (!rows.is_empty()).then(|| {
                (name, answer_book((&rows, &asked.model().scoring.answers), session, by.as_ref(), &t::answer_book_words()))
            })
        });
        let Some((name, book)) = book else {
            app_state().say(t::NOTHING_TO_FILL_IN.to_owned(), None);
            return None;
        };
        Some((name, book))
    };
    let called = |name: &str, ending: &str| with_ending(name, &format!("-{}{ending}", t::ANSWER_SHEET_FILE));
    let make = Callback::new(move |()| sheet().map(|(name, book)| (called(&name, BOOK_ENDING), OfficeFile::Book(book))));
    let make_table = Callback::new(move |()| sheet().map(|(name, book)| (called(&name, ".csv"), OfficeFile::Table(book))));
    let choose = move |event| whose.set(PersonId::try_from(event_target_value(&event)).ok());
    let options = move || {
        let option = |(id, name): (PersonId, String)| {
            let key = id.to_string();
            view! { <option value=key selected=move || whose.with(|whose| whose.as_ref() == Some(&id))>{name}</option> }
        };
        people.get().into_iter().map(option).collect::<Vec<_>>()
    };
    view! {
        <section class="card" id="for-spreadsheets">
            <h2>{t::OFFICE}</h2>
            <p>{t::OFFICE_WORDS}</p>
            <SaveWorkbook />
            <h3>{t::ANSWER_SHEET}</h3>
            <p>{t::ANSWER_SHEET_WORDS}</p>
            {move || people.with(|people| !people.is_empty()).then(|| view! {
                <div class="field">
                    <label for=WHOSE>{t::ANSWER_SHEET_FOR}</label>
                    <select id=WHOSE on:change=choose>
                        <option value="" selected=move || whose.with(Option::is_none)>{t::NOBODY_IN_PARTICULAR}</option>
                        {options()}
                    </select>
                </div>
            })}
            <SaveOffice label=t::SAVE_ANSWER_SHEET.get() lacks=t::answer_sheet_lacks().to_vec() make />
            <h3>{t::ANSWER_TABLE}</h3>
            <p>{t::ANSWER_TABLE_WORDS}</p>
            <SaveOffice label=t::SAVE_ANSWER_TABLE.get() lacks=t::answer_table_lacks().to_vec() make=make_table />
        </section>
    }
}
