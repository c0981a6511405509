//! The finding that is being written: what it is about, what kind it is, and its words. All of it is kept until the finding is added.

use leptos::prelude::*;

use crate::model::{IndicatorId, Level};
use crate::session::{Answer, FindingAbout, FindingKind, PersonId, Suggestion, commands};
use crate::ui::components::{Choice, about_key, about_of};
use crate::ui::pages::practice::answers::answer_key;
use crate::ui::state::open_session::{Draft, OpenSession};

pub const COMMENT: &str = "comment";
pub const QUESTION: &str = "question";
pub const CHALLENGE: &str = "challenge";
pub const SUGGESTION: &str = "suggestion";

/// What is said of the finding that is being written.
#[derive(Clone, Copy)]
pub struct FindingDraft {
    open_session: OpenSession,
    /// What it is about, as [`about_key`].
    about: Draft,
    /// One of the words above.
    kind: Draft,
    /// A level, or a word for an answer.
    pub instead: RwSignal<Option<String>>,
    /// Whom it asks.
    pub to: RwSignal<Option<PersonId>>,
    /// Its words.
    pub text: Draft,
}

impl FindingDraft {
    /// The draft that was kept; about what somebody came from, if they did.
    pub fn of(open_session: OpenSession, named: Option<&FindingAbout>) -> Self {
        let draft = Self {
            open_session,
            about: Draft::of(open_session, "finding.about".to_owned()),
            kind: Draft::of(open_session, "finding.kind".to_owned()),
            instead: RwSignal::new(None),
            to: RwSignal::new(None),
            text: Draft::of(open_session, "finding".to_owned()),
        };
        if let Some(named) = named {
            draft.choose_about(named);
        }
        draft
    }

    /// What it is about; the whole as long as nothing was chosen.
    pub fn about(self) -> FindingAbout {
        self.about.words.with(|key| about_of(key)).unwrap_or(FindingAbout::Whole)
    }

    /// Whether anything was typed.
    pub fn is_begun(self) -> bool {
        self.text.words.with_untracked(|text| !text.trim().is_empty())
    }

    /// What was suggested of something else is no suggestion here.
    pub fn choose_about(self, about: &FindingAbout) {
        self.about.set(about_key(about));
        self.instead.set(None);
        if !can_suggest(about) && self.kind_word() == SUGGESTION {
            self.kind.clear();
        }
    }

    /// The word of its kind.
    pub fn kind_word(self) -> String {
        self.kind.words.with(|word| if word.is_empty() { COMMENT.to_owned() } else { word.clone() })
    }

    /// Another kind.
    pub fn choose_kind(self, word: String) {
        self.kind.set(word);
    }

    /// The kind, once all that it needs is chosen.
    pub fn kind(self) -> Option<FindingKind> {
        let instead = || self.instead.get_untracked();
        let level = || instead()?.parse().ok().map(Level::new);
        match untrack(|| self.kind_word()).as_str() {
            QUESTION => Some(FindingKind::Question(self.to.get_untracked())),
            CHALLENGE => Some(FindingKind::Challenge),
            SUGGESTION => match untrack(|| self.about()) {
                FindingAbout::Practice(_) => level().map(Suggestion::Level),
                FindingAbout::Target(_) => level().map(Suggestion::Target),
                FindingAbout::Statement(_) => {
                    let why = self.text.words.get_untracked();
                    instead()
                        .and_then(|word| answers(self.open_session, &why).find(|(key, _)| *key == word))
                        .map(|(_, it)| Suggestion::Answer(it))
                }
                FindingAbout::Whole | FindingAbout::Action(_) => None,
            }
            .map(FindingKind::Suggestion),
            _ => Some(FindingKind::Comment),
        }
    }

    /// The finding was added: the next one begins empty, about the same.
    pub fn clear(self) {
        self.kind.clear();
        self.instead.set(None);
        self.to.set(None);
        self.text.clear();
    }
}

/// Whether something else can be suggested of it.
pub const fn can_suggest(about: &FindingAbout) -> bool {
    !matches!(about, FindingAbout::Whole | FindingAbout::Action(_))
}

/// The answers that can be suggested. Those that need a reason have the finding's words for it.
fn answers(open_session: OpenSession, why: &str) -> impl Iterator<Item = (String, Answer)> {
    let all = open_session.answers().into_iter().filter(|answer| *answer != Answer::DontKnow);
    all.map(move |answer| (answer_key(&answer), commands::explained(answer.clone(), why.trim().to_owned()).unwrap_or(answer)))
}

/// The same to choose from.
pub fn answer_choices(open_session: OpenSession, to: &IndicatorId) -> Vec<Choice> {
    answers(open_session, "").map(|(key, answer)| Choice::new(key, open_session.answer_label(to, &answer), "")).collect()
}
