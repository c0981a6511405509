//! Where practices stood before, while this round leaves that open: as old, with one way to confirm it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{FormerLevel, PracticeOverview, Thing, rounds_in_short};
use crate::session::RoundId;
use crate::ui::components::CurrentMark;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What rounds are called.
pub type RoundNames = Memo<BTreeMap<RoundId, String>>;

/// What all rounds are called.
pub fn round_names() -> RoundNames {
    open_session().following(|assessment| {
        let rounds = rounds_in_short(assessment);
        rounds.iter().map(|it| (it.round.clone(), t::round_called(it))).collect()
    })
}

/// The practices that nobody confirmed in this round; nothing where there are none.
#[component]
pub fn FormerLevels(facts: Memo<Vec<PracticeOverview>>) -> impl IntoView {
    let open_session = open_session();
    let names = round_names();
    let all = Memo::new(move |_| facts.with(|facts| facts.iter().filter_map(|it| it.former.clone()).collect::<Vec<_>>()));
    let row = move |it: FormerLevel| {
        let name = open_session.name_of(&Thing::Practice(it.practice.clone()));
        let href = open_session.link(SessionPage::Full.of(&it.practice));
        let from = names.with(|names| names.get(&it.round).cloned());
        view! {
            <tr>
                <th scope="row"><A href=href>{name}</A></th>
                <td><span class="former-level"><CurrentMark current=it.level /></span></td>
                <td dir="auto">{from}</td>
                <td>{if it.is_begun() { view! { <CurrentMark current=it.now /> }.into_any() } else { t::stands_so_far(it.now).into_any() }}</td>
            </tr>
        }
    };
    let can_confirm = move || !open_session.is_closed();
    let shown = move || {
        let rows: Vec<_> = all.get().into_iter().map(row).collect();
        let heads = [t::PRACTICE, t::STOOD_AT, t::STOOD_IN, t::STANDS_NOW];
        let heads: Vec<_> = heads.into_iter().map(|words| view! { <th scope="col">{words}</th> }).collect();
        view! {
            <section class="card former-levels">
                <h2>{move || t::not_confirmed(all.with(Vec::len))}</h2>
                <p>{t::NOT_CONFIRMED_HINT}</p>
                {can_confirm().then(|| view! {
                    <p><A href=open_session.link(SessionPage::Confirm) attr:class="button primary">{t::TO_CONFIRM}</A></p>
                })}
                <details>
                    <summary>{t::NOT_CONFIRMED}</summary>
                    <div class="table-frame" role="region" aria-label=t::NOT_CONFIRMED.get() tabindex="0">
                        <table class="former-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
                    </div>
                </details>
            </section>
        }
    };
    move || (!all.with(Vec::is_empty)).then(shown)
}
