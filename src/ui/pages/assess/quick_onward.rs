//! What stands around a question of the quick pass: the answer before, the way back and on.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::Thing;
use crate::model::PracticeId;
use crate::ui::pages::assess::quick_way::{Kept, QuickWay, SETTING, STAYS};
use crate::ui::pages::practice::{InOrder, mine};
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// What was answered on the page before, with the way to take it back at once, for as long as it is so. Its room stays where there is
/// nothing to say: answers do not move under a thumb.
#[component]
pub fn LastAnswer(way: QuickWay) -> impl IntoView {
    let QuickWay { open_session, kept, practice, navigate, .. } = way;
    let last = StoredValue::new(kept.last.get_untracked().filter(|last| last.practice != practice));
    // It may be undone elsewhere meanwhile, or said anew.
    let is_so = Memo::new(move |_| {
        let last = last.get_value()?;
        kept.last.with(Option::is_some).then_some(())?;
        let said = mine(open_session, last.practice.clone(), |session| &session.quick);
        (said.as_ref() == Some(&last.answer)).then_some((last.practice, last.answer, last.step))
    });
    let strip = move || {
        let (practice, answer, step) = is_so.get()?;
        let name = open_session.name_of(&Thing::Practice(practice.clone()));
        let words = t::just_answered(&name, &t::quick_answer(&answer));
        let navigate = Arc::clone(&navigate);
        let take_back = move |_| {
            open_session.take_back(step);
            kept.last.set(None);
            navigate(&practice);
        };
        Some(view! {
            <div class="last-answer">
                <p role="status">{words}</p>
                <button type="button" class="button plain small" on:click=take_back>{t::TAKE_BACK}</button>
            </div>
        })
    };
    view! { <div class="last-answer-room">{strip}</div> }
}

/// Whether one goes on after each answer: said, and chosen, beside the answers.
#[component]
pub fn GoesOn() -> impl IntoView {
    let Kept { goes_on, .. } = expect_context::<Kept>();
    let toggle = move |_| {
        goes_on.update(|goes_on| *goes_on = !*goes_on);
        app_state().store().set_setting(SETTING, if goes_on.get_untracked() { "yes" } else { STAYS });
    };
    view! { <label class="tick-row goes-on"><input type="checkbox" prop:checked=goes_on on:change=toggle /> {t::GOES_ON}</label> }
}

/// Back and next at the foot, at a place that stays; the way out stands above.
#[component]
pub fn QuickOnward(here: InOrder, way: QuickWay) -> impl IntoView {
    let open_session = way.open_session;
    let link = move |id: &PracticeId| open_session.link(SessionPage::Quick.of(id));
    let before = here.before.map(|id| view! { <A href=link(&id) attr:class="button">{t::BACK}</A> });
    let (href, words) = match &here.after {
        Some(id) => (link(id), t::NEXT),
        None => (open_session.link(SessionPage::Results), t::NEXT_RESULTS),
    };
    view! {
        <p class="onward around"><A href=open_session.link(SessionPage::Assess) attr:class="button plain small">{t::ALL_PRACTICES}</A></p>
        <nav class="onward sticky one-hand" aria-label=t::ONWARD>{before} <A href attr:class="button primary">{words}</A></nav>
    }
}
