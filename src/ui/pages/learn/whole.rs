//! The whole book on one page, to print: each practice on a page of paper of its own, then the glossary.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{References, related};
use crate::model::{Crossrefs, Framework, Level, Model, Practice, PracticeId, Reference};
use crate::ui::components::{PageHead, WhenRelated};
use crate::ui::pages::learn::contents::front;
use crate::ui::pages::learn::glossary::terms;
use crate::ui::pages::learn::print_page;
use crate::ui::pages::learn::sheet::{practice_head, practice_levels};
use crate::ui::state::book::{Words, book};
use crate::ui::state::crossrefs::{Loaded, related_frameworks};
use crate::ui::text as t;

/// The whole book.
#[component]
pub fn WholeBookPage() -> impl IntoView {
    let book = book();
    let room = related_frameworks();
    let with_references = RwSignal::new(false);
    let choose = move |event| {
        with_references.set(event_target_checked(&event));
        room.load();
    };
    let (title, front) = book.read(|model| (model.title.get(t::tag()).to_owned(), front(model)));
    let practices: Vec<_> =
        book.read(|model| model.practices().into_iter().map(|it| chapter(model, it, with_references)).collect());
    let glossary = move || match book.words.get() {
        Words::Here(Some(glossary)) => {
            view! { <section class="on-new-page"><h2>{t::GLOSSARY}</h2> {terms(book, &glossary, false)}</section> }.into_any()
        }
        Words::Here(None) | Words::OnTheWay | Words::Bad(_) => ().into_any(),
    };
    // That it is no evidence of conformity stands once, before everything that is about other frameworks.
    let notice = move || with_references.get().then(|| view! { <WhenRelated show=|_| ().into_any() /> });
    view! {
        <PageHead title above=t::WHOLE_BOOK_ABOVE.to_owned() />
        <div class="actions">
            <button type="button" class="button primary" on:click=|_| print_page()>{t::PRINT}</button>
            <label class="tick-row"><input type="checkbox" on:change=choose /> {t::WITH_REFERENCES}</label>
        </div>
        {notice}
        {front}
        {practices}
        {glossary}
    }
}

fn chapter(model: &Model, practice: &Practice, with_references: RwSignal<bool>) -> AnyView {
    let path: Vec<_> = model.path_to(&practice.id).iter().map(|group| group.name.get(t::tag())).collect();
    let (room, id, top) = (related_frameworks(), practice.id.clone(), model.top());
    let references = move || match room.loaded.get() {
        Loaded::Here(crossrefs) if with_references.get() => references(&crossrefs, &id, top),
        _ => ().into_any(),
    };
    view! {
        <section class="on-new-page book-chapter">
            <p class="above">{path.join(" › ")}</p>
            <h2>{practice.name.get(t::tag()).to_owned()}</h2>
            {practice_head(practice)}
            {practice_levels(model, practice, None)}
            {references}
        </section>
    }
    .into_any()
}

/// The items that the levels of a practice touch, in short.
fn references(crossrefs: &Arc<Crossrefs>, practice: &PracticeId, top: Level) -> AnyView {
    let in_short = |(framework, items): (&Framework, Vec<&Reference>)| {
        let items: Vec<_> = items.iter().map(|it| it.item.as_str()).collect();
        t::items_in_short(&framework.name, &items)
    };
    let row = |level: Level| {
        let found: Vec<_> = related(crossrefs, practice, level, &References::default()).into_iter().map(in_short).collect();
        (!found.is_empty()).then(|| view! { <tr><th scope="row">{level.number()}</th><td>{found.join("; ")}</td></tr> })
    };
    let rows: Vec<_> = Level::NONE.up_to(top).filter_map(row).collect();
    let table = view! {
        <h3>{t::RELATED_REFERENCES}</h3>
        <table class="book-table book-references">
            <caption>{t::NOT_CONFORMITY}</caption>
            <thead>
                <tr>
                    <th scope="col">{t::LEVEL_COLUMN}</th>
                    <th scope="col">{t::ITEMS_COLUMN}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    table.into_any()
}
