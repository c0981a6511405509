//! A kind question where a higher level is mostly met while a statement below it is not.

use leptos::prelude::*;

use crate::analysis::{Said, holes};
use crate::model::{IndicatorId, Level, PracticeId};
use crate::session::{Answer, Change, Compensated};
use crate::ui::desk::Desk;
use crate::ui::text as t;

/// The statements of a practice that are missed although most of a higher level is met.
pub fn holes_of(desk: Desk, practice: &PracticeId) -> Vec<(IndicatorId, Level)> {
    let (asked, part) = (desk.asked.get(), desk.part.get());
    desk.session.with(|session| {
        let said = Said::of(session, session.round());
        let Some(practice) = asked.model().practice(practice) else { return Vec::new() };
        let holes = holes(&asked, practice, &said, part.as_ref());
        holes.into_iter().map(|hole| (hole.asked.indicator.id.clone(), hole.met_above)).collect()
    })
}

/// Says that a statement is missed below a level that is mostly met, and offers to say what does its job.
#[component]
pub fn Guard(id: IndicatorId, desk: Desk, holes: Memo<Vec<(IndicatorId, Level)>>) -> impl IntoView {
    let id = StoredValue::new(id);
    let above =
        move || holes.with(|holes| id.with_value(|id| holes.iter().find(|(hole, _)| hole == id).map(|(_, level)| *level)));
    let compensate = move |_| {
        if let Some(place) = desk.place(id.get_value()) {
            desk.change(Change::Answer(place, Some(Answer::Compensated(Compensated::because("")))));
        }
    };
    move || {
        above().map(|level| {
            view! {
                <div class="guard">
                    <p>{t::hole(level)}</p>
                    <button type="button" class="button small" on:click=compensate>{t::COMPENSATE}</button>
                </div>
            }
        })
    }
}
