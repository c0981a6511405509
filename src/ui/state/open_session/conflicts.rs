//! What two tabs changed at the same time: said in passing, so that nobody wonders where their words are.

use crate::exchange::{Conflict, Keep, Merged};
use crate::model::{IndicatorId, PracticeId, Questionnaire};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;
use leptos::prelude::*;

impl OpenSession {
    /// Says what was changed both here and in another tab: what stands, and what the other one was.
    pub fn say_conflicts(self, merged: &Merged) {
        let asked = self.asked.get_untracked();
        let lines: Vec<String> = merged.conflicts.iter().map(|conflict| line(conflict, &asked)).collect();
        if !lines.is_empty() {
            self.app_state.say(t::changed_in_two_tabs(&lines), None);
        }
    }
}

fn line(conflict: &Conflict, asked: &Questionnaire) -> String {
    let about = name_of(asked, conflict.mine.about()).unwrap_or_default();
    let stands = conflict.stands();
    let other = if stands == Keep::Mine { Keep::Theirs } else { Keep::Mine };
    let [stands, other] = [stands, other].map(|side| conflict.side(side).value());
    t::changed_twice(&t::conflict(conflict.mine.list(), &about, None, None), stands, other)
}

/// The name of a practice, or the text of a statement of the model.
fn name_of(asked: &Questionnaire, id: &str) -> Option<String> {
    let practice = PracticeId::try_from(id).ok().and_then(|id| asked.model().practice(&id).cloned());
    if let Some(practice) = practice {
        return Some(practice.name.get(t::tag()).to_owned());
    }
    let id = IndicatorId::try_from(id).ok()?;
    let practices = asked.model().practices();
    let mut all = practices.iter().flat_map(|practice| &practice.levels).flat_map(|level| &level.indicators);
    all.find(|indicator| indicator.id == id).map(|indicator| indicator.text.get(t::tag()).to_owned())
}
