//! A model as a book to read: which one, and from which session somebody came.

use crate::ui::routes::SessionPage;
use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{Glossary, Model, ModelId, PracticeId, Questionnaire};
use crate::store::Slot;
use crate::ui::browser::page;
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::library::{BadFile, Library, glossary};

/// How far the glossary is loaded.
#[derive(Clone, Debug, PartialEq)]
pub enum Words {
    /// It is on its way.
    OnTheWay,
    /// It is here; `None` where the model has none.
    Here(Option<Arc<Glossary>>),
    /// It can't be used.
    Bad(BadFile),
}

impl Words {
    /// Loads the glossary of a model, if one is listed.
    pub async fn load(listed: &[String], model: &Model) -> Self {
        match glossary(listed, model).await {
            Ok(found) => Self::Here(found.map(Arc::new)),
            Err(bad) => Self::Bad(bad),
        }
    }
}

/// A model as a book.
#[derive(Clone, Copy)]
pub struct Book {
    app_state: AppState,
    /// What the model asks, without any profile.
    pub asked: StoredValue<Questionnaire>,
    /// The session from which somebody came.
    pub from: Memo<Option<Slot>>,
    /// The glossary.
    pub words: RwSignal<Words>,
}

impl Book {
    /// Opens a model of the library, and begins to load its glossary.
    pub fn open(library: &Library, model: Arc<Model>, from: Memo<Option<Slot>>) -> Self {
        let asked = StoredValue::new(library.asked(model.clone(), &[]));
        let words = RwSignal::new(Words::OnTheWay);
        let listed = library.glossaries.clone();
        leptos::task::spawn_local(async move {
            let loaded = Words::load(&listed, &model).await;
            // The book may have been closed in the meantime.
            words.try_set(loaded);
        });
        Self { app_state: app_state(), asked, from, words }
    }

    /// Something of the model.
    pub fn read<T>(self, read: impl FnOnce(&Model) -> T) -> T {
        self.asked.with_value(|asked| read(asked.model()))
    }

    /// The address of a page of the book, as `glossary`, and of a place on it; empty where there is none.
    pub fn link(self, page: &str, at: &str) -> String {
        link_to_book(self.from.get_untracked().as_ref(), Some(&self.read(|model| model.id.clone())), page, at)
    }

    /// The address of the page in the session that somebody came from, where they were last.
    pub fn way_back(self) -> Option<String> {
        let slot = self.from.get()?;
        let place = self.app_state.place(&slot).unwrap_or_else(|| SessionPage::SetUp.into());
        Some(page::link(&place.path_in(&slot)))
    }
}

/// The address of a page of the book for whoever comes from a session.
pub fn link_to_book(from: Option<&Slot>, model: Option<&ModelId>, page: &str, at: &str) -> String {
    let known = [from.map(|slot| format!("from={slot}")), model.map(|model| format!("model={model}"))];
    let known = known.into_iter().flatten().collect::<Vec<_>>().join("&");
    let page = if page.is_empty() { String::new() } else { format!("/{page}") };
    let query = if known.is_empty() { String::new() } else { format!("?{known}") };
    let at = if at.is_empty() { String::new() } else { format!("#{at}") };
    page::link(&format!("/learn{page}{query}{at}"))
}

/// The place of a level on the page of its practice.
pub fn at_level(practice: &PracticeId, level: crate::model::Level) -> String {
    format!("{practice}.{level}")
}

/// The model that is open as a book.
pub fn book() -> Book {
    expect_context::<Book>()
}
