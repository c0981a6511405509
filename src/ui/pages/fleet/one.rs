//! One of them closely: its levels, what it misses, and keeping it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{Member, MemberPractice};
use crate::ui::browser::{clock, page};
use crate::ui::pages::fleet::keep::KeepOne;
use crate::ui::pages::fleet::row::standing_class;
use crate::ui::pages::fleet::{Shown, name_of};
use crate::ui::state::fleet::FleetEntry;
use crate::ui::text as t;

/// Its heading, which takes the focus.
pub const HEADING: &str = "fleet-one";

/// The id of the button that leads to one of them.
pub fn name_id(key: u64) -> String {
    format!("fleet-name-{key}")
}

/// One of them closely; nothing once it was taken away.
#[component]
pub fn OneClosely(key: u64) -> impl IntoView {
    let shown = expect_context::<Shown>();
    let entry = shown.fleet.entries.with(|all| all.iter().find(|entry| entry.key == key).cloned());
    entry.map(|entry| view! { <Card entry /> })
}

#[component]
fn Card(entry: Arc<FleetEntry>) -> impl IntoView {
    let shown = expect_context::<Shown>();
    let (key, member) = (entry.key, &entry.member);
    let changed = clock::in_words(member.changed);
    let from = entry.file.as_ref().map_or_else(|| t::stored_here(&changed), |file| t::from_file_of(file, &changed));
    let close = move |_| {
        shown.one.set(None);
        page::focus_soon(name_id(key));
    };
    let heads = [t::PRACTICE, t::STANDS_AT, t::TARGET, t::GAP];
    let heads: Vec<_> = heads.map(|words| view! { <th scope="col" role="columnheader">{words}</th> }).into_iter().collect();
    let rows: Vec<_> = member.practices.iter().map(|practice| row(shown, practice)).collect();
    view! {
        <section class="card wide" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1" dir="auto">{member.label.clone()}</h2>
            <p class="hint" dir="auto">{from}</p>
            <p>{t::member_in_short(member)}</p>
            <div class="actions">
                <KeepOne entry=Arc::clone(&entry) />
                <button type="button" class="button" on:click=close>{t::CLOSE}</button>
            </div>
            <div class="table-frame" tabindex="0" role="region" aria-labelledby=HEADING>
                <table class="results" role="table">
                    <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
            {missed(shown, member)}
        </section>
    }
}

fn row(shown: Shown, practice: &MemberPractice) -> AnyView {
    let (number, name) = name_of(shown, &practice.practice);
    let target = practice.target.map_or_else(|| t::NO_TARGET.to_owned(), |level| level.to_string());
    let class = format!("level level-words {}", standing_class(practice.stands));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><span class="number">{number}</span> " " {name}</th>
            <td role="cell" data-label=t::STANDS_AT><span class=class>{t::member_standing(practice.stands, practice.exact)}</span></td>
            <td role="cell" data-label=t::TARGET>{target}</td>
            <td role="cell" data-label=t::GAP>{t::member_fit(practice)}</td>
        </tr>
    }
    .into_any()
}

/// The duties and statements that it misses.
fn missed(shown: Shown, member: &Member) -> impl IntoView + use<> {
    let named = |practice| name_of(shown, practice).1;
    let duties = member.duties.iter().filter(|duty| duty.is_missed);
    let duties: Vec<String> =
        duties.map(|duty| t::duty_at(&t::part_of_theirs(&duty.part_of), &named(&duty.practice), duty.level)).collect();
    let statements =
        member.statements.iter().filter_map(|it| Some((it.text.clone()?, t::statement_at(&named(&it.practice), it.level))));
    let statements: Vec<(String, String)> = statements.collect();
    let duties = (!duties.is_empty()).then(|| {
        let rows: Vec<_> = duties.into_iter().map(|words| view! { <li>{words}</li> }).collect();
        view! { <h3>{t::WHICH_DUTIES}</h3> <ul>{rows}</ul> }
    });
    let statements = (!statements.is_empty()).then(|| {
        let rows = statements.into_iter().map(|(text, at)| view! { <li>{text} " " <span class="hint">{at}</span></li> });
        let rows: Vec<_> = rows.collect();
        view! { <h3>{t::WHAT_IT_MISSES}</h3> <ul>{rows}</ul> }
    });
    view! { {duties} {statements} }
}
