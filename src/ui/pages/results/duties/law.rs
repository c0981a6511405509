//! What is part of one law: how it stands, where to read it, whether it applies, and its duties, the urgent ones first and long lists
//! folded.

use leptos::prelude::*;

use crate::analysis::{Duty, DutyKind, PartOf};
use crate::ui::components::anew;
use crate::ui::pages::results::duties::answer::{Answered, answer_of};
use crate::ui::pages::results::duties::table::table;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// So many duties of a law are shown whatever they are.
const FEW: usize = 3;

/// So many of those in force are.
const FIRST: usize = 5;

/// How many duties of a law are shown before one asks for more.
fn shown_at_once(kind: DutyKind, duties: usize) -> usize {
    match kind {
        _ if duties <= FEW => duties,
        DutyKind::Today => duties.min(FIRST),
        DutyKind::Later => FEW,
        // Whether it applies is asked first.
        DutyKind::Perhaps | DutyKind::Over | DutyKind::NotOurs => 0,
    }
}

/// What is part of one law.
pub fn law(open_session: OpenSession, kind: DutyKind, part_of: &PartOf, duties: &[&Duty]) -> AnyView {
    let name = t::part_of(part_of);
    let (shown, more) = duties.split_at_checked(shown_at_once(kind, duties.len())).unwrap_or((duties, &[]));
    // Whom it binds is said once where it is the same for all of them.
    let is_same = t::whom_of_all(duties).is_some();
    let whom = if shown.is_empty() || is_same { t::whom_in_short(duties) } else { Vec::new() };
    let whom: Vec<_> = whom.into_iter().map(|whom| view! { <li>{whom}</li> }).collect();
    let folded = (!more.is_empty()).then(|| {
        view! {
            <details class="more-duties">
                <summary>{t::more_duties(&name, shown.len(), more.len())}</summary>
                {table(open_session, &name, more, !is_same)}
            </details>
        }
    });
    anew(view! {
        <div class="law">
            <h3>{name.clone()}</h3>
            <p class="law-counts">{t::law_counts(kind, duties)}</p>
            {(!whom.is_empty()).then(|| view! { <ul class="hint law-whom">{whom}</ul> })}
            {read(part_of)}
            {Answered::of(kind, &name, duties).map(|answered| answer_of(open_session, answered))}
            {(!shown.is_empty()).then(|| table(open_session, &name, shown, !is_same))}
            {folded}
        </div>
    })
}

/// Where to read it. The app shows the address and never asks for it.
fn read(part_of: &PartOf) -> Option<AnyView> {
    let PartOf::Law(_, Some(link)) = part_of else { return None };
    let (link, words) = (link.clone(), link.clone());
    Some(
        view! {
            <p class="hint duty-link">
                {t::READ_SOURCE} ": "
                <a href=link target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">{words}</a>
            </p>
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_folded_and_what_may_not_apply_is_folded_whole() {
        assert_eq!(DutyKind::ALL.map(|kind| shown_at_once(kind, 3)), [3; 5]);
        assert_eq!(DutyKind::ALL.map(|kind| shown_at_once(kind, 26)), [5, 3, 0, 0, 0]);
    }
}
