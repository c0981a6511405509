//! A document on the screen: the same chapters, words and bars as in the files that are saved.

use leptos::prelude::*;

use crate::exchange::{BAR_HEIGHT, BAR_WIDTH, Bar, Block, Chapter, ListEntry, Row, Table, bar_shapes};

/// The space at which no line is broken.
const TOGETHER: char = '\u{a0}';

/// A chapter with its heading.
pub fn chapter_view(chapter: &Chapter) -> AnyView {
    let class = if chapter.on_new_page { "chapter on-new-page" } else { "chapter" };
    view! {
        <section class=class>
            <h2 dir="auto">{chapter.title.clone()}</h2>
            {blocks_view(&chapter.blocks)}
        </section>
    }
    .into_any()
}

/// What a chapter says, without its heading.
pub fn blocks_view(blocks: &[Block]) -> Vec<AnyView> {
    blocks.iter().map(block_view).collect()
}

fn block_view(block: &Block) -> AnyView {
    match block {
        Block::Heading(words) => view! { <h3 dir="auto">{words.clone()}</h3> }.into_any(),
        Block::Subheading(words) => view! { <h4 dir="auto">{words.clone()}</h4> }.into_any(),
        Block::Words(words) => view! { <p dir="auto">{words.clone()}</p> }.into_any(),
        Block::Lead(words) => view! { <p class="report-lead" dir="auto">{words.clone()}</p> }.into_any(),
        Block::Facts(facts) => {
            let facts: Vec<_> =
                facts.iter().map(|(name, value)| view! { <dt>{name.clone()}</dt> <dd dir="auto">{value.clone()}</dd> }).collect();
            view! { <dl>{facts}</dl> }.into_any()
        }
        Block::List(entries) => view! { <ul>{entries.iter().map(entry_view).collect::<Vec<_>>()}</ul> }.into_any(),
        Block::Steps(entries) => view! { <ol>{entries.iter().map(entry_view).collect::<Vec<_>>()}</ol> }.into_any(),
        Block::Table(table) => table_view(table),
    }
}

fn entry_view(entry: &ListEntry) -> AnyView {
    let head = (!entry.head.is_empty()).then(|| view! { <strong>{entry.head.clone()}</strong> " " });
    let lines: Vec<_> = entry.lines.iter().map(|line| view! { <p class="report-line" dir="auto">{line.clone()}</p> }).collect();
    view! { <li dir="auto">{head} {entry.text.clone()} {lines}</li> }.into_any()
}

/// The roles are written out because narrow pages show the rows as cards, and a card is no table row to a screen reader.
fn table_view(table: &Table) -> AnyView {
    let mut names: Vec<String> = table.head.clone();
    if let Some(bars) = &table.bars {
        names.insert(1.min(names.len()), bars.clone());
    }
    let head: Vec<_> = names.iter().map(|name| view! { <th scope="col" role="columnheader">{name.clone()}</th> }).collect();
    let rows: Vec<_> = table.rows.iter().map(|row| row_view(row, table)).collect();
    view! {
        <div class="table-frame" role="region" aria-label=table.caption.clone() tabindex="0">
            <table role="table">
                <caption>{table.caption.clone()}</caption>
                <thead role="rowgroup">
                    <tr role="row">{head}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row_view(row: &Row, table: &Table) -> AnyView {
    let mut cells = row.cells.iter().cloned();
    let name = cells.next().unwrap_or_default();
    let bar = table.bars.is_some().then(|| {
        let picture = row.bar.as_ref().map(bar_view);
        view! { <td role="cell" class="wide-cell">{picture}</td> }
    });
    let cells: Vec<_> = cells.zip(table.head.iter().skip(1)).map(|(cell, column)| cell_view(cell, column.clone())).collect();
    view! { <tr role="row" class:report-group=row.is_group><th scope="row" role="rowheader" dir="auto">{name}</th> {bar} {cells}</tr> }
        .into_any()
}

/// A cell that says nothing is empty for the style sheet as well, and takes no room on a narrow page.
fn cell_view(words: String, column: String) -> AnyView {
    let is_together = words.contains(TOGETHER);
    let words = (!words.is_empty()).then_some(words);
    view! { <td role="cell" dir="auto" data-label=column class:together=is_together>{words}</td> }.into_any()
}

/// The same row says all of it in words, so a screen reader passes over the picture.
fn bar_view(bar: &Bar) -> AnyView {
    let shapes: Vec<_> = bar_shapes(bar)
        .into_iter()
        .map(|shape| view! { <path class=format!("bar-{}", shape.mark.key()) d=shape.path() /> })
        .collect();
    let area = format!("0 0 {BAR_WIDTH} {BAR_HEIGHT}");
    view! { <svg class="bar" viewBox=area aria-hidden="true">{shapes}</svg> }.into_any()
}
