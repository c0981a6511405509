//! What there is to choose from in the quick pass: the descriptions of the levels, *I don't know* and *not applicable*.

use leptos::prelude::*;

use crate::model::{Level, PracticeId};
use crate::session::{NotApplicable, QuickAnswer};
use crate::ui::browser::second_press;
use crate::ui::components::LevelMark;
use crate::ui::state::first_answer::key_of;
use crate::ui::text as t;

/// What is chosen, and what becomes of choosing.
#[derive(Clone, Copy)]
pub struct Choosing {
    /// What is chosen.
    pub chosen: Signal<Option<QuickAnswer>>,
    /// An answer is chosen.
    pub say: Callback<QuickAnswer>,
    /// Somebody pointed at an answer: what follows is the next question.
    pub go_on: Callback<()>,
    /// Somebody pointed at *not applicable*: what follows is why.
    pub ask_why: Callback<()>,
}

/// A level with its name, and what a practice is like there.
type LevelWords = (Level, String, String);

/// What there is to choose from.
pub fn quick_choices(practice: &PracticeId, levels: Vec<LevelWords>, choosing: Choosing) -> AnyView {
    let choice = |says: QuickAnswer, mark: AnyView, words: (String, String)| {
        let (id, name) = (choice_id(practice, &says), format!("quick-{practice}"));
        description(Choice { id, name, says, mark, words }, choosing)
    };
    let level = |(level, name, words): LevelWords| {
        let mark = view! { <LevelMark level /> }.into_any();
        choice(QuickAnswer::Level(level), mark, (name, words))
    };
    let levels: Vec<_> = levels.into_iter().map(level).collect();
    let unknown = view! { <span class="level level-none" aria-hidden="true">"?"</span> }.into_any();
    let none = view! { <span class="level level-none">{t::NOT_APPLICABLE_SHORT}</span> }.into_any();
    let because = QuickAnswer::NotApplicable(NotApplicable::because(""));
    let not_known = choice(QuickAnswer::DontKnow, unknown, (t::DONT_KNOW.to_owned(), t::DONT_KNOW_WORDS.to_owned()));
    let na = choice(because, none, (t::NOT_APPLICABLE.to_owned(), t::NOT_APPLICABLE_WORDS.to_owned()));
    view! {
        <fieldset class="descriptions">
            <legend class="unseen">{t::WHICH_FITS}</legend>
            <ul>{levels} {not_known} {na}</ul>
        </fieldset>
    }
    .into_any()
}

/// The id of the choice of an answer.
pub fn choice_id(practice: &PracticeId, answer: &QuickAnswer) -> String {
    format!("quick-{practice}-{}", key_of(answer))
}

/// The id of the field with the reason why a practice makes no sense here.
pub fn na_reason(practice: &PracticeId) -> String {
    format!("quick-{practice}-na-reason")
}

/// An answer as something to choose.
struct Choice {
    id: String,
    name: String,
    says: QuickAnswer,
    mark: AnyView,
    words: (String, String),
}

impl Choice {
    /// Whether it is what was said, whatever the reason.
    fn is(says: &QuickAnswer, said: &QuickAnswer) -> bool {
        is_na(says) && is_na(said) || says == said
    }
}

/// Whether an answer says that the practice makes no sense.
pub fn is_na(answer: &QuickAnswer) -> bool {
    matches!(answer, QuickAnswer::NotApplicable(_))
}

/// An answer to choose. Whoever points at it goes on; whoever moves through the answers with the keyboard stays.
fn description(choice: Choice, choosing: Choosing) -> AnyView {
    let Choice { id, name, says, mark, words: (head, words) } = choice;
    let Choosing { chosen, say, go_on, ask_why } = choosing;
    let (is_level, asks_why) = (matches!(says, QuickAnswer::Level(_)), is_na(&says));
    let says = StoredValue::new(says);
    let checked = move || says.with_value(|says| chosen.with(|said| said.as_ref().is_some_and(|said| Choice::is(says, said))));
    // The press that chose, where somebody pointed.
    let pointed = StoredValue::new_local(None::<leptos::ev::MouseEvent>);
    let input_id = id.clone();
    let on_click = move |event: leptos::ev::MouseEvent| {
        if second_press::is_second(&event) {
            event.prevent_default();
        } else if event.detail() > 0 && untrack(checked) && !asks_why {
            go_on.run(());
            second_press::moves_on(&event);
        } else {
            pointed.set_value(Some(event).filter(|event| event.detail() > 0));
        }
    };
    let on_change = move |_| {
        say.run(says.get_value());
        if pointed.with_value(Option::is_none) {
            return;
        }
        if asks_why {
            ask_why.run(());
        } else {
            go_on.run(());
            pointed.with_value(|press| press.iter().for_each(second_press::moves_on));
        }
    };
    view! {
        <li class="description" class:chosen=checked class:short=!is_level on:click=on_click>
            <input type="radio" name=name id=id prop:checked=checked on:change=on_change />
            <label for=input_id>{mark} <span><strong>{head}</strong> " " <span>{words}</span></span></label>
        </li>
    }
    .into_any()
}
