//! Many assessments beside each other: every figure beside small sessions that were worked out by hand, and what holds for all.

#![allow(clippy::panic, clippy::indexing_slicing, reason = "a member that is not there ends the test")]

use std::sync::Arc;

use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{bytes, id, smm_profile, tiny};
use plumbline::analysis::{
    Assessment, DutyAmong, Fit, Fleet, FleetOrder, LevelsAmong, Median, Member, MemberStanding, Need, NotComparable, PartOf,
    PracticeAmong, comparable, fleet, fleet_member, fleet_order,
};
use plumbline::exchange::{FleetBookWords, SheetWords, fleet_book};
use plumbline::model::{Level, Model, Questionnaire, read_model};
use plumbline::office::write_book;
use plumbline::session::{
    Answer, AnswerRequest, Change, Date, ModelRef, NotApplicable, OwnIndicator, OwnMinimum, QuickAnswer, Session,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::Map;

const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";
const HANDS: &str = "haende.waschen";
const TODAY: Date = Date::constant(2026, 11, 28);

fn level(number: u8) -> Level {
    Level::new(number)
}

fn asked() -> Questionnaire {
    Questionnaire::new(tiny(), Vec::new())
}

fn member(label: &str, talk: &Talk) -> Member {
    let asked = asked().with_own(plumbline::analysis::own_indicators(&talk.session));
    fleet_member(label.to_owned(), &Assessment::latest(&asked, &talk.session).on(TODAY), TODAY, "de")
}

fn own_minimum(talk: &mut Talk, practice: &str, number: u8) {
    let own = OwnMinimum { level: level(number), source: "The customer".to_owned(), unknown: Map::new() };
    talk.change(Change::Minimum(id(practice), Some(own)));
}

/// Five bakeries, worked out by hand:
///
/// |  | cooling | flour | hands |
/// |---|---|---|---|
/// | Aachen | 2 of 2, the customer wants 2 | 0 of 1 | nobody said |
/// | Bonn | 1 of 2, the customer wants 2 | 1 | not applicable |
/// | Celle | 0 of 1 (not cold), the customer wants 1 | level 1 holds, 2 is open | nobody knows |
/// | Dachau | 2 | 2 | 1 |
/// | Essen | 2 | 2 of 2 | nobody said |
fn bakeries() -> Vec<Member> {
    let mut aachen = Talk::about(&tiny());
    aachen.quick_level(COOLING, 2);
    aachen.target(COOLING, 2);
    own_minimum(&mut aachen, COOLING, 2);
    aachen.quick_level(FLOUR, 0);
    aachen.target(FLOUR, 1);

    let mut bonn = Talk::about(&tiny());
    bonn.quick_level(COOLING, 1);
    bonn.target(COOLING, 2);
    own_minimum(&mut bonn, COOLING, 2);
    bonn.quick_level(FLOUR, 1);
    bonn.quick(HANDS, QuickAnswer::NotApplicable(NotApplicable::because("Machines do it.")));

    let mut celle = Talk::about(&tiny());
    celle.answer("k1a", Answer::Met);
    celle.answer("k1b", Answer::NotMet);
    celle.target(COOLING, 1);
    own_minimum(&mut celle, COOLING, 1);
    celle.answer("m1", Answer::Met);
    celle.quick(HANDS, QuickAnswer::DontKnow);

    let mut dachau = Talk::about(&tiny());
    dachau.quick_level(COOLING, 2);
    dachau.quick_level(FLOUR, 2);
    dachau.quick_level(HANDS, 1);

    let mut essen = Talk::about(&tiny());
    essen.quick_level(COOLING, 2);
    essen.quick_level(FLOUR, 2);
    essen.target(FLOUR, 2);

    let all = [("Aachen", aachen), ("Bonn", bonn), ("Celle", celle), ("Dachau", dachau), ("essen", essen)];
    all.iter().map(|(label, talk)| member(label, talk)).collect()
}

fn among<'a>(fleet: &'a Fleet, practice: &str) -> &'a PracticeAmong {
    fleet.practice(&id(practice)).unwrap_or_else(|| panic!("{practice} is not there"))
}

fn levels(among: &PracticeAmong) -> &LevelsAmong {
    among.levels.as_ref().unwrap_or_else(|| panic!("nobody assessed {}", among.practice))
}

#[test]
fn each_practice_comes_out_as_worked_out_by_hand() {
    let fleet = fleet(&bakeries());
    assert_eq!(fleet.members, 5);
    let order: Vec<_> = fleet.practices.iter().map(|among| among.practice.as_str()).collect();
    assert_eq!(order, [COOLING, FLOUR, HANDS], "in the model's order");

    let cooling = among(&fleet, COOLING);
    let of = levels(cooling);
    assert_eq!((of.count(), of.min(), of.max(), of.spread()), (5, level(0), level(2), 2));
    assert_eq!(of.median(), Median::between(level(2), level(2)));
    assert_eq!(of.each().collect::<Vec<_>>(), [(level(0), 1), (level(1), 1), (level(2), 3)]);
    assert_eq!(cooling.outliers, [2], "Celle lies two levels below the middle of five, and no other does");
    assert_eq!((cooling.targets, cooling.short), (3, 2), "Bonn and Celle lie below");

    let flour = among(&fleet, FLOUR);
    let of = levels(flour);
    assert_eq!((of.count(), of.min(), of.max(), of.spread()), (4, level(0), level(2), 2));
    assert_eq!(of.median().level(), (1, true), "between 1 and 2");
    assert_eq!(flour.open, 1, "Celle is between 1 and 2, and counts as neither");
    assert!(flour.outliers.is_empty(), "of four none stands out");
    assert_eq!((flour.targets, flour.short), (2, 1));

    let hands = among(&fleet, HANDS);
    assert_eq!(levels(hands).each().collect::<Vec<_>>(), [(level(1), 1)]);
    assert_eq!((hands.not_applicable, hands.not_known, hands.not_assessed, hands.open, hands.asked_anew), (1, 1, 2, 0, 0));
    assert_eq!(fleet.weakest().iter().map(|among| among.practice.as_str()).collect::<Vec<_>>(), [COOLING, FLOUR]);
}

#[test]
fn what_nobody_assessed_is_no_level_0() {
    let nobody = Talk::about(&tiny());
    let fleet = fleet(&[member("One", &nobody), member("Other", &nobody)]);
    for among in &fleet.practices {
        assert_eq!((among.levels.as_ref(), among.not_assessed), (None, 2));
    }
    assert_eq!((fleet.statements.len(), fleet.duties.len()), (0, 0));
    let none = plumbline::analysis::fleet::<Member>(&[]);
    assert_eq!((none.members, none.practices.len()), (0, 0));
}

#[test]
fn each_member_keeps_what_is_shown_of_it() {
    let all = bakeries();
    let celle = &all[2];
    let stands: Vec<_> = celle.practices.iter().map(|practice| practice.stands).collect();
    assert_eq!(stands, [MemberStanding::At(level(0)), MemberStanding::Between(level(1), level(2)), MemberStanding::NotKnown]);
    assert_eq!((celle.short(), celle.assessed(), celle.missed(), celle.count(Fit::Short)), (1, 1, 1, 1));
    let cooling = celle.practice(&id(COOLING)).unwrap_or_else(|| panic!("it is there"));
    assert_eq!((cooling.target, cooling.minimum, cooling.falls_short), (Some(level(1)), Some(level(1)), true));
    assert_eq!((all[0].short(), all[0].missed()), (1, 0), "Aachen lacks a level of flour, and misses no duty");
    assert_eq!((all[3].short(), all[3].count(Fit::NoTarget)), (0, 3), "Dachau set no target");
}

#[test]
fn the_statements_most_often_missed_are_counted_where_they_are_needed() {
    let all = bakeries();
    let found = fleet(&all);
    assert_eq!(found.statements.len(), 1);
    let cold = &found.statements[0];
    assert_eq!((cold.statement.as_str(), cold.text.as_str()), ("k1b", "Er ist kalt."));
    assert_eq!((cold.missed.as_slice(), cold.open, cold.needed), (&[2][..], 2, 3), "Aachen and Bonn need it and did not say");
    // One that only partly holds is missed, too; one above the target is not needed; an own one is nobody else's.
    let mut more = Talk::about(&tiny());
    more.target(COOLING, 1);
    more.answer("k1a", Answer::Partly);
    more.answer("k1b", Answer::NotMet);
    more.answer("k2a", Answer::NotMet);
    let own = OwnIndicator {
        practice: id(COOLING),
        level: level(1),
        kind: plumbline::model::IndicatorKind::Done,
        text: "No mice".to_owned(),
        evidence: String::new(),
        unknown: Map::new(),
    };
    more.change(Change::Indicator(id("own"), Some(own)));
    more.answer("own", Answer::NotMet);
    let six = [all, vec![member("Fulda", &more)]].concat();
    let missed: Vec<_> = fleet(&six).statements.into_iter().map(|it| (it.statement.to_string(), it.missed)).collect();
    assert_eq!(missed, [("k1b".to_owned(), vec![2, 5]), ("k1a".to_owned(), vec![5])]);
    assert!(six[5].statements.iter().all(|it| it.need != Need::Held));
}

#[test]
fn duties_are_counted_once_for_each_that_misses_them() {
    let found = fleet(&bakeries());
    let expected = DutyAmong { part_of: PartOf::Own, practice: id(COOLING), missed: vec![1, 2], counting: 3 };
    assert_eq!(found.duties, [expected]);
}

#[test]
fn one_stands_out_only_where_few_do() {
    let standing = |levels: &[u8]| {
        let all = levels.iter().map(|number| {
            let mut talk = Talk::about(&tiny());
            talk.quick_level(COOLING, *number);
            member("A bakery", &talk)
        });
        among(&fleet(&all.collect::<Vec<_>>()), COOLING).outliers.clone()
    };
    assert_eq!(standing(&[2, 2, 2, 2, 0]), [4]);
    assert_eq!(standing(&[2, 2, 2, 2, 1]), [0_usize; 0], "one level away is not far");
    assert_eq!(standing(&[2, 2, 0]), [0_usize; 0], "of three none stands out");
    assert_eq!(standing(&[2, 2, 2, 0, 0]), [0_usize; 0], "two of five are no exception");
    assert_eq!(standing(&[0, 0, 0, 0, 0, 0, 2, 2]), [6, 7], "two of eight are");
}

#[test]
fn they_are_put_in_order_and_what_is_not_known_comes_last_both_ways() {
    let all = bakeries();
    let order = |by, reversed| fleet_order(&all, &by, reversed);
    assert_eq!(order(FleetOrder::Opened, false), [0, 1, 2, 3, 4]);
    assert_eq!(order(FleetOrder::Label, true), [4, 3, 2, 1, 0], "whatever the case of its letters");
    assert_eq!(order(FleetOrder::Short, false), [0, 1, 2, 3, 4]);
    assert_eq!(order(FleetOrder::Missed, false), [1, 2, 0, 3, 4]);
    assert_eq!(order(FleetOrder::Missed, true), [0, 3, 4, 1, 2]);
    assert_eq!(order(FleetOrder::Practice(id(COOLING)), false), [2, 1, 0, 3, 4]);
    assert_eq!(order(FleetOrder::Practice(id(COOLING)), true), [0, 3, 4, 1, 2]);
    assert_eq!(order(FleetOrder::Practice(id(FLOUR)), false), [0, 1, 3, 4, 2]);
    assert_eq!(order(FleetOrder::Practice(id(FLOUR)), true), [3, 4, 1, 0, 2]);
    assert_eq!(order(FleetOrder::Practice(id(HANDS)), true), [3, 2, 0, 4, 1]);
}

fn second() -> Questionnaire {
    let model: Model = read_model(&bytes("tests/data/tiny-model-v2.json")).unwrap_or_else(|problems| panic!("{problems}"));
    Questionnaire::new(Arc::new(model), Vec::new())
}

#[test]
fn what_was_said_under_an_older_edition_is_compared_as_far_as_it_means_the_same() {
    let mut old = Talk::about(&tiny());
    old.quick_level(FLOUR, 2);
    old.quick_level(HANDS, 2);
    let now = second();
    assert_eq!(comparable(&old.session, &now), Ok(()));
    let carried = old.session.carried_over(&now);
    let of = fleet_member("Old".to_owned(), &Assessment::latest(&now, &carried).on(TODAY), TODAY, "de");
    let stands: Vec<_> = of.practices.iter().map(|practice| (practice.practice.as_str(), practice.stands)).collect();
    // Flour was renamed; washing hands became something else, and is asked anew.
    assert_eq!(stands[1], ("lager.trocken", MemberStanding::At(level(2))));
    assert_eq!(stands[2], ("haende.sauber", MemberStanding::AskedAnew));
    let found = fleet(&[of]);
    let hands = among(&found, "haende.sauber");
    assert_eq!((hands.levels.as_ref(), hands.asked_anew, hands.not_assessed), (None, 1, 0));
}

#[test]
fn what_can_not_be_compared_is_named_with_the_reason() {
    let asked = asked();
    let with = |model: ModelRef, talk: Talk| Session { model, ..talk.session };
    let about = |edition: &str| ModelRef::new(id("backstube"), id(edition));
    let mut unknown = Talk::about(&tiny());
    unknown.answer("k9", Answer::Met);
    unknown.answer("k1a", Answer::Met);
    unknown.target("lager.eier", 1);
    let expected = NotComparable::UnknownEdition { edition: "v9".to_owned(), unknown: 2 };
    assert_eq!(comparable(&with(about("v9"), unknown), &asked), Err(expected));
    let mut known = Talk::about(&tiny());
    known.answer("k1a", Answer::Met);
    assert_eq!(comparable(&with(about("v9"), known), &asked), Ok(()), "all of it is asked here as well");
    // What only a profile asked that is not here any more does not make the edition another one.
    let mut of_profile = Talk::about(&tiny());
    of_profile.answer("k9", Answer::Met);
    assert_eq!(comparable(&of_profile.session, &asked), Ok(()));
    let other = with(ModelRef::new(id("iot-smm"), id("v1")), Talk::about(&tiny()));
    assert_eq!(comparable(&other, &asked), Err(NotComparable::OtherModel(id("iot-smm"))));
    let mut questions = Talk::about(&tiny()).session;
    questions.request = Some(AnswerRequest {
        addressee: id("ana"),
        from: None,
        practices: Vec::new(),
        message: String::new(),
        made: questions.created,
        unknown: Map::new(),
    });
    assert_eq!(comparable(&questions, &asked), Err(NotComparable::Questions));
}

#[test]
fn a_new_round_counts_alone_whatever_the_one_before_said() {
    let mut talk = Talk::about(&tiny());
    talk.quick_level(COOLING, 2);
    talk.open_round("r2");
    talk.quick_level(FLOUR, 1);
    let stands: Vec<_> = member("A bakery", &talk).practices.iter().map(|practice| practice.stands).collect();
    assert_eq!(stands, [MemberStanding::NotAssessed, MemberStanding::At(level(1)), MemberStanding::NotAssessed]);
}

#[test]
fn the_examples_can_be_compared() {
    let model = crate::support::smm();
    let names = ["bottling-line", "automotive-gateway", "home-cameras"];
    let all = names.map(|name| {
        let session = plumbline::exchange::read_session(&bytes(&format!("public/examples/{name}.json")))
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let profiles = session.profiles_in_use().map(|profile| smm_profile(profile.as_str())).collect();
        let asked = Questionnaire::new(model.clone(), profiles).with_own(plumbline::analysis::own_indicators(&session));
        assert_eq!(comparable(&session, &asked), Ok(()), "{name}");
        let session = session.carried_over(&asked);
        fleet_member(name.to_owned(), &Assessment::latest(&asked, &session).on(TODAY), TODAY, "en")
    });
    let found = fleet(&all);
    assert_eq!((found.members, found.practices.len()), (3, 18));
    assert!(found.practices.iter().all(|among| among.levels.as_ref().is_some_and(|levels| levels.count() <= 3)));
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn lowest_middle_and_highest_are_those_of_the_levels_put_in_order(given in vec(option::of(0_u8..=2), 0..9)) {
        let all: Vec<Member> = given.iter().map(|number| {
            let mut talk = Talk::about(&tiny());
            if let Some(number) = number {
                talk.quick_level(COOLING, *number);
            }
            member("A bakery", &talk)
        }).collect();
        let mut known: Vec<u8> = given.iter().flatten().copied().collect();
        known.sort_unstable();
        let found = fleet(&all);
        let cooling = found.practice(&id(COOLING));
        prop_assert_eq!(cooling.map_or(0, |among| among.not_assessed), given.len() - known.len());
        let of = cooling.and_then(|among| among.levels.as_ref());
        prop_assert_eq!(of.map_or(0, LevelsAmong::count), known.len());
        if let Some(of) = of {
            let (first, last) = (known[0], known[known.len() - 1]);
            prop_assert_eq!((of.min(), of.max()), (level(first), level(last)));
            let (one, other) = (known[(known.len() - 1) / 2], known[known.len() / 2]);
            prop_assert_eq!(of.median().level(), (u16::from(one + other) / 2, (one + other) % 2 == 1));
        }
        // In which order they were opened makes no difference to what is counted.
        let turned: Vec<Member> = all.into_iter().rev().collect();
        let turned = fleet(&turned);
        prop_assert_eq!(turned.practice(&id(COOLING)).map(|it| (&it.levels, it.not_assessed)), cooling.map(|it| (&it.levels, it.not_assessed)));
    }
}

fn book_words() -> FleetBookWords {
    FleetBookWords {
        map: SheetWords { name: "map", heads: ["Name", "Below need", "Duties missed"] },
        practices: SheetWords { name: "practices", heads: ["practice", "min", "median", "max", "each", "short", "not counted"] },
        statements: SheetWords { name: "statements", heads: ["statement", "practice", "level", "missed", "needed", "at"] },
        duties: SheetWords { name: "duties", heads: ["law", "practice", "missed", "counting", "at"] },
        standing: |stands, _| match stands {
            MemberStanding::At(level) => format!("level {level}"),
            MemberStanding::Between(low, high) => format!("{low} to {high}"),
            MemberStanding::NotAssessed => "not assessed".to_owned(),
            MemberStanding::NotKnown => "not known".to_owned(),
            MemberStanding::AskedAnew => "asked anew".to_owned(),
            MemberStanding::NotApplicable => "not applicable".to_owned(),
        },
        median: |median| median.level().0.to_string(),
        levels: |among| among.levels.iter().flat_map(LevelsAmong::each).count().to_string(),
        not_counted: |among| among.not_assessed.to_string(),
        part_of: |part_of| format!("{part_of:?}"),
    }
}

#[test]
fn a_workbook_of_many_says_what_the_tables_say_and_counts_nothing_that_is_not_known() -> Result<(), Box<dyn std::error::Error>> {
    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

    let members = bakeries();
    let book = fleet_book(&members, &fleet(&members), &|id| id.to_string(), &book_words());
    let mut read: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(write_book(&book)?))?;
    let mut rows = |name: &str| -> Result<Vec<Vec<Data>>, Box<dyn std::error::Error>> {
        Ok(read.worksheet_range(name)?.rows().map(<[Data]>::to_vec).collect())
    };
    let (text, number) = (|words: &str| Data::String(words.to_owned()), Data::Float);
    let map = rows("map")?;
    let heads = [&["Name", "Below need", "Duties missed"][..], &[COOLING, FLOUR, HANDS]].concat();
    assert_eq!(map.first(), Some(&heads.into_iter().map(text).collect()));
    let shown: Vec<_> =
        map.iter().skip(1).map(|row| (row.first().cloned(), row.iter().skip(3).cloned().collect::<Vec<_>>())).collect();
    assert_eq!(
        shown,
        [
            (Some(text("Aachen")), vec![number(2.0), number(0.0), text("not assessed")]),
            (Some(text("Bonn")), vec![number(1.0), number(1.0), text("not applicable")]),
            (Some(text("Celle")), vec![number(0.0), text("1 to 2"), text("not known")]),
            (Some(text("Dachau")), vec![number(2.0), number(2.0), number(1.0)]),
            (Some(text("essen")), vec![number(2.0), number(2.0), text("not assessed")]),
        ]
    );
    let practices = rows("practices")?;
    let cooling: Vec<_> = practices.get(1).into_iter().flatten().take(4).cloned().collect();
    assert_eq!(cooling, [text(COOLING), number(0.0), text("2"), number(2.0)]);
    let missed: Vec<_> = fleet(&members).statements.iter().map(|it| (it.text.clone(), it.missed.len())).collect();
    let told: Vec<_> = rows("statements")?.iter().skip(1).map(|row| (row.first().cloned(), row.get(3).cloned())).collect();
    let expected: Vec<_> = missed
        .iter()
        .map(|(words, count)| (Some(text(words)), Some(number(f64::from(u8::try_from(*count).unwrap_or_default())))))
        .collect();
    assert_eq!(told, expected);
    assert_eq!(rows("duties")?.len(), fleet(&members).duties.len() + 1);
    Ok(())
}

#[test]
fn however_many_there_are_a_count_is_a_number() -> Result<(), Box<dyn std::error::Error>> {
    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

    let members: Vec<Member> = bakeries().into_iter().cycle().take(1_500).collect();
    let all = fleet(&members);
    let book = fleet_book(&members, &all, &|id| id.to_string(), &book_words());
    let mut read: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(write_book(&book)?))?;
    let mut largest = 0.0_f64;
    for (name, columns) in [("map", 1..3), ("practices", 5..6), ("statements", 3..5), ("duties", 2..4)] {
        for row in read.worksheet_range(name)?.rows().skip(1) {
            for cell in columns.clone().filter_map(|at| row.get(at)) {
                let Data::Float(count) = cell else { return Err(format!("{name}: {cell:?} is no number").into()) };
                largest = largest.max(*count);
            }
        }
    }
    assert!(largest > 255.0, "{largest}");
    Ok(())
}
