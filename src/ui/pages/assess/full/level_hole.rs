//! A kind question where a higher level is mostly met while a statement below it is not.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::analysis::{Assessment, holes};
use crate::model::{IndicatorId, Level, PracticeId};
use crate::session::{PartId, commands};
use crate::ui::pages::assess::full::Consolidated;
use crate::ui::pages::practice::answers::statement_id;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// The statements of a practice that are missed although most of a higher level is met.
pub fn level_holes_of(assessment: &Assessment<'_>, practice: &PracticeId, part: Option<&PartId>) -> BTreeMap<IndicatorId, Level> {
    let Some(practice) = assessment.asked().model().practice(practice) else { return BTreeMap::new() };
    let holes = holes(assessment, practice, part);
    holes.into_iter().map(|hole| (hole.asked.indicator.id.clone(), hole.met_above)).collect()
}

/// Says that a statement is missed below a level that is mostly met, and offers to say what does its job.
#[component]
pub fn Guard(id: IndicatorId, open_session: OpenSession, heard: Memo<Consolidated>) -> impl IntoView {
    let id = StoredValue::new(id);
    let above = move || heard.with(|heard| id.with_value(|id| heard.holes.get(id).copied()));
    let compensate = move |_| {
        if let Some(place) = open_session.place(id.get_value()) {
            open_session.change(commands::compensate(place));
        }
    };
    move || {
        above().map(|level| {
            view! {
                <div class="guard">
                    <p>{t::hole(level)}</p>
                    <button type="button" class="button small" aria-describedby=id.with_value(statement_id) on:click=compensate>{t::COMPENSATE}</button>
                </div>
            }
        })
    }
}
