//! Files that people open, on whatever page they are: chosen, dropped or pasted. Each is read on its own and has an outcome of its
//! own; nothing of it is taken in until somebody says so.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::{Filled, NotASheet, Opened, Preview, ReadError, Review, filled, preview, sheets_wanted};
use crate::model::OwnModel;
use crate::store::WorkspaceId;
use crate::ui::browser::files::Source;
use crate::ui::browser::{office, page, task};
use crate::ui::state::app_state::AppState;
use crate::ui::state::file_fault::FileFault;
use crate::ui::state::read_source::{Unreadable, read_bytes, read_source};
use crate::ui::text as t;

/// Where the outcomes are shown.
pub const RESULT: &str = "import-result";

/// The files that were opened.
#[derive(Clone, Copy)]
pub struct ImportQueue {
    app_state: AppState,
    /// What came of each, in the order in which they came.
    pub arrived: RwSignal<Vec<ImportedFile>>,
    /// Which one is being read.
    pub reading: RwSignal<Option<Reading>>,
    /// Counts up whenever something was taken in or taken back.
    pub taken: RwSignal<u64>,
    /// How many parts of the page show the outcomes beside the page itself.
    pub shown: RwSignal<usize>,
    /// Whether they can be shown above the page, where no page shows them.
    pub is_above: RwSignal<bool>,
    count: StoredValue<u64>,
    /// The page that takes files instead.
    taker: StoredValue<Option<(u64, Callback<Vec<Source>>)>>,
}

/// A file that was read.
#[derive(Clone)]
pub struct ImportedFile {
    /// Tells it from the others.
    pub key: u64,
    /// Its name.
    pub file: String,
    /// What came of it.
    pub outcome: Outcome,
    /// The workspace that it belongs to once it is added: the one in which it was opened.
    pub into: Option<WorkspaceId>,
}

/// What came of a file.
#[derive(Clone)]
pub enum Outcome {
    /// It is nothing that could be opened.
    Refused {
        /// Why.
        why: String,
        /// What it says, where it is fine and only too new: it is given back as it came.
        kept: Option<String>,
    },
    /// It can be taken in. Shared: a copy of a large session takes time.
    Ready(Arc<Opened>, Arc<Preview>),
    /// It is a review, for whichever copy of its assessment is here.
    Review(Arc<Review>),
    /// It is a model that somebody brought.
    Model(OwnModel),
    /// It is a model that can't be used.
    BadModel(FileFault),
    /// It is a filled answer sheet, for whichever copy of its assessment is here; with the file as it came.
    Sheet(Arc<Filled>, Arc<Vec<u8>>),
    /// It takes a passphrase to look at it.
    Encrypted(EncryptedFile),
}

/// A file that takes a passphrase, with how far asking for it is: what shows it is made anew where another page comes.
#[derive(Clone)]
pub struct EncryptedFile {
    /// The file as it came.
    pub bytes: Arc<Vec<u8>>,
    /// What is typed. It goes with the file, and is emptied once it opens.
    pub typed: ArcRwSignal<String>,
    /// Whether a passphrase is being tried.
    pub is_busy: ArcRwSignal<bool>,
    /// Why the last one did not open it.
    pub wrong: ArcRwSignal<String>,
}

impl EncryptedFile {
    fn new(bytes: Vec<u8>) -> Self {
        let (typed, wrong) = (ArcRwSignal::new(String::new()), ArcRwSignal::new(String::new()));
        Self { bytes: Arc::new(bytes), typed, is_busy: ArcRwSignal::new(false), wrong }
    }
}

/// Which of several files is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Which one, from 1.
    pub at: usize,
    /// How many there are.
    pub of: usize,
    /// Its name.
    pub file: String,
    /// How far it is, in percent.
    pub percent: usize,
}

impl Reading {
    /// How far all of them are, in percent.
    pub fn percent_of_all(&self) -> usize {
        (self.at.saturating_sub(1) * 100 + self.percent) / self.of.max(1)
    }
}

impl ImportQueue {
    /// An empty import queue.
    pub fn new(app_state: AppState) -> Self {
        Self {
            app_state,
            arrived: RwSignal::new(Vec::new()),
            reading: RwSignal::new(None),
            taken: RwSignal::new(0),
            shown: RwSignal::new(0),
            is_above: RwSignal::new(false),
            count: StoredValue::new(0),
            taker: StoredValue::new(None),
        }
    }

    /// Reads files, or has the page read them that takes them. Those that were looked at before go away.
    pub fn take(self, sources: Vec<Source>) {
        if sources.is_empty() {
            return;
        }
        match self.taker.get_value() {
            Some((_, taker)) => taker.run(sources),
            None => self.read(sources, None),
        }
    }

    /// Reads files one after the other, to be added to a workspace if one is named.
    pub fn read(self, sources: Vec<Source>, into: Option<WorkspaceId>) {
        let of = sources.len();
        // At once, and before what was there goes: whoever shows it sees that there is something all the time.
        self.reading.set(sources.first().map(|first| Reading { at: 1, of, file: first.name(), percent: 0 }));
        self.arrived.set(Vec::new());
        leptos::task::spawn_local(async move {
            for (source, at) in sources.into_iter().zip(1..) {
                let file = source.name();
                self.reading.try_set(Some(Reading { at, of, file: file.clone(), percent: 0 }));
                task::painted().await;
                let is_linked = matches!(source, Source::Linked(_));
                let outcome = self.look_at(source).await;
                self.count.try_update_value(|count| *count += 1);
                let key = self.count.try_get_value().unwrap_or_default();
                self.arrived.try_update(|all| all.push(ImportedFile { key, file, outcome, into: into.clone() }));
                if is_linked {
                    page::forget_file_in_address();
                }
            }
            self.reading.try_set(None);
            // Somebody may be at the passphrase of one that came first, or at a note.
            if !page::is_typing() {
                page::focus(RESULT);
            }
        });
    }

    /// Reads a file and looks what it is.
    async fn look_at(self, source: Source) -> Outcome {
        let so_far = |percent| {
            self.reading.try_update(|reading| reading.iter_mut().for_each(|reading| reading.percent = percent));
        };
        self.outcome_of(read_source(source, so_far).await).await
    }

    /// Looks at what was in an encrypted file, and shows that in its place. `card` is what asked for its passphrase.
    pub async fn decrypted(self, key: u64, plain: Vec<u8>, card: &str) {
        let is_here = |all: &Vec<ImportedFile>| all.iter().any(|arrived| arrived.key == key);
        let outcome = self.outcome_of(read_bytes(plain, |_| ()).await).await;
        // Somebody may have put it away meanwhile.
        if self.arrived.try_with_untracked(is_here) != Some(true) {
            return;
        }
        // Before the card goes away, and the focus with it.
        page::focus_from(card, RESULT);
        self.count.try_update_value(|count| *count += 1);
        let next = self.count.try_get_value().unwrap_or_default();
        self.arrived.try_update(|all| {
            for arrived in all.iter_mut().filter(|arrived| arrived.key == key) {
                (arrived.key, arrived.outcome) = (next, outcome.clone());
            }
        });
    }

    /// What a file that was read is.
    async fn outcome_of(self, read: Result<Opened, Unreadable>) -> Outcome {
        match read {
            Ok(mut opened) => match check(&mut opened, self.app_state).await {
                Ok(preview) => Outcome::Ready(Arc::new(opened), Arc::new(preview)),
                Err(why) => Outcome::Refused { why, kept: None },
            },
            Err(Unreadable { review: Some(review), .. }) => Outcome::Review(Arc::from(review)),
            Err(Unreadable { model: Some(Ok(model)), .. }) => match check_model(&model, self.app_state).await {
                Ok(()) => Outcome::Model(model),
                Err(fault) => Outcome::BadModel(fault),
            },
            Err(Unreadable { model: Some(Err(fault)), .. }) => Outcome::BadModel(fault),
            Err(Unreadable { book: Some(file), .. }) => match sheet_of(&file).await {
                Ok(sheet) => Outcome::Sheet(Arc::new(sheet), Arc::new(file)),
                Err(why) => Outcome::Refused { why, kept: None },
            },
            Err(Unreadable { encrypted: Some(file), .. }) => Outcome::Encrypted(EncryptedFile::new(file)),
            Err(Unreadable { why, kept, .. }) => Outcome::Refused { why, kept },
        }
    }

    /// Whether something is being read, or came and was not dealt with yet.
    pub fn has_something(self) -> bool {
        self.reading.with(Option::is_some) || self.arrived.with(|all| !all.is_empty())
    }

    /// Whether what came shows above the page at present, since no page shows it.
    pub fn shows_above(self) -> bool {
        let is_free = self.is_above.get_untracked() && self.shown.get_untracked() == 0;
        is_free && untrack(|| self.has_something())
    }

    /// Has a page take the files that are opened anywhere, as long as it is shown.
    pub fn taken_by(self, page: Callback<Vec<Source>>) {
        self.count.update_value(|count| *count += 1);
        let mine = self.count.get_value();
        self.taker.set_value(Some((mine, page)));
        // The page that comes next may be there before this one has gone.
        on_cleanup(move || _ = self.taker.try_update_value(|taker| _ = taker.take_if(|(of, _)| *of == mine)));
    }

    /// Takes an outcome away.
    pub fn dismiss(self, key: u64) {
        self.arrived.try_update(|all| all.retain(|arrived| arrived.key != key));
    }

    /// Says that the store has something else on it.
    pub fn changed(self) {
        self.taken.try_update(|count| *count += 1);
    }
}

/// Whether a model that somebody brought can be kept here.
async fn check_model(own: &OwnModel, app_state: AppState) -> Result<(), FileFault> {
    let model = &own.model;
    let library = app_state.loaded().await.ok_or(FileFault::NoModel)?;
    if library.comes_with_the_app(&model.id) {
        return Err(FileFault::ShippedModel(model.id.to_string()));
    }
    let differs = library.own.iter().any(|there| there.is(&model.id, &model.edition) && there != own);
    if differs {
        let (title, edition) = (model.title.get(t::tag()).to_owned(), model.edition.to_string());
        return Err(FileFault::OtherContent { title, edition });
    }
    Ok(())
}

/// What a filled sheet says; or why a workbook is none.
async fn sheet_of(file: &[u8]) -> Result<Filled, String> {
    let words = t::answer_book_words();
    match office::sheets(file, &sheets_wanted(&words)).await {
        Ok(read) => filled(&read, &words).map_err(t::not_a_sheet),
        Err(Some(fault)) => Err(t::not_a_sheet(NotASheet::Fault(fault))),
        Err(None) => Err(t::OFFICE_NOT_HERE.to_owned()),
    }
}

/// What a session holds, checked against the model that it is about. A model that it brings and that is here already is left out.
async fn check(opened: &mut Opened, app_state: AppState) -> Result<Preview, String> {
    let library = app_state.model_loaded(opened.session.model.id.clone()).await.ok_or(t::LOADING)?;
    if let Some(own) = &opened.session.model.own {
        let model = &opened.session.model;
        if library.model_of(&opened.session).is_none() {
            return Err(t::load_model_first(&own.title, model.id.as_str(), model.edition.as_str()));
        }
        if library.own.iter().any(|there| model.is(&there.model)) {
            opened.session.own_model = None;
        }
    }
    let asked = library.asked_in(&opened.session).ok_or_else(|| {
        let known = library.models.iter().map(|model| model.id.to_string()).collect();
        t::read_error(&ReadError::UnknownModel { model: opened.session.model.id.to_string(), known })
    })?;
    preview(&opened.session, &asked).map_err(|error| t::read_error(&error))
}

/// The files that were opened.
pub fn import_queue() -> ImportQueue {
    expect_context::<ImportQueue>()
}
