//! The answers of the quick pass, and what belongs to the chosen one: why, what others said, taking it back.

use leptos::prelude::*;

use crate::model::{Level, LevelGuide, Practice};
use crate::session::{QuickAnswer, commands};
use crate::ui::browser::page;
use crate::ui::components::TextField;
use crate::ui::pages::assess::quick_beside::{Inherited, Others};
use crate::ui::pages::assess::quick_choices::{Choosing, is_na, na_reason, quick_choices};
use crate::ui::pages::assess::quick_onward::GoesOn;
use crate::ui::pages::assess::quick_way::{QuickWay, not_applicable_here};
use crate::ui::pages::practice::mine;
use crate::ui::state::first_answer::first_answer;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The answers to choose from, and what belongs to the chosen one.
#[component]
pub fn Descriptions(practice: Practice, way: QuickWay) -> impl IntoView {
    let open_session = open_session();
    let id = StoredValue::new(practice.id.clone());
    let answer = Memo::new(move |_| mine(open_session, id.get_value(), |session| &session.quick));
    // Where the assessment has just begun with the answer.
    first_answer().take_focus().into_iter().for_each(page::focus_soon);
    let way = StoredValue::new(way);
    let choosing = Choosing {
        chosen: answer.into(),
        say: Callback::new(move |answer| way.with_value(|way| way.say(answer))),
        go_on: Callback::new(move |()| way.with_value(QuickWay::go_on)),
        ask_why: Callback::new(move |()| page::focus_soon(id.with_value(na_reason))),
    };
    let choices = quick_choices(&practice.id, level_words(&practice), choosing);
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
            let field = id.with_value(na_reason);
            view! { <TextField id=field label=t::REASON_NA hint=t::REASON_NA_HINT value=reason on_type /> }
        })
    };
    view! {
        {choices}
        <Inherited practice=id.get_value() answer />
        {reason_field}
        <Others practice=id.get_value() answer />
        {move || answer.get().map(|_| view! { <button type="button" class="button plain small" on:click=clear>{t::CLEAR_ANSWER}</button> })}
        <GoesOn />
    }
}

/// The levels, each with its name and the practice's description of it.
fn level_words(practice: &Practice) -> Vec<(Level, String, String)> {
    let asked = open_session().asked.get_untracked();
    let name = |level| asked.model().rung(level).map(|rung| rung.name.get(t::tag()).to_owned()).unwrap_or_default();
    let words = |guide: &LevelGuide| (guide.level, name(guide.level), guide.description.get(t::tag()).to_owned());
    practice.levels.iter().filter(|guide| guide.level >= asked.model().first_level()).map(words).collect()
}
