//! The most useful unanswered question of a session, and the way to it.

use crate::analysis::{Asking, NextQuestion, next_question};
use crate::ui::routes::Address;
use crate::ui::state::open_session::OpenSession;
use leptos::prelude::*;

/// The most useful unanswered question of the whole session.
pub fn next_of_all(open_session: OpenSession, here: Option<&crate::model::PracticeId>) -> Option<NextQuestion> {
    let (me, part) = (open_session.me.get(), open_session.part.get());
    let asking = Asking { me: me.as_ref(), part: part.as_ref(), here, stay: false };
    open_session.assessment(|assessment| next_question(assessment, asking))
}

/// The address of a question.
pub fn question_link(open_session: OpenSession, next: &NextQuestion) -> String {
    open_session.link(Address::of_indicator(&next.practice, &next.indicator))
}
