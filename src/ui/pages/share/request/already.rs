//! Whom one asked already: said where one would ask them again.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::analysis::{Waiting, asked_on, minutes_to_answer, open_statements, waiting};
use crate::model::PracticeId;
use crate::session::PersonId;
use crate::ui::components::person_words;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// What is worth knowing of the practices before one asks somebody about them.
#[derive(Clone, Copy)]
pub struct Already {
    open_session: OpenSession,
    waiting: Memo<Vec<Waiting>>,
    open: Memo<BTreeMap<PracticeId, usize>>,
}

impl Already {
    /// Of the open session.
    pub fn of(open_session: OpenSession) -> Self {
        let open = open_session.following(|assessment| {
            let practices = assessment.asked().model().practices().into_iter();
            practices.map(|practice| (practice.id.clone(), open_statements(assessment, practice))).collect::<BTreeMap<_, _>>()
        });
        Self { open_session, waiting: open_session.following(waiting), open }
    }

    /// When somebody was asked about how many practices of which nothing came back yet; nothing where they wait for nothing.
    pub fn asked(self, person: &PersonId) -> Option<String> {
        let days = self.waiting.with(|waiting| asked_on(waiting, person));
        (!days.is_empty()).then(|| t::asked_about(&days))
    }

    /// How much of a practice is open and matters, and who was asked about it already.
    pub fn about(self, practice: &PracticeId) -> String {
        let asked = self.waiting.with(|waiting| {
            let here = waiting.iter().filter(|it| it.practice == *practice);
            let names = |it: &Waiting| self.open_session.soon(|session| person_words(session, Some(&it.person)));
            here.map(|it| t::asked_already(&names(it), it.on)).collect::<Vec<_>>()
        });
        t::open_and_asked(self.open.with(|open| open.get(practice).copied().unwrap_or_default()), &asked)
    }

    /// How many practices are chosen, and how much there is to answer in them.
    pub fn in_all<'p>(self, chosen: impl ExactSizeIterator<Item = &'p PracticeId>) -> String {
        let practices = chosen.len();
        let statements = self.open.with(|open| chosen.filter_map(|id| open.get(id)).sum());
        t::practices_chosen(practices, statements, minutes_to_answer(statements))
    }
}
