//! The model as a book: opens the one that the address is about, whether or not there is a session.

pub mod contents;
mod find;
pub mod glossary;
pub mod practice;
mod sheet;
pub mod whole;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::{A, Outlet};
use leptos_router::hooks::{use_location, use_query_map};

use crate::exchange::page_rules;
use crate::model::{Model, ModelId};
use crate::store::Slot;
use crate::ui::browser::{page, paper};
use crate::ui::components::BadFiles;
use crate::ui::pages::Page;
use crate::ui::shell::parts::Contents;
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::book::{Book, book};
use crate::ui::state::crossrefs::Related;
use crate::ui::state::library::Library;
use crate::ui::text as t;

/// The part of the app for this step.
pub const PART: Contents = Contents::of(&[
    (Page::Learn, || LearnFrame().into_any()),
    (Page::LearnContents, || contents::LearnPage().into_any()),
    (Page::LearnGlossary, || glossary::GlossaryPage().into_any()),
    (Page::LearnPractice, || practice::LearnPracticePage().into_any()),
    (Page::LearnWhole, || whole::WholeBookPage().into_any()),
]);

/// Opens the book and shows its pages.
#[component]
pub fn LearnFrame() -> impl IntoView {
    let (path, query) = (use_location().pathname, use_query_map());
    let app_state = app_state();
    let library = app_state.library;
    let from = Memo::new(move |_| query.with(|query| query.get("from").and_then(|slot| Slot::try_from(slot).ok())));
    let wanted = move || query.with(|query| query.get("model")).unwrap_or_default();
    // Nothing while it is on its way; then the model, if there is one.
    let model = Memo::new(move |_| {
        let (library, path, wanted) = (library.get()?, path.get(), wanted());
        let id = ModelId::try_from(wanted.as_str()).ok();
        // One that is only offered comes first.
        if let Some(offered) = id.as_ref().filter(|id| library.can_have(id)) {
            app_state.want_model(offered);
            return None;
        }
        let of_session = || id.as_ref().and_then(|id| model_of_session(app_state, &library, id, &from.get()?));
        Some(of_session().or_else(|| wanted_model(&library, &wanted, path.rsplit('/').next().unwrap_or_default())))
    });
    move || match (library.get(), model.get()) {
        (None, _) | (_, None) => view! { <p class="loading" role="status">{t::LOADING}</p> }.into_any(),
        (Some(library), Some(Some(model))) => opened(&library, model, from),
        (Some(library), Some(None)) => {
            let files = library.bad.clone();
            view! { <p>{t::NO_BOOK}</p> <BadFiles files /> }.into_any()
        }
    }
}

/// The very model by which the assessment is answered from which somebody came, where somebody brought it: of one name there may be several.
fn model_of_session(app_state: AppState, library: &Library, id: &ModelId, from: &Slot) -> Option<Arc<Model>> {
    if library.comes_with_the_app(id) {
        return None;
    }
    let session = app_state.store_after_saving().open(from).ok()?.session;
    library.model_of(&session).filter(|model| model.id == *id)
}

/// The model that is named, and no other in its place; where none is named, the one that has the practice that the address ends with, or
/// else the first.
fn wanted_model(library: &Library, named: &str, practice: &str) -> Option<Arc<Model>> {
    let has = |model: &&Arc<Model>| model.practices().iter().any(|it| it.id.as_str() == practice);
    if !named.is_empty() {
        return library.models.iter().find(|model| model.id.as_str() == named).cloned();
    }
    library.models.iter().find(has).or_else(|| library.models.first()).cloned()
}

fn opened(library: &Library, model: Arc<Model>, from: Memo<Option<Slot>>) -> AnyView {
    let (running, id) = (t::book_running(model.title.get(t::tag()), model.edition.as_str()), model.id.clone());
    provide_context(Book::open(library, model, from));
    provide_context(Related::new(Signal::stored(id)));
    paper::lay_out(move || page_rules(&running, t::PAGE.get()));
    view! {
        <BookWay />
        <div class="book"><Outlet /></div>
    }
    .into_any()
}

/// The ways through the book, and back to the session that somebody came from.
#[component]
fn BookWay() -> impl IntoView {
    let book = book();
    let back = move || {
        book.way_back().map(|href| view! { <li><A href=href attr:class="back-to-session">{t::BACK_TO_ASSESSMENT}</A></li> })
    };
    let link = move |page: &'static str, words: &'static str| view! { <li><A href=move || book.link(page, "") exact=true>{words}</A></li> };
    view! {
        <nav class="book-way" aria-label=t::BOOK_WAY>
            <ul>{back} {link("", t::CONTENTS.get())} {link("glossary", t::GLOSSARY.get())} {link("all", t::WHOLE_BOOK.get())}</ul>
        </nav>
    }
}

/// Prints the page; whoever can't from here uses the browser's own way.
pub fn print_page() {
    let _ = page::print();
}
