//! What law and contracts demand: met only with every statement that it needs, in force on some days and not on others, and never missed
//! by those who did not say that it binds them.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{answers, id, json, set, smm_guided, tiny};
use plumbline::analysis::{
    Asking, Assessment, Binds, DutyFit, DutyKind, GapFilter, InForce, MinimumFit, PracticeResult, WhyToDo, agenda, binds,
    demands, duties, first_missing, gap_list, matters_up_to, minimum, missing_needs, next_question, open_points, overview,
    proposal, results, ruled_out, to_do,
};
use plumbline::model::{IndicatorId, Level, Profile, Questionnaire, read_profile};
use plumbline::session::{Answer, Change, Date, DutyAnswer, NotApplicable, OwnMinimum, ProfileDuty, QuickAnswer, Session, Yes};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";
const HANDS: &str = "haende.waschen";
const NIGHT: Date = Date::constant(2026, 11, 27);
const LATER: Date = Date::constant(2027, 12, 11);

/// The tiny profile with these minimums.
fn profile(minimums: Value) -> Arc<Profile> {
    let mut file = json("tests/data/tiny-profile.json");
    set(&mut file, "/minimums", minimums);
    Arc::new(read_profile(file.to_string().as_bytes(), &tiny()).unwrap_or_else(|problems| panic!("{problems}")))
}

fn demand(id: &str, practice: &str, level: u8, needs: &[&str], applies: &Value) -> Value {
    let law = json!({ "name": { "de": "KRA" }, "link": "https://example.org/kra" });
    json!({ "id": id, "practice": practice, "level": level, "needs": needs, "applies": applies, "law": law, "source": { "de": "Artikel 1" } })
}

/// Three demands of one law: one in force, one from December 2027 on, one only in the UK.
fn bakery() -> Questionnaire {
    Questionnaire::new(
        tiny(),
        vec![profile(json!([
            demand("cooling", COOLING, 1, &["k2a"], &json!({ "to": ["maker"], "places": ["eu"], "from": "2026-09-11" })),
            demand("flour", FLOUR, 2, &["m2"], &json!({ "places": ["eu"], "from": "2027-12-11" })),
            demand("hands", HANDS, 1, &[], &json!({ "places": ["uk"] })),
        ]))],
    )
}

fn duty(id_of: &str) -> ProfileDuty {
    ProfileDuty { profile: id("torten"), duty: id(id_of) }
}

fn applies(talk: &mut Talk, id_of: &str) {
    talk.change(Change::Duty(duty(id_of), Some(DutyAnswer::Applies)));
}

fn result(asked: &Questionnaire, session: &Session, on: Date, practice: &str) -> PracticeResult {
    let results = results(&Assessment::latest(asked, session).on(on));
    results.practice(&id(practice)).cloned().unwrap_or_else(|| panic!("{practice}"))
}

fn counts(asked: &Questionnaire, session: &Session, on: Date) -> Vec<usize> {
    let assessment = Assessment::latest(asked, session).on(on);
    let all = duties(&assessment, &results(&assessment), on, "de");
    DutyKind::ALL.into_iter().map(|kind| all.count(kind)).collect()
}

#[test]
fn what_two_profiles_read_out_of_one_law_is_one_duty_with_the_statements_of_both() {
    let binds = json!({ "to": ["maker"], "places": ["eu"], "from": "2026-09-11" });
    let other = |binds: &Value, needs: &[&str]| {
        let mut file = json("tests/data/tiny-profile.json");
        set(&mut file, "/id", json!("brot"));
        set(&mut file, "/indicators", json!([]));
        set(&mut file, "/minimums", json!([demand("cooling", COOLING, 2, needs, binds)]));
        Arc::new(read_profile(file.to_string().as_bytes(), &tiny()).unwrap_or_else(|problems| panic!("{problems}")))
    };
    let first = || profile(json!([demand("cooling", COOLING, 1, &["k2a"], &binds)]));
    let both = Questionnaire::new(tiny(), vec![first(), other(&binds, &["k2a", "k1b"])]);
    let mut talk = Talk::about(&tiny());
    assert_eq!(counts(&both, &talk.session, NIGHT), [1, 0, 0, 0, 0], "one that may apply");
    applies(&mut talk, "cooling");
    assert_eq!(counts(&both, &talk.session, NIGHT), [0, 1, 0, 0, 0], "what is said of one reading is said of the duty");
    let duty = result(&both, &talk.session, NIGHT, COOLING).duties.into_iter().next().unwrap_or_else(|| panic!("a duty"));
    assert_eq!((duty.level, duty.of_profiles().count()), (Level::new(2), 2));
    assert_eq!(duty.needs.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["k2a", "k1b"]);

    talk.change(Change::Duty(
        ProfileDuty { profile: id("brot"), duty: id("cooling") },
        Some(DutyAnswer::NotApplicable(NotApplicable::because("we only bake"))),
    ));
    talk.change(Change::Duty(self::duty("cooling"), None));
    assert_eq!(counts(&both, &talk.session, NIGHT), [0, 0, 0, 0, 1]);

    let later = Questionnaire::new(tiny(), vec![first(), other(&json!({ "to": ["operator"], "places": ["eu"] }), &["k1b"])]);
    assert_eq!(counts(&later, &Talk::about(&tiny()).session, NIGHT), [2, 0, 0, 0, 0], "for somebody else it is another duty");
}

#[test]
fn what_is_demanded_is_met_once_its_statements_are_though_the_level_is_not_reached() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    applies(&mut talk, "cooling");
    talk.answer("k1a", Answer::NotMet);
    talk.answer("k2a", Answer::Met);
    let found = result(&asked, &talk.session, NIGHT, COOLING);
    assert_eq!(found.standing.current.low(), Some(Level::NONE));
    assert_eq!(
        (found.minimum_fit(), found.below_minimum()),
        (MinimumFit::Reached, 0),
        "nothing of what the law asks for is missed"
    );
    talk.answer("k2a", Answer::NotMet);
    let found = result(&asked, &talk.session, NIGHT, COOLING);
    assert_eq!((found.minimum_fit(), found.below_minimum()), (MinimumFit::Missed, 1));
}

#[test]
fn a_low_quick_answer_shows_a_level_missed_and_no_duty_of_which_nobody_answered_the_statements() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    applies(&mut talk, "cooling");
    talk.quick_level(COOLING, 0);
    let found = results(&Assessment::latest(&asked, &talk.session).on(NIGHT));
    assert_eq!(found.practice(&id(COOLING)).map(PracticeResult::minimum_fit), Some(MinimumFit::Missed));
    assert_eq!((found.missed_duties(), found.unshown_duties()), (0, 1));
}

#[test]
fn a_demand_of_ones_own_is_met_by_the_statements_that_it_names_and_by_its_level_where_it_names_none() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    talk.change(plumbline::session::commands::set_minimum(&talk.session, &id(COOLING), Some(Level::new(1))));
    talk.answer_levels(&asked, COOLING, 1..=1, &Answer::Met);
    let fit = |talk: &Talk| result(&asked, &talk.session, NIGHT, COOLING).minimum_fit();
    assert_eq!(fit(&talk), MinimumFit::Reached);
    talk.change(plumbline::session::commands::minimum_needs(&id("k2a"), true));
    assert_eq!(fit(&talk), MinimumFit::Open, "its level alone does not meet it");
    talk.answer("k2a", Answer::NotMet);
    assert_eq!(fit(&talk), MinimumFit::Missed);
    talk.answer("k2a", Answer::Met);
    assert_eq!(fit(&talk), MinimumFit::Reached);
    talk.change(plumbline::session::commands::minimum_needs(&id("m2"), true));
    assert_eq!(fit(&talk), MinimumFit::Reached, "a statement of another practice is of the demand on that one");
    talk.change(plumbline::session::commands::minimum_needs(&id("k2a"), false));
    assert_eq!(fit(&talk), MinimumFit::Reached);
}

#[test]
fn a_level_alone_never_meets_what_needs_a_statement() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    applies(&mut talk, "cooling");
    talk.quick_level(COOLING, 2);
    assert_eq!(result(&asked, &talk.session, NIGHT, COOLING).minimum_fit(), MinimumFit::Open, "nobody answered the statement");
    talk.answer_levels(&asked, COOLING, 1..=2, &Answer::Met);
    assert_eq!(result(&asked, &talk.session, NIGHT, COOLING).minimum_fit(), MinimumFit::Reached);
    for (answer, fit) in [
        (Answer::NotMet, MinimumFit::Missed),
        (Answer::Partly, MinimumFit::Missed),
        (Answer::NotApplicable(NotApplicable::because("")), MinimumFit::Open),
        (Answer::DontKnow, MinimumFit::Open),
        (Answer::NotApplicable(NotApplicable::because("no cold room")), MinimumFit::Open),
    ] {
        talk.answer("k2a", answer.clone());
        let found = result(&asked, &talk.session, NIGHT, COOLING);
        assert!(found.standing.current.low().filter(|low| *low >= Level::new(1)).is_some(), "level 1 is reached");
        assert_eq!(found.minimum_fit(), fit, "{answer:?}");
    }
}

#[test]
fn what_is_said_not_to_apply_shows_no_duty_to_be_met_and_nothing_of_it_is_left_to_do() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    applies(&mut talk, "cooling");
    talk.target(COOLING, 2);
    talk.answer_levels(&asked, COOLING, 1..=2, &Answer::Met);
    talk.answer("k2a", Answer::NotApplicable(NotApplicable::because("no cold room")));
    let found = result(&asked, &talk.session, NIGHT, COOLING);
    let duty = found.duties.first().unwrap_or_else(|| panic!("the duty"));
    assert_eq!((duty.fit, duty.is_set_aside(), duty.has_open_need()), (DutyFit::Open, true, false));
    assert_eq!(found.needed(), Vec::<&IndicatorId>::new(), "nobody is asked to do what makes no sense here");
    let assessment = Assessment::latest(&asked, &talk.session).on(NIGHT);
    let found = results(&assessment);
    assert_eq!((found.missed_duties(), found.unshown_duties()), (0, 1));
    let page = duties(&assessment, &found, NIGHT, "de");
    assert_eq!((page.count_fit(DutyFit::Open), page.count_fit(DutyFit::Met)), (1, 0));
    talk.answer("k2a", Answer::Met);
    let found = result(&asked, &talk.session, NIGHT, COOLING);
    assert_eq!(found.duties.first().map(|it| (it.fit, it.is_set_aside())), Some((DutyFit::Met, false)));
}

#[test]
fn the_statement_that_is_needed_comes_first_wherever_something_is_missing() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    applies(&mut talk, "cooling");
    talk.target(COOLING, 1);
    talk.answer_levels(&asked, COOLING, 1..=1, &Answer::Met);
    talk.answer("k2a", Answer::NotMet);
    let assessment = Assessment::latest(&asked, &talk.session).on(NIGHT);
    let found = results(&assessment);
    let cooling = found.practice(&id(COOLING)).unwrap_or_else(|| panic!("cooling"));
    assert_eq!(missing_needs(&assessment, cooling).iter().map(|it| it.asked.indicator.id.as_str()).collect::<Vec<_>>(), ["k2a"]);
    assert_eq!(first_missing(&assessment, cooling), Some(id("k2a")));
    let things = to_do(&assessment, &found, "de");
    assert_eq!(things.first().map(|it| (it.why, it.at.clone())), Some((WhyToDo::BelowMinimum(Level::new(1)), Some(id("k2a")))));
    let all = overview(&assessment, &found);
    let gaps = gap_list(&all, &GapFilter::default());
    assert_eq!(gaps.first().map(|gap| (gap.result.practice.as_str(), gap.missing)), Some((COOLING, 1)), "on target, and a gap");
    assert_eq!((found.missed_duties(), cooling.falls_short()), (1, true));
}

#[test]
fn a_statement_that_is_needed_is_asked_and_open_even_above_the_target() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    applies(&mut talk, "cooling");
    for practice in [COOLING, FLOUR, HANDS] {
        talk.target(practice, 0);
    }
    for practice in [COOLING, FLOUR, HANDS] {
        talk.answer_levels(&asked, practice, 1..=1, &Answer::Met);
    }
    let assessment = Assessment::latest(&asked, &talk.session).on(NIGHT);
    assert_eq!(matters_up_to(&assessment, &id(COOLING)), Level::new(1));
    let next = next_question(&assessment, Asking::default()).map(|it| (it.indicator.to_string(), it.settled));
    assert_eq!(next, Some(("k2a".to_owned(), None)));
    let open = open_points(&assessment, &results(&assessment), NIGHT);
    let statements: Vec<_> = open.practices.iter().flat_map(|it| &it.statements).map(|(_, id)| id.as_str()).collect();
    assert!(statements.contains(&"k2a") && !statements.contains(&"k2b"), "{statements:?}");
    talk.answer("k2a", Answer::Met);
    assert_eq!(next_question(&Assessment::latest(&asked, &talk.session).on(NIGHT), Asking::default()), None);
}

#[test]
fn what_nobody_said_applies_is_missed_by_nobody() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    for practice in [COOLING, FLOUR, HANDS] {
        talk.quick_level(practice, 0);
    }
    assert_eq!(counts(&asked, &talk.session, NIGHT), [3, 0, 0, 0, 0], "all of them may apply");
    let found = results(&Assessment::latest(&asked, &talk.session).on(NIGHT));
    assert_eq!(found.missed_duties(), 0);
    assert!(found.practices.iter().all(|it| it.minimum_fit() == MinimumFit::NotDemanded && it.minimum.is_none()));
    assert_eq!(minimum(&Assessment::latest(&asked, &talk.session).on(NIGHT), &id(COOLING)), None);

    talk.change(Change::Region(id("eu"), Some(Yes)));
    assert_eq!(counts(&asked, &talk.session, NIGHT), [2, 0, 0, 0, 1], "the UK is elsewhere");
    applies(&mut talk, "cooling");
    applies(&mut talk, "flour");
    assert_eq!(counts(&asked, &talk.session, NIGHT), [0, 1, 1, 0, 1], "one counts today, one will");
    applies(&mut talk, "hands");
    assert_eq!(counts(&asked, &talk.session, NIGHT), [0, 2, 1, 0, 0], "what people say comes before what follows");
}

#[test]
fn what_does_not_apply_needs_a_reason_and_can_be_taken_back() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    let decline = |talk: &mut Talk, reason: &str| {
        talk.change(Change::Duty(duty("cooling"), Some(DutyAnswer::NotApplicable(NotApplicable::because(reason)))))
    };
    decline(&mut talk, " ");
    assert_eq!(counts(&asked, &talk.session, NIGHT), [3, 0, 0, 0, 0], "without a reason nothing is said");
    let back = decline(&mut talk, "we sell no cooled cakes");
    assert_eq!(counts(&asked, &talk.session, NIGHT), [2, 0, 0, 0, 1]);
    let assessment = Assessment::latest(&asked, &talk.session).on(NIGHT);
    let all = duties(&assessment, &results(&assessment), NIGHT, "de");
    let apart = all.of_kind(DutyKind::NotOurs);
    let reasons: Vec<_> = apart.iter().flat_map(|(_, duties)| duties).map(|duty| duty.declined.as_deref()).collect();
    assert_eq!(reasons, [Some("we sell no cooled cakes")], "it is listed with its reason");
    talk.change(back);
    talk.change(Change::Duty(duty("cooling"), None));
    assert_eq!(counts(&asked, &talk.session, NIGHT), [3, 0, 0, 0, 0]);
}

#[test]
fn what_is_not_in_force_yet_comes_after_what_is_and_is_never_hidden() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    applies(&mut talk, "cooling");
    applies(&mut talk, "flour");
    for practice in [COOLING, FLOUR, HANDS] {
        talk.target(practice, 1);
    }
    talk.answer_levels(&asked, FLOUR, 1..=1, &Answer::Met);
    talk.answer_levels(&asked, COOLING, 1..=1, &Answer::Met);
    talk.answer("k2a", Answer::NotMet);
    talk.quick_level(HANDS, 0);
    let of = |on| {
        let assessment = Assessment::latest(&asked, &talk.session).on(on);
        let found = results(&assessment);
        let gaps = overview(&assessment, &found);
        let gaps: Vec<String> = gap_list(&gaps, &GapFilter::default()).iter().map(|it| it.result.practice.to_string()).collect();
        let things: Vec<_> = to_do(&assessment, &found, "de").into_iter().map(|it| (it.practice.to_string(), it.why)).collect();
        let flour = found.practice(&id(FLOUR)).map(PracticeResult::minimum_fit);
        (gaps, things, flour, found.missed_duties())
    };
    let (gaps, things, flour, missed) = of(NIGHT);
    assert_eq!(gaps, [COOLING, HANDS, FLOUR]);
    let first = (COOLING.to_owned(), WhyToDo::BelowMinimum(Level::new(1)));
    let later = (FLOUR.to_owned(), WhyToDo::BelowLater(Level::new(2), LATER));
    assert_eq!(things, [first.clone(), (HANDS.to_owned(), WhyToDo::Gap), later]);
    assert_eq!((flour, missed), (Some(MinimumFit::NotDemanded), 1), "nobody misses it today");
    let (gaps, things, flour, missed) = of(LATER);
    assert_eq!(gaps.last().map(String::as_str), Some(HANDS));
    assert_eq!(
        things.get(..2).map(|two| two.iter().map(|(_, why)| *why).collect::<Vec<_>>()),
        Some(vec![WhyToDo::BelowMinimum(Level::new(1)), WhyToDo::BelowMinimum(Level::new(2))]),
        "what is missed comes before what is not shown"
    );
    assert_eq!((flour, missed), (Some(MinimumFit::Open), 1), "on its day it counts: one statement is not answered");
}

#[test]
fn the_agenda_speaks_of_what_is_in_force_before_what_is_not() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    applies(&mut talk, "cooling");
    applies(&mut talk, "flour");
    for practice in [COOLING, FLOUR] {
        talk.target(practice, 1);
        talk.answer_levels(&asked, practice, 1..=1, &Answer::Met);
    }
    let agenda = agenda(&Assessment::latest(&asked, &talk.session).on(NIGHT), NIGHT, 60);
    let items: Vec<_> = agenda.items.iter().map(|it| it.indicator.as_str()).collect();
    assert_eq!(items, ["k2a", "m2"]);
}

#[test]
fn what_a_profile_says_of_nothing_but_a_level_counts_as_it_always_did() {
    let plain = json!([{ "practice": COOLING, "level": 1, "source": { "de": "Das Amt" } }]);
    let asked = Questionnaire::new(tiny(), vec![profile(plain)]);
    let mut talk = Talk::about(&tiny());
    talk.quick_level(COOLING, 0);
    let found = results(&Assessment::latest(&asked, &talk.session));
    assert_eq!((found.missed_duties(), found.speak_of_duties()), (1, false));
    talk.change(Change::Duty(duty(COOLING), Some(DutyAnswer::NotApplicable(NotApplicable::because("not our town")))));
    let found = results(&Assessment::latest(&asked, &talk.session));
    assert_eq!((found.missed_duties(), found.speak_of_duties()), (0, true), "and yet people can set it apart");
}

#[test]
fn a_demand_without_a_day_to_look_at_it_is_read_as_if_it_were_in_force() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    applies(&mut talk, "flour");
    assert_eq!(minimum(&Assessment::latest(&asked, &talk.session), &id(FLOUR)), Some(Level::new(2)));
    assert_eq!(minimum(&Assessment::latest(&asked, &talk.session).on(NIGHT), &id(FLOUR)), None);
}

#[test]
fn a_demand_is_over_after_its_last_day() {
    let ends = json!([demand("cooling", COOLING, 1, &[], &json!({ "until": "2026-12-31" }))]);
    let asked = Questionnaire::new(tiny(), vec![profile(ends)]);
    let mut talk = Talk::about(&tiny());
    applies(&mut talk, "cooling");
    let day = |year, month, day| Date::new(year, month, day).unwrap_or(NIGHT);
    assert_eq!(counts(&asked, &talk.session, day(2026, 12, 31)), [0, 1, 0, 0, 0]);
    assert_eq!(counts(&asked, &talk.session, day(2027, 1, 1)), [0, 0, 0, 1, 0]);
    let found = result(&asked, &talk.session, day(2027, 1, 1), COOLING);
    assert_eq!(found.duties.first().map(|duty| duty.in_force), Some(InForce::Until(day(2026, 12, 31))));
}

#[test]
fn the_line_of_time_has_every_day_on_which_something_begins_or_ends() {
    let asked = bakery();
    let mut talk = Talk::about(&tiny());
    let days = |talk: &Talk| {
        let assessment = Assessment::latest(&asked, &talk.session).on(NIGHT);
        let all = duties(&assessment, &results(&assessment), NIGHT, "de");
        all.days().into_iter().map(|(day, begins, duties)| (day.to_string(), begins, duties.len())).collect::<Vec<_>>()
    };
    let both = [("2026-09-11".to_owned(), true, 1), ("2027-12-11".to_owned(), true, 1)];
    assert_eq!(days(&talk), both);
    talk.change(Change::Region(id("uk"), Some(Yes)));
    assert_eq!(days(&talk), [], "what is not ours begins nowhere");
}

#[test]
fn demands_are_told_in_the_order_in_which_they_count() {
    let two = json!([
        demand("perhaps", COOLING, 2, &[], &json!({ "to": ["maker"] })),
        { "practice": COOLING, "level": 1, "source": { "de": "Das Amt" } },
    ]);
    let asked = Questionnaire::new(tiny(), vec![profile(two)]);
    let mut talk = Talk::about(&tiny());
    let told = |talk: &Talk| {
        let assessment = Assessment::latest(&asked, &talk.session).on(NIGHT);
        demands(&assessment, &id(COOLING), "de").iter().map(|it| (it.level.number(), it.binds)).collect::<Vec<_>>()
    };
    assert_eq!(told(&talk), [(1, Binds::Assumed), (2, Binds::Perhaps)]);
    applies(&mut talk, "perhaps");
    assert_eq!(told(&talk), [(2, Binds::Confirmed), (1, Binds::Assumed)]);
    let own = OwnMinimum { level: Level::new(2), source: "a customer".to_owned(), unknown: Map::new() };
    talk.change(Change::Minimum(id(COOLING), Some(own)));
    assert_eq!(told(&talk).first(), Some(&(2, Binds::Confirmed)));
    assert_eq!(demands(&Assessment::latest(&asked, &talk.session), &id(COOLING), "de").first().and_then(|it| it.duty()), None);
}

#[test]
fn demands_without_an_id_have_one_made_from_the_practice_and_told_apart() {
    let source = json!({ "de": "Das Amt" });
    let read = profile(json!([
        { "practice": COOLING, "level": 1, "source": source },
        { "practice": COOLING, "level": 2, "source": source },
        { "id": format!("{COOLING}.2"), "practice": COOLING, "level": 1, "source": source },
    ]));
    let ids: Vec<_> = read.minimums.iter().map(|it| it.id.to_string()).collect();
    assert_eq!(ids, [COOLING.to_owned(), format!("{COOLING}.3"), format!("{COOLING}.2")]);
    let session = Talk::about(&tiny()).session;
    assert!(read.minimums.iter().all(|it| binds(&session, &read.id, it) == Binds::Assumed));
}

#[test]
fn what_is_not_ours_raises_no_proposal_but_is_told() {
    const GARDEN: &str = "harm=none loss=trivial data=plain fleet=large life=short touch=staff updates=auto connection=isolated \
                          duties=none attackers=chance services=own";
    let raised = |asked: &Questionnaire| {
        let practices = asked.model().practices().into_iter();
        practices.filter(|it| proposal(asked, &answers(GARDEN), &it.id).is_some_and(|it| it.demanded.is_some())).count()
    };
    let asked = smm_guided(&["manufacturing-line"]);
    let all = asked.profiles().iter().flat_map(|it| it.minimums.iter().map(|minimum| (it.id.clone(), minimum.id.clone())));
    let mut talk = Talk::about(asked.model());
    assert_eq!(ruled_out(&talk.session, asked.profiles()), BTreeSet::new());
    for (profile, duty) in all {
        let why = DutyAnswer::NotApplicable(NotApplicable::because("too small"));
        talk.change(Change::Duty(ProfileDuty { profile, duty }, Some(why)));
    }
    let apart = asked.clone().setting_apart(ruled_out(&talk.session, asked.profiles()));
    assert!(raised(&asked) > 0, "else this shows nothing");
    assert_eq!(raised(&apart), 0);
    let told = |asked: &Questionnaire| asked.model().practices().iter().map(|it| asked.minimums(&it.id).count()).sum::<usize>();
    assert_eq!(told(&apart), told(&asked));
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        Just(Answer::Met),
        Just(Answer::NotMet),
        Just(Answer::Partly),
        Just(Answer::NotApplicable(NotApplicable::because("x")))
    ]
}

/// What people may have said: answers, quick levels, places, and which demands apply.
fn any_session() -> impl Strategy<Value = Session> {
    let statements =
        proptest::sample::subsequence(vec!["m1", "m2", "k1a", "k1b", "k2a", "k2b", "k2c", "h1a", "h1b", "h2a"], 0..=10);
    let answers = statements.prop_flat_map(|ids| {
        let count = ids.len();
        (Just(ids), proptest::collection::vec(any_answer(), count))
    });
    let quick = proptest::collection::vec((proptest::sample::select(vec![COOLING, FLOUR, HANDS]), 0..=2_u8), 0..3);
    let places = proptest::sample::subsequence(vec!["eu", "uk"], 0..=2);
    let said = proptest::collection::vec((proptest::sample::select(vec!["cooling", "flour", "hands"]), any::<bool>()), 0..4);
    (answers, quick, places, said).prop_map(|((ids, answers), quick, places, said)| {
        let mut talk = Talk::about(&tiny());
        ids.into_iter().zip(answers).for_each(|(id, answer)| talk.answer(id, answer));
        quick.into_iter().for_each(|(practice, level)| talk.quick(practice, QuickAnswer::Level(Level::new(level))));
        for place in places {
            talk.change(Change::Region(id(place), Some(Yes)));
        }
        for (of, does) in said {
            let answer = if does { DutyAnswer::Applies } else { DutyAnswer::NotApplicable(NotApplicable::because("no")) };
            talk.change(Change::Duty(duty(of), Some(answer)));
        }
        talk.session
    })
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_level_that_is_reached_never_reads_as_met_while_a_statement_is_lacking(session in any_session()) {
        let asked = bakery();
        let found = results(&Assessment::latest(&asked, &session).on(LATER));
        for result in &found.practices {
            for duty in &result.duties {
                prop_assert!(duty.lacks().next().is_none() || duty.fit != DutyFit::Met);
            }
            let lacking = result.demanded().any(|duty| duty.lacks().next().is_some());
            prop_assert!(!lacking || result.minimum_fit() != MinimumFit::Reached);
        }
    }

    #[test]
    fn a_later_day_takes_no_demand_away_that_has_no_end(session in any_session(), days in (0..900_i32, 0..900_i32)) {
        let asked = bakery();
        let day = |after: i32| NIGHT.checked_add(jiff::Span::new().days(after)).unwrap_or(NIGHT);
        let (early, late) = (day(days.0.min(days.1)), day(days.0.max(days.1)));
        for practice in [COOLING, FLOUR, HANDS] {
            let (before, after) = (result(&asked, &session, early, practice), result(&asked, &session, late, practice));
            for duty in before.demanded() {
                prop_assert!(after.demanded().any(|later| later.duty == duty.duty));
            }
            prop_assert_eq!(before.duties.len(), after.duties.len(), "none is hidden");
            prop_assert!(before.minimum <= after.minimum);
        }
    }

    #[test]
    fn what_is_missed_is_counted_alike_everywhere(session in any_session(), late in any::<bool>()) {
        let asked = bakery();
        let on = if late { LATER } else { NIGHT };
        let assessment = Assessment::latest(&asked, &session).on(on);
        let found = results(&assessment);
        let page = duties(&assessment, &found, on, "de");
        prop_assert_eq!(found.missed_duties(), page.count_fit(DutyFit::Missed));
        let in_list = gap_list(&overview(&assessment, &found), &GapFilter::default())
            .iter()
            .flat_map(|gap| &gap.result.duties)
            .filter(|duty| duty.is_missed())
            .count();
        prop_assert_eq!(found.missed_duties(), in_list, "every practice that misses one is a gap");
    }
}
