//! The answer to the first question, until there is an assessment that it can be in.

use leptos::prelude::*;

use crate::model::PracticeId;
use crate::session::{FromFile, QuickAnswer};
use crate::ui::browser::tab_memory;

/// The name under which this visit remembers it: the page may be loaded anew before all is here that an assessment needs.
const PLACE: &str = "first-answer";

/// Where one wants to go on from the first question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Onward {
    /// The practice that was asked about.
    pub asked: PracticeId,
    /// The practice that one goes on to; the same one, where somebody stays.
    pub to: PracticeId,
    /// The id of what is in focus there, if that is not the heading.
    pub focus: Option<String>,
}

/// The answer to the first question.
#[derive(Clone, Copy)]
pub struct FirstAnswer {
    /// What is chosen.
    pub chosen: RwSignal<Option<QuickAnswer>>,
    /// Where somebody wants to go on to, once they do.
    pub onward: RwSignal<Option<Onward>>,
    focus: StoredValue<Option<String>>,
}

impl FirstAnswer {
    /// What was chosen before in this visit, if that led to no assessment yet.
    pub fn recalled() -> Self {
        let chosen = tab_memory::recall(PLACE).and_then(|text| FromFile::from_json(&text));
        Self { chosen: RwSignal::new(chosen), onward: RwSignal::new(None), focus: StoredValue::new(None) }
    }

    /// Chooses an answer.
    pub fn choose(self, answer: QuickAnswer) {
        tab_memory::remember(PLACE, &serde_json::to_string(&answer).unwrap_or_default());
        self.chosen.set(Some(answer));
    }

    /// What somebody wants to go on with, taken out: it is done once. Whoever asks is told when it is wanted.
    pub fn take(self) -> Option<(Onward, Option<QuickAnswer>)> {
        let onward = self.onward.get()?;
        self.onward.set(None);
        Some((onward, self.chosen.get_untracked()))
    }

    /// There is an assessment with it now, and something to be in focus there: the next one begins with nothing chosen.
    pub fn is_kept(self, focus: Option<String>) {
        self.focus.set_value(focus);
        tab_memory::remember(PLACE, "");
        self.chosen.set(None);
    }

    /// The id of what is to be in focus on the page that was gone on to, taken out.
    pub fn take_focus(self) -> Option<String> {
        self.focus.try_update_value(Option::take).flatten()
    }
}

/// The answer to the first question.
pub fn first_answer() -> FirstAnswer {
    expect_context::<FirstAnswer>()
}
