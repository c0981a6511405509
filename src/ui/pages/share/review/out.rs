//! The review as a file that goes to and fro, as a table and as a document.

use leptos::prelude::*;

use crate::analysis::{Assessment, Names, review};
use crate::exchange::{Document, document_markdown, name_of_parts, review_csv, review_document, with_ending, write_review};
use crate::session::SystemField;
use crate::ui::browser::{clock, download};
use crate::ui::components::{FileAsLink, SaveEncrypted, times_changed};
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Sends the review, and only that.
#[component]
pub fn ReviewOut() -> impl IntoView {
    let open_session = open_session();
    let file = move |_| {
        let text = open_session.session.with_untracked(|session| write_review(session).ok());
        save(open_session, "json", "application/json", text);
    };
    let make = Callback::new(move |()| {
        let text = open_session.session.with_untracked(|session| write_review(session).ok())?;
        Some((name_of(open_session, "json"), text))
    });
    let table = move |_| {
        let text = open_session.assessment_now(|it| review_csv(&review(it), names(it), &t::review_words()).ok());
        save(open_session, "csv", "text/csv;charset=utf-8", text);
    };
    let of = times_changed(move || open_session.session.track());
    let document = move |_| {
        let text = open_session.assessment_now(|it| {
            let frame = Document {
                title: t::REVIEW.to_owned(),
                above: t::system_name(it.session().system(SystemField::Name)),
                language: t::tag().to_owned(),
                running: String::new(),
                page: String::new(),
                chapters: Vec::new(),
                end: Vec::new(),
            };
            document_markdown(&review_document(frame, &review(it), names(it), &t::review_words()))
        });
        save(open_session, "md", "text/markdown;charset=utf-8", Some(text));
    };
    view! {
        <section class="card no-print">
            <h2>{t::REVIEW_OUT}</h2>
            <p>{t::REVIEW_OUT_HINT}</p>
            <div class="actions">
                <button type="button" class="button primary" on:click=file>{t::SAVE_REVIEW}</button>
                <button type="button" class="button" on:click=table>{t::SAVE_REVIEW_TABLE}</button>
                <button type="button" class="button" on:click=document>{t::SAVE_REVIEW_TEXT}</button>
            </div>
            <SaveEncrypted id="review-encrypted" make />
            <FileAsLink id="review-as-link" make of />
        </section>
    }
}

fn names<'a>(assessment: &Assessment<'a>) -> Names<'a> {
    Names::new(Some(assessment.asked()), assessment.session(), t::tag())
}

/// What a file is called: after the system, whose review it is, and the day. No two people's are called the same.
fn name_of(open_session: OpenSession, ending: &str) -> String {
    let me = open_session.answering();
    open_session.session.with_untracked(|session| {
        let who = me.as_ref().and_then(|me| session.person_name(me)).unwrap_or_default();
        let day = clock::today().to_string();
        let words = [session.system(SystemField::Name), t::REVIEW_FILE.get(), who, &day];
        with_ending(&name_of_parts(&words), &format!(".{ending}"))
    })
}

/// Hands a file to the user.
fn save(open_session: OpenSession, ending: &str, media_type: &str, text: Option<String>) {
    let name = name_of(open_session, ending);
    let done = text.is_some_and(|text| download::download(&name, media_type, &text).is_ok());
    app_state().say(if done { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
}
