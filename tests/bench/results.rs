//! How long it takes to work out what follows from a session: `cargo xtask bench native`.
//!
//! Then how all of it grows with the amount of what was said: [`growth`].
//!
//! Everything that is measured here runs in the browser after each answer, or when a page is opened. The budgets are those of
//! [`results`]: with them an answer shows in the next frame, with room left for the much slower processors of cheap phones.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a session that can't be made up can't be measured"
)]

mod growth;
mod made_up;
mod measure;
mod peak;
#[path = "../it/support/mod.rs"]
mod support;
mod table;

use std::process::ExitCode;
use std::time::Duration;

use measure::{Case, measure, report};
use plumbline::analysis::{Asking, Assessment, consistency, disputes, next_question, progress, results, stale, views};
use plumbline::exchange::write_session_compact;
use plumbline::model::Questionnaire;
use plumbline::session::{Date, Session};

fn main() -> ExitCode {
    let own = made_up::shipped();
    let large = made_up::large();
    let fits = [
        bench(&own, &made_up::session(&own, 300), Duration::from_millis(1)),
        bench(&large, &made_up::session(&large, 4_000), Duration::from_millis(10)),
    ];
    let grows_as_it_may = growth::bench();
    if grows_as_it_may && fits.into_iter().all(|fits| fits) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Measures everything that follows from a session and says whether the results came within their budget.
fn bench(asked: &Questionnaire, session: &Session, budget: Duration) -> bool {
    println!("{}", made_up::summary(asked, session));
    let person = session.everybody().next().map(|(id, _)| id);
    let asking = Asking { me: person, ..Asking::default() };
    let today = Date::constant(2026, 11, 23);
    let cases = [
        Case { name: "all results", budget: Some(budget), times: measure(|| results(&Assessment::latest(asked, session))) },
        Case { name: "progress", budget: None, times: measure(|| progress(&Assessment::latest(asked, session))) },
        Case {
            name: "next question",
            budget: None,
            times: measure(|| next_question(&Assessment::latest(asked, session), asking)),
        },
        Case { name: "stale answers", budget: None, times: measure(|| stale(&Assessment::latest(asked, session), today)) },
        Case { name: "disputes", budget: None, times: measure(|| disputes(&Assessment::latest(asked, session))) },
        Case { name: "each person's view", budget: None, times: measure(|| views(&Assessment::latest(asked, session))) },
        Case { name: "checks", budget: None, times: measure(|| consistency(&Assessment::latest(asked, session), today)) },
        Case { name: "writing it for storage", budget: None, times: measure(|| write_session_compact(session)) },
    ];
    report(&cases)
}
