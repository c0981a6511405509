//! Stories made up by chance: tabs, deletes, backups put back, kills, clocks that jump, a storage that fills up. Whatever was accepted
//! as saved is there in the end, unless a person gave it up.
//!
//! `PLUMBLINE_STORIES=100000` tells more of them, `PLUMBLINE_STORY=17` tells one of them aloud.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use plumbline::model::IndicatorId;
use plumbline::session::{ActorId, Authorship, Change, Place, Session};
use plumbline::store::{Journaled, MemoryStorage, SessionStore, Slot, Storage, When, bring_together};

use super::stage::session;
use crate::support::filled::Chance;
use crate::support::id;

/// How many stories are told in the ordinary check.
const STORIES: u64 = 10_000;

const MINUTE: i64 = 60_000;
const DAY: i64 = 86_400_000;
const ROOM: usize = 40_000;

type Words = BTreeSet<u32>;

/// A tab that has the assessment open.
struct Tab {
    actor: ActorId,
    session: Session,
    revision: u64,
    is_unsaved: bool,
    typed: Vec<u32>,
}

/// What happens in a browser.
struct World {
    chance: Chance,
    storage: Rc<MemoryStorage>,
    journal: Rc<RefCell<BTreeMap<String, Option<String>>>>,
    store: SessionStore,
    /// What local storage may be after a kill: as it was some time ago.
    on_disk: BTreeMap<String, String>,
    tabs: Vec<Tab>,
    /// The clock, and by how much it is wrong.
    real: i64,
    wrong: i64,
    count: u32,
    accepted: Words,
    given_up: Words,
    known: HashMap<String, Words>,
    told: Vec<String>,
}

fn slot() -> Slot {
    id("line")
}

impl World {
    fn new(seed: u64, start: &str) -> Self {
        let storage = Rc::new(MemoryStorage::with_limit(ROOM));
        storage.set(&format!("plumbline.session.{}", slot()), start).unwrap();
        let journal = Rc::new(RefCell::new(BTreeMap::new()));
        let noted = Rc::clone(&journal);
        let note = move |key: &str, value: Option<&str>| {
            noted.borrow_mut().insert(key.to_owned(), value.map(str::to_owned));
        };
        let store = SessionStore::new(Rc::new(Journaled::new(storage.clone(), Box::new(note))));
        let mut world = Self {
            chance: Chance(seed),
            storage,
            journal,
            store,
            on_disk: BTreeMap::new(),
            tabs: Vec::new(),
            real: 1_800_000_000_000,
            wrong: 0,
            count: 0,
            accepted: Words::new(),
            given_up: Words::new(),
            known: HashMap::new(),
            told: Vec::new(),
        };
        world.on_disk = world.stored();
        world
    }

    fn stored(&self) -> BTreeMap<String, String> {
        let keys = self.storage.keys().unwrap().into_iter();
        keys.filter_map(|key| Some((key.clone(), self.storage.get(&key).unwrap()?))).collect()
    }

    fn when(&self) -> When {
        When { at: super::stage::at(self.real + self.wrong - 1_800_000_000_000), ahead: 60 }
    }

    fn tell(&mut self, what: impl Into<String>) {
        self.told.push(what.into());
    }

    /// The words in something stored.
    fn words_in(&mut self, stored: &str) -> Words {
        if let Some(words) = self.known.get(stored) {
            return words.clone();
        }
        let words = plumbline::store::StoredRecord::open(stored)
            .map(|stored_record| words_of_text(&stored_record.body))
            .unwrap_or_default();
        self.known.insert(stored.to_owned(), words.clone());
        words
    }

    fn words_on_shelf(&mut self) -> Words {
        let stored = self.store.raw(&slot()).unwrap();
        stored.map(|stored| self.words_in(&stored)).unwrap_or_default()
    }

    /// All words that the app finds somewhere.
    fn words(&mut self) -> Words {
        let all = self.stored().into_iter();
        let kinds = ["plumbline.session.", "plumbline.bin.", "plumbline.backup.", "plumbline.aside."];
        let found: Vec<String> =
            all.filter(|(key, _)| kinds.iter().any(|kind| key.starts_with(kind))).map(|(_, value)| value).collect();
        found.iter().flat_map(|stored| self.words_in(stored)).collect()
    }

    fn open(&mut self) {
        if self.tabs.len() < 5
            && let Ok(stored) = self.store.open(&slot())
        {
            let actor = id(&format!("tab-{}", self.count));
            self.count += 1;
            self.tabs.push(Tab {
                actor,
                session: stored.session,
                revision: stored.revision,
                is_unsaved: false,
                typed: Vec::new(),
            });
            self.tell(format!("a tab opens at {}", stored.revision));
        }
    }

    fn tab(&mut self) -> Option<usize> {
        if self.tabs.is_empty() { None } else { Some(self.chance.below(self.tabs.len())) }
    }

    fn type_in(&mut self, tab: usize) {
        self.count += 1;
        let (word, authorship) = (self.count, Authorship { by: None, at: self.when().at, actor: self.tabs[tab].actor.clone() });
        let session = &mut self.tabs[tab].session;
        let round = session.round().cloned().unwrap();
        let place = Place { on: id::<IndicatorId>(&format!("w{word}")), round, part: None, by: None };
        session.apply(Change::Note(place, Some(format!("word{word}!"))), &authorship);
        self.tabs[tab].is_unsaved = true;
        self.tabs[tab].typed.push(word);
    }

    /// As the app saves.
    fn save(&mut self, tab: usize) {
        if !self.tabs[tab].is_unsaved {
            return;
        }
        let _ = self.store.back_up_in_time(&slot(), self.when());
        let open = &mut self.tabs[tab];
        let done = self.store.save_with_others(&slot(), &open.session, open.revision, &open.actor);
        if let Ok(written) = &done {
            open.revision = written.revision;
            open.is_unsaved = false;
            if let Some(both) = &written.both {
                open.session = both.session.clone();
            }
            self.accepted.extend(open.typed.drain(..));
        }
        let words = done.map(|written| written.revision);
        self.tell(format!("tab {tab} saves: {words:?}"));
    }

    /// As the app follows other tabs.
    fn follow(&mut self, tab: usize) {
        let Ok(stored) = self.store.open(&slot()) else { return };
        let open = &mut self.tabs[tab];
        if open.is_unsaved {
            return;
        }
        let Ok(both) = bring_together(&open.session, stored.session.clone(), &open.actor) else { return };
        open.revision = stored.revision;
        open.is_unsaved = both.session != stored.session;
        open.session = both.session;
        self.tell(format!("tab {tab} follows at {}", stored.revision));
        self.save(tab);
    }

    fn restore(&mut self) {
        let backups = self.store.backups().unwrap();
        if backups.is_empty() {
            return;
        }
        let (before, all) = (self.words_on_shelf(), self.words());
        let backup = &backups[self.chance.below(backups.len())];
        let done = self.store.restore(backup, self.when());
        self.tell(format!("backup {} is put back: {done:?}", backup.revision));
        let (after, all_after) = (self.words_on_shelf(), self.words());
        let lost: Words = all.difference(&all_after).filter(|word| !self.given_up.contains(word)).copied().collect();
        assert!(lost.is_empty(), "putting a backup back loses {lost:?}");
        self.given_up.extend(before.difference(&after));
    }

    fn delete_for_good(&mut self) {
        let bin = self.store.bin().unwrap();
        if bin.is_empty() {
            return;
        }
        let before = self.words();
        let binned = &bin[self.chance.below(bin.len())];
        let done = self.store.delete_for_good(&binned.slot, binned.at);
        self.tell(format!("deleted for good: {done:?}"));
        let after = self.words();
        self.given_up.extend(before.difference(&after));
    }

    /// As the app starts.
    fn start(&mut self) {
        let stored = self.stored();
        let journal = self.journal.borrow().clone();
        let lost = journal.iter().filter_map(|(key, value)| Some((key.clone(), value.clone()?)));
        let lost = lost.filter(|(key, value)| stored.get(key) != Some(value)).collect();
        let removed: Vec<String> = journal
            .iter()
            .filter(|(key, value)| value.is_none() && stored.contains_key(*key))
            .map(|(key, _)| key.clone())
            .collect();
        let back = self.store.bring_back(lost, &removed);
        let cleared = self.store.clear_bin(self.when().at);
        self.tell(format!("the app starts, {back} brought back, bin cleared: {cleared:?}"));
    }

    /// The browser is killed: no tab is left, and local storage is as it was when it was last on disk.
    fn kill(&mut self) {
        self.tabs.clear();
        self.storage.keys().unwrap().iter().for_each(|key| self.storage.remove(key).unwrap());
        // The other app's share comes back first: it may take the room of what follows.
        let on_disk = self.on_disk.clone();
        on_disk.iter().for_each(|(key, value)| self.storage.set(key, value).unwrap());
        self.tell("killed");
        self.start();
    }

    fn clock(&mut self) {
        match self.chance.below(8) {
            0..3 => self.real += 10 * MINUTE,
            3 => self.real += 40 * MINUTE,
            4 => self.real += DAY,
            5 => self.wrong = self.chance.below(400) as i64 * DAY,
            6 => self.wrong = -(self.chance.below(4_000) as i64) * DAY,
            _ => self.wrong = 0,
        }
        self.tell(format!("the clock says {}, wrong by {} days", self.when().at, self.wrong / DAY));
    }

    fn fill_up(&mut self) {
        self.storage.remove("other").unwrap();
        let used: usize = self.stored().iter().map(|(key, value)| key.len() + value.encode_utf16().count()).sum();
        let left = self.chance.below(3_000);
        let filler = (ROOM - used).saturating_sub(left + "other".len());
        if self.chance.below(3) > 0 {
            self.storage.set("other", &"x".repeat(filler)).unwrap();
            self.tell(format!("another app leaves {left} units"));
        }
    }

    fn step(&mut self) {
        match self.chance.below(32) {
            0..3 => self.open(),
            3..14 => {
                if let Some(tab) = self.tab() {
                    self.type_in(tab);
                    self.save(tab);
                    // Some of the others hear of it, some sleep.
                    for other in (0..self.tabs.len()).filter(|other| *other != tab) {
                        if self.chance.below(3) == 0 {
                            self.follow(other);
                        }
                    }
                }
            }
            14 => {
                if let Some(tab) = self.tab() {
                    self.type_in(tab);
                }
            }
            15..17 => {
                if let Some(tab) = self.tab() {
                    self.save(tab);
                    self.tabs.remove(tab);
                    self.tell(format!("tab {tab} closes"));
                }
            }
            17..20 => {
                let done = self.store.delete(&slot(), self.when().at);
                self.tell(format!("deleted: {done:?}"));
            }
            20..22 => {
                let done = self.store.put_back(&slot());
                self.tell(format!("put back from the bin: {done:?}"));
            }
            22 => self.delete_for_good(),
            23..25 => self.restore(),
            25 => self.kill(),
            26 => self.start(),
            27..30 => self.clock(),
            30 => {
                self.on_disk = self.stored();
                self.tell("all that is stored is on disk");
            }
            _ => self.fill_up(),
        }
        if !self.given_up.is_empty() {
            let there = self.words_on_shelf();
            self.given_up.retain(|word| !there.contains(word));
        }
    }
}

fn words_of_text(text: &str) -> Words {
    text.match_indices("\"word").filter_map(|(at, _)| text.get(at + 5..)?.split_once('!')?.0.parse().ok()).collect()
}

/// Tells a story; what was lost in it, and how.
fn story(seed: u64, start: &str) -> Result<(), String> {
    let mut world = World::new(seed, start);
    world.open();
    world.open();
    let steps = 10 + world.chance.below(16);
    for _ in 0..steps {
        world.step();
    }
    world.storage.remove("other").unwrap();
    world.start();
    let there = world.words();
    let lost: Words =
        world.accepted.iter().filter(|word| !there.contains(word) && !world.given_up.contains(word)).copied().collect();
    if lost.is_empty() && std::env::var_os("PLUMBLINE_STORY").is_none() {
        return Ok(());
    }
    Err(format!("story {seed} loses {lost:?}:\n{}", world.told.join("\n")))
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

pub fn ten_thousand_stories_lose_no_word() {
    tell(number("PLUMBLINE_STORIES").unwrap_or(STORIES));
}

/// Tells so many stories, and says what was lost in the first that loses something.
pub fn tell(stories: u64) {
    let start = {
        let store = SessionStore::new(Rc::new(MemoryStorage::default()));
        store.save(&slot(), &session("Line"), 0).unwrap();
        store.raw(&slot()).unwrap().unwrap()
    };
    let one = number("PLUMBLINE_STORY").map(|seed| seed..seed + 1);
    let seeds = one.unwrap_or(0..stories);
    // Each processor tells its share.
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get) as u64;
    let share = |mine: u64| {
        let mine: Vec<u64> = seeds.clone().filter(|seed| seed % processors == mine).collect();
        mine.into_iter().filter_map(|seed| story(seed, &start).err()).collect::<Vec<_>>()
    };
    let lost: Vec<String> = std::thread::scope(|scope| {
        let shares: Vec<_> = (0..processors).map(|mine| scope.spawn(move || share(mine))).collect();
        shares.into_iter().flat_map(|share| share.join().unwrap()).collect()
    });
    assert!(lost.is_empty(), "{} stories lose something, as\n{}", lost.len(), lost[0]);
}
