//! What a filled answer sheet would bring to one copy of its assessment, once it is clear whose answers they are.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::{AnswersBack, SheetTaken, answers_of, is_of_nobody_here, quoted, take_sheet};
use crate::model::{IndicatorId, Questionnaire};
use crate::session::{PersonId, Session};
use crate::store::{MergeOffer, Slot};
use crate::ui::browser::clock;
use crate::ui::pages::import::merge::FoldIn;
use crate::ui::pages::import::sheet::{Chosen, Sheet, listed};
use crate::ui::state::app_state::app_state;
use crate::ui::state::import_queue::ImportQueue;
use crate::ui::text as t;

/// What stands in the field for nobody chosen yet; no id looks like it.
const NOT_CHOSEN: &str = "?";

/// What the sheet would bring to one copy, once somebody said whose answers they are.
#[component]
pub fn IntoCopy(
    sheet: Sheet,
    at: Slot,
    here: Session,
    chosen: Chosen,
    dismiss: Callback<()>,
    import_queue: ImportQueue,
) -> impl IntoView {
    let app_state = app_state();
    let field = format!("whose-answers-{at}");
    // For whom it was made, unless they are gone: then somebody has to say it.
    let is_lost = is_of_nobody_here(&sheet.0, &here);
    let made_for = (!is_lost).then(|| answers_of(&sheet.0, &here).cloned());
    let key = field.clone();
    let whose = Memo::new(move |_| chosen.with(|chosen| chosen.get(&key).cloned()).or_else(|| made_for.clone()));
    let asked = RwSignal::new(None::<Option<Questionnaire>>);
    let model = here.model.id.clone();
    let people: Vec<_> = here
        .everybody()
        .map(|(id, _)| {
            let (own, key) = (id.clone(), id.to_string());
            let name = here.person_name(id).unwrap_or(t::NAMELESS_PERSON.get()).to_owned();
            let is_chosen = move || whose.with(|whose| whose.as_ref().is_some_and(|whose| whose.as_ref() == Some(&own)));
            view! { <option value=key selected=is_chosen>{name}</option> }
        })
        .collect();
    let is_asked = is_lost || !people.is_empty();
    let (named, key) = (field.clone(), field.clone());
    let choose = move |event| {
        let value = event_target_value(&event);
        if value != NOT_CHOSEN {
            chosen.update(|chosen| _ = chosen.insert(key.clone(), PersonId::try_from(value).ok()));
        }
    };
    let edition = here.model.edition.to_string();
    let edition = (!sheet.0.edition.is_empty() && sheet.0.edition != edition)
        .then(|| view! { <p>{t::sheet_of_edition(&sheet.0.edition, &edition)}</p> });
    let here = StoredValue::new((here, at));
    spawn_local(async move {
        let library = app_state.model_loaded(model).await;
        let found = library.and_then(|library| here.try_with_value(|(here, _)| library.asked_in(here)).flatten());
        let _ = asked.try_set(Some(found));
    });
    let shown = move || {
        let Some(by) = whose.get() else { return ().into_any() };
        asked.with(|asked| match asked {
            None => view! { <p role="status">{t::LOADING}</p> }.into_any(),
            Some(None) => view! { <p>{t::NO_MODEL}</p> }.into_any(),
            Some(Some(asked)) => here.with_value(|(here, slot)| {
                let given = (sheet.0.as_ref(), sheet.1.as_slice());
                match take_sheet(asked, here, given, by.as_ref(), clock::now(), t::answer_to_choose) {
                    Err(why) => view! { <p dir="auto">{t::cant_take_sheet(&why)}</p> }.into_any(),
                    Ok(SheetTaken { copy, back }) => {
                        let offer = MergeOffer::of(slot.clone(), here.clone(), &copy);
                        let left = left_out(&back, asked);
                        view! { {left} <FoldIn offer dismiss import_queue /> }.into_any()
                    }
                }
            }),
        })
    };
    view! {
        {edition}
        {is_lost.then(|| view! { <p class="banner-warning">{t::SHEET_OF_SOMEBODY_GONE}</p> })}
        {is_asked.then(|| view! {
            <div class="field">
                <label for=named>{t::WHOSE_ANSWERS}</label>
                <select id=field on:change=choose>
                    {is_lost.then(|| view! {
                        <option value=NOT_CHOSEN disabled selected=move || whose.with(Option::is_none)>{t::CHOOSE_PERSON}</option>
                    })}
                    <option value="" selected=move || whose.with(|whose| *whose == Some(None))>{t::NOBODY_IN_PARTICULAR}</option>
                    {people}
                </select>
            </div>
        })}
        {shown}
    }
}

/// What is not taken, with its row, and what counts only once there is a reason.
fn left_out(back: &AnswersBack, asked: &Questionnaire) -> AnyView {
    let statement =
        |id: &IndicatorId| asked.indicator(id).map_or(id.to_string(), |it| it.indicator.text.get(t::tag()).to_owned());
    let rows = back.not_taken.iter().map(|(row, words, why)| t::not_taken(*row, quoted(asked, words, *why, t::tag()), *why));
    let head = (!back.not_taken.is_empty()).then(|| view! { <p>{t::not_taken_from_sheet(back.not_taken.len())}</p> });
    let reasons = back.without_reason.iter().map(|id| t::no_reason_yet(&statement(id)));
    view! {
        {head}
        {listed(rows)}
        {listed(reasons)}
    }
    .into_any()
}
