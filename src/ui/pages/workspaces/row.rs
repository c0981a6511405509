//! What is shown of an assessment in its workspace, worked out once for all parts of the page.

use crate::analysis::{Assessment, Due, due, fleet_member, results};
use crate::exchange::{Look, SinceLook};
use crate::session::{PersonId, Session, SystemField, Timestamp};
use crate::store::{Entry, OpenError, SessionStore, Slot};
use crate::ui::browser::clock;
use crate::ui::state::library::Library;
use crate::ui::text as t;

/// An assessment in its workspace.
pub struct Row {
    /// Where it is.
    pub slot: Slot,
    /// What it is called.
    pub name: String,
    /// When it was last changed; `None` where it can't be opened.
    pub changed: Option<Timestamp>,
    /// Where it stands in a sentence; why it can't be opened, where it can't.
    pub in_short: Option<String>,
    /// What is due.
    pub due: Vec<Due>,
    /// When somebody last looked at it here.
    pub looked: Option<Timestamp>,
    /// What changed since, in words.
    pub news: Vec<String>,
    /// What it says now; `None` where it can't be opened.
    pub saw: Option<Look>,
    /// Whether it is no whole assessment but questions for somebody.
    pub is_request: bool,
}

impl Row {
    /// What is shown of what is in a slot.
    pub fn of(entry: Entry, store: &SessionStore, library: Option<&Library>) -> Self {
        let Entry { slot, session } = entry;
        match session {
            Ok(session) => Self::of_session(slot, &session, store, library),
            Err(why) => Self::unreadable(slot, &why),
        }
    }

    fn unreadable(slot: Slot, why: &OpenError) -> Self {
        let (name, in_short) = (t::UNREADABLE.to_owned(), Some(t::open_error(why)));
        Self {
            slot,
            name,
            changed: None,
            in_short,
            due: Vec::new(),
            looked: None,
            news: Vec::new(),
            saw: None,
            is_request: false,
        }
    }

    fn of_session(slot: Slot, session: &Session, store: &SessionStore, library: Option<&Library>) -> Self {
        let looked = store.looked(&slot);
        let news = looked.as_ref().map(|looked| news(&looked.saw.since(session), session)).unwrap_or_default();
        let is_request = session.request.is_some();
        let name = t::assessment_name(session.system(SystemField::Name), &clock::in_words(session.created));
        let name = if is_request { t::questions_about(&name) } else { name };
        let (in_short, due) = library.filter(|_| !is_request).and_then(|it| follows(session, it)).unzip();
        Self {
            slot,
            name,
            changed: Some(session.last_change()),
            in_short,
            due: due.unwrap_or_default(),
            looked: looked.map(|looked| looked.at),
            news,
            saw: Some(Look::at(session)),
            is_request,
        }
    }
}

/// Where an assessment stands, and what is due in it; nothing where its questions are not here.
fn follows(session: &Session, library: &Library) -> Option<(String, Vec<Due>)> {
    let asked = library.asked_in(session)?;
    let (session, today) = (session.carried_over(&asked), clock::today());
    let assessment = Assessment::latest(&asked, &session).on(today);
    let member = fleet_member(String::new(), &assessment, today, t::tag());
    Some((t::member_in_short(&member), due(&assessment, &results(&assessment), today, t::tag())))
}

/// What changed, a line for each person.
fn news(since: &SinceLook, session: &Session) -> Vec<String> {
    let who = |by: Option<&PersonId>| by.and_then(|by| session.person_name(by)).unwrap_or(t::SOMEBODY.get()).to_owned();
    let said = since.by.iter().map(|it| t::contributions(it, &who(it.by.as_ref())));
    said.chain((since.gone > 0).then(|| t::gone(since.gone))).collect()
}
