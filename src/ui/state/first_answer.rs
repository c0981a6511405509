//! The answer to the first question, until there is an assessment that it can be in.

use leptos::prelude::*;

use crate::model::{Level, PracticeId};
use crate::session::{NotApplicable, QuickAnswer};
use crate::ui::browser::tab_memory;

/// The name under which this visit remembers it: the page may be loaded anew before all is here that an assessment needs.
const PLACE: &str = "first-answer";

/// Where one wants to go on from the first question; without any, that has not been asked yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Onward {
    /// The practice that was asked about.
    pub asked: Option<PracticeId>,
    /// The edition of the model that asked.
    pub edition: String,
    /// The practice that one goes on to; the same one, where somebody stays.
    pub to: Option<PracticeId>,
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
    is_kept: StoredValue<bool>,
}

impl FirstAnswer {
    /// What was chosen before in this visit, if that led to no assessment yet.
    pub fn recalled() -> Self {
        let chosen = tab_memory::recall(PLACE).and_then(|key| answer_of(&key));
        Self {
            chosen: RwSignal::new(chosen),
            onward: RwSignal::new(None),
            focus: StoredValue::new(None),
            is_kept: StoredValue::new(false),
        }
    }

    /// Chooses an answer.
    pub fn choose(self, answer: QuickAnswer) {
        tab_memory::remember(PLACE, &key_of(&answer));
        self.chosen.set(Some(answer));
    }

    /// Asks anew.
    pub fn ask(self) {
        self.is_kept.set_value(false);
        self.onward.set(None);
    }

    /// Somebody wants to go on; a second press of theirs begins no second assessment.
    pub fn go_on(self, onward: Onward) {
        if !self.is_kept.get_value() {
            self.onward.set(Some(onward));
        }
    }

    /// What somebody wants to go on with, taken out: it is done once. Whoever asks is told when it is wanted.
    pub fn take(self) -> Option<Onward> {
        let onward = self.onward.get()?;
        self.onward.set(None);
        Some(onward)
    }

    /// There is an assessment with it now, and something to be in focus there: the next one begins with nothing chosen.
    pub fn keep(self, focus: Option<String>) {
        self.is_kept.set_value(true);
        self.focus.set_value(focus);
        tab_memory::remember(PLACE, "");
        self.chosen.set(None);
    }

    /// The id of what is to be in focus on the page that was gone on to, taken out.
    pub fn take_focus(self) -> Option<String> {
        self.focus.try_update_value(Option::take).flatten()
    }
}

const UNKNOWN: &str = "unknown";
const NOT_APPLICABLE: &str = "na";

/// What stands for an answer among those that there are to choose from.
pub fn key_of(answer: &QuickAnswer) -> String {
    match answer {
        QuickAnswer::Level(level) => level.to_string(),
        QuickAnswer::DontKnow => UNKNOWN.to_owned(),
        QuickAnswer::NotApplicable(_) => NOT_APPLICABLE.to_owned(),
    }
}

fn answer_of(key: &str) -> Option<QuickAnswer> {
    match key {
        UNKNOWN => Some(QuickAnswer::DontKnow),
        NOT_APPLICABLE => Some(QuickAnswer::NotApplicable(NotApplicable::because(""))),
        level => level.parse().ok().map(|level| QuickAnswer::Level(Level::new(level))),
    }
}

/// The answer to the first question.
pub fn first_answer() -> FirstAnswer {
    expect_context::<FirstAnswer>()
}
