//! The first question of the quick pass, before there is an assessment. It stands in the page itself; all else comes while somebody reads
//! it, and the assessment begins with the answer.

use leptos::prelude::*;

use crate::model::PracticeId;
use crate::session::QuickAnswer;
use crate::ui::browser::first_asked::FirstAsked;
use crate::ui::browser::{host_events, page};
use crate::ui::components::PageHead;
use crate::ui::pages::Page;
use crate::ui::pages::assess::quick_choices::{Choosing, choice_id, na_reason, quick_choices};
use crate::ui::shell::lazy::rest;
use crate::ui::shell::parts::parts;
use crate::ui::state::first_answer::{Onward, first_answer};
use crate::ui::text as t;

/// The first question; where it is not in the page, the assessment begins with it at once.
#[component]
pub fn FirstQuestion() -> impl IntoView {
    page::say_kind("quick");
    let (first, parts) = (first_answer(), parts());
    let asked = FirstAsked::of_page(t::tag());
    first.ask();
    if asked.is_none() {
        first.go_on(Onward::default());
    }
    // What the way on needs comes while somebody reads.
    page::after_paint(move || {
        host_events::say_question_is_here();
        parts.load(Page::BeginAnswered.part());
    });
    // Where the way on is here it is gone at once; where it is not, one is told that it comes.
    let goes_on = Memo::new(move |_| first.onward.with(Option::is_some));
    view! {
        {asked.map(question)}
        {move || goes_on.get().then(|| rest(Page::BeginAnswered))}
    }
}

fn question(asked: FirstAsked) -> AnyView {
    let first = first_answer();
    let FirstAsked { edition, practice, next, of, path, name, question, who, levels } = asked;
    let practice = StoredValue::new(practice);
    let next = StoredValue::new(next);
    let edition = StoredValue::new(edition);
    let go = move |to: PracticeId, focus: Option<String>| {
        first.go_on(Onward { asked: Some(practice.get_value()), edition: edition.get_value(), to: Some(to), focus });
    };
    let stay = move |focus: String| go(practice.get_value(), Some(focus));
    let place = move |answer: &QuickAnswer| practice.with_value(|practice| choice_id(practice, answer));
    let say = move |answer: QuickAnswer| {
        let focus = place(&answer);
        first.choose(answer);
        stay(focus);
    };
    let choosing = Choosing {
        chosen: first.chosen.into(),
        say: Callback::new(say),
        go_on: Callback::new(move |()| go(next.get_value(), None)),
        ask_why: Callback::new(move |()| stay(practice.with_value(na_reason))),
    };
    // What was chosen before the page was loaded anew.
    if let Some(answer) = first.chosen.get_untracked() {
        stay(place(&answer));
    }
    let choices = practice.with_value(|practice| quick_choices(practice, levels, choosing));
    view! {
        <PageHead title=name above=t::quick_above(1, of, &path) />
        <div class="quick">
            <div class="quick-asked">
                <p class="question">{question}</p>
                {choices}
            </div>
            <div class="quick-beside">
                <p class="hint">{t::BEGUN_WITHOUT_NAME}</p>
                <p class="hint">{t::who_knows(&who)}</p>
            </div>
        </div>
        <nav class="onward sticky one-hand" aria-label=t::ONWARD>
            <a href=page::home() class="button">{t::BACK}</a>
            <button type="button" class="button primary" on:click=move |_| go(next.get_value(), None)>{t::NEXT}</button>
        </nav>
    }
    .into_any()
}
