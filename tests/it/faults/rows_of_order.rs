//! More rows: the order of revisions, what is too large or nested too deep, clocks that jump.

use plumbline::exchange::{
    Keep, LARGEST, LARGEST_STORED, ReadError, discussions, merge, preview, read_session, restated, write_session,
    write_session_compact,
};
use plumbline::session::{Change, Session, Steps, SystemField};
use plumbline::store::{SaveError, SessionStore, Storage, StorageError, Summary, When, seal};
use serde_json::{Value, json};

use super::rows::{CLOCK, DAMAGED, FULL, KILLED, Row, TABS};
use super::stage::*;
use super::stories;
use crate::support::faulty::Faulty;
use crate::support::{id, smm_asked};

const LARGE: &str = "It becomes too large";

const MINUTE: i64 = 60_000;
const DAY: i64 = 86_400_000;

/// More rows, by group.
pub const MORE: &[Row] = &[
    (FULL, "full, and not even without all backups there would be room", "not saved, and said so; no backup goes", || {
        let stage = stage();
        stage.fill_up_to(10);
        let backups = stage.store.backups().unwrap();
        let mut longer = session("Line");
        say(&mut longer, "tester", SystemField::Includes, &noise(9_000));
        assert_eq!(stage.store.save(&slot(), &longer, 1), Err(SaveError::Storage(StorageError::Full)));
        assert_eq!(stage.store.backups().unwrap(), backups);
        stage.both_open();
    }),
    (FULL, "full, and a backup is all that is left of something", "it makes no room", || {
        let stage = stage();
        stage.storage.remove("plumbline.session.mill").unwrap();
        stage.fill_up_to(10);
        let mut longer = session("Line");
        say(&mut longer, "tester", SystemField::Includes, &noise(200));
        assert_eq!(stage.store.save(&slot(), &longer, 1), Err(SaveError::Storage(StorageError::Full)));
        assert_eq!(stage.store.backups().unwrap().len(), 1);
    }),
    (TABS, "something is undone that another tab changed since", "what the other wrote stays, and so it is said", || {
        let stage = stage();
        let authorship = |actor: &str| plumbline::session::Authorship { by: None, at: at(0), actor: id(actor) };
        let name = |words: &str| Change::System(SystemField::Name, Some(words.to_owned()));
        let (mut mine, mut steps) = (session("Line"), Steps::default());
        steps.make(&mut mine, name("Line 2"), &authorship("one"));
        let revision = stage.store.save(&slot(), &mine, 1).unwrap();
        let mut theirs = stage.store.open(&slot()).unwrap().session;
        say(&mut theirs, "two", SystemField::Name, "Line 3");
        let revision = stage.store.save(&slot(), &theirs, revision).unwrap();
        mine = stage.store.open(&slot()).unwrap().session;
        let undone = steps.undo(&mut mine, &authorship("one")).unwrap();
        assert_eq!((undone.given_back, undone.changed_since), (vec![], vec![name("Line 2")]));
        stage.store.save(&slot(), &mine, revision).unwrap();
        assert_eq!(stage.name(&slot()), "Line 3");
    }),
    (
        TABS,
        "something is undone before it is heard that another tab changed it",
        "one stands, the other is said and not forgotten",
        || {
            let stage = stage();
            let authorship = |actor: &str| plumbline::session::Authorship { by: None, at: at(0), actor: id(actor) };
            let name = |words: &str| Change::System(SystemField::Name, Some(words.to_owned()));
            let (mut mine, mut steps) = (session("Line"), Steps::default());
            steps.make(&mut mine, name("Line 2"), &authorship("one"));
            let revision = stage.store.save(&slot(), &mine, 1).unwrap();
            let mut theirs = stage.store.open(&slot()).unwrap().session;
            say(&mut theirs, "two", SystemField::Name, "Line 3");
            stage.store.save(&slot(), &theirs, revision).unwrap();
            steps.undo(&mut mine, &authorship("one")).unwrap();
            let both = stage.store.save_with_others(&slot(), &mine, revision, &id("one")).unwrap().both.unwrap();
            let said: Vec<_> = both.conflicts.iter().flat_map(|both| [both.mine.value(), both.theirs.value()]).collect();
            assert!(format!("{said:?}").contains("Line 3"), "{said:?}");
        },
    ),
    (DAMAGED, "kept on both sides and then nested too deep to be read", "refused before anything is written", || {
        let deep = |words: &str| {
            let mut value = json!(words);
            (0..122).for_each(|_| value = json!([value]));
            with_member(&session("Line"), "x-deep", value)
        };
        let (mine, theirs) = (said_deep(&deep("a"), "one", "Line 1"), said_deep(&deep("a"), "two", "Line 2"));
        let merged = merge(&mine, &theirs).unwrap();
        let authorship = plumbline::session::Authorship { by: None, at: at(0), actor: id("one") };
        for keep in [Keep::Mine, Keep::Theirs, Keep::Both] {
            // Whatever comes out can be read again.
            if let Ok(decided) = merged.decided(&[keep], &authorship) {
                assert!(read_session(write_session_compact(&decided).unwrap().as_bytes()).is_ok());
            } else {
                assert_eq!(keep, Keep::Both);
            }
        }
        assert!(merged.decided(&[Keep::Mine], &authorship).is_ok() && merged.decided(&[Keep::Both], &authorship).is_err());
    }),
    (DAMAGED, "something to be settled that would take back the only round, or set a level that is none", "refused", || {
        let stamped = |on: &str, value: Option<Value>| {
            let mut record = json!({ "on": on, "at": "2026-11-23T09:00:00Z", "stamp": "ana:2" });
            if let Some(value) = value {
                record["value"] = value;
            }
            record
        };
        let discussed = |list: &str, side: Value| {
            let value = json!({ "list": list, "sides": [side] });
            with_member(&session("Line"), "discussions", json!([stamped("d1", Some(value))]))
        };
        let no_round = discussed("rounds", stamped("r1", None));
        assert!(discussions(&no_round).iter().flat_map(|(_, sides)| sides).all(|side| restated(side).is_none()));
        let target = json!({ "level": 200, "scope": "industry", "origin": "practice" });
        let no_level = discussed("targets", stamped("governance.strategy.program", Some(target)));
        assert!(matches!(preview(&no_level, &smm_asked()), Err(ReadError::OffScale { .. })));
    }),
    (
        TABS,
        "deleted elsewhere; of two tabs that had it open one types and closes, then the other saves",
        "both are there",
        || {
            let stage = stage();
            let (mut one, mut two) = (session("Line"), session("Line"));
            stage.store.delete(&slot(), at(0)).unwrap();
            say(&mut one, "one", SystemField::Includes, "The filler");
            assert_eq!(stage.store.save_with_others(&slot(), &one, 1, &id("one")).unwrap().revision, 2);
            say(&mut two, "two", SystemField::Excludes, "The office");
            let both = stage.store.save_with_others(&slot(), &two, 1, &id("two")).unwrap();
            assert_eq!(both.revision, 3);
            let stored = stage.store.open(&slot()).unwrap().session;
            assert_eq!(
                (stored.system(SystemField::Includes), stored.system(SystemField::Excludes)),
                ("The filler", "The office")
            );
        },
    ),
    (TABS, "deleted for good elsewhere while two tabs sleep, then both wake up", "both are there", || {
        let stage = stage();
        let (mut one, mut two) = (session("Line"), session("Line"));
        stage.store.save(&slot(), &two, 1).unwrap();
        stage.store.delete(&slot(), at(0)).unwrap();
        stage.store.delete_for_good(&slot(), Some(at(0))).unwrap();
        say(&mut one, "one", SystemField::Includes, "The filler");
        // One had revision 1, the other revision 2.
        assert_eq!(stage.store.save_with_others(&slot(), &one, 1, &id("one")).unwrap().revision, 3);
        say(&mut two, "two", SystemField::Excludes, "The office");
        stage.store.save_with_others(&slot(), &two, 2, &id("two")).unwrap();
        let stored = stage.store.open(&slot()).unwrap().session;
        assert_eq!((stored.system(SystemField::Includes), stored.system(SystemField::Excludes)), ("The filler", "The office"));
    }),
    (TABS, "put back from the bin under a revision that a sleeping tab had reached", "it goes on beyond that", || {
        let stage = stage();
        stage.store.delete(&slot(), at(0)).unwrap();
        let revision = (0..3).fold(1, |revision, _| {
            if revision == 1 {
                stage.store.save_again(&slot(), &session("Line 2"), 1).unwrap()
            } else {
                stage.store.save(&slot(), &session("Line 2"), revision).unwrap()
            }
        });
        stage.store.delete(&slot(), at(1)).unwrap();
        stage.store.delete_for_good(&slot(), Some(at(1))).unwrap();
        stage.store.put_back(&slot()).unwrap();
        assert!(stage.store.open(&slot()).unwrap().revision > revision);
        stage.both_open();
    }),
    (TABS, "an old backup is put back where nothing is any more", "backups of the next hours and days are kept as ever", || {
        let stage = stage();
        let text = stage.stored();
        stage.storage.set(&Stage::key(), &resealed(&text, 2_160)).unwrap();
        let backup = stage.store.back_up(&slot(), when(0)).unwrap().unwrap();
        stage.storage.remove(&Stage::key()).unwrap();
        stage.store.restore(&backup, when(MINUTE)).unwrap();
        let mut revision = stage.store.open(&slot()).unwrap().revision;
        assert!(revision > 2_160);
        let times = |stage: &Stage| -> Vec<i64> {
            let backups = stage.store.backups().unwrap().into_iter().filter(|backup| backup.slot == slot());
            backups.map(|backup| backup.at.as_millisecond() - at(0).as_millisecond()).collect()
        };
        for minute in 2..182 {
            stage.store.back_up_in_time(&slot(), when(minute * MINUTE)).unwrap();
            revision = stage.store.save(&slot(), &session("Line"), revision).unwrap();
        }
        let made = times(&stage);
        assert!(made.iter().filter(|time| **time >= 60 * MINUTE).count() >= 3, "{made:?}");
        for day in 1..6 {
            for minute in [0, 31, 62] {
                stage.store.back_up_in_time(&slot(), when(day * DAY + minute * MINUTE)).unwrap();
                revision = stage.store.save(&slot(), &session("Line"), revision).unwrap();
            }
        }
        let made = times(&stage);
        assert!((1..6).all(|day| made.iter().any(|time| time.div_euclid(DAY) == day)), "{made:?}");
    }),
    (
        TABS,
        "all of this in any order, as chance has it",
        "whatever was accepted as saved is there, unless it was given up",
        || stories::tell(200),
    ),
    (
        LARGE,
        "more is typed than can be stored",
        "not saved, and said so; the export is read again; shortened, it is saved",
        || {
            let stage = roomy();
            let mut large = session("Line");
            say(&mut large, "tester", SystemField::Includes, &"words ".repeat(LARGEST_STORED / 6));
            let Err(SaveError::TooLarge { bytes }) = stage.store.save(&slot(), &large, 1) else { panic!("it was saved") };
            assert_eq!(bytes, write_session_compact(&large).unwrap().len());
            stage.both_open();
            assert_eq!(read_session(write_session(&large).unwrap().as_bytes()).as_ref(), Ok(&large));
            say(&mut large, "tester", SystemField::Includes, &"words ".repeat(LARGEST_STORED / 6 - 200));
            assert_eq!(stage.store.save(&slot(), &large, 1), Ok(2));
            assert_eq!(stage.store.open(&slot()).unwrap().session, large);
        },
    ),
    (LARGE, "what two tabs wrote is too large together", "not saved, and said so; what each has stays", || {
        let stage = roomy();
        let (mut one, mut two) = (session("Line"), session("Line"));
        say(&mut one, "one", SystemField::Includes, &"words ".repeat(LARGEST_STORED / 10));
        say(&mut two, "two", SystemField::Excludes, &"words ".repeat(LARGEST_STORED / 10));
        stage.store.save(&slot(), &one, 1).unwrap();
        let refused = stage.store.save_with_others(&slot(), &two, 1, &id("two"));
        assert!(matches!(refused, Err(SaveError::TooLarge { .. })));
        assert_eq!(stage.store.open(&slot()).unwrap().session, one);
    }),
    (LARGE, "stored by a Plumbline that had no limit", "it opens", || {
        let stage = roomy();
        let mut large = session("Line");
        say(&mut large, "tester", SystemField::Includes, &"words ".repeat(LARGEST_STORED / 5));
        let summary = serde_json::to_string(&Summary::of(&large)).unwrap();
        stage.put(&seal(1, &summary, &write_session_compact(&large).unwrap()));
        assert_eq!(stage.store.open(&slot()).unwrap().session, large);
    }),
    (LARGE, "a file whose numbers are longer when they are written again", "refused where it could not be read again", || {
        let numbers = |count: usize| {
            let text = write_session_compact(&session("Line")).unwrap();
            format!("{},\"x-numbers\":[{}]}}", text.trim_end_matches('}'), vec!["1e15"; count].join(","))
        };
        let small = read_session(numbers(500_000).as_bytes()).unwrap();
        let file = write_session(&small).unwrap();
        assert_eq!(read_session(file.as_bytes()), Ok(small));
        assert!(numbers(2_000_000).len() < LARGEST);
        assert!(matches!(read_session(numbers(2_000_000).as_bytes()), Err(ReadError::TooLarge { .. })));
    }),
    (LARGE, "on many lines the export would be too large", "it is written on one", || {
        let numbers: Vec<Value> = vec![json!([[[[[[[[1]]]]]]]]); 350_000];
        let wide = with_member(&session("Line"), "x-wide", Value::from(numbers));
        assert!(write_session_compact(&wide).unwrap().len() < LARGEST_STORED);
        assert_eq!(read_session(write_session(&wide).unwrap().as_bytes()), Ok(wide));
    }),
    (CLOCK, "a year ahead at one start of the app, or for some", "what is in the bin stays there, and its backups", || {
        let stage = stage();
        stage.store.delete(&other(), at(0)).unwrap();
        for day in [0, 365, 0, 1, 366, 366, 2, -4_000, 3] {
            stage.store.clear_bin(at(day * DAY)).unwrap();
        }
        assert_eq!((stage.store.bin().unwrap().len(), stage.store.backups().unwrap().len()), (1, 1));
        stage.store.put_back(&other()).unwrap();
        stage.both_open();
    }),
    (CLOCK, "it was 2015 when something was deleted", "it stays in the bin for thirty days of right time", || {
        let stage = stage();
        stage.store.delete(&slot(), at(-4_000 * DAY)).unwrap();
        stage.store.clear_bin(at(-4_000 * DAY)).unwrap();
        (0..29).for_each(|day| stage.store.clear_bin(at(day * DAY)).unwrap());
        assert_eq!(stage.store.bin().unwrap().len(), 1);
        stage.store.clear_bin(at(31 * DAY)).unwrap();
        assert!(stage.store.bin().unwrap().is_empty(), "then it goes");
    }),
    (CLOCK, "a year ahead or back while people work, then right again", "no backup goes for that", || {
        for jump in [365 * DAY, -365 * DAY] {
            let stage = stage();
            let mut revision = 1;
            for minute in [0, 35, 70] {
                stage.store.back_up_in_time(&slot(), when(minute * MINUTE)).unwrap();
                revision = stage.store.save(&slot(), &session(&format!("Line {minute}")), revision).unwrap();
            }
            let count = || stage.store.backups().unwrap().into_iter().filter(|backup| backup.slot == slot()).count();
            assert_eq!(count(), 3);
            stage.store.back_up(&slot(), When { at: at(jump + 80 * MINUTE), ahead: 60 }).unwrap();
            stage.store.save(&slot(), &session("Line"), revision).unwrap();
            stage.store.back_up(&slot(), When { at: at(jump + 81 * MINUTE), ahead: 60 }).unwrap();
            assert_eq!(count(), 5);
        }
    }),
    (CLOCK, "deleted twice at the very same time", "both are in the bin", || {
        let stage = stage();
        stage.store.delete(&slot(), at(0)).unwrap();
        stage.store.save(&slot(), &session("Line 2"), 0).unwrap();
        stage.store.delete(&slot(), at(0)).unwrap();
        assert_eq!(stage.store.bin().unwrap().len(), 2);
    }),
    (KILLED, "after something was deleted and saved again", "what was saved again is there", || {
        let stage = stage();
        stage.store.delete(&slot(), at(0)).unwrap();
        let mut again = session("Line");
        say(&mut again, "tester", SystemField::Includes, "The filler");
        stage.store.save_again(&slot(), &again, 1).unwrap();
        let journal = stage.storage.all();
        stage.storage.all().iter().for_each(|(key, _)| stage.storage.remove(key).unwrap());
        stage.before.iter().for_each(|(key, value)| stage.storage.set(key, value).unwrap());
        stage.store.bring_back(journal, &[]);
        assert_eq!(stage.store.open(&slot()).unwrap().session, again);
    }),
    (KILLED, "and the journal is older than a backup that was put back", "what was put back counts", || {
        let stage = stage();
        let backup = stage.store.backups().unwrap().remove(0);
        let mut longer = session("Mill");
        say(&mut longer, "tester", SystemField::Includes, "The stones");
        let revision = stage.store.save(&other(), &longer, 1).unwrap();
        let journal = stage.storage.all();
        stage.store.delete(&other(), at(0)).unwrap();
        stage.store.restore(&backup, when(1)).unwrap();
        assert!(stage.store.open(&other()).unwrap().revision > revision);
        stage.store.bring_back(journal, &[]);
        assert_eq!(stage.store.open(&other()).unwrap().session.system(SystemField::Includes), "");
    }),
];

/// The same under another revision.
fn resealed(stored: &str, revision: u64) -> String {
    let body = plumbline::store::StoredRecord::open(stored).unwrap().body;
    let summary = Summary::of(&read_session(body.as_bytes()).unwrap());
    seal(revision, &serde_json::to_string(&summary).unwrap(), &body)
}

/// A session with a member more.
fn with_member(session: &Session, name: &str, value: Value) -> Session {
    let mut file: Value = serde_json::from_str(&write_session_compact(session).unwrap()).unwrap();
    file[name] = value;
    read_session(file.to_string().as_bytes()).unwrap()
}

/// The session with words of that actor, which stand in a record with a member that is nested deep.
fn said_deep(session: &Session, actor: &str, words: &str) -> Session {
    let mut session = session.clone();
    say(&mut session, actor, SystemField::Name, words);
    let mut file: Value = serde_json::from_str(&write_session_compact(&session).unwrap()).unwrap();
    let deep = file["x-deep"].clone();
    file["system"][0]["x-deep"] = deep;
    read_session(file.to_string().as_bytes()).unwrap()
}

/// A stage with room for all that a browser keeps.
fn roomy() -> Stage {
    let storage = Faulty::with_limit(plumbline::store::CAPACITY);
    let store = SessionStore::new(storage.clone());
    store.save(&slot(), &session("Line"), 0).unwrap();
    store.save(&other(), &session("Mill"), 0).unwrap();
    let before = storage.all();
    Stage { storage, store, before }
}
