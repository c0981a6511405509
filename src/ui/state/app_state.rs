//! What the whole app shares: the store of sessions, the library, the passing message.

use crate::ui::routes::Address;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::model::ModelId;
use crate::session::{ActorId, Session};
use crate::store::{Journaled, LocalStorage, MemoryStorage, SaveError, SessionStore, Slot};
use crate::ui::browser::task::Milestone;
use crate::ui::browser::{clock, journal};
use crate::ui::state::guidance::{Own, with_guidance};
use crate::ui::state::library::Library;
use crate::ui::state::models::Models;

/// A message that passes, with a way back.
#[derive(Clone)]
pub struct Notice {
    /// What happened.
    pub words: String,
    /// How to undo it, if it can be undone.
    pub undo: Option<Undo>,
    /// Whether it goes along to the next page.
    pub stays: bool,
}

impl Notice {
    /// Whether it only says something, and offers nothing.
    pub fn offers_nothing(&self) -> bool {
        self.undo.is_none()
    }
}

/// What the whole app asks of the session that is open. It knows no more of it, so that an open session can build on the app.
#[derive(Clone)]
pub struct WhatIsOpen {
    /// Saves what is not saved yet.
    pub save: Arc<dyn Fn() + Send + Sync>,
    /// Whether all is saved for good.
    pub is_saved: Arc<dyn Fn() -> bool + Send + Sync>,
    /// Shows what is stored in a slot anew, if it is open from there.
    pub show_again: Arc<dyn Fn(&Slot) + Send + Sync>,
}

/// Undoes something. It outlives the piece of the page that offered it, as the card of a deleted session: so it is no
/// [`Callback`], which goes away with its piece.
pub type Undo = Arc<dyn Fn() + Send + Sync>;

/// What the whole app shares.
#[derive(Clone, Copy)]
pub struct AppState {
    store: StoredValue<SessionStore, LocalStorageOfLeptos>,
    models_on_their_way: Models,
    /// The models, as soon as they are here. That is enough where no profile is in use.
    pub models: RwSignal<Option<Arc<Library>>>,
    /// The models with profiles, interviews and all else; `None` while they load.
    pub library: RwSignal<Option<Arc<Library>>>,
    /// The passing message.
    pub notice: RwSignal<Option<Notice>>,
    actor: StoredValue<ActorId>,
    unstored: StoredValue<Option<(Slot, Session)>>,
    open: StoredValue<Option<WhatIsOpen>>,
    has_library: StoredValue<Milestone, LocalStorageOfLeptos>,
    wanted: StoredValue<Vec<ModelId>>,
}

type LocalStorageOfLeptos = leptos::prelude::LocalStorage;

impl AppState {
    /// Opens the store, and loads the models.
    pub fn open() -> Self {
        let store = open_store();
        let models = Models::load();
        Self {
            store: StoredValue::new_local(store),
            models_on_their_way: models,
            models: models.library,
            library: RwSignal::new(None),
            notice: RwSignal::new(None),
            actor: StoredValue::new(clock::new_id()),
            unstored: StoredValue::new(None),
            open: StoredValue::new(None),
            has_library: StoredValue::new_local(Milestone::new()),
            wanted: StoredValue::new(Vec::new()),
        }
    }

    /// Loads all that goes with the models, also once more when there is something new.
    pub fn load_library(self) {
        leptos::task::spawn_local(self.load_all());
    }

    /// The same, for whoever goes on with what is new.
    pub async fn loaded_anew(self) {
        self.load_all().await;
    }

    async fn load_all(self) {
        let Some(models) = self.models_loaded().await else { return };
        let store = self.store_after_saving();
        let own = Own { models: store.own_models().unwrap_or_default(), profiles: store.profiles().unwrap_or_default() };
        let wanted = self.wanted.get_value();
        let library = with_guidance(&models, own, wanted.clone()).await;
        // Where another model was wanted meanwhile, what is on its way has both.
        if self.wanted.try_get_value().is_some_and(|now| now == wanted) {
            self.library.try_set(Some(Arc::new(library)));
            self.has_library.with_value(Milestone::reach);
        }
    }

    /// Loads a model that is only offered, if it can be had and nobody asked for it yet.
    pub fn want_model(self, id: &ModelId) {
        let id = id.clone();
        leptos::task::spawn_local(async move {
            self.model_loaded(id).await;
        });
    }

    /// Everything, once it is loaded, with a model among it that may only be offered.
    pub async fn model_loaded(self, id: ModelId) -> Option<Arc<Library>> {
        let library = self.loaded().await?;
        let is_new = library.can_have(&id) && self.wanted.try_with_value(|wanted| !wanted.contains(&id)) == Some(true);
        if is_new {
            self.wanted.update_value(|wanted| wanted.push(id));
            self.load_all().await;
        }
        self.library.try_get_untracked().flatten()
    }

    /// The models, once they are loaded.
    pub async fn models_loaded(self) -> Option<Arc<Library>> {
        self.models_on_their_way.loaded().await
    }

    /// The library, once it is loaded.
    pub async fn loaded(self) -> Option<Arc<Library>> {
        self.has_library.get_value().reached().await;
        self.library.try_get_untracked().flatten()
    }

    /// What is known of models and profiles, as soon as it is enough for a session: where it has profiles, these have to be here.
    /// Whoever asks is told when that changes.
    pub fn library_for(self, has_profiles: bool) -> Option<Arc<Library>> {
        self.library.get().or_else(|| self.models.get().filter(|_| !has_profiles))
    }

    /// The store of sessions, with all changes to the open session on it.
    pub fn store_after_saving(self) -> SessionStore {
        if let Some(open) = self.open.get_value() {
            (open.save)();
        }
        self.store()
    }

    /// The store of sessions, whatever is still to be saved.
    pub fn store(self) -> SessionStore {
        self.store.get_value()
    }

    /// Deletes for good what was in the bin for too long. Done where the bin is shown, before it is; the first answer needs none of it.
    pub fn clear_bin(self) {
        // Where that fails, it is done the next time.
        let _ = self.store().clear_bin(clock::now());
    }

    /// Remembers which session was opened last.
    pub fn opened(self, open: WhatIsOpen) {
        self.open.set_value(Some(open));
    }

    /// Puts a new session on the store. Where there is no room, it is kept in memory for the session's pages to open, which say so.
    ///
    /// # Errors
    /// When something else is in its place.
    pub fn add(self, session: Session) -> Result<Slot, SaveError> {
        let slot: Slot = clock::new_id();
        match self.store_after_saving().save(&slot, &session, 0) {
            Ok(_) => Ok(slot),
            Err(SaveError::Storage(_) | SaveError::TooLarge { .. }) => {
                self.unstored.set_value(Some((slot.clone(), session)));
                Ok(slot)
            }
            Err(other) => Err(other),
        }
    }

    /// Puts a session from a file on the store. Until it is changed, nothing in it has to be exported.
    ///
    /// # Errors
    /// When something else is in its place.
    pub fn add_from_file(self, session: Session) -> Result<Slot, SaveError> {
        let slot = self.add(session.clone())?;
        self.store().set_exported(&slot, &session.seen, None);
        Ok(slot)
    }

    /// A session that was added but found no room, if it is this one.
    pub fn unstored(self, slot: &Slot) -> Option<Session> {
        self.unstored.with_value(|kept| kept.as_ref().filter(|(at, _)| at == slot).map(|(_, session)| session.clone()))
    }

    /// A session as it leaves: with its model, where somebody brought that.
    pub fn bringing(self, session: &Session) -> Session {
        let library = self.library.try_get_untracked().flatten();
        library.map_or_else(|| session.clone(), |library| library.bringing(session))
    }

    /// Where in a session one was last, if that still leads somewhere.
    pub fn place(self, slot: &Slot) -> Option<Address> {
        self.store().setting(&format!("place.{slot}")).and_then(|place| Address::parse(&place))
    }

    /// Saves all changes, and says whether nothing is lost when the page is loaded anew.
    pub fn may_leave(self) -> bool {
        let store = self.store_after_saving();
        let holds_nothing = || store.list().is_ok_and(|entries| entries.is_empty());
        self.unstored.with_value(Option::is_none)
            && self.open.get_value().is_none_or(|open| (open.is_saved)())
            && (store.is_lasting() || holds_nothing())
    }

    /// Whoever counts this tab's changes.
    pub fn actor(self) -> ActorId {
        self.actor.get_value()
    }

    /// Says something in passing.
    pub fn say(self, words: String, undo: Option<Undo>) {
        self.notice.set(Some(Notice { words, undo, stays: false }));
    }

    /// Ends a message that offers nothing: it is old as soon as something else is done.
    pub fn pass_over(self) {
        if self.notice.with_untracked(|notice| notice.as_ref().is_some_and(|notice| notice.offers_nothing() && !notice.stays)) {
            self.notice.set(None);
        }
    }

    /// Says something in passing that is still to be seen on the page that comes next.
    pub fn say_on_next_page(self, words: String, undo: Option<Undo>) {
        self.notice.set(Some(Notice { words, undo, stays: true }));
    }

    /// Shows what is stored of a session anew, if it is the open one.
    pub fn show_again(self, slot: &Slot) {
        if let Some(open) = self.open.get_value() {
            (open.show_again)(slot);
        }
    }
}

/// Opens the store and brings back what the browser lost.
fn open_store() -> SessionStore {
    let Some(storage) = LocalStorage::probe() else { return SessionStore::new(Rc::new(MemoryStorage::default())) };
    let store = SessionStore::new(Rc::new(Journaled::new(Rc::new(storage), Box::new(journal::note))));
    store.bring_back(journal::lost(), &journal::removed());
    store
}

/// What the whole app shares.
pub fn app_state() -> AppState {
    expect_context::<AppState>()
}
