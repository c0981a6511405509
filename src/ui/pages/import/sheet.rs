//! An answer sheet that people filled in: what it says, and what it would bring to the copies of its assessment that are here.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::{AnswersBack, Filled, SheetTaken, answers_of, take_sheet};
use crate::model::{IndicatorId, Questionnaire};
use crate::session::{PersonId, Session, SessionId};
use crate::store::{MergeOffer, Slot};
use crate::ui::browser::clock;
use crate::ui::pages::import::merge::FoldIn;
use crate::ui::state::app_state::app_state;
use crate::ui::state::import_queue::ImportQueue;
use crate::ui::text as t;

/// A sheet with the file that it came in.
type Sheet = (Arc<Filled>, Arc<Vec<u8>>);

/// What the sheet says, and for each copy of its assessment what is new.
#[component]
pub fn SheetArrived(
    file: String,
    sheet: Arc<Filled>,
    bytes: Arc<Vec<u8>>,
    dismiss: Callback<()>,
    import_queue: ImportQueue,
) -> impl IntoView {
    let app_state = app_state();
    let holds = t::sheet_holds(sheet.rows.iter().filter(|row| !row.is_empty()).count());
    let of = SessionId::try_from(sheet.session.as_str()).ok();
    let faults: Vec<_> =
        sheet.too_long.iter().map(|row| t::words_too_long(*row)).chain(sheet.beyond.map(t::rows_beyond)).collect();
    let faults: Vec<_> = faults.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    let sheet = StoredValue::new((sheet, bytes));
    let offers = move || {
        import_queue.taken.track();
        let Some(of) = &of else { return view! { <p>{t::SHEET_WITHOUT_ORIGIN}</p> }.into_any() };
        match app_state.store_after_saving().copies_of(of) {
            Err(error) => view! { <p>{t::cant_look_for_copies(error)}</p> }.into_any(),
            Ok(copies) if copies.is_empty() => view! { <p>{t::NO_COPY_FOR_SHEET}</p> }.into_any(),
            Ok(copies) => {
                let copies = copies.into_iter();
                copies
                    .map(|(slot, here)| view! { <IntoCopy sheet=sheet.get_value() at=slot here dismiss import_queue /> })
                    .collect::<Vec<_>>()
                    .into_any()
            }
        }
    };
    view! {
        <section class="card">
            <h2>{t::SHEET_BACK}</h2>
            <p class="hint" dir="auto">{t::from_file(&file)}</p>
            <p>{holds}</p>
            <ul class="problems">{faults}</ul>
            {offers}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| dismiss.run(())>{t::CANCEL}</button>
            </div>
        </section>
    }
}

/// What the sheet would bring to one copy, once somebody said whose answers they are.
#[component]
fn IntoCopy(sheet: Sheet, at: Slot, here: Session, dismiss: Callback<()>, import_queue: ImportQueue) -> impl IntoView {
    let app_state = app_state();
    let whose = RwSignal::new(answers_of(&sheet.0, &here).cloned());
    let asked = RwSignal::new(None::<Option<Questionnaire>>);
    let model = here.model.id.clone();
    let people: Vec<_> = here
        .named_people()
        .map(|(id, name)| {
            let (own, key) = (id.clone(), id.to_string());
            let is_chosen = move || whose.with(|whose| whose.as_ref() == Some(&own));
            view! { <option value=key selected=is_chosen>{name.to_owned()}</option> }
        })
        .collect();
    let is_asked = !people.is_empty();
    let field = format!("whose-answers-{at}");
    let named = field.clone();
    let choose = move |event| whose.set(PersonId::try_from(event_target_value(&event)).ok());
    let here = StoredValue::new((here, at));
    spawn_local(async move {
        let library = app_state.model_loaded(model).await;
        let found = library.and_then(|library| here.try_with_value(|(here, _)| library.asked_in(here)).flatten());
        let _ = asked.try_set(Some(found));
    });
    let shown = move || {
        let by = whose.get();
        asked.with(|asked| match asked {
            None => view! { <p role="status">{t::LOADING}</p> }.into_any(),
            Some(None) => view! { <p>{t::NO_MODEL}</p> }.into_any(),
            Some(Some(asked)) => here.with_value(|(here, slot)| {
                let given = (sheet.0.as_ref(), sheet.1.as_slice());
                match take_sheet(asked, here, given, by.as_ref(), clock::now(), t::answer_to_choose) {
                    Err(why) => view! { <p>{t::cant_take_sheet(why)}</p> }.into_any(),
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
        {is_asked.then(|| view! {
            <div class="field">
                <label for=named>{t::WHOSE_ANSWERS}</label>
                <select id=field on:change=choose>
                    <option value="" selected=move || whose.with(Option::is_none)>{t::NOBODY_IN_PARTICULAR}</option>
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
    let rows: Vec<_> =
        back.not_taken.iter().map(|(row, words, why)| view! { <li dir="auto">{t::not_taken(*row, words, *why)}</li> }).collect();
    let reasons: Vec<_> =
        back.without_reason.iter().map(|id| view! { <li dir="auto">{t::no_reason_yet(&statement(id))}</li> }).collect();
    let head = (!rows.is_empty()).then(|| view! { <p>{t::not_taken_from_sheet(rows.len())}</p> });
    view! {
        {head}
        <ul class="problems">{rows} {reasons}</ul>
    }
    .into_any()
}
