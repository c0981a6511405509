//! Questions for somebody as a file: made, and noted down as asked.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::{name_of_parts, request, write_session};
use crate::model::PracticeId;
use crate::session::{SystemField, commands};
use crate::ui::browser::{clock, download};
use crate::ui::pages::share::request::draft::Draft;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// Saves the file, and says that it is saved.
pub fn save(open_session: OpenSession, draft: Draft) {
    ask(open_session, draft, |name, file| download::download(name, "application/json", file).map_err(|_| t::CANT_DOWNLOAD.get()));
}

/// The file by its name, to be given out in another way.
pub fn asked(open_session: OpenSession, draft: Draft) -> Option<(String, String)> {
    let mut made = None;
    ask(open_session, draft, |name, file| {
        made = Some((name.to_owned(), file.to_owned()));
        Ok(())
    });
    made
}

/// Notes down who is asked what: otherwise one would send it twice. Gives the file out, and takes the note back where that fails. All
/// of it is said, and what is noted down can be undone.
fn ask(open_session: OpenSession, draft: Draft, give: impl FnOnce(&str, &str) -> Result<(), &'static str>) {
    if let Err(why) = try_to_ask(open_session, draft, give) {
        app_state().say(why.to_owned(), None);
    }
}

fn try_to_ask(
    open_session: OpenSession,
    draft: Draft,
    give: impl FnOnce(&str, &str) -> Result<(), &'static str>,
) -> Result<(), &'static str> {
    let to = draft.to.get_untracked().ok_or(t::CHOOSE_PERSON_FIRST)?;
    let chosen = draft.practices.get_untracked();
    let asked = open_session.asked.get_untracked();
    let practices: Vec<PracticeId> =
        asked.model().practices().into_iter().map(|practice| practice.id.clone()).filter(|id| chosen.contains(id)).collect();
    if practices.is_empty() {
        return Err(t::CHOOSE_PRACTICES_FIRST.get());
    }
    let (from, message) = (open_session.me.get_untracked(), draft.message.get_untracked());
    // Before the file is made, so that what is answered in it comes after this in the history.
    let step = open_session.change(commands::ask(&to, &practices, clock::today()));
    let (name, who, file) = open_session.session.with_untracked(|session| {
        let made = request(session, &asked, &practices, &to, from.as_ref(), &message, clock::now());
        let to = session.person_name(&to).unwrap_or_default();
        let name = name_of_parts(&[t::QUESTIONS_FILE.get(), session.system(SystemField::Name), to]);
        (name, to.to_owned(), made.ok().and_then(|made| write_session(&made).ok()))
    });
    let given = file.ok_or(t::CANT_DOWNLOAD.get()).and_then(|file| give(&name, &file));
    if given.is_err() {
        open_session.take_back(step);
        return given;
    }
    let words = t::questions_saved(&name, &who, practices.len());
    app_state().say(words, Some(Arc::new(move || open_session.take_back(step))));
    Ok(())
}
