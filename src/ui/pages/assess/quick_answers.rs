//! The answers of the quick pass: the descriptions of the levels, *I don't know* and *not applicable*.

use leptos::prelude::*;

use crate::model::{LevelGuide, Practice};
use crate::session::{NotApplicable, QuickAnswer, commands};
use crate::ui::browser::{page, second_press};
use crate::ui::components::{LevelMark, TextField};
use crate::ui::pages::assess::quick_beside::Others;
use crate::ui::pages::assess::quick_onward::GoesOn;
use crate::ui::pages::assess::quick_way::{QuickWay, not_applicable_here};
use crate::ui::pages::practice::mine;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The answers to choose from, and what belongs to the chosen one.
#[component]
pub fn Descriptions(practice: Practice, way: QuickWay) -> impl IntoView {
    let open_session = open_session();
    let id = StoredValue::new(practice.id.clone());
    let answer = Memo::new(move |_| mine(open_session, id.get_value(), |session| &session.quick));
    let name = format!("quick-{}", practice.id);
    let levels: Vec<_> = practice
        .levels
        .iter()
        .map(|guide| {
            let level = guide.level;
            let (mark, words) = (view! { <LevelMark level /> }.into_any(), level_words(guide));
            let is = move |answer: &QuickAnswer| *answer == QuickAnswer::Level(level);
            let choice = Choice { id: format!("{name}-{level}"), says: QuickAnswer::Level(level), mark, words };
            description(choice, name.clone(), answer, way.clone(), is)
        })
        .collect();
    let not_known = Choice {
        id: format!("{name}-unknown"),
        says: QuickAnswer::DontKnow,
        mark: view! { <span class="level level-none" aria-hidden="true">"?"</span> }.into_any(),
        words: (t::DONT_KNOW.to_owned(), t::DONT_KNOW_WORDS.to_owned()),
    };
    let not_applicable = Choice {
        id: format!("{name}-na"),
        says: QuickAnswer::NotApplicable(NotApplicable::because("")),
        mark: view! { <span class="level level-none">{t::NOT_APPLICABLE_SHORT}</span> }.into_any(),
        words: (t::NOT_APPLICABLE.to_owned(), t::NOT_APPLICABLE_WORDS.to_owned()),
    };
    let is_na = |answer: &QuickAnswer| matches!(answer, QuickAnswer::NotApplicable(_));
    let without_level = [
        description(not_known, name.clone(), answer, way.clone(), |answer| *answer == QuickAnswer::DontKnow),
        description(not_applicable, name.clone(), answer, way, is_na),
    ];
    let chose_na = Memo::new(move |_| answer.with(|answer| answer.as_ref().is_some_and(is_na)));
    let reason = Signal::derive(move || match answer.get() {
        Some(QuickAnswer::NotApplicable(why)) => why.reason,
        _ => String::new(),
    });
    let clear = move |_| {
        if let Some(place) = open_session.place(id.get_value()) {
            open_session.change_with_undo(vec![commands::withdraw_quick(place)], t::ANSWER_CLEARED.to_owned());
        }
    };
    let reason_field = move || {
        chose_na.get().then(|| {
            let on_type = move |reason: String| not_applicable_here(open_session, id.get_value(), reason);
            let field = id.with_value(|id| na_reason(id.as_str()));
            view! { <TextField id=field label=t::REASON_NA hint=t::REASON_NA_HINT value=reason on_type /> }
        })
    };
    view! {
        <fieldset class="descriptions">
            <legend class="unseen">{t::WHICH_FITS}</legend>
            <ul>{levels} {without_level}</ul>
        </fieldset>
        {reason_field}
        <Others practice=id.get_value() answer />
        {move || answer.get().map(|_| view! { <button type="button" class="button plain small" on:click=clear>{t::CLEAR_ANSWER}</button> })}
        <GoesOn />
    }
}

/// The name of a level, and its description.
fn level_words(guide: &LevelGuide) -> (String, String) {
    let asked = open_session().asked.get_untracked();
    let name = asked.model().rung(guide.level).map(|rung| rung.name.get(t::tag()).to_owned()).unwrap_or_default();
    (name, guide.description.get(t::tag()).to_owned())
}

/// The id of the field with the reason why a practice makes no sense here.
fn na_reason(practice: &str) -> String {
    format!("quick-{practice}-na-reason")
}

/// An answer as something to choose.
struct Choice {
    id: String,
    says: QuickAnswer,
    mark: AnyView,
    words: (String, String),
}

/// An answer to choose. Whoever points at it goes on; whoever moves through the answers with the keyboard stays.
fn description(
    choice: Choice,
    name: String,
    answer: Memo<Option<QuickAnswer>>,
    way: QuickWay,
    is: impl Fn(&QuickAnswer) -> bool + Copy + Send + Sync + 'static,
) -> AnyView {
    let Choice { id, says, mark, words: (head, words) } = choice;
    let checked = move || answer.with(|answer| answer.as_ref().is_some_and(is));
    let is_short = !matches!(says, QuickAnswer::Level(_));
    // The press that chose, where somebody pointed.
    let pointed = StoredValue::new_local(None::<leptos::ev::MouseEvent>);
    let (pointing, input_id) = (way.clone(), id.clone());
    let on_click = move |event: leptos::ev::MouseEvent| {
        if second_press::is_second(&event) {
            event.prevent_default();
        } else if event.detail() > 0 && untrack(checked) && !matches!(answer.get_untracked(), Some(QuickAnswer::NotApplicable(_)))
        {
            pointing.go_on();
            second_press::moves_on(&event);
        } else {
            pointed.set_value(Some(event).filter(|event| event.detail() > 0));
        }
    };
    let on_change = move |_| {
        way.say(says.clone());
        match &says {
            _ if pointed.with_value(Option::is_none) => {}
            QuickAnswer::NotApplicable(_) => page::focus_soon(na_reason(way.practice.as_str())),
            _ => {
                way.go_on();
                pointed.with_value(|press| press.iter().for_each(second_press::moves_on));
            }
        }
    };
    view! {
        <li class="description" class:chosen=checked class:short=is_short on:click=on_click>
            <input type="radio" name=name id=id prop:checked=checked on:change=on_change />
            <label for=input_id>{mark} <span><strong>{head}</strong> " " <span>{words}</span></span></label>
        </li>
    }
    .into_any()
}
