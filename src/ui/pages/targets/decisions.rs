//! The decision log: what targets were, what they became, when, by whom and why.

use leptos::prelude::*;

use crate::analysis::{Decision, Names, ReasonOf, Thing, decisions};
use crate::exchange::{decision_log_csv, file_name, with_ending};
use crate::model::Level;
use crate::session::{Session, SystemField};
use crate::ui::browser::{clock, download};
use crate::ui::components::PageHead;
use crate::ui::pages::targets::round_log::RoundLog;
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The decision log.
#[component]
pub fn DecisionsPage() -> impl IntoView {
    let open_session = open_session();
    let log = open_session.following(decisions);
    let export = move |_| {
        let asked = open_session.asked.get_untracked();
        let (csv, name) = open_session.session.with_untracked(|session| {
            let names = Names::new(Some(&asked), session, t::tag());
            let csv = log.with_untracked(|log| decision_log_csv(log, names, &t::decision_log_words())).ok();
            (
                csv,
                with_ending(
                    &file_name(session.system(SystemField::Name), clock::today()),
                    &format!("-{}.csv", t::DECISIONS_FILE),
                ),
            )
        });
        let done = csv.is_some_and(|csv| download::download(&name, "text/csv", &csv).is_ok());
        app_state().say(if done { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
    };
    let rows = move || {
        let asked = open_session.asked.get();
        open_session.session.with(|session| {
            let names = Names::new(Some(&asked), session, t::tag());
            let row = |decision: Decision| {
                let called = |thing: Thing| t::name_of(&thing, &names.of(&thing));
                let from = decision.after.as_ref().and_then(|target| Thing::of_origin(&target.origin)).map(called);
                let practice = called(Thing::Practice(decision.practice.clone()));
                let others = decision.after.as_ref().map(|target| names.proposed_otherwise(target)).unwrap_or_default();
                let reasons = decision.after.as_ref().map(|target| names.reasons(target)).unwrap_or_default();
                decision_row(session, practice, &decision, &reasons, from.as_deref(), &others)
            };
            log.get().into_iter().map(row).collect::<Vec<_>>()
        })
    };
    view! {
        <PageHead title=t::title(SessionPage::Decisions).to_owned() above=t::TARGETS_ABOVE.to_owned() />
        <p class="lead">{t::DECISION_LOG_LEAD}</p>
        <div class="actions">
            <button type="button" class="button" disabled=move || log.with(Vec::is_empty) on:click=export>{t::EXPORT_CSV}</button>
        </div>
        <ol class="log">{rows}</ol>
        {move || log.with(Vec::is_empty).then(|| view! { <p class="hint">{t::NO_DECISIONS}</p> })}
        <RoundLog />
    }
}

fn decision_row(
    session: &Session,
    practice: String,
    decision: &Decision,
    reasons: &[(ReasonOf, String)],
    from: Option<&str>,
    others: &[(Option<String>, Level)],
) -> AnyView {
    let who = decision.by.as_ref().and_then(|by| session.person_name(by)).map(str::to_owned);
    let decided_by = decision.after.as_ref().and_then(|target| target.decided_by.as_ref()).and_then(|by| session.person_name(by));
    let words = t::decision(decision);
    let reason = decision.after.as_ref().and_then(|target| t::decision_reason(target, decided_by, reasons, from, others));
    let kept = decision.is_kept_apart.then(|| view! { " " <span class="tag">{t::KEPT_APART}</span> });
    view! {
        <li class="card">
            <p class="hint">{t::decided_when(&clock::in_words(decision.at), who.as_deref())}</p>
            <p><strong>{practice}</strong> ": " {words} {kept}</p>
            {reason.map(|reason| view! { <p dir="auto">{reason}</p> })}
        </li>
    }
    .into_any()
}
