//! The glossary of the book.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::model::{Glossary, PracticeId, Term, order};
use crate::ui::browser::page;
use crate::ui::components::{BadFiles, PageHead};
use crate::ui::state::book::{Book, Words, book};
use crate::ui::text as t;

/// The glossary.
#[component]
pub fn GlossaryPage() -> impl IntoView {
    let book = book();
    let place = use_location().hash;
    let content = move || match book.words.get() {
        Words::OnTheWay => view! { <p class="loading" role="status">{t::GLOSSARY_LOADING}</p> }.into_any(),
        Words::Bad(bad) => view! { <BadFiles files=vec![bad] /> }.into_any(),
        Words::Here(None) => view! { <p>{t::NO_GLOSSARY}</p> }.into_any(),
        Words::Here(Some(glossary)) => terms(book, &glossary, true),
    };
    Effect::new(move |_| {
        book.words.track();
        let at = place.get().trim_start_matches('#').to_owned();
        if !at.is_empty() {
            page::show_soon(at);
        }
    });
    view! {
        <PageHead title=t::GLOSSARY.to_owned() above=t::GLOSSARY_ABOVE.to_owned() />
        {content}
    }
}

/// The words in alphabetical order, each with what it means; where they are `linked`, with ways on.
pub fn terms(book: Book, glossary: &Glossary, linked: bool) -> AnyView {
    let mut terms: Vec<&Term> = glossary.terms.iter().collect();
    order::by_key(&mut terms, |term| term.name.get(t::tag()).to_lowercase());
    let terms: Vec<_> = terms.into_iter().map(|it| term(book, glossary, it, linked)).collect();
    view! { <dl class="glossary">{terms}</dl> }.into_any()
}

fn term(book: Book, glossary: &Glossary, term: &Term, linked: bool) -> AnyView {
    let aliases = t::also_called(term.aliases.all());
    let also = (!aliases.is_empty()).then(|| view! { <p class="hint">{t::ALSO_CALLED} ": " {aliases}</p> });
    let name =
        |id: &PracticeId| book.read(|model| model.practice(id).map(|it| it.name.get(t::tag()).to_owned())).unwrap_or_default();
    let see = term.see.iter().filter_map(|id| glossary.term(id));
    let see = see.map(|it| (book.link("glossary", it.id.as_str()), it.name.get(t::tag()).to_owned())).collect();
    let practices = term.practices.iter().map(|id| (book.link(id.as_str(), ""), name(id))).collect();
    let onward = linked.then(|| view! { {links(t::SEE_ALSO.get(), see)} {links(t::IN_PRACTICES.get(), practices)} });
    view! {
        <dt id=linked.then(|| term.id.to_string()) tabindex=linked.then_some("-1")>{term.name.get(t::tag()).to_owned()}</dt>
        <dd><p>{term.meaning.get(t::tag()).to_owned()}</p> {also} {onward}</dd>
    }
    .into_any()
}

fn links(words: &'static str, links: Vec<(String, String)>) -> Option<AnyView> {
    let items: Vec<_> = links.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> }).collect();
    (!items.is_empty()).then(|| view! { <div class="book-see hint"><p>{words}</p><ul>{items}</ul></div> }.into_any())
}
