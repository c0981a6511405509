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
    let line = move |among: &StatementAmong| {
        let (_, practice) = name_of(shown, &among.practice);
        let at = t::statement_at(&practice, among.level);
        view! { <li><p>{among.text.clone()}</p> <p class="hint">{at} " · " {t::missed_by(among)}</p></li> }.into_any()
    };
    lines(move || all.with(Vec::len), move |many| all.with(|all| all.iter().take(many).map(line).collect()), t::NONE_MISSED)
}

/// The duties that most of them miss.
#[component]
pub fn MissedDuties() -> impl IntoView {
    let shown = expect_context::<Shown>();
    let all = Memo::new(move |_| shown.fleet.fleet.with(|fleet| fleet.duties.clone()));
    let line = move |among: &DutyAmong| {
        let (_, practice) = name_of(shown, &among.practice);
        let of = t::part_of_theirs(&among.part_of);
        view! { <li><p>{of} ": " {practice}</p> <p class="hint">{t::duty_missed_by(among)}</p></li> }.into_any()
    };
    lines(move || all.with(Vec::len), move |many| all.with(|all| all.iter().take(many).map(line).collect()), t::NO_DUTY_MISSED)
}

/// The first of so many lines, with a button that shows more; where there are none, that.
fn lines(
    count: impl Fn() -> usize + Copy + Send + Sync + 'static,
    first: impl Fn(usize) -> Vec<AnyView> + Copy + Send + Sync + 'static,
    none: t::Words,
) -> impl IntoView {
    let many = RwSignal::new(AT_ONCE);
    let more = move || {
        let left = count().saturating_sub(many.get());
        let show = move |_| many.update(|many| *many += AT_ONCE);
        let words = t::more_assessments(left.min(AT_ONCE), left);
        (left > 0).then(|| view! { <p class="no-print"><button type="button" class="button" on:click=show>{words}</button></p> })
    };
    move || match count() {
        0 => view! { <p>{none}</p> }.into_any(),
        _ => view! { <ol class="fleet-missed">{move || first(many.get())}</ol> {more} }.into_any(),
    }
}
