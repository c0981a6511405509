//! The assessment in the forms of the trade, for other tools.

use leptos::prelude::*;

use crate::exchange::{TradeForm, dossier, with_frameworks};
use crate::ui::browser::clock;
use crate::ui::components::{OfficeFile, SaveOffice, WhenRelated, office_name};
use crate::ui::state::app_state::app_state;
use crate::ui::state::crossrefs::{Loaded, related_frameworks};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

const FIELD: &str = "trade-form";
const NAMES: &str = "trade-form-names";
const HINT: &str = "trade-form-hint";

/// A choice of the form, what it has no place for, and saving.
#[component]
pub fn ForOtherTools() -> impl IntoView {
    let (open_session, related) = (open_session(), related_frameworks());
    let chosen = RwSignal::new(TradeForm::CycloneDx);
    let is_nameless = RwSignal::new(false);
    let choose = move |event| {
        let key = event_target_value(&event);
        if let Some(form) = TradeForm::ALL.into_iter().find(|form| form.key() == key) {
            chosen.set(form);
        }
        if chosen.get_untracked() == TradeForm::OscalMapping {
            related.load();
        }
    };
    let make = Callback::new(move |()| {
        let form = chosen.get_untracked();
        let names = !is_nameless.get_untracked();
        let told = open_session.assessment_now(|it| dossier(it, clock::now(), t::tag(), names, &t::trade_words()));
        let told = match related.loaded.get_untracked() {
            Loaded::Here(crossrefs) if form == TradeForm::OscalMapping => with_frameworks(told, &crossrefs),
            _ => told,
        };
        if !form.has_content(&told) {
            app_state().say(t::NOTHING_FOR_TRADE_FORM.to_owned(), None);
            return None;
        }
        let name = office_name(open_session, form.key(), &format!(".{}", form.ending()));
        Some((name, OfficeFile::Trade(form, Box::new(told))))
    });
    let save = move |form: TradeForm| {
        let lacks = form.lacks().iter().map(|lack| t::trade_lack(*lack)).collect();
        view! { <SaveOffice label=t::save_trade_form(form) lacks make /> }.into_any()
    };
    let options: Vec<_> = TradeForm::ALL
        .into_iter()
        .map(|form| view! { <option value=form.key() selected=move || chosen.get() == form>{t::trade_form(form)}</option> })
        .collect();
    view! {
        <section class="card" id="for-other-tools">
            <h2>{t::FOR_OTHER_TOOLS}</h2>
            <p>{t::FOR_OTHER_TOOLS_WORDS}</p>
            <div class="field">
                <label for=FIELD>{t::TRADE_FORM}</label>
                <select id=FIELD aria-describedby=HINT on:change=choose>{options}</select>
            </div>
            <p class="hint" id=HINT aria-live="polite">{move || t::trade_form_hint(chosen.get())}</p>
            {move || names_choice(chosen.get(), is_nameless)}
            {move || match chosen.get() {
                form @ TradeForm::OscalMapping => view! { <WhenRelated show=move |_| save(form) /> }.into_any(),
                form => save(form),
            }}
        </section>
    }
}

/// Whether people are named in it, and that what they typed is in it either way.
fn names_choice(form: TradeForm, is_nameless: RwSignal<bool>) -> Option<AnyView> {
    let hint = if form.has_names() { t::TRADE_NAMES_HINT.get() } else { t::TRADE_NOTES_HINT.get() };
    let choice = form.has_names().then(|| {
        view! {
            <label class="tick-row">
                <input
                    type="checkbox"
                    aria-describedby=NAMES
                    prop:checked=is_nameless
                    on:change=move |event| is_nameless.set(event_target_checked(&event))
                />
                " " <span>{t::WORKBOOK_NAMELESS}</span>
            </label>
        }
    });
    form.has_notes().then(|| view! { {choice} <p class="hint" id=NAMES>{hint}</p> }.into_any())
}
