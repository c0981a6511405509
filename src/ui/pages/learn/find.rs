//! Finding something in the book, and what the glossary says about it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{About, Hit, excerpt, search_model, search_terms};
use crate::model::Term;
use crate::ui::state::book::{Book, Words, book};
use crate::ui::text as t;

/// A field, and what is found in the book.
#[component]
pub fn FindInBook() -> impl IntoView {
    let book = book();
    let query = RwSignal::new(String::new());
    let hits = Memo::new(move |_| book.asked.with_value(|asked| query.with(|query| search_model(asked, query, t::tag()))));
    let terms = Memo::new(move |_| match book.words.get() {
        Words::Here(Some(glossary)) => {
            query.with(|query| search_terms(&glossary, query, t::tag()).into_iter().cloned().map(Arc::new).collect())
        }
        Words::Here(None) | Words::OnTheWay | Words::Bad(_) => Vec::new(),
    });
    let found = move || {
        let query = query.get();
        let words = terms.get().into_iter().map(|term| term_row(book, &term));
        let rows: Vec<_> = words.chain(hits.get().best.into_iter().map(|hit| hit_row(book, &hit, &query))).collect();
        (!rows.is_empty()).then(|| view! { <ol class="card hits" aria-label=t::FOUND_IN_BOOK>{rows}</ol> })
    };
    let count = move || hits.with(|hits| query.with(|query| t::found_in_book(hits, terms.with(Vec::len), query)));
    view! {
        <form role="search" class="field find-in-book" on:submit=|event| event.prevent_default()>
            <label for="find">{t::FIND_IN_BOOK}</label>
            <p class="hint" id="find-hint">{t::FIND_IN_BOOK_HINT}</p>
            <input
                id="find"
                type="search"
                autocomplete="off"
                dir="auto"
                aria-describedby="find-hint"
                prop:value=query
                on:input=move |event| query.set(event_target_value(&event))
            />
        </form>
        <p role="status" class="search-count">{count}</p>
        {found}
    }
}

fn term_row(book: Book, term: &Term) -> AnyView {
    let (name, meaning) = (term.name.get(t::tag()).to_owned(), term.meaning.get(t::tag()).to_owned());
    view! {
        <li>
            <p class="above">{t::GLOSSARY}</p>
            <A href=book.link("glossary", term.id.as_str())>{name}</A>
            <p class="hint">{meaning}</p>
        </li>
    }
    .into_any()
}

fn hit_row(book: Book, hit: &Hit, query: &str) -> AnyView {
    let (practice, at) = match &hit.about {
        About::Practice(practice) => (practice, ""),
        About::Indicator(practice, indicator) => (practice, indicator.as_str()),
        About::Evidence(_) => return ().into_any(),
    };
    let name = book.read(|model| model.practice(practice).map(|it| it.name.get(t::tag()).to_owned())).unwrap_or_default();
    let words: Vec<_> = excerpt(&hit.text, query)
        .into_iter()
        .map(|piece| if piece.is_found { view! { <mark>{piece.text}</mark> }.into_any() } else { piece.text.into_any() })
        .collect();
    view! {
        <li>
            <p class="above">{t::place_in_book(hit, &name)}</p>
            <A href=book.link(practice.as_str(), at)><span dir="auto">{words}</span></A>
        </li>
    }
    .into_any()
}
