//! The open session as an assessment: joined with what is asked once per change, for all that asks for it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{Assessment, ConsolidatedAnswers};
use crate::model::Questionnaire;
use crate::session::{RoundId, Seen, Session};
use crate::ui::browser::clock;
use crate::ui::state::open_session::looked_at::chosen_in;

/// What was said in the latest round, with what it was gathered from: the count of paints, and how much the session had seen.
/// Each change is seen at once; what changes otherwise is painted.
type Gathered = (u64, Seen, Arc<ConsolidatedAnswers>);

/// The open session beside what is asked in it.
#[derive(Clone, Copy)]
pub struct Assessed {
    session: RwSignal<Session>,
    asked: Memo<Arc<Questionnaire>>,
    painted: RwSignal<u64>,
    said: StoredValue<Option<Gathered>>,
    round_chosen: RwSignal<Option<RoundId>>,
}

impl Assessed {
    pub fn new(
        session: RwSignal<Session>,
        asked: Memo<Arc<Questionnaire>>,
        painted: RwSignal<u64>,
        round_chosen: RwSignal<Option<RoundId>>,
    ) -> Self {
        Self { session, asked, painted, said: StoredValue::new(None), round_chosen }
    }

    /// Reads of the assessment as it is now. Within something reactive it is read again shortly after each change.
    pub fn with<T>(self, read: impl FnOnce(&Assessment<'_>) -> T) -> T {
        self.painted.track();
        let chosen = self.round_chosen.get();
        self.asked.with(|asked| {
            self.session.with_untracked(|session| {
                let assessment = match chosen_in(session, chosen.as_ref()) {
                    Some(round) => Assessment::of_round(asked, session, round),
                    None => Assessment::sharing(asked, session, self.said_in(asked, session)),
                };
                read(&assessment.on(clock::today()))
            })
        })
    }

    /// What follows from the assessment, worked out shortly after each change: the change itself is painted first.
    pub fn following<T>(self, work: impl Fn(&Assessment<'_>) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.with(&work))
    }

    /// What is said in the latest round, gathered once per change.
    fn said_in(self, asked: &Questionnaire, session: &Session) -> Arc<ConsolidatedAnswers> {
        let painted = self.painted.get_untracked();
        let is_of_now = |(at, seen, _): &&Gathered| *at == painted && *seen == session.seen;
        let there = self.said.try_with_value(|said| said.as_ref().filter(is_of_now).map(|(.., said)| Arc::clone(said)));
        there.flatten().unwrap_or_else(|| {
            let said = Assessment::gathered(asked, session);
            self.said.try_update_value(|there| *there = Some((painted, session.seen.clone(), Arc::clone(&said))));
            said
        })
    }
}
