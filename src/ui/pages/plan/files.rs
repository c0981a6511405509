//! The plan as a file for where people work.

use leptos::prelude::*;

use crate::analysis::Names;
use crate::exchange::{Made, PlanForm, file_name, has_content, plan_file, with_ending};
use crate::session::SystemField;
use crate::ui::browser::{clock, download};
use crate::ui::components::SaveWorkbook;
use crate::ui::pages::plan::Plan;
use crate::ui::pages::plan::table_back::TableBack;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

const FIELD: &str = "plan-form";

/// A choice of the form, and saving.
#[component]
pub fn PlanFiles() -> impl IntoView {
    let open_session = open_session();
    let plan = expect_context::<Plan>();
    let chosen = RwSignal::new(PlanForm::Csv);
    let choose = move |event| {
        let key = event_target_value(&event);
        if let Some(form) = PlanForm::ALL.into_iter().find(|form| form.key() == key) {
            chosen.set(form);
        }
    };
    let save = move |_| {
        let (form, all, today) = (chosen.get_untracked(), untrack(|| plan.in_order()), clock::today());
        let asked = open_session.asked.get_untracked();
        let (text, name) = open_session.session.with_untracked(|session| {
            let names = Names::new(Some(&asked), session, t::tag());
            let name = file_name(session.system(SystemField::Name), today);
            let ending = format!("-{}.{}", form.key(), form.ending());
            (
                plan_file(form, &all, names, Made { at: clock::now(), on: today }, &t::plan_words()).ok(),
                with_ending(&name, &ending),
            )
        });
        let done = text.is_some_and(|text| download::download(&name, form.media_type(), &text).is_ok());
        app_state().say(if done { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
    };
    let options: Vec<_> = PlanForm::ALL
        .into_iter()
        .map(|form| view! { <option value=form.key() selected=move || chosen.get() == form>{t::plan_form(form)}</option> })
        .collect();
    let is_bare = Memo::new(move |_| {
        let (form, all) = (chosen.get(), plan.in_order());
        let asked = open_session.asked.get();
        !open_session.soon(|session| has_content(form, &all, Names::new(Some(&asked), session, t::tag()), clock::today()))
    });
    view! {
        <section class="card no-print">
            <h2>{t::PLAN_OUT}</h2>
            <p class="hint">{t::PLAN_OUT_HINT}</p>
            <div class="plan-add">
                <div class="field">
                    <label for=FIELD>{t::PLAN_FORM}</label>
                    <select id=FIELD on:change=choose>{options}</select>
                </div>
                <button type="button" class="button" disabled=is_bare on:click=save>{t::SAVE_PLAN}</button>
            </div>
            <p class="hint" role="status">{move || is_bare.get().then(|| t::NOTHING_FOR_FORM.get())}</p>
            <TableBack />
            <SaveWorkbook />
        </section>
    }
}
