//! The rows of the table. Where a check returns, nothing was lost.

use std::rc::Rc;

use plumbline::exchange::merge;
use plumbline::session::SystemField;
use plumbline::store::{
    BadRecord, Journaled, OpenError, RestoreError, SaveError, SessionStore, Storage, StorageError, StoredRecord, Summary, seal,
};

use super::stage::*;
use crate::support::faulty::Faulty;
use crate::support::{bytes, filled, id};

/// The group, the fault, what happens, and the check of that.
pub type Row = (&'static str, &'static str, &'static str, fn());

const FULL: &str = "The storage is full";
const FAILS: &str = "The storage fails";
const DAMAGED: &str = "What is stored is damaged";
const TABS: &str = "Others write at the same time";
const CLOCK: &str = "Clocks";
const KILLED: &str = "The browser is killed";

/// All rows, by group.
pub const ROWS: &[Row] = &[
    (
        FULL,
        "full at every write while saving",
        "not saved, and said so; what was stored before stays, and the next change tries again",
        || {
            at_every_write(StorageError::Full, save_long, is_old_or_new);
        },
    ),
    (FULL, "full at every write while deleting", "it stays on the shelf, or is in the bin", || {
        at_every_write(StorageError::Full, try_to_delete, is_on_the_shelf_or_in_the_bin);
    }),
    (FULL, "full at every write while putting back from the bin", "it stays in the bin, or is on the shelf", || {
        let work = |stage: &Stage| {
            stage.storage.recover();
            stage.store.delete(&slot(), at(0)).unwrap();
            stage.storage.fail_after(0, StorageError::Full);
            let _ = stage.store.put_back(&slot());
        };
        work(&stage());
        let stage = stage();
        work(&stage);
        stage.storage.recover();
        is_on_the_shelf_or_in_the_bin(&stage);
    }),
    (FULL, "full at every write while a backup is put back", "what was there stays, and the backup too", || {
        at_every_write(StorageError::Full, restore_mill, mill_is_there);
    }),
    (FULL, "full while a backup is made by the clock", "the work goes on without it", || {
        let stage = stage();
        stage.storage.fail_after(0, StorageError::Full);
        assert_eq!(stage.store.back_up_in_time(&slot(), when(0)), Ok(()));
        stage.all_as_before();
    }),
    (FULL, "full while a session is saved, backups are there", "the oldest backups make room, no session does", || {
        let stage = stage();
        stage.fill_up_to(200);
        let mut longer = session("Line");
        say(&mut longer, "tester", SystemField::Includes, &noise(400));
        assert_eq!(stage.store.save(&slot(), &longer, 1), Ok(2));
        assert!(stage.store.backups().unwrap().is_empty());
        assert_eq!(stage.name(&other()), "Mill");
    }),
    (FULL, "filled by another app of the same origin", "not saved, and said so; once there is room again, all of it is", || {
        let stage = stage();
        stage.store.backups().unwrap().iter().for_each(|backup| stage.store.drop_backup(backup).unwrap());
        stage.fill_up_to(0);
        let mut longer = session("Line");
        say(&mut longer, "tester", SystemField::Includes, &noise(900));
        assert_eq!(stage.store.save(&slot(), &longer, 1), Err(SaveError::Storage(StorageError::Full)));
        stage.both_open();
        stage.storage.remove("other").unwrap();
        assert_eq!(stage.store.save(&slot(), &longer, 1), Ok(2));
        assert_eq!(stage.store.open(&slot()).unwrap().session, longer);
    }),
    (FULL, "no room for a second copy while deleting", "it is moved without one", || {
        let stage = stage();
        stage.store.backups().unwrap().iter().for_each(|backup| stage.store.drop_backup(backup).unwrap());
        stage.fill_up_to(20);
        assert_eq!(stage.store.delete(&slot(), at(0)), Ok(()));
        assert_eq!(stage.store.put_back(&slot()), Ok(()));
        stage.both_open();
    }),
    (FULL, "full while a setting is remembered", "the setting is not; nothing else happens", || {
        let stage = stage();
        stage.storage.fail_after(0, StorageError::Full);
        stage.store.set_setting("place", "assess");
        stage.storage.recover();
        stage.both_open();
    }),
    (FULL, "full while something damaged is put aside", "not saved, and said so; the damaged stays in its place", || {
        let stage = stage();
        stage.put("half a ses");
        stage.storage.fail_after(0, StorageError::Full);
        assert!(matches!(stage.store.save(&slot(), &session("Line"), 1), Err(SaveError::Storage(_))));
        stage.storage.recover();
        assert_eq!(stage.stored(), "half a ses");
    }),
    (FAILS, "blocked at every write while saving", "not saved, and said so; what was stored before stays", || {
        at_every_write(StorageError::Blocked, save_long, is_old_or_new);
    }),
    (FAILS, "blocked at every write while deleting", "it stays on the shelf, or is in the bin, or in both", || {
        at_every_write(StorageError::Blocked, try_to_delete, is_on_the_shelf_or_in_the_bin);
    }),
    (FAILS, "blocked at every write while a backup is put back", "what was there stays, and the backup too", || {
        at_every_write(StorageError::Blocked, restore_mill, mill_is_there);
    }),
    (FAILS, "blocked at every write while the bin is emptied", "only what was to go is gone", || {
        let work = |stage: &Stage| {
            let _ = stage.store.delete(&slot(), at(0));
            let _ = stage.store.clear_bin(at(31 * 86_400_000));
        };
        at_every_write(StorageError::Blocked, work, |stage| assert_eq!(stage.name(&other()), "Mill"));
    }),
    (FAILS, "can't be read any more", "said so; nothing is written", || {
        let stage = stage();
        let written = stage.storage.written();
        stage.storage.close_eyes();
        assert_eq!(stage.store.open(&slot()), Err(OpenError::Storage(StorageError::Blocked)));
        assert_eq!(stage.store.save(&slot(), &session("New"), 0), Err(SaveError::Storage(StorageError::Blocked)));
        assert_eq!(stage.store.save(&slot(), &session("New"), 1), Err(SaveError::Storage(StorageError::Blocked)));
        assert!(stage.store.summaries().is_err() && stage.store.put_back(&slot()).is_err());
        assert_eq!(stage.storage.written(), written);
        stage.all_as_before();
    }),
    (DAMAGED, "cut off at any place", "shown as damaged, left as it is, can be saved as a file", || {
        let stage = stage();
        let whole = stage.stored();
        cuts(&whole).for_each(|cut| is_shown_and_stays(&stage, cut, &OpenError::Damaged));
    }),
    (DAMAGED, "a fully answered session cut off at any place", "shown as damaged", || {
        let session = filled::session(1);
        let body = plumbline::exchange::write_session_compact(&session).unwrap();
        let sealed = seal(1, "{}", &body);
        let places = sealed.char_indices().count();
        for cut in cuts(&sealed).step_by(97).chain(cuts(&sealed).skip(places - 50)) {
            assert_eq!(StoredRecord::open(cut), Err(BadRecord::Damaged));
        }
    }),
    (DAMAGED, "one written by version 1, cut off at any place", "shown as damaged, left as it is", || {
        let stage = stage();
        let whole = String::from_utf8(bytes("tests/data/stored/v1.txt")).unwrap();
        cuts(&whole).for_each(|cut| is_shown_and_stays(&stage, cut, &OpenError::Damaged));
    }),
    (DAMAGED, "one character is another, at any place", "shown as damaged, left as it is", || {
        let stage = stage();
        let whole: Vec<char> = stage.stored().chars().collect();
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] = if flipped[at] == 'x' { 'y' } else { 'x' };
            is_shown_and_stays(&stage, &flipped.iter().collect::<String>(), &OpenError::Damaged);
        }
    }),
    (DAMAGED, "a single bit is another, at any place of what is packed", "shown as damaged", || {
        let sealed = seal(1, "{}", "{\"a\":1,\"b\":[1,2,3,4,5,6,7,8,9]}");
        let start = sealed.chars().position(|character| character > '\u{3000}').unwrap();
        for at in start..sealed.chars().count() {
            for bit in 0..15 {
                let flip = |(place, character): (usize, char)| {
                    let flipped = char::from_u32(((u32::from(character) - 0x3400) ^ (1 << bit)) + 0x3400).unwrap();
                    if place == at { flipped } else { character }
                };
                let flipped: String = sealed
                    .chars()
                    .enumerate()
                    .map(|(place, character)| if place < start { character } else { flip((place, character)) })
                    .collect();
                assert_eq!(StoredRecord::open(&flipped), Err(BadRecord::Damaged));
            }
        }
    }),
    (DAMAGED, "two characters swapped", "shown as damaged", || {
        let stage = stage();
        let whole: Vec<char> = stage.stored().chars().collect();
        for at in 1..whole.len() {
            let mut swapped = whole.clone();
            swapped.swap(at - 1, at);
            let swapped: String = swapped.iter().collect();
            assert!(swapped == stage.stored() || StoredRecord::open(&swapped).is_err());
        }
    }),
    (DAMAGED, "emptied", "shown as damaged, left as it is", || is_shown_and_stays(&stage(), "", &OpenError::Damaged)),
    (DAMAGED, "something else under the key, as of another app", "shown as damaged, left as it is", || {
        for foreign in ["null", "{}", "[1,2]", "{\"format\":\"other\"}\n", "\u{0}\u{1}", "🏭\n🏭"] {
            is_shown_and_stays(&stage(), foreign, &OpenError::Damaged);
        }
    }),
    (DAMAGED, "sealed, but no session inside", "shown with what is wrong with it, left as it is", || {
        let stage = stage();
        for body in ["", "null", "{}", "{\"format\":\"plumbline-session\",\"version\":1}"] {
            let sealed = seal(1, "{}", body);
            stage.put(&sealed);
            assert!(matches!(stage.store.open(&slot()), Err(OpenError::Unreadable(_))), "{body}");
            assert_eq!(stage.stored(), sealed);
        }
    }),
    (DAMAGED, "a session of another version of the format inside", "a newer one is left to the newer Plumbline", || {
        let stage = stage();
        let body = String::from_utf8(bytes("tests/data/small.json")).unwrap().replace("\"version\": 1", "\"version\": 999");
        stage.put(&seal(1, "{}", &body));
        assert_eq!(stage.store.open(&slot()), Err(OpenError::Newer));
    }),
    (DAMAGED, "written by a newer Plumbline", "left to it, never overwritten, whatever the revision", || {
        let stage = stage();
        let newer = stage.stored().replace("\"version\":2", "\"version\":3");
        stage.put(&newer);
        for revision in 0..4 {
            assert_eq!(stage.store.save(&slot(), &session("Line"), revision), Err(SaveError::Unreadable));
        }
        assert_eq!(stage.stored(), newer);
    }),
    (DAMAGED, "a small text that unpacks to a gigabyte", "refused before it takes up memory", || {
        let bomb = seal(1, "{}", &" ".repeat(plumbline::exchange::LARGEST + 1));
        is_shown_and_stays(&stage(), &bomb, &OpenError::Damaged);
    }),
    (DAMAGED, "a session nested ten thousand deep", "refused, shown with what is wrong with it", || {
        let stage = stage();
        stage.put(&seal(1, "{}", &format!("{}{}", "[".repeat(10_000), "]".repeat(10_000))));
        assert!(matches!(stage.store.open(&slot()), Err(OpenError::Unreadable(_))));
    }),
    (DAMAGED, "what stands on the envelope is no summary", "the session is opened to list it", || {
        let stage = stage();
        let body = plumbline::exchange::write_session_compact(&session("Line")).unwrap();
        stage.put(&seal(1, "no summary", &body));
        let listed = stage.store.summaries().unwrap();
        assert!(listed.iter().any(|listed| listed.summary == Ok(Summary::of(&session("Line")))));
    }),
    (DAMAGED, "damaged while it is open in a tab", "put aside byte for byte, and the work is saved", || {
        let stage = stage();
        stage.put("half a ses");
        assert_eq!(stage.store.save(&slot(), &session("Line 2"), 1), Ok(2));
        assert_eq!(stage.store.aside().unwrap()[0].1, "half a ses");
        assert_eq!(stage.name(&slot()), "Line 2");
    }),
    (DAMAGED, "damaged, with a backup", "the backup is put back, the damaged put aside", || {
        let stage = stage();
        let backup = stage.store.backups().unwrap().remove(0);
        stage.storage.set("plumbline.session.mill", "half a ses").unwrap();
        assert_eq!(stage.store.restore(&backup, when(0)), Ok(None));
        assert_eq!((stage.name(&other()), stage.store.aside().unwrap()[0].1.as_str()), ("Mill".to_owned(), "half a ses"));
    }),
    (DAMAGED, "a damaged backup", "not put back, and said so; what is there stays", || {
        let stage = stage();
        let backup = stage.store.backups().unwrap().remove(0);
        let (key, value) = stage.before.iter().find(|(key, _)| key.starts_with("plumbline.backup.")).unwrap();
        stage.storage.set(key, &value.replace("Mill", "Mull")).unwrap();
        assert_eq!(stage.store.restore(&backup, when(0)), Err(RestoreError::Open(OpenError::Damaged)));
        stage.both_open();
    }),
    (DAMAGED, "something damaged in the bin", "shown there, can be saved as a file, goes back as it was", || {
        let stage = stage();
        stage.put("half a ses");
        stage.store.delete(&slot(), at(0)).unwrap();
        let bin = stage.store.bin().unwrap();
        assert_eq!(bin[0].summary, Err(OpenError::Damaged));
        assert_eq!(stage.store.raw_in_bin(&bin[0]), Ok(Some("half a ses".to_owned())));
        stage.store.put_back(&slot()).unwrap();
        assert_eq!(stage.stored(), "half a ses");
    }),
    (DAMAGED, "keys that only look like ours", "passed over and left alone", || {
        let stage = stage();
        for key in [
            "plumbline.session.",
            "plumbline.session.Ü",
            "plumbline.backup.x",
            "plumbline.bin.",
            "plumbline.backup.a.1.99999999999999999999.t",
        ] {
            stage.storage.set(key, "?").unwrap();
        }
        assert_eq!((stage.store.summaries().unwrap().len(), stage.store.backups().unwrap().len()), (2, 1));
        stage.store.clear_bin(at(0)).unwrap();
        assert_eq!(stage.storage.all().iter().filter(|(_, value)| value == "?").count(), 5);
    }),
    (TABS, "another tab wrote before", "not overwritten: both are brought together", || {
        let stage = stage();
        let (mut mine, mut theirs) = (session("Line"), session("Line"));
        say(&mut theirs, "two", SystemField::Includes, "The filler");
        say(&mut mine, "one", SystemField::Excludes, "The office");
        stage.store.save(&slot(), &theirs, 1).unwrap();
        assert_eq!(stage.store.save(&slot(), &mine, 1), Err(SaveError::Conflict));
        let both = merge(&mine, &stage.store.open(&slot()).unwrap().session).unwrap();
        assert!(both.conflicts.is_empty());
        assert_eq!(stage.store.save(&slot(), &both.session, 2), Ok(3));
        assert_eq!(
            (both.session.system(SystemField::Includes), both.session.system(SystemField::Excludes)),
            ("The filler", "The office")
        );
    }),
    (TABS, "another tab changed the same words", "one stands, the other is said and not forgotten", || {
        let (mut mine, mut theirs) = (session("Line"), session("Line"));
        say(&mut theirs, "two", SystemField::Name, "Line 2");
        say(&mut mine, "one", SystemField::Name, "Line 1");
        let both = merge(&mine, &theirs).unwrap();
        assert_eq!(both.conflicts.len(), 1);
        assert_eq!(
            both.session.system(SystemField::Name),
            merge(&theirs, &mine).unwrap().session.system(SystemField::Name),
            "everywhere the same"
        );
    }),
    (TABS, "five tabs write in turn, none hears of the others", "everything that each of them wrote is there", || {
        let stage = stage();
        let fields =
            [SystemField::Includes, SystemField::Excludes, SystemField::InUseSince, SystemField::Includes, SystemField::Excludes];
        let mut tabs: Vec<_> = (0..5).map(|_| (session("Line"), 1)).collect();
        for round in 0..4 {
            for (tab, field) in fields.into_iter().enumerate() {
                let (mine, revision) = &mut tabs[tab];
                say(mine, &format!("tab-{tab}"), field, &format!("{tab}, {round}"));
                if stage.store.save(&slot(), mine, *revision) == Err(SaveError::Conflict) {
                    let there = stage.store.open(&slot()).unwrap();
                    *mine = merge(mine, &there.session).unwrap().session;
                    *revision = stage.store.save(&slot(), mine, there.revision).unwrap();
                } else {
                    *revision += 1;
                }
            }
        }
        let last = stage.store.open(&slot()).unwrap().session;
        for tab in 0..5 {
            assert!(last.seen.count(&id(&format!("tab-{tab}"))) > 0);
        }
        assert_eq!(last.system(SystemField::InUseSince), "2, 3");
    }),
    (
        TABS,
        "another tab writes between looking and writing",
        "the later write has not seen the earlier: its tab makes it again",
        || {
            // Without Web Locks this can happen; each tab finds its own changes missing in what it then hears of, and brings both together.
            let stage = stage();
            let (mut mine, mut theirs) = (session("Line"), session("Line"));
            say(&mut theirs, "two", SystemField::Includes, "The filler");
            say(&mut mine, "one", SystemField::Excludes, "The office");
            let sealed = seal(
                2,
                &serde_json::to_string(&Summary::of(&theirs)).unwrap(),
                &plumbline::exchange::write_session_compact(&theirs).unwrap(),
            );
            stage.storage.meddle_after(0, move |strings| strings.set(&Stage::key(), &sealed).unwrap());
            assert_eq!(stage.store.save(&slot(), &mine, 1), Ok(2));
            let stored = stage.store.open(&slot()).unwrap().session;
            assert!(
                stored.seen.count(&id("two")) < theirs.seen.count(&id("two")),
                "the other tab sees that its change is missing"
            );
            let both = merge(&theirs, &stored).unwrap().session;
            assert_eq!((both.system(SystemField::Includes), both.system(SystemField::Excludes)), ("The filler", "The office"));
        },
    ),
    (TABS, "deleted in another tab", "it is in the bin; who goes on typing saves it again", || {
        let stage = stage();
        stage.store.delete(&slot(), at(0)).unwrap();
        assert_eq!(stage.store.save(&slot(), &session("Line 2"), 1), Err(SaveError::Conflict));
        assert_eq!(stage.store.open(&slot()), Err(OpenError::Nothing));
        assert_eq!(stage.store.save(&slot(), &session("Line 2"), 0), Ok(1));
        assert_eq!(stage.store.bin().unwrap().len(), 1);
    }),
    (
        TABS,
        "deleted in another tab, saved again, then put back from the bin",
        "what was saved again stays, the deleted stays in the bin",
        || {
            let stage = stage();
            stage.store.delete(&slot(), at(0)).unwrap();
            stage.store.save(&slot(), &session("Line 2"), 0).unwrap();
            assert_eq!(stage.store.put_back(&slot()), Err(SaveError::Conflict));
            assert_eq!((stage.name(&slot()), stage.store.bin().unwrap().len()), ("Line 2".to_owned(), 1));
        },
    ),
    (TABS, "deleted twice", "the second time nothing happens", || {
        let stage = stage();
        stage.store.delete(&slot(), at(0)).unwrap();
        stage.store.delete(&slot(), at(1)).unwrap();
        assert_eq!(stage.store.bin().unwrap().len(), 1);
        stage.store.put_back(&slot()).unwrap();
        stage.both_open();
    }),
    (
        TABS,
        "everything cleared by another tab or app",
        "what is open in a tab is saved again; the rest comes back from the journal",
        || {
            let stage = stage();
            let journal = stage.before.clone();
            stage.storage.all().iter().for_each(|(key, _)| stage.storage.remove(key).unwrap());
            assert_eq!(stage.store.save(&slot(), &session("Line"), 1), Err(SaveError::Conflict));
            assert_eq!(stage.store.save(&slot(), &session("Line"), 0), Ok(1));
            stage.store.bring_back(journal, &[]);
            stage.both_open();
            assert_eq!(stage.store.backups().unwrap().len(), 1);
        },
    ),
    (CLOCK, "set back by a year while people work", "saved as ever; a backup is made, the order of backups stays", || {
        let stage = stage();
        let year = 365 * 86_400_000;
        let mut revision = 1;
        for day in 0..3 {
            stage.store.back_up_in_time(&slot(), when(day * 86_400_000 - if day == 2 { year } else { 0 })).unwrap();
            revision = stage.store.save(&slot(), &session(&format!("Line {day}")), revision).unwrap();
        }
        let backups = stage.store.backups().unwrap();
        assert_eq!(backups.iter().filter(|backup| backup.slot == slot()).count(), 3);
        assert_eq!(stage.name(&slot()), "Line 2");
    }),
    (CLOCK, "set back after something was deleted", "it stays in the bin for thirty days from then", || {
        let stage = stage();
        stage.store.delete(&slot(), at(0)).unwrap();
        stage.store.clear_bin(at(-365 * 86_400_000)).unwrap();
        stage.store.put_back(&slot()).unwrap();
        stage.both_open();
    }),
    (CLOCK, "different on two machines whose copies meet", "order comes from counts, not from clocks", || {
        let mut early = session("Line");
        let mut late = early.clone();
        let authorship = |millis| plumbline::session::Authorship { by: None, at: at(millis), actor: id("late") };
        late.apply(
            plumbline::session::Change::System(SystemField::Name, Some("Knew nothing".to_owned())),
            &authorship(1_000_000),
        );
        early = merge(&early, &late).unwrap().session;
        let authorship = plumbline::session::Authorship { by: None, at: at(-1_000_000), actor: id("early") };
        early.apply(plumbline::session::Change::System(SystemField::Name, Some("Knew it".to_owned())), &authorship);
        for both in [merge(&early, &late), merge(&late, &early)] {
            assert_eq!(both.unwrap().session.system(SystemField::Name), "Knew it");
        }
    }),
    (
        KILLED,
        "before any write that local storage had not yet put on disk",
        "brought back from the journal at the next start",
        || {
            let (storage, journal, states) = worked_with_a_journal();
            let last = storage.all();
            for state in states {
                storage.all().iter().for_each(|(key, _)| storage.remove(key).unwrap());
                state.iter().for_each(|(key, value)| storage.set(key, value).unwrap());
                SessionStore::new(storage.clone()).bring_back(journal.clone(), &[]);
                assert_eq!(storage.all(), last);
            }
        },
    ),
    (
        KILLED,
        "at every write, with nothing in the journal yet",
        "each session is whole: as it was before that write, or after",
        || {
            at_every_write(StorageError::Blocked, save_long, is_old_or_new);
        },
    ),
    (KILLED, "in the middle of a write to disk", "the damaged is put aside, the session comes back from the journal", || {
        let stage = stage();
        let whole = stage.stored();
        for cut in cuts(&whole).step_by(29) {
            stage.put(cut);
            assert_eq!(stage.store.bring_back(stage.before.clone(), &[]), 1);
            assert_eq!(stage.stored(), whole);
            assert!(stage.store.aside().unwrap().iter().any(|(_, value)| value == cut));
        }
    }),
    (KILLED, "right after something was deleted", "it is in the bin at the next start, not in the list again", || {
        let stage = stage();
        let key = Stage::key();
        let removed = [key.clone()];
        stage.store.delete(&slot(), at(0)).unwrap();
        let journal = stage.storage.all();
        stage.storage.all().iter().for_each(|(key, _)| stage.storage.remove(key).unwrap());
        stage.before.iter().for_each(|(key, value)| stage.storage.set(key, value).unwrap());
        stage.store.bring_back(journal.clone(), &removed);
        assert_eq!(stage.storage.all(), journal);
        stage.store.put_back(&slot()).unwrap();
        stage.both_open();
    }),
    (
        KILLED,
        "right after something was deleted that another tab goes on with",
        "what says more than the bin has stays in the list",
        || {
            let stage = stage();
            stage.store.delete(&slot(), at(0)).unwrap();
            let mut longer = session("Line");
            say(&mut longer, "another", SystemField::Includes, "The filler");
            stage.store.save(&slot(), &longer, 0).unwrap();
            stage.store.bring_back(Vec::new(), &[Stage::key()]);
            assert_eq!(stage.store.open(&slot()).unwrap().session, longer);
        },
    ),
    (KILLED, "while the journal was written: it is older than the storage", "the storage counts", || {
        let stage = stage();
        stage.store.save(&slot(), &session("Line 2"), 1).unwrap();
        assert_eq!(stage.store.bring_back(stage.before.clone(), &[]), 0);
        assert_eq!(stage.name(&slot()), "Line 2");
    }),
    (KILLED, "and what is in the journal is damaged", "the storage counts", || {
        let stage = stage();
        let damaged = stage.before.iter().map(|(key, value)| (key.clone(), value.replace("checksum", "chocksum"))).collect();
        assert_eq!(stage.store.bring_back(damaged, &[]), 0);
        stage.all_as_before();
    }),
    (KILLED, "and there is no room to bring back what was lost", "it stays in the journal until there is", || {
        let stage = stage();
        let journal = stage.before.clone();
        stage.storage.remove(&Stage::key()).unwrap();
        stage.store.backups().unwrap().iter().for_each(|backup| stage.store.drop_backup(backup).unwrap());
        stage.fill_up_to(0);
        let sessions = || stage.store.summaries().unwrap().len();
        stage.store.bring_back(journal.clone(), &[]);
        assert_eq!(sessions(), 1);
        stage.storage.remove("other").unwrap();
        stage.store.bring_back(journal.clone(), &[]);
        assert_eq!(sessions(), 2);
        stage.both_open();
    }),
];

fn save_long(stage: &Stage) {
    let mut longer = session("Line");
    say(&mut longer, "tester", SystemField::Includes, "The filler");
    let _ = stage.store.back_up(&slot(), when(0));
    let _ = stage.store.save(&slot(), &longer, 1);
}

fn try_to_delete(stage: &Stage) {
    let _ = stage.store.delete(&slot(), at(0));
}

fn is_old_or_new(stage: &Stage) {
    assert!(["", "The filler"].contains(&stage.store.open(&slot()).unwrap().session.system(SystemField::Includes)));
    stage.both_open();
}

fn is_on_the_shelf_or_in_the_bin(stage: &Stage) {
    let in_bin = stage.store.bin().unwrap().iter().any(|binned| binned.slot == slot() && binned.summary.is_ok());
    assert!(stage.store.open(&slot()).is_ok() || in_bin);
    assert_eq!(stage.name(&other()), "Mill");
}

fn restore_mill(stage: &Stage) {
    let backup = stage.store.backups().unwrap().remove(0);
    let _ = stage.store.restore(&backup, when(0));
}

fn mill_is_there(stage: &Stage) {
    stage.both_open();
}

/// What local storage was like after each of several writes, and what the journal has in the end.
#[allow(clippy::type_complexity, reason = "strings by their keys, once now and once at each time")]
fn worked_with_a_journal() -> (Rc<Faulty>, Vec<(String, String)>, Vec<Vec<(String, String)>>) {
    let storage = Faulty::with_limit(ROOM);
    let journaled = Faulty::with_limit(ROOM);
    let noted = journaled.clone();
    let note = move |key: &str, value: Option<&str>| match value {
        Some(value) => noted.set(key, value).unwrap(),
        None => noted.remove(key).unwrap(),
    };
    let store = SessionStore::new(Rc::new(Journaled::new(storage.clone(), Box::new(note))));
    let mut states = vec![storage.all()];
    let mut revision = 0;
    for number in 0..5 {
        revision = store.save(&slot(), &session(&format!("Line {number}")), revision).unwrap();
        states.push(storage.all());
        store.back_up(&slot(), when(number)).unwrap();
        states.push(storage.all());
    }
    let journal = journaled.all();
    (storage, journal, states)
}
