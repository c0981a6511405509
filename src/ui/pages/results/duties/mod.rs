//! Duties: what law and contracts demand of this system as of a day, what carries it, what is missing, and where to read it.

mod answer;
mod law;
mod table;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Duties, DutyKind, duties};
use crate::session::Date;
use crate::ui::browser::clock;
use crate::ui::components::{DateField, PageHead};
use crate::ui::pages::results::duties::law::{Place, law};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Where it is said how many duties there are, and how they stand.
pub const SUMMARY: &str = "duties-summary";

/// Duties.
#[component]
pub fn DutiesPage() -> impl IntoView {
    let open_session = open_session();
    let on = RwSignal::new(clock::today());
    let all = open_session
        .following(move |assessment| open_session.results.with(|results| duties(assessment, results, on.get(), t::tag())));
    let is_bare = Memo::new(move |_| all.with(|all| all.all.is_empty()));
    let as_typed = Signal::derive(move || on.get().to_string());
    let summary = move || all.with(|all| t::duties_summary(all, on.get()));
    let choose = move |day: Option<Date>| on.set(day.unwrap_or_else(clock::today));
    let kinds = move || {
        let day = on.get();
        all.with(|all| DutyKind::ALL.into_iter().filter_map(|kind| section(open_session, all, kind, day)).collect::<Vec<_>>())
    };
    view! {
        <PageHead title=t::title(SessionPage::Duties).to_owned() above=t::DUTIES_ABOVE.to_owned() />
        <p class="lead">{t::DUTIES_LEAD}</p>
        <p class="hint no-advice">{move || all.with(|all| t::no_advice(&all.read))} " " {t::NOT_CHECKED}</p>
        {move || if is_bare.get() {
            view! {
                <div class="card empty">
                    <p>{t::NO_DUTIES}</p>
                    <div class="actions">
                        <A href=open_session.link(SessionPage::SetUp) attr:class="button">{t::title(SessionPage::SetUp)}</A>
                    </div>
                </div>
            }
            .into_any()
        } else {
            view! {
                <DateField id="duties-on" label=t::AS_OF.get() hint=t::AS_OF_HINT.get() value=as_typed on_choose=choose />
                <p role="status" id=SUMMARY tabindex="-1" class="duties-summary">{summary}</p>
                {move || all.with(|all| line_of_time(all, on))}
                {kinds}
            }
            .into_any()
        }}
        <p class="onward"><A href=open_session.link(SessionPage::Results) attr:class="button">{t::BACK_TO_RESULTS}</A></p>
    }
}

/// The days on which something begins or ends, as a list.
fn line_of_time(all: &Duties, on: RwSignal<Date>) -> Option<AnyView> {
    let days = all.days();
    let items: Vec<_> = days
        .iter()
        .map(|(day, begins, duties)| {
            let (see, what) = (*day, t::duty_day_entry(duties));
            let day = t::duty_day(*day, *begins);
            let label = t::see_day(&day);
            view! {
                <li>
                    <strong>{day}</strong> " " <span>{what}</span> " "
                    <button type="button" class="button plain small" aria-label=label on:click=move |_| on.set(see)>{t::SEE_DAY}</button>
                </li>
            }
        })
        .collect();
    (!items.is_empty())
        .then(|| view! { <section class="card"><h2>{t::DUTY_DAYS}</h2><ol class="duty-days">{items}</ol></section> }.into_any())
}

/// The duties of a kind, by law.
fn section(open_session: OpenSession, all: &Duties, kind: DutyKind, on: Date) -> Option<AnyView> {
    let groups = all.of_kind(kind);
    let laws = groups.iter().enumerate();
    let laws: Vec<_> =
        laws.map(|(number, (part_of, duties))| law(open_session, Place { kind, number }, part_of, duties)).collect();
    (!laws.is_empty()).then(|| {
        view! {
            <section class="card duties">
                <h2>{t::duty_kind(kind, on)}</h2>
                <p class="hint">{t::duty_kind_hint(kind)}</p>
                {laws}
            </section>
        }
        .into_any()
    })
}
