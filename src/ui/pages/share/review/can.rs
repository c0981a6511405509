//! What can be done with a finding by whoever answers here.

use std::sync::Arc;

use crate::session::{FindingKind, commands};
use crate::ui::pages::share::review::cards::Card;
use crate::ui::state::open_session::OpenSession;

/// What is possible now.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Can {
    pub decide: bool,
    pub accept: bool,
    /// Whether accepting once more takes over what was accepted elsewhere.
    pub take_over: bool,
    pub is_mine: bool,
}

impl Can {
    /// Whether it is one's own, to be changed or taken back.
    pub const fn withdraw(self) -> bool {
        self.decide && self.is_mine
    }

    pub fn of(card: Option<&Arc<Card>>, open_session: OpenSession) -> Self {
        let Some(card) = card else { return Self::default() };
        let is_mine = commands::is_author(&card.fact, &open_session.authorship());
        let is_question = card.fact.value().is_some_and(|finding| matches!(finding.kind, FindingKind::Question(_)));
        let decide = card.status.is_undecided();
        Self {
            decide,
            accept: decide && !is_mine && !is_question && card.about.is_some(),
            take_over: !card.is_taken_over && !is_mine && card.about.is_some(),
            is_mine,
        }
    }
}
