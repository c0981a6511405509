//! The duties of a law as a table; on a phone, as a list of them.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Duty, DutyFit, NeededStatement};
use crate::model::PracticeId;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// The duties of a law; whom each binds is said where that differs.
pub fn table(open_session: OpenSession, law: &str, duties: &[&Duty], with_whom: bool) -> AnyView {
    let rows: Vec<_> = duties.iter().map(|duty| row(open_session, duty, with_whom)).collect();
    let heads = [t::DUTY_COLUMNS_RULE, t::DUTY_COLUMNS_PRACTICE, t::DUTY_COLUMNS_STATE, t::DUTY_COLUMNS_NEEDS];
    let heads: Vec<_> = heads.into_iter().map(|head| view! { <th scope="col" role="columnheader">{head}</th> }).collect();
    view! {
        <table class="duty-table" role="table">
            <caption class="unseen">{law.to_owned()}</caption>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(open_session: OpenSession, duty: &Duty, with_whom: bool) -> AnyView {
    let whom = if with_whom { t::whom_it_binds(duty) } else { t::when_it_binds(duty) };
    let practice = open_session.link(SessionPage::Full.of(&duty.practice));
    let carried = t::carried_by(&duty.name, duty.result.level);
    let is_missed = duty.result.is_missed();
    let is_met = duty.result.fit == DutyFit::Met;
    let needs: Vec<_> = duty.needs.iter().map(|needed| need(open_session, &duty.practice, needed)).collect();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {(!whom.is_empty()).then(|| view! { <span class="duty-whom">{whom}</span> })}
                <span class="duty-source" dir="auto">{duty.source.clone()}</span>
            </th>
            <td role="cell" data-label=t::DUTY_COLUMNS_PRACTICE><A href=practice>{carried}</A></td>
            <td role="cell" data-label=t::DUTY_COLUMNS_STATE>
                <span class="tag" class:missed=is_missed class:quiet=is_met dir="auto">{t::duty_state(duty)}</span>
            </td>
            <td role="cell" data-label=t::DUTY_COLUMNS_NEEDS>
                {(!needs.is_empty()).then(|| view! { <ul class="needed">{needs}</ul> })}
                {t::beside_needs(duty).map(|words| view! { <span class="hint">{words}</span> })}
            </td>
        </tr>
    }
    .into_any()
}

/// A statement that a duty needs, with the way to where it is answered.
fn need(open_session: OpenSession, practice: &PracticeId, (id, text, said): &NeededStatement) -> AnyView {
    let href = open_session.link(Address::of_indicator(practice, id));
    let is_lacking = said.is_missed();
    let (said, text) = (t::verdict(*said), text.clone());
    view! {
        <li><span class="tag quiet" class:missed=is_lacking>{said}</span> " " <A href=href>{text}</A></li>
    }
    .into_any()
}
