//! Which round is looked at: the latest, unless somebody chose another one in this tab.

use leptos::prelude::*;

use crate::analysis::Assessment;
use crate::session::{Frozen, RoundId, Session};
use crate::ui::browser::{clock, tab_memory};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// The round that somebody chose to look at, also after a reload.
pub fn round_chosen(place: String) -> RwSignal<Option<RoundId>> {
    let chosen = RwSignal::new(tab_memory::recall(&place).and_then(|id| RoundId::try_from(id).ok()));
    Effect::new(move |_| {
        tab_memory::remember(&place, &chosen.with(|id| id.as_ref().map_or(String::new(), ToString::to_string)));
    });
    chosen
}

/// The round that is looked at, where somebody chose one: it has to stand still, and is not the latest.
pub fn chosen_in<'a>(session: &'a Session, chosen: Option<&'a RoundId>) -> Option<&'a RoundId> {
    chosen.filter(|round| session.has_round(round) && session.round() != Some(round))
}

impl OpenSession {
    /// The round that is looked at.
    pub fn round(self) -> Option<RoundId> {
        let chosen = self.round_chosen.get();
        self.soon(|session| chosen_in(session, chosen.as_ref()).or(session.round()).cloned())
    }

    /// Looks at a round from now on; `None` for the latest.
    pub fn look_at(self, round: Option<RoundId>) {
        self.round_chosen.set(round);
    }

    /// Whether an earlier round is looked at.
    pub fn looks_back(self) -> bool {
        let chosen = self.round_chosen.get();
        self.soon(|session| chosen_in(session, chosen.as_ref()).is_some())
    }

    /// Whether the round that is looked at can't be changed.
    pub fn is_closed(self) -> bool {
        let round = self.round();
        self.soon(|session| round.as_ref().is_some_and(|round| session.is_closed(round)))
    }

    /// Whether an earlier round is looked at, or one that can't be changed.
    pub fn is_round_special(self) -> bool {
        self.looks_back() || self.is_closed()
    }

    /// Reads of the session as it is at this moment, without being read again.
    pub fn assessment_now<T>(self, read: impl FnOnce(&Assessment<'_>) -> T) -> T {
        self.asked.with_untracked(|asked| {
            self.session.with_untracked(|session| {
                self.round_chosen.with_untracked(|chosen| match chosen_in(session, chosen.as_ref()) {
                    Some(round) => read(&Assessment::of_round(asked, session, round).on(clock::today())),
                    None => read(&Assessment::latest(asked, session).on(clock::today())),
                })
            })
        })
    }

    /// Says why a change was not made: no step.
    pub fn say_frozen(self, frozen: &Frozen) -> u64 {
        self.app_state.say(t::refused_change(frozen.why).to_owned(), None);
        0
    }
}
