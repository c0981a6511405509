//! What is missed most: statements, and duties.

use leptos::prelude::*;

use crate::analysis::{DutyAmong, StatementAmong};
use crate::ui::pages::fleet::{Shown, name_of};
use crate::ui::text as t;

/// How many are shown at first, and how many more each time that is asked for.
const AT_ONCE: usize = 10;

/// The statements that most of them miss.
#[component]
pub fn MissedStatements() -> impl IntoView {
    let shown = expect_context::<Shown>();
    let all = Memo::new(move |_| shown.fleet.fleet.with(|fleet| fleet.statements.clone()));
    let many = RwSignal::new(AT_ONCE);
    let line = move |among: StatementAmong| {
        let (_, practice) = name_of(shown, &among.practice);
        view! {
            <li>
                <p>{among.text.clone()}</p>
                <p class="hint">{t::statement_at(&practice, among.level)} " · " {t::missed_by(&among)}</p>
            </li>
        }
    };
    let rows = move || all.get().into_iter().take(many.get()).map(line).collect::<Vec<_>>();
    let more = move || {
        let left = all.with(Vec::len).saturating_sub(many.get());
        let show = move |_| many.update(|many| *many += AT_ONCE);
        (left > 0).then(|| view! { <p><button type="button" class="button" on:click=show>{t::more_assessments(left.min(AT_ONCE), left)}</button></p> })
    };
    move || {
        if all.with(Vec::is_empty) {
            view! { <p>{t::NONE_MISSED}</p> }.into_any()
        } else {
            view! { <ol class="fleet-missed">{rows}</ol> {more} }.into_any()
        }
    }
}

/// The duties that most of them miss.
#[component]
pub fn MissedDuties() -> impl IntoView {
    let shown = expect_context::<Shown>();
    let line = move |among: &DutyAmong| {
        let (_, practice) = name_of(shown, &among.practice);
        view! { <li><p>{t::part_of(&among.part_of)} ": " {practice}</p> <p class="hint">{t::duty_missed_by(among)}</p></li> }
    };
    move || {
        shown.fleet.fleet.with(|fleet| {
            let rows: Vec<_> = fleet.duties.iter().map(line).collect();
            if rows.is_empty() {
                view! { <p>{t::NO_DUTY_MISSED}</p> }.into_any()
            } else {
                view! { <ol class="fleet-missed">{rows}</ol> }.into_any()
            }
        })
    }
}
