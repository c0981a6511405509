//! Many assessments side by side, for as long as the app is open: nothing of it is stored unless somebody keeps it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{Assessment, Fleet, Member, NotComparable, comparable, fleet, fleet_member};
use crate::exchange::{preview, read_session, write_session};
use crate::model::Model;
use crate::session::{ModelRef, Session, SystemField};
use crate::store::{SaveError, Slot, StorageError};
use crate::ui::browser::clock;
use crate::ui::browser::files::Source;
use crate::ui::browser::task::{Breath, Task, breathe};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::import_queue::Reading;
use crate::ui::state::library::Library;
use crate::ui::state::read_source::{bytes_of, read_bytes};
use crate::ui::text as t;

/// Many assessments side by side.
#[derive(Clone, Copy)]
pub struct FleetState {
    app_state: AppState,
    /// Those that can be compared, in the order in which they came.
    pub entries: RwSignal<Vec<Arc<FleetEntry>>>,
    /// What was left out, and why.
    pub left_out: RwSignal<Vec<LeftOut>>,
    /// Which file is being read.
    pub reading: RwSignal<Option<Reading>>,
    /// Which one is being stored, of those that are to be.
    pub keeping: RwSignal<Option<Reading>>,
    /// Which ones could not be stored when all were to be.
    failed: RwSignal<BTreeSet<u64>>,
    /// What follows from all of them.
    pub fleet: Memo<Fleet>,
    /// Where those are stored that are.
    pub stored: RwSignal<BTreeMap<u64, Slot>>,
    count: StoredValue<u64>,
}

/// One of them.
pub struct FleetEntry {
    /// Tells it from the others.
    pub key: u64,
    /// What is compared of it.
    pub member: Arc<Member>,
    /// The file that it comes from; `None` for what is stored here.
    pub file: Option<String>,
    /// The model by which it is answered.
    pub model: Option<Arc<Model>>,
    asked_by: ModelRef,
    /// All of it, as it stands in a file: two hundred sessions that are read take seven times as much room.
    whole: Vec<u8>,
}

/// What came of storing all.
#[derive(Default)]
pub struct Kept {
    /// Where those are that were stored.
    pub slots: Vec<Slot>,
    /// How many could not be; which ones, [`FleetState::not_kept`] says.
    pub failed: usize,
    /// Why the first of them could not be.
    pub error: Option<SaveError>,
}

/// What is not compared.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// The file, or what is stored.
    pub name: String,
    /// Why.
    pub why: String,
}

impl FleetState {
    /// None yet.
    pub fn new() -> Self {
        let entries = RwSignal::new(Vec::<Arc<FleetEntry>>::new());
        let members = move || entries.with(|all| all.iter().map(|entry| Arc::clone(&entry.member)).collect::<Vec<_>>());
        Self {
            app_state: app_state(),
            entries,
            left_out: RwSignal::new(Vec::new()),
            reading: RwSignal::new(None),
            keeping: RwSignal::new(None),
            failed: RwSignal::new(BTreeSet::new()),
            fleet: Memo::new(move |_| fleet(&members())),
            stored: RwSignal::new(BTreeMap::new()),
            count: StoredValue::new(0),
        }
    }

    /// Reads files one after the other; in between the page reacts. What can't be read or compared is named, the others stay.
    pub fn take(self, sources: Vec<Source>) {
        leptos::task::spawn_local(async move {
            let (of, mut found, mut breath) = (sources.len(), Vec::new(), Breath::begin());
            let mut sources = sources.into_iter();
            let mut next = sources.next().map(Fetched::begin);
            for at in 1.. {
                let Some(Fetched { file, bytes, task }) = next else { break };
                self.reading.try_set(Some(Reading { at, of, file: file.clone(), percent: 0 }));
                breath.taken().await;
                task.done().await;
                // The browser fetches the next one while this one is looked at.
                next = sources.next().map(Fetched::begin);
                match self.read(file.clone(), bytes.take(), &found).await {
                    Ok(entry) => found.push(entry),
                    Err(why) => self.leave_out(file, why),
                }
            }
            self.entries.try_update(|all| all.extend(found));
            self.reading.try_set(None);
        });
    }

    /// Reads one of the files.
    async fn read(self, file: String, bytes: Option<Bytes>, found: &[Arc<FleetEntry>]) -> Result<Arc<FleetEntry>, String> {
        let bytes = bytes.unwrap_or_else(|| Err(t::CANT_READ_FILE.to_owned()))?;
        let opened = read_bytes(bytes.clone(), |_| ()).await.map_err(|unreadable| unreadable.why)?;
        self.compared(opened.session, Some(file), bytes, found).await
    }

    /// Puts what is stored in a slot beside the others.
    pub fn add_stored(self, slot: Slot) {
        leptos::task::spawn_local(async move {
            let read = self.app_state.store_after_saving().open(&slot).map_err(|error| t::open_error(&error));
            let compared = match read {
                Ok(stored) => match write_session(&stored.session) {
                    Ok(whole) => self.compared(stored.session, None, whole.into_bytes(), &[]).await,
                    Err(_) => Err(t::CANT_READ_FILE.to_owned()),
                },
                Err(why) => Err(why),
            };
            match compared {
                Ok(entry) => {
                    self.stored.try_update(|all| all.insert(entry.key, slot));
                    self.entries.try_update(|all| all.push(entry));
                }
                Err(why) => self.leave_out(slot_name(self.app_state, &slot), why),
            }
        });
    }

    /// Takes some away. Nothing that is stored is deleted.
    pub fn take_away(self, is_wanted: impl Fn(&FleetEntry) -> bool) {
        self.entries.update(|all| all.retain(|entry| !is_wanted(entry)));
        self.entries.with_untracked(|all| {
            self.stored.update(|stored| stored.retain(|key, _| all.iter().any(|entry| entry.key == *key)));
        });
    }

    /// Stores one of them, as a copy of its own.
    ///
    /// # Errors
    /// When there is no room for it, or the storage fails.
    pub fn keep(self, entry: &FleetEntry) -> Result<Slot, SaveError> {
        let (slot, store): (Slot, _) = (clock::new_id(), self.app_state.store_after_saving());
        let session = read_session(&entry.whole).map_err(|_| SaveError::Unreadable)?;
        store.save(&slot, &session, 0)?;
        store.set_exported(&slot, &session.seen, None);
        self.stored.try_update(|all| _ = all.insert(entry.key, slot.clone()));
        Ok(slot)
    }

    /// Stores all that are not stored yet, one after the other; in between the page reacts, and shows how far that is. What can't be stored is
    /// named. Where no room is left nothing more is tried: what little there is, the assessment that is open needs to save itself.
    pub async fn keep_all(self) -> Kept {
        let mut kept = Kept::default();
        let left = self.not_stored();
        if self.keeping.try_get_untracked().flatten().is_some() {
            return kept;
        }
        self.failed.try_update(BTreeSet::clear);
        let mut failed = BTreeSet::new();
        let of = left.len();
        for (entry, at) in left.into_iter().zip(1..) {
            self.keeping.try_set(Some(Reading { at, of, file: entry.member.label.clone(), percent: 0 }));
            // A turn for each: how long it takes to store one depends on how much is stored, and nothing is shorter than a frame for sure.
            breathe().await;
            // Somebody may have taken it away meanwhile, or kept it by itself.
            if !self.not_stored().iter().any(|other| other.key == entry.key) {
                continue;
            }
            match self.keep(&entry) {
                Ok(slot) => kept.slots.push(slot),
                Err(error) => {
                    let is_full = matches!(error, SaveError::Storage(StorageError::Full));
                    kept.error.get_or_insert(error);
                    let rest = if is_full { self.not_stored() } else { vec![entry] };
                    failed.extend(rest.into_iter().map(|entry| entry.key));
                    if is_full {
                        break;
                    }
                }
            }
        }
        self.keeping.try_set(None);
        kept.failed = failed.len();
        self.failed.try_set(failed);
        kept
    }

    /// What those are called that could not be stored when all were to be, and still are not.
    pub fn not_kept(self) -> Vec<String> {
        let (failed, stored) = (self.failed.get(), self.stored.get());
        let is_one = |entry: &&Arc<FleetEntry>| failed.contains(&entry.key) && !stored.contains_key(&entry.key);
        self.entries.with(|all| all.iter().filter(is_one).map(|entry| entry.member.label.clone()).collect())
    }

    /// Those that are not stored.
    fn not_stored(self) -> Vec<Arc<FleetEntry>> {
        let stored = self.stored.try_get_untracked().unwrap_or_default();
        let all = self.entries.try_get_untracked().unwrap_or_default();
        all.into_iter().filter(|entry| !stored.contains_key(&entry.key)).collect()
    }

    /// Takes back that some were stored: they go to the bin.
    pub fn take_back(self, slots: &[Slot]) {
        for slot in slots {
            if let Err(error) = self.app_state.store_after_saving().delete(slot, clock::now()) {
                self.app_state.say(t::cant_delete(t::storage_error(error)), None);
            }
        }
        self.stored.try_update(|all| all.retain(|_, slot| !slots.contains(slot)));
    }

    fn leave_out(self, name: String, why: String) {
        self.left_out.try_update(|all| all.push(LeftOut { name, why }));
    }

    /// What is compared of a session, beside those that are there and those that were found with it.
    async fn compared(
        self,
        session: Session,
        file: Option<String>,
        whole: Vec<u8>,
        found: &[Arc<FleetEntry>],
    ) -> Result<Arc<FleetEntry>, String> {
        let library = self.app_state.model_loaded(session.model.id.clone()).await.ok_or(t::LOADING)?;
        let there = self.entries.try_get_untracked().unwrap_or_default();
        let others = || there.iter().chain(found);
        let label = label(&session, file.as_deref(), |label| others().any(|entry| entry.member.label == label));
        if others().next().is_some_and(|first| !first.asked_by.asks_the_same(&session.model)) {
            return Err(t::not_comparable(&NotComparable::OtherModel(session.model.id.clone())));
        }
        let member = Arc::new(member_of(label, &session, &library)?);
        self.count.try_update_value(|count| *count += 1);
        let (key, model) = (self.count.try_get_value().unwrap_or_default(), library.model_of(&session));
        Ok(Arc::new(FleetEntry { key, member, file, model, asked_by: session.model, whole }))
    }
}

/// What stands in a file, or why it can't be read.
type Bytes = Result<Vec<u8>, String>;

/// A file that is being fetched.
struct Fetched {
    file: String,
    bytes: Rc<RefCell<Option<Bytes>>>,
    task: Task,
}

impl Fetched {
    fn begin(source: Source) -> Self {
        let (file, bytes) = (source.name(), Rc::new(RefCell::new(None)));
        let there = Rc::clone(&bytes);
        let task = Task::begin(async move {
            let fetched = bytes_of(source).await.map_err(|unreadable| unreadable.why);
            there.replace(Some(fetched));
        });
        Self { file, bytes, task }
    }
}

/// What is compared of a session; or why it can't be: what could not be opened is not compared either.
fn member_of(label: String, session: &Session, library: &Library) -> Result<Member, String> {
    let unknown = || t::not_comparable(&NotComparable::UnknownModel(session.model.id.clone()));
    let asked = library.asked_in(session).ok_or_else(unknown)?;
    preview(session, &asked).map_err(|error| t::read_error(&error))?;
    comparable(session, &asked).map_err(|why| t::not_comparable(&why))?;
    let (session, today) = (session.carried_over(&asked), clock::today());
    Ok(fleet_member(label, &Assessment::latest(&asked, &session).on(today), today, t::tag()))
}

/// What one is called among the others: as its system; where another is called so, with its file or when it was changed.
fn label(session: &Session, file: Option<&str>, is_taken: impl Fn(&str) -> bool) -> String {
    let name = t::assessment_name(session.system(SystemField::Name), &clock::in_words(session.created));
    if !is_taken(&name) {
        return name;
    }
    let apart = t::label_apart(&name, file.unwrap_or(&clock::in_words(session.last_change())));
    (2..)
        .map(|at| if at == 2 { apart.clone() } else { t::label_apart(&apart, &at.to_string()) })
        .find(|label| !is_taken(label))
        .unwrap_or(apart)
}

/// What the assessment in a slot is called, as far as its record says.
fn slot_name(app_state: AppState, slot: &Slot) -> String {
    let listed = app_state.store().summaries().unwrap_or_default().into_iter().find(|listed| listed.slot == *slot);
    let name = listed.and_then(|listed| listed.summary.ok()).map(|summary| summary.name).unwrap_or_default();
    t::system_name(&name)
}

/// Many assessments side by side.
pub fn fleet_state() -> FleetState {
    expect_context::<FleetState>()
}
