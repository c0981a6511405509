//! The quick pass: one screen per practice, choose the description that fits.

use leptos::prelude::*;

use crate::model::{Practice, PracticeId};
use crate::session::{Change, QuickAnswer, commands};
use crate::ui::browser::page;
use crate::ui::components::{KeptApartMark, LevelMark, OF_PRACTICE, TextField};
use crate::ui::pages::assess::quick_beside::{FromIndicators, Others};
use crate::ui::pages::practice::former::{Again, FormerlySaid};
use crate::ui::pages::practice::{InOrder, Onward, PracticeHelp, PracticeNote, PracticePage, ScopeQuestion, mine};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The quick pass of the practice that the address names.
#[component]
pub fn QuickPage() -> impl IntoView {
    page::say_kind("quick");
    view! { <PracticePage above=t::quick_above screen=|here| view! { <QuickScreen here /> }.into_any() /> }
}

/// One practice of the quick pass.
#[component]
fn QuickScreen(here: InOrder) -> impl IntoView {
    let practice = here.practice.clone();
    view! {
        <div class="quick">
            <p class="question">{practice.question.get(t::tag()).to_owned()}</p>
            <FormerlySaid practice=practice.id.clone() again=Again::Quick />
            <KeptApartMark lists=OF_PRACTICE on=practice.id.as_str() />
            <Descriptions practice=practice.clone() />
            <FromIndicators practice=practice.id.clone() />
            <ScopeQuestion practice=practice.id.clone() />
            <PracticeNote practice=practice.id.clone() />
            <p class="hint">{t::who_knows(practice.who.get(t::tag()))}</p>
            <PracticeHelp practice=practice.clone() />
        </div>
        <Onward here pass=SessionPage::Quick />
    }
}

/// The five descriptions, and *not applicable*.
#[component]
fn Descriptions(practice: Practice) -> impl IntoView {
    let open_session = open_session();
    let id = StoredValue::new(practice.id.clone());
    let answer = Memo::new(move |_| mine(open_session, id.get_value(), |session| &session.quick));
    let name = format!("quick-{}", practice.id);
    let levels: Vec<_> = practice
        .levels
        .iter()
        .map(|guide| {
            let level = guide.level;
            let rung = open_session.asked.with_untracked(|asked| asked.model().rung(level).map(|rung| rung.name.get(t::tag()).to_owned()));
            let input_id = format!("{name}-{level}");
            let checked = move || answer.get() == Some(QuickAnswer::Level(level));
            view! {
                <li class="description" class:chosen=checked>
                    <input
                        type="radio"
                        name=name.clone()
                        id=input_id.clone()
                        prop:checked=checked
                        on:change=move |_| say(open_session, id.get_value(), QuickAnswer::Level(level))
                    />
                    <label for=input_id>
                        <LevelMark level />
                        <span><strong>{rung.unwrap_or_default()}</strong> <span>{guide.description.get(t::tag()).to_owned()}</span></span>
                    </label>
                </li>
            }
        })
        .collect();
    let not_applicable = Memo::new(move |_| matches!(answer.get(), Some(QuickAnswer::NotApplicable { .. })));
    let reason = Signal::derive(move || match answer.get() {
        Some(QuickAnswer::NotApplicable(why)) => why.reason,
        _ => String::new(),
    });
    let na_id = format!("{name}-na");
    let na_reason = format!("{name}-na-reason");
    let clear = move |_| {
        if let Some(place) = open_session.place(id.get_value()) {
            open_session.change_with_undo(vec![commands::withdraw_quick(place)], t::ANSWER_CLEARED.to_owned());
        }
    };
    view! {
        <fieldset class="descriptions">
            <legend>{t::WHICH_FITS}</legend>
            <ul>
                {levels}
                <li class="description" class:chosen=not_applicable>
                    <input
                        type="radio"
                        name=name
                        id=na_id.clone()
                        prop:checked=not_applicable
                        on:change=move |_| not_applicable_here(open_session, id.get_value(), String::new())
                    />
                    <label for=na_id>
                        <span class="level level-none">{t::NOT_APPLICABLE_SHORT}</span>
                        <span><strong>{t::NOT_APPLICABLE}</strong> <span>{t::NOT_APPLICABLE_WORDS}</span></span>
                    </label>
                </li>
            </ul>
        </fieldset>
        {move || {
            not_applicable
                .get()
                .then(|| {
                    let on_type = move |reason: String| not_applicable_here(open_session, id.get_value(), reason);
                    view! { <TextField id=na_reason.clone() label=t::REASON_NA hint=t::REASON_NA_HINT value=reason on_type /> }
                })
        }}
        <Others practice=id.get_value() answer />
        {move || answer.get().map(|_| view! { <button type="button" class="button plain small" on:click=clear>{t::CLEAR_ANSWER}</button> })}
    }
}

fn say(open_session: OpenSession, practice: PracticeId, answer: QuickAnswer) {
    if let Some(place) = open_session.place(practice) {
        open_session.change(Change::Quick(place, Some(answer)));
    }
}

fn not_applicable_here(open_session: OpenSession, practice: PracticeId, reason: String) {
    if let Some(place) = open_session.place(practice) {
        open_session
            .change(open_session.session.with_untracked(|session| commands::not_applicable_quick(session, place, reason)));
    }
}
