//! The first question of the quick pass, before there is an assessment. It is shown as soon as the models are here; all else comes while
//! somebody reads it, and the assessment begins with the answer.

use leptos::prelude::*;

use crate::model::{Model, PracticeId};
use crate::session::QuickAnswer;
use crate::ui::browser::page;
use crate::ui::components::PageHead;
use crate::ui::pages::Page;
use crate::ui::pages::assess::quick_choices::{Choosing, choice_id, na_reason, quick_choices};
use crate::ui::pages::practice::page::{InOrder, in_order, path_names};
use crate::ui::shell::lazy::{loading, rest};
use crate::ui::shell::parts::parts;
use crate::ui::state::first_answer::{Onward, first_answer};
use crate::ui::state::models::models;
use crate::ui::text as t;

/// The first question, as soon as the models are here.
#[component]
pub fn FirstQuestion() -> impl IntoView {
    page::say_kind("quick");
    let models = models().library;
    move || {
        models.get().map_or_else(loading, |library| {
            let model = library.models.first();
            model.and_then(|model| Some(question(model, first_of(model)?))).unwrap_or_else(no_question)
        })
    }
}

/// The first practice of a model.
fn first_of(model: &Model) -> Option<InOrder> {
    let first = model.practices().first()?.id.to_string();
    in_order(model, &first, None)
}

fn no_question() -> AnyView {
    view! {
        <PageHead title=t::QUICK_PASS.to_owned() />
        <p class="banner banner-warning" role="alert">{t::NO_MODEL}</p>
        <p class="actions"><a href=page::home() class="button">{t::TO_START}</a></p>
    }
    .into_any()
}

fn question(model: &Model, here: InOrder) -> AnyView {
    let (first, parts) = (first_answer(), parts());
    let InOrder { practice, number, of, after, .. } = here;
    let above = t::quick_above(number, of, &path_names(model, &practice.id));
    let asked = StoredValue::new(practice.id.clone());
    let next = StoredValue::new(after.unwrap_or_else(|| practice.id.clone()));
    let go = move |to: PracticeId, focus: Option<String>| {
        first.onward.set(Some(Onward { asked: asked.get_value(), to, focus }));
        parts.load(Page::BeginAnswered.part());
    };
    let stay = move |focus: String| go(asked.get_value(), Some(focus));
    let say = move |answer: QuickAnswer| {
        let focus = asked.with_value(|asked| choice_id(asked, &answer));
        first.choose(answer);
        stay(focus);
    };
    let choosing = Choosing {
        chosen: first.chosen.into(),
        say: Callback::new(say),
        go_on: Callback::new(move |()| go(next.get_value(), None)),
        ask_why: Callback::new(move |()| stay(asked.with_value(na_reason))),
    };
    // What was chosen before the page was loaded anew.
    if let Some(answer) = first.chosen.get_untracked() {
        stay(asked.with_value(|asked| choice_id(asked, &answer)));
    }
    // Where the way on is here it is gone at once; where it is not, one is told that it comes.
    let goes_on = Memo::new(move |_| first.onward.with(Option::is_some));
    // What the way on needs comes while somebody reads.
    page::after_paint(move || parts.load(Page::BeginAnswered.part()));
    view! {
        <PageHead title=practice.name.get(t::tag()).to_owned() above />
        <div class="quick">
            <div class="quick-asked">
                <p class="question">{practice.question.get(t::tag()).to_owned()}</p>
                {quick_choices(model, &practice, choosing)}
            </div>
            <div class="quick-beside">
                <p class="hint">{t::BEGUN_WITHOUT_NAME}</p>
                <p class="hint">{t::who_knows(practice.who.get(t::tag()))}</p>
            </div>
        </div>
        {move || goes_on.get().then(|| rest(Page::BeginAnswered))}
        <nav class="onward sticky one-hand" aria-label=t::ONWARD>
            <a href=page::home() class="button">{t::BACK}</a>
            <button type="button" class="button primary" on:click=move |_| go(next.get_value(), None)>{t::NEXT}</button>
        </nav>
    }
    .into_any()
}
