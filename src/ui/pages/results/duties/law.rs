//! What is part of one law: how it stands, where to read it, whether it applies, and its duties, the urgent ones first and long lists
//! folded.

use leptos::prelude::*;

use crate::analysis::{Duty, DutyKind, PartOf};
use crate::ui::components::anew;
use crate::ui::pages::results::duties::SUMMARY;
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

/// Where a law stands on the page: among those of its kind.
#[derive(Clone, Copy)]
pub struct Place {
    /// The kind.
    pub kind: DutyKind,
    /// How many of that kind stand before it.
    pub number: usize,
}

impl Place {
    fn heading(self) -> String {
        format!("law-{:?}-{}", self.kind, self.number).to_lowercase()
    }

    /// Where to go on once something was said of the law here: the one that stands here then, the one before it, or what is said of all.
    pub fn onward(self) -> Vec<String> {
        let before = self.number.checked_sub(1).map(|number| Self { number, ..self });
        std::iter::once(self).chain(before).map(Self::heading).chain([SUMMARY.to_owned()]).collect()
    }
}

/// What is part of one law.
pub fn law(open_session: OpenSession, place: Place, part_of: &PartOf, duties: &[&Duty]) -> AnyView {
    let kind = place.kind;
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
            <h3 id=place.heading() tabindex="-1">{name.clone()}</h3>
            <p class="law-counts">{t::law_counts(kind, duties)}</p>
            {(!whom.is_empty()).then(|| view! { <ul class="hint law-whom">{whom}</ul> })}
            {read(part_of)}
            {Answered::of(place, &name, duties).map(|answered| answer_of(open_session, answered))}
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
        assert_eq!(DutyKind::ALL.map(|kind| shown_at_once(kind, 26)), [0, 5, 3, 0, 0]);
    }

    #[test]
    fn one_goes_on_with_the_law_that_takes_the_place_or_the_one_before() {
        let at = |number| Place { kind: DutyKind::Perhaps, number }.onward();
        assert_eq!(at(1), ["law-perhaps-1", "law-perhaps-0", SUMMARY]);
        assert_eq!(at(0), ["law-perhaps-0", SUMMARY]);
    }
}
