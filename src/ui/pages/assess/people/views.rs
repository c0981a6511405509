//! The map of disagreement: what each person's own answers say about each practice.
//!
//! The roles are written out because narrow pages show the rows as blocks, and a block is no table row to a screen reader.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{PracticeViews, Views, views};
use crate::model::order;
use crate::ui::components::{CurrentMark, person_words};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The map of disagreement, once two have answered.
#[component]
pub fn Map() -> impl IntoView {
    let open_session = open_session();
    let seen = open_session.following(views);
    let shown = move || {
        let seen = seen.get();
        if seen.people.len() < 2 {
            return view! { <p class="hint">{t::MAP_TOO_FEW}</p> }.into_any();
        }
        map(open_session, seen)
    };
    view! {
        <section class="card">
            <h2>{t::MAP}</h2>
            {shown}
        </section>
    }
}

fn map(open_session: OpenSession, seen: Views) -> AnyView {
    let asked = open_session.asked.get();
    let names: Vec<String> =
        open_session.session.with(|session| seen.people.iter().map(|person| person_words(session, person.as_ref())).collect());
    let all = seen.practices.len();
    let mut rows: Vec<PracticeViews> = seen.practices.into_iter().filter(|row| row.answered_by() > 0).collect();
    let left_out = all - rows.len();
    order::by_key(&mut rows, |row| !row.differ());
    let row = |row: PracticeViews| {
        let name = asked.model().practice(&row.practice).map(|it| it.name.get(t::tag()).to_owned()).unwrap_or_default();
        practice_row(open_session, name, &row, &names)
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    let heads: Vec<_> =
        names.iter().map(|name| view! { <th scope="col" role="columnheader" dir="auto">{name.clone()}</th> }).collect();
    view! {
        <p class="hint">{t::MAP_HINT}</p>
        <div class="table-frame" tabindex="0" role="region" aria-label=t::MAP>
            <table class="results views" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t::PRACTICE}</th>
                        {heads}
                        <th scope="col" role="columnheader">{t::MAP_DIFFERENCE}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
        {(left_out > 0).then(|| view! { <p class="hint">{t::left_out(left_out)}</p> })}
    }
    .into_any()
}

fn practice_row(open_session: OpenSession, name: String, row: &PracticeViews, names: &[String]) -> AnyView {
    let cells = row.views.iter().zip(names).map(|(current, who)| {
        view! { <td role="cell" data-label=who.clone()><CurrentMark current=*current /></td> }
    });
    let cells: Vec<_> = cells.collect();
    let tag = row.differ().then(|| view! { " " <span class="tag">{t::what_differs(row)}</span> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><A href=open_session.link(SessionPage::Full.of(&row.practice))>{name}</A> {tag}</th>
            {cells}
            <td role="cell" data-label=t::MAP_DIFFERENCE>{t::difference(row)}</td>
        </tr>
    }
    .into_any()
}
