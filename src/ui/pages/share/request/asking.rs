//! Questions for somebody as a file: made, and noted down as asked.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::{file_link, name_of_parts, request, write_session};
use crate::model::PracticeId;
use crate::session::{SystemField, commands};
use crate::ui::browser::{clock, download, page};
use crate::ui::pages::share::request::draft::Draft;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// The questions as a file, to be given out.
struct Questions<'a> {
    name: &'a str,
    file: &'a str,
    /// Who is asked, by name.
    who: &'a str,
    /// How many practices they are about.
    count: usize,
}

/// Saves the file, and says that it is saved.
pub fn save(open_session: OpenSession, draft: Draft) {
    ask(open_session, draft, |it| match download::download(it.name, "application/json", it.file) {
        Ok(()) => Ok(t::questions_saved(it.name, it.who, it.count)),
        Err(_) => Err(t::CANT_DOWNLOAD.to_owned()),
    });
}

/// The file by its name, to be made a link of; nothing where there is none, or where the link would be too long.
pub fn to_be_linked(open_session: OpenSession, draft: Draft) -> Option<(String, String)> {
    let mut made = None;
    ask(open_session, draft, |it| {
        file_link(&page::whole_address(), it.file).map_err(t::link_too_long)?;
        made = Some((it.name.to_owned(), it.file.to_owned()));
        Ok(t::questions_linked(it.who, it.count))
    });
    made
}

/// Notes down who is asked what: otherwise one would send it twice. Gives the file out, and takes the note back where that fails. All
/// of it is said, and what is noted down can be undone. `give` says what it did, or why it could not.
fn ask(open_session: OpenSession, draft: Draft, give: impl FnOnce(&Questions<'_>) -> Result<String, String>) {
    if let Err(why) = try_to_ask(open_session, draft, give) {
        app_state().say(why, None);
    }
}

fn try_to_ask(
    open_session: OpenSession,
    draft: Draft,
    give: impl FnOnce(&Questions<'_>) -> Result<String, String>,
) -> Result<(), String> {
    let to = draft.to.get_untracked().ok_or_else(|| t::CHOOSE_PERSON_FIRST.to_owned())?;
    let chosen = draft.practices.get_untracked();
    let asked = open_session.asked.get_untracked();
    let practices: Vec<PracticeId> =
        asked.model().practices().into_iter().map(|practice| practice.id.clone()).filter(|id| chosen.contains(id)).collect();
    if practices.is_empty() {
        return Err(t::CHOOSE_PRACTICES_FIRST.to_owned());
    }
    let (from, message) = (open_session.me.get_untracked(), draft.message.get_untracked());
    // Before the file is made, so that what is answered in it comes after this in the history.
    let step = open_session.change(commands::ask(&to, &practices, clock::today()));
    let session = open_session.bringing();
    let made = request(&session, &asked, &practices, &to, from.as_ref(), &message, clock::now());
    let who = session.person_name(&to).unwrap_or_default();
    let name = name_of_parts(&[t::QUESTIONS_FILE.get(), session.system(SystemField::Name), who]);
    let file = made.ok().and_then(|made| write_session(&made).ok());
    let given = file.ok_or_else(|| t::CANT_DOWNLOAD.to_owned());
    let given = given.and_then(|file| give(&Questions { name: &name, file: &file, who, count: practices.len() }));
    let words = given.inspect_err(|_| open_session.take_back(step))?;
    app_state().say(words, Some(Arc::new(move || open_session.take_back(step))));
    Ok(())
}
