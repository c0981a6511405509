//! Anonymous benchmarks: figures worked out by hand, what can be found out from one and from two of them, and their files.

#![allow(clippy::panic, clippy::indexing_slicing, reason = "what is not there ends the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{bytes, id, json as file, set, tiny};
use plumbline::analysis::{
    Assessment, COHORT_FEWEST, COHORT_LONGEST_TITLE, COHORT_QUARTERS_FROM, Cohort, CohortLevels, CohortMismatch, CohortName,
    CohortPlace, CohortPractice, CohortQuarters, Exact, Fit, Member, MemberPractice, MemberStanding, NoCohort, against_cohort,
    cohort, fleet_member, results,
};
use plumbline::exchange::{CohortError, CohortRule, LARGEST_COHORT, ReadError, read_cohort, write_cohort};
use plumbline::model::{Level, Questionnaire};
use plumbline::session::{Date, Expected, ModelRef, Timestamp, Wrong};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";
const HANDS: &str = "haende.waschen";
const PRACTICES: [&str; 3] = [COOLING, FLOUR, HANDS];
const TODAY: Date = Date::constant(2026, 11, 28);
const GOLDEN: &str = "tests/data/golden/cohort-v1.json";

fn level(number: u8) -> Level {
    Level::new(number)
}

fn called(title: &str) -> CohortName {
    CohortName { title: title.to_owned(), made: TODAY, model: ModelRef::new(id("backstube"), id("v1")) }
}

/// What is said of a practice: the level, where it is known to the end, and the target.
type SaidOf = (Option<u8>, Option<u8>);

/// A member of which this is said, practice by practice.
fn member(number: usize, said: &[SaidOf]) -> Member {
    let practice = |(practice, (stands, target)): (&&str, &SaidOf)| MemberPractice {
        practice: id(practice),
        stands: stands.map_or(MemberStanding::NotAssessed, |number| MemberStanding::At(level(number))),
        exact: Exact::Level,
        target: target.map(level),
        minimum: None,
        fit: Fit::NoTarget,
        falls_short: false,
    };
    Member {
        label: format!("Bakery Quux {number}"),
        session: id(&format!("secret-session-{number}")),
        model: id("backstube"),
        changed: Timestamp::UNIX_EPOCH,
        practices: PRACTICES.iter().zip(said).map(practice).collect(),
        statements: Vec::new(),
        duties: Vec::new(),
        perhaps: 0,
    }
}

fn members(said: &[Vec<SaidOf>]) -> Vec<Member> {
    said.iter().enumerate().map(|(number, said)| member(number, said)).collect()
}

/// Members at these levels of one practice.
fn at(levels: &[u8]) -> Vec<Member> {
    members(&levels.iter().map(|level| vec![(Some(*level), None)]).collect::<Vec<_>>())
}

fn made(members: &[Member]) -> Cohort {
    cohort(members, called("Bakeries")).unwrap_or_else(|why| panic!("{why:?}"))
}

#[test]
fn six_bakeries_come_out_as_worked_out_by_hand() {
    // Of six, three have to lie at or below a level; of five, four.
    let said = [
        vec![(Some(0), Some(2)), (Some(1), None), (None, Some(1))],
        vec![(Some(1), Some(2)), (Some(1), None), (None, Some(1))],
        vec![(Some(2), Some(1)), (Some(2), None), (Some(1), Some(1))],
        vec![(Some(2), Some(2)), (Some(2), None), (Some(1), Some(1))],
        vec![(Some(2), Some(2)), (Some(0), Some(1)), (Some(1), None)],
        vec![(Some(2), None), (None, Some(1)), (Some(1), None)],
    ];
    let made = made(&members(&said));
    assert_eq!((made.title.as_str(), made.made.to_string().as_str(), made.at_least), ("Bakeries", "2026-11", 5));
    let told = |half: u8| Some(CohortLevels { at_least: 5, half: level(half), quarters: None });
    let of = |name: &str, levels, targets| CohortPractice { practice: id(name), levels, targets };
    // Cooling: 0, 1, 2, 2, 2, 2: the third is 2. Targets: 1, 2, 2, 2, 2: the fourth is 2.
    // Flour: 0, 1, 1, 2, 2: the fourth is 2; two targets are too few. Hands: four levels and four targets are too few.
    assert_eq!(made.practices, [of(COOLING, told(2), told(2)), of(FLOUR, told(2), None)]);
    let all = PRACTICES.map(id);
    assert_eq!(made.without_levels(all.iter()), [&all[2]]);
}

#[test]
fn quarters_are_told_from_fifteen_on_and_numbers_in_steps_of_five() {
    let levels = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2];
    let told = |many: usize| made(&at(&levels[..many])).practices[0].levels.unwrap_or_else(|| panic!("{many}"));
    assert_eq!(told(14), CohortLevels { at_least: 10, half: level(1), quarters: None });
    // Of fifteen: the sixth, the ninth and the thirteenth; of sixteen the fourth, the eighth and the twelfth.
    let quarters = Some(CohortQuarters { lower: level(1), upper: level(2) });
    assert_eq!(told(15), CohortLevels { at_least: 15, half: level(2), quarters });
    let quarters = Some(CohortQuarters { lower: level(0), upper: level(2) });
    assert_eq!(told(16), CohortLevels { at_least: 15, half: level(1), quarters });
}

#[test]
fn what_would_give_somebody_away_or_say_nothing_is_refused_with_the_reason() {
    let why = |members: &[Member], title: &str| cohort(members, called(title)).err();
    let five = at(&[0, 1, 1, 2, 2]);
    assert_eq!(why(&five, "Bakeries"), None);
    assert_eq!(why(&five[..4], "Bakeries"), Some(NoCohort::TooFew(4)));
    assert_eq!(why(&[], "Bakeries"), Some(NoCohort::TooFew(0)));
    assert_eq!(why(&five, "  "), Some(NoCohort::NoTitle));
    assert_eq!(why(&five, &"é".repeat(COHORT_LONGEST_TITLE)), None);
    assert_eq!(why(&five, &"é".repeat(COHORT_LONGEST_TITLE + 1)), Some(NoCohort::LongTitle));
    let twice: Vec<Member> = five.iter().chain(&five[..1]).cloned().collect();
    assert_eq!(why(&twice, "Bakeries"), Some(NoCohort::Twice("Bakery Quux 0".to_owned(), "Bakery Quux 0".to_owned())));
    let mut other = five.clone();
    other[3].model = id("elsewhere");
    assert_eq!(why(&other, "Bakeries"), Some(NoCohort::OtherModel("Bakery Quux 3".to_owned())));
    let silent = members(&vec![vec![(None, None)]; 6]);
    assert_eq!(why(&silent, "Bakeries"), Some(NoCohort::NothingToTell));
}

/// How often each level is there, the lowest first.
type Counts = Vec<usize>;

/// All ways in which so many members can be at so many levels.
fn all_counts(members: usize, levels: usize) -> Vec<Counts> {
    if levels == 1 {
        return vec![vec![members]];
    }
    let with = |first: usize| all_counts(members - first, levels - 1).into_iter().map(move |rest| [vec![first], rest].concat());
    (0..=members).flat_map(with).collect()
}

/// What is told of levels that are there so often, by what the app itself makes of them.
fn told(counts: &[usize]) -> Option<CohortLevels> {
    let levels: Vec<u8> = (0..).zip(counts).flat_map(|(level, many)| vec![level; *many]).collect();
    cohort(&at(&levels), called("Bakeries")).ok()?.practices.first()?.levels
}

/// For what two files tell, of a cohort and of the same with one member more: which levels that member can have.
type Fitting<T> = BTreeMap<(T, T), BTreeSet<usize>>;

/// Of every cohort of so many, with every member that could come to it. `told` is what its file tells.
fn fitting<T: Ord>(members: usize, levels: usize, told: impl Fn(&[usize]) -> T) -> Fitting<T> {
    let mut found = Fitting::new();
    for counts in all_counts(members, levels) {
        for level in 0..levels {
            let mut more = counts.clone();
            more[level] += 1;
            found.entry((told(&counts), told(&more))).or_default().insert(level);
        }
    }
    found
}

/// The same of what a file tells, in a form that can be put in order.
fn in_files(members: usize, levels: usize) -> Fitting<String> {
    fitting(members, levels, |counts| format!("{:?}", told(counts)))
}

/// Up to how many members every cohort is tried, by how many levels there are.
const TRIED: [(usize, usize); 4] = [(2, 22), (3, 20), (4, 16), (5, 10)];

#[test]
fn two_files_that_differ_by_one_member_fit_with_every_level_of_it() {
    for (levels, most) in TRIED {
        for members in 0..=most {
            for ((one, other), fit) in in_files(members, levels) {
                assert_eq!(fit.len(), levels, "{members} members, then one more: {one} and {other} leave {fit:?}");
            }
        }
    }
}

#[test]
fn the_same_test_finds_what_plainer_ways_give_away() {
    let leaks = |found: &dyn Fn(usize) -> bool| (COHORT_FEWEST..12).any(found);
    // The level in the middle as it is.
    let middle = |counts: &[usize]| {
        let (all, mut so_far) = (counts.iter().sum::<usize>(), 0);
        counts.iter().position(|many| {
            so_far += many;
            so_far * 2 >= all
        })
    };
    assert!(leaks(&|members| fitting(members, 5, middle).values().any(|fit| fit.len() < 5)));
    // How many are at each level, in steps of five.
    let steps = |counts: &[usize]| counts.iter().map(|many| many / 5).collect::<Vec<_>>();
    assert!(leaks(&|members| fitting(members, 3, steps).values().any(|fit| fit.len() == 1)));
    // What is told, and exactly how many are at the lowest level.
    let lowest = |counts: &[usize]| (format!("{:?}", told(counts)), counts[0]);
    assert!(leaks(&|members| fitting(members, 3, lowest).values().any(|fit| fit.len() == 1)));
}

#[test]
fn one_file_tells_no_level_of_anybody_for_certain() {
    for (levels, most) in TRIED {
        for members in COHORT_FEWEST..=most {
            let mut there: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
            for counts in all_counts(members, levels) {
                let of = there.entry(format!("{:?}", told(&counts))).or_default();
                of.extend((0..levels).filter(|level| counts[*level] > 0));
            }
            assert!(there.values().all(|of| of.len() == levels), "{members} members at {levels} levels: {there:?}");
        }
    }
}

#[test]
fn not_even_a_member_who_knows_how_many_there_are_finds_the_level_of_another_unless_they_are_five() {
    for (levels, most) in TRIED {
        for members in COHORT_FEWEST + 1..=most {
            let mut others: BTreeMap<(String, usize), BTreeSet<usize>> = BTreeMap::new();
            for counts in all_counts(members, levels) {
                let told = format!("{:?}", told(&counts));
                for own in (0..levels).filter(|level| counts[*level] > 0) {
                    let of = others.entry((told.clone(), own)).or_default();
                    of.extend((0..levels).filter(|level| counts[*level] > usize::from(*level == own)));
                }
            }
            assert!(others.values().all(|of| of.len() == levels), "{members} members at {levels} levels: {others:?}");
        }
    }
}

#[test]
fn what_is_told_is_true() {
    for (levels, most) in TRIED {
        for counts in (COHORT_FEWEST..=most).flat_map(|members| all_counts(members, levels)) {
            let told = told(&counts).unwrap_or_else(|| panic!("{counts:?}"));
            let all: usize = counts.iter().sum();
            let below = |level: Level| counts.iter().take(usize::from(level.number()) + 1).sum::<usize>();
            assert!(told.at_least <= all && all < told.at_least + 5, "{counts:?}");
            assert!(below(told.half) * 2 >= all, "{counts:?}");
            if told.half > Level::NONE {
                assert!(below(told.half.below()) * 2 <= all + 1, "{counts:?}: half at the most, about");
            }
            assert_eq!(told.quarters.is_some(), all >= COHORT_QUARTERS_FROM);
            if let Some(CohortQuarters { lower, upper }) = told.quarters {
                assert!(below(lower) * 4 >= all && below(upper) * 4 >= 3 * all && lower <= told.half && told.half <= upper);
            }
        }
    }
}

/// What fits, of cohorts at three levels.
static AT_THREE: LazyLock<Vec<Fitting<String>>> = LazyLock::new(|| (0..=20).map(|members| in_files(members, 3)).collect());

fn said() -> impl Strategy<Value = Vec<SaidOf>> {
    vec((option::weighted(0.8, 0_u8..=2), option::weighted(0.7, 0_u8..=2)), 3)
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn whoever_has_both_files_finds_no_level_and_no_target_of_whoever_joined(
        before in vec(said(), 4..18),
        joins in said(),
    ) {
        let now: Vec<_> = before.iter().cloned().chain([joins.clone()]).collect();
        let files = [&before, &now].map(|said| cohort(&members(said), called("Bakeries")));
        for (at, practice) in PRACTICES.iter().enumerate() {
            let read = |of: fn(&CohortPractice) -> Option<CohortLevels>| {
                let in_file = |it: &Result<Cohort, NoCohort>| it.as_ref().ok().and_then(|it| it.practice(&id(practice)).and_then(of));
                (format!("{:?}", in_file(&files[0])), format!("{:?}", in_file(&files[1])))
            };
            let [levels, targets] = [read(|it| it.levels), read(|it| it.targets)];
            let known = |of: fn(&SaidOf) -> Option<u8>| before.iter().filter(|said| of(&said[at]).is_some()).count();
            for (own, known, told) in [(joins[at].0, known(|it| it.0), levels), (joins[at].1, known(|it| it.1), targets)] {
                if own.is_some() {
                    let fit = AT_THREE[known].get(&told).map_or(0, BTreeSet::len);
                    prop_assert_eq!(fit, 3, "{} of {} known: {:?}", practice, known, told);
                } else {
                    prop_assert!(known < COHORT_FEWEST || told.0 == told.1 || files[0].is_err());
                }
            }
        }
    }

    #[test]
    fn no_name_no_id_and_no_day_is_in_the_file_and_it_is_read_as_it_was_written(all in vec(said(), 5..40)) {
        if let Ok(cohort) = cohort(&members(&all), called("Bakeries of the north")) {
            let text = write_cohort(&cohort)?;
            for word in ["Quux", "secret", "2026-11-28", "1970"] {
                prop_assert!(!text.contains(word), "{}", word);
            }
            prop_assert_eq!(read_cohort(text.as_bytes()), Ok(cohort));
        }
    }

    #[test]
    fn the_order_in_which_they_were_opened_makes_no_difference(all in vec(said(), 5..20)) {
        let (one, mut other) = (members(&all), members(&all));
        other.reverse();
        prop_assert_eq!(cohort(&one, called("Bakeries")), cohort(&other, called("Bakeries")));
    }
}

/// Fifteen bakeries, as the golden file has them.
fn fifteen() -> Vec<Member> {
    let said = |number: u8| vec![(Some(number % 3), Some(2 - number % 2)), (Some(u8::from(number > 4)), None), (None, None)];
    members(&(0..15).map(said).collect::<Vec<_>>())
}

#[test]
fn the_golden_file_is_what_is_written_and_read() {
    let cohort = made(&fifteen());
    let golden = bytes(GOLDEN);
    assert_eq!(write_cohort(&cohort).unwrap_or_default(), String::from_utf8_lossy(&golden));
    assert_eq!(read_cohort(&golden), Ok(cohort));
}

fn wrong(path: &str, what: Wrong) -> CohortError {
    CohortError::Unreadable(ReadError::Wrong { path: path.to_owned(), what })
}

#[test]
fn what_is_wrong_in_a_file_is_named_with_its_place() {
    let read = |pointer: &str, value: Value| {
        let mut altered = file(GOLDEN);
        set(&mut altered, pointer, value);
        read_cohort(altered.to_string().as_bytes()).err().unwrap_or_else(|| panic!("{pointer}: it is read"))
    };
    let breaks = |path: &str, rule| CohortError::Breaks { path: path.to_owned(), rule };
    assert_eq!(
        read("/format", json!("plumbline-session")),
        CohortError::NotACohort { found: Some("plumbline-session".to_owned()) }
    );
    assert_eq!(read("/version", json!(2)), CohortError::Newer { version: 2 });
    assert_eq!(read("/version", json!(0)), wrong("version", Wrong::NotA(Expected::Number { highest: None })));
    assert_eq!(read("/made", json!("2026-11-28")), wrong("made", Wrong::NotA(Expected::Day)));
    assert_eq!(read("/title", json!("   ")), breaks("title", CohortRule::Title));
    assert_eq!(read("/title", json!("x".repeat(121))), breaks("title", CohortRule::Title));
    assert_eq!(read("/limits/fewest", json!(2)), breaks("limits", CohortRule::Limits));
    assert_eq!(read("/at_least", json!(14)), breaks("at_least", CohortRule::Count));
    assert_eq!(read("/at_least", json!(0)), breaks("at_least", CohortRule::Count));
    assert_eq!(read("/practices", json!([])), breaks("practices", CohortRule::Practices));
    assert_eq!(read("/practices/1/practice", json!(COOLING)), breaks("practices[1]", CohortRule::Practices));
    assert_eq!(read("/practices/0/levels/at_least", json!(20)), breaks("practices[0].levels.at_least", CohortRule::Count));
    assert_eq!(read("/practices/0/levels/at_least", json!(10)), breaks("practices[0].levels", CohortRule::Quarters));
    assert_eq!(read("/practices/0/levels/quarters", json!(null)), breaks("practices[0].levels", CohortRule::Quarters));
    assert_eq!(read("/practices/0/levels/quarters/upper", json!(0)), breaks("practices[0].levels", CohortRule::Order));
    let number = Wrong::NotA(Expected::Number { highest: Some(u8::MAX) });
    assert_eq!(read("/practices/0/levels/half", json!("two")), wrong("practices[0].levels.half", number));
    let unknown = Wrong::Unknown("names".to_owned());
    assert_eq!(
        read("/practices/0/levels", json!({ "at_least": 5, "half": 1, "names": [] })),
        wrong("practices[0].levels", unknown)
    );
}

#[test]
fn what_is_no_cohort_at_all_is_said() {
    let empty = CohortError::Unreadable(ReadError::Empty);
    assert_eq!(read_cohort(b" "), Err(empty));
    assert_eq!(read_cohort(b"[]"), Err(CohortError::NotACohort { found: None }));
    assert_eq!(read_cohort(b"{ \"format\": "), Err(CohortError::Unreadable(ReadError::Truncated { line: 1 })));
    let large = vec![b' '; LARGEST_COHORT + 1];
    assert_eq!(read_cohort(&large), Err(CohortError::TooLarge { bytes: LARGEST_COHORT + 1 }));
    let session = read_cohort(&bytes("tests/data/small.json"));
    assert_eq!(session, Err(CohortError::NotACohort { found: Some("plumbline-session".to_owned()) }));
    let other_way = plumbline::exchange::read_session(&bytes(GOLDEN));
    assert_eq!(other_way, Err(ReadError::NotASession { found: Some("plumbline-cohort".to_owned()) }));
}

#[test]
fn an_assessment_stands_beside_it_with_its_own_need_and_what_is_not_assessed_is_no_level() {
    let asked = Questionnaire::new(tiny(), Vec::new());
    let cohort = made(&fifteen());
    let mut talk = Talk::about(&tiny());
    talk.quick_level(COOLING, 2);
    talk.target(COOLING, 1);
    let assessment = Assessment::latest(&asked, &talk.session).on(TODAY);
    let found = against_cohort(&results(&assessment), &asked, &cohort).unwrap_or_else(|why| panic!("{why:?}"));
    assert_eq!((found.practices.len(), found.not_asked), (3, 0));
    let cooling = &found.practices[0];
    // Five each at 0, 1 and 2: of fifteen the sixth is 1, the ninth 1, the thirteenth 2.
    let quarters = Some(CohortQuarters { lower: level(1), upper: level(2) });
    let levels = Some(CohortLevels { at_least: 15, half: level(1), quarters });
    assert_eq!(cooling.there.as_ref().and_then(|it| it.levels), levels);
    assert_eq!((cooling.place, cooling.here.fit, cooling.here.target), (Some(CohortPlace::Middle), Fit::More, Some(level(1))));
    let flour = &found.practices[1];
    assert_eq!((flour.place, flour.here.fit), (None, Fit::NoTarget), "nobody assessed it: no level 0");
    assert_eq!(found.practices[2].there, None, "too few said anything of it");
    let of_member = fleet_member("A bakery".to_owned(), &assessment, TODAY, "de");
    assert_eq!(of_member.practices[1].stands, MemberStanding::NotAssessed);
}

#[test]
fn a_level_lies_below_in_or_above_the_middle() {
    use CohortPlace::{Above, Below, Middle};
    let half = CohortLevels { at_least: 5, half: level(2), quarters: None };
    assert_eq!([1, 2, 3].map(|it| half.place(level(it))), [Below, Middle, Above]);
    let quarters = Some(CohortQuarters { lower: level(1), upper: level(3) });
    let wide = CohortLevels { at_least: 15, half: level(2), quarters };
    assert_eq!([0, 1, 2, 3, 4].map(|it| wide.place(level(it))), [Below, Middle, Middle, Middle, Above]);
}

#[test]
fn what_can_not_be_compared_is_named() {
    let asked = Questionnaire::new(tiny(), Vec::new());
    let talk = Talk::about(&tiny());
    let results = results(&Assessment::latest(&asked, &talk.session).on(TODAY));
    let why = |cohort: &Cohort| against_cohort(&results, &asked, cohort).err();
    let mut cohort = made(&fifteen());
    cohort.practices[0].practice = id("lager.eier");
    assert_eq!(against_cohort(&results, &asked, &cohort).map(|it| it.not_asked), Ok(1));
    cohort.practices[1].practice = id("lager.milch");
    assert_eq!(why(&cohort), Some(CohortMismatch::NothingInCommon));
    let off = CohortLevels { at_least: 5, half: level(7), quarters: None };
    cohort.practices[1] = CohortPractice { practice: id(FLOUR), levels: Some(off), targets: None };
    assert_eq!(why(&cohort), Some(CohortMismatch::OffScale { practice: id(FLOUR), level: level(7), top: level(2) }));
    cohort.model = ModelRef::new(id("iot-smm"), id("v1"));
    assert_eq!(why(&cohort), Some(CohortMismatch::OtherModel(id("iot-smm"))));
}
