//! The first page of the book: what is in it, levels, scopes, and a way to find something.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::model::{Group, Model};
use crate::ui::components::{ModelOrigin, PageHead, levels_in_words, scopes_in_words};
use crate::ui::pages::learn::find::FindInBook;
use crate::ui::state::app_state::app_state;
use crate::ui::state::book::{Book, book, link_to_book};
use crate::ui::text as t;

/// The first page of the book.
#[component]
pub fn LearnPage() -> impl IntoView {
    let book = book();
    let (title, front) = book.read(|model| (model.title.get(t::tag()).to_owned(), front(model)));
    let groups: Vec<_> = book.read(|model| model.groups.iter().map(|group| contents(book, group, false)).collect());
    view! {
        <PageHead title above=t::LEARN_ABOVE.to_owned() />
        <FindInBook />
        {front}
        <h2>{t::PRACTICES}</h2>
        {groups}
        <p class="hint">{t::REFERENCES_WORDS} " " {t::NOT_CONFORMITY}</p>
        <OtherModels />
    }
}

/// What a model is, its levels and its scopes.
pub fn front(model: &Model) -> AnyView {
    let scopes = scopes_in_words(model).map(|scopes| view! { <h2>{t::SCOPES}</h2> <p>{t::SCOPES_WORDS}</p> {scopes} });
    let own = model.own.is_some().then(|| view! { <p>{t::OWN_MODEL_HERE}</p> <ModelOrigin model /> });
    view! {
        {own}
        <div class="prose"><p>{model.about.get(t::tag()).to_owned()}</p></div>
        <h2>{t::LEVELS}</h2>
        <p>{t::LEVELS_WORDS}</p>
        {levels_in_words(model)}
        {scopes}
    }
    .into_any()
}

/// A group with what is in it; each practice leads to its page.
fn contents(book: Book, group: &Group, within: bool) -> AnyView {
    let (name, about) = (group.name.get(t::tag()).to_owned(), group.about.get(t::tag()).to_owned());
    let inner: Vec<_> = group.groups.iter().map(|inner| contents(book, inner, true)).collect();
    let practices: Vec<_> = group
        .practices
        .iter()
        .map(|practice| {
            let (name, objective) = (practice.name.get(t::tag()).to_owned(), practice.objective.get(t::tag()).to_owned());
            let objective = (!objective.is_empty()).then(|| view! { <p class="hint">{objective}</p> });
            view! { <li><A href=book.link(practice.id.as_str(), "")>{name}</A> {objective}</li> }
        })
        .collect();
    let about = (!about.is_empty()).then(|| view! { <p>{about}</p> });
    let list = (!practices.is_empty()).then(|| view! { <ul class="book-practices">{practices}</ul> });
    let heading = if within { view! { <h4>{name}</h4> }.into_any() } else { view! { <h3>{name}</h3> }.into_any() };
    view! { <section class=if within { "book-group" } else { "book-domain card" }>{heading} {about} {list} {inner}</section> }
        .into_any()
}

/// The other hosted models, where there are any.
#[component]
fn OtherModels() -> impl IntoView {
    let book = book();
    let open = book.read(|model| model.id.clone());
    let library = app_state().library.get_untracked();
    let here = library.iter().flat_map(|library| &library.models).map(|model| (&model.id, &model.title));
    let offered = library.iter().flat_map(|library| library.offered.iter().filter(|it| library.can_have(&it.id)));
    let others: Vec<_> = here
        .chain(offered.map(|model| (&model.id, &model.title)))
        .filter(|(id, _)| **id != open)
        .map(|(id, title)| {
            let href = link_to_book(book.from.get_untracked().as_ref(), Some(id), "", "");
            let title = title.get(t::tag()).to_owned();
            view! { <li><A href=href>{title}</A></li> }
        })
        .collect();
    (!others.is_empty()).then(|| view! { <h2>{t::OTHER_MODELS}</h2> <ul>{others}</ul> })
}
