//! The table that says what a picture says.
//!
//! The roles are written out because narrow pages show the rows as blocks, and a block is no table row to a screen reader.

use leptos::prelude::*;

use crate::ui::charts::Twin;

/// The table that says what a picture says.
#[component]
pub fn TwinTable(
    /// Names the table.
    name: &'static str,
    twin: Memo<Twin>,
) -> impl IntoView {
    let table = move || {
        let Twin { head, rows } = twin.get();
        let heads: Vec<_> = head.iter().map(|words| view! { <th scope="col" role="columnheader">{words.clone()}</th> }).collect();
        let rows: Vec<_> = rows.into_iter().map(|cells| row(&head, cells)).collect();
        view! {
            <table class="results" role="table">
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        }
    };
    view! { <div class="table-frame" tabindex="0" role="region" aria-label=name>{table}</div> }
}

fn row(head: &[String], cells: Vec<String>) -> AnyView {
    let mut cells = cells.into_iter();
    let first = cells.next();
    let cells: Vec<_> = head
        .iter()
        .skip(1)
        .zip(cells)
        .map(|(head, words)| view! { <td role="cell" data-label=head.clone()>{words}</td> })
        .collect();
    view! { <tr role="row"><th scope="row" role="rowheader">{first}</th> {cells}</tr> }.into_any()
}
