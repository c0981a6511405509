//! The models, on their way and here. They come by themselves: a first answer needs them, and nothing else that is stored or hosted.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::browser::task::Milestone;
use crate::ui::state::library::{Library, load_models};

/// The models that are hosted beside the app.
#[derive(Clone, Copy)]
pub struct Models {
    /// The models, as soon as they are here. That is enough where no profile is in use.
    pub library: RwSignal<Option<Arc<Library>>>,
    are_here: StoredValue<Milestone, LocalStorage>,
}

impl Models {
    /// Loads them.
    pub fn load() -> Self {
        let models = Self { library: RwSignal::new(None), are_here: StoredValue::new_local(Milestone::new()) };
        leptos::task::spawn_local(async move {
            models.library.try_set(Some(Arc::new(load_models().await)));
            models.are_here.with_value(Milestone::reach);
        });
        models
    }

    /// The models, once they are loaded.
    pub async fn loaded(self) -> Option<Arc<Library>> {
        self.are_here.get_value().reached().await;
        self.library.try_get_untracked().flatten()
    }
}
