//! For whom and where a statement is asked: what is not for us is neither asked nor counted, and nothing that was said is lost.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{content, id, json as file, set, smm, tiny};
use plumbline::analysis::{
    Aged, AskedOf, Asking, Assessment, Current, MinimumFit, Names, PracticeResult, Thing, ThingName, agenda, audience,
    consistency, disputes, missing, next_question, open_points, progress, results, stale, workloads,
};
use plumbline::exchange::write_session;
use plumbline::model::{
    Audience, Context, IndicatorId, Lasts, LeftOut, Level, Model, Practice, Questionnaire, SystemRole, Technology, read_model,
};
use plumbline::session::{Answer, Date, List, PartId, commands};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

const COOLING: &str = "lager.kalt.kuehlen";
const WASHING: &str = "haende.waschen";

/// The tiny model, in which some statements are meant for somebody or for some place.
fn marked_file() -> Value {
    let mut model = file("tests/data/tiny-model.json");
    let cooling = "/groups/0/groups/0/practices/0/levels";
    let washing = "/groups/1/practices/0/levels";
    for (place, member, value) in [
        (format!("{cooling}/1/indicators/1"), "for", json!(["maker"])),
        (format!("{cooling}/2/indicators/1"), "for", json!(["operator"])),
        (format!("{cooling}/2/indicators/2"), "context", json!(["cloud"])),
        (format!("{washing}/1/indicators/1"), "for", json!(["provider", "maker"])),
        (format!("{washing}/2/indicators/0"), "context", json!(["device", "edge"])),
        (format!("{washing}/2/indicators/1"), "context", json!(["end_to_end"])),
        (format!("{washing}/2/indicators/1"), "technology", json!("ot")),
    ] {
        set(&mut model, &format!("{place}/{member}"), value);
    }
    model
}

fn read(model: &Value) -> Arc<Model> {
    Arc::new(read_model(model.to_string().as_bytes()).unwrap_or_else(|problems| unreachable!("{problems}")))
}

fn marked() -> Questionnaire {
    Questionnaire::new(read(&marked_file()), Vec::new())
}

/// The marked model with only those statements.
fn pruned(keep: &dyn Fn(&Value) -> bool) -> Questionnaire {
    fn prune(value: &mut Value, keep: &dyn Fn(&Value) -> bool) {
        match value {
            Value::Object(members) => members.iter_mut().for_each(|(name, member)| match member {
                Value::Array(all) if name == "indicators" => all.retain(keep),
                member => prune(member, keep),
            }),
            Value::Array(all) => all.iter_mut().for_each(|it| prune(it, keep)),
            _ => {}
        }
    }
    let mut model = marked_file();
    prune(&mut model, keep);
    Questionnaire::new(read(&model), Vec::new())
}

/// Whether a statement names one of these words in a member, or nothing there.
fn names(statement: &Value, member: &str, words: &[&str]) -> bool {
    let named = statement.get(member).and_then(Value::as_array);
    named.is_none_or(|named| named.iter().filter_map(Value::as_str).any(|word| words.contains(&word)))
}

const TODAY: Date = Date::constant(2029, 1, 1);

/// All that people see of an assessment, as one text.
fn seen(asked: &Questionnaire, talk: &Talk) -> String {
    let assessment = Assessment::latest(asked, &talk.session);
    let results = results(&assessment);
    let missing: Vec<String> = results
        .practices
        .iter()
        .flat_map(|result| missing(&assessment, result))
        .flat_map(|level| level.indicators)
        .map(|it| format!("{} {:?}", it.asked.indicator.id, it.verdict))
        .collect();
    let open = open_points(&assessment, &results, TODAY);
    let next = next_question(&assessment, Asking::default());
    let all = (progress(&assessment), open, agenda(&assessment, TODAY, 60), workloads(&assessment), disputes(&assessment));
    format!(
        "{results:#?} {missing:#?} {all:#?} {:#?} {:#?} {next:#?}",
        stale(&assessment, TODAY),
        consistency(&assessment, TODAY)
    )
}

/// One answer that somebody gives.
#[derive(Clone, Debug)]
struct Word {
    about: &'static str,
    answer: Answer,
    part: Option<&'static str>,
    by: Option<&'static str>,
}

const STATEMENTS: [&str; 11] = ["k1a", "k1b", "k2a", "k2b", "k2c", "m1", "m2", "h1a", "h1b", "h2a", "h2b"];

fn word() -> impl Strategy<Value = Word> {
    let answers = select(vec![Answer::Met, Answer::Met, Answer::Partly, Answer::NotMet]);
    let (part, by) = (option::of(select(vec!["one", "two"])), option::of(select(vec!["ana", "bo"])));
    (select(STATEMENTS.to_vec()), answers, part, by).prop_map(|(about, answer, part, by)| Word { about, answer, part, by })
}

fn talk_of(parts: &[&str], words: &[Word], quick: Option<u8>, targets: &[Option<u8>]) -> Talk {
    let mut talk = Talk::about(&tiny());
    talk.add_person("ana");
    talk.add_person("bo");
    parts.iter().for_each(|part| talk.name_part(part));
    for (practice, target) in [COOLING, "lager.mehl", WASHING].iter().zip(targets) {
        target.iter().for_each(|target| talk.target(practice, *target));
    }
    quick.iter().for_each(|level| talk.quick_level(WASHING, *level));
    for Word { about, answer, part, by } in words {
        (talk.part, talk.by) = (part.map(str::to_owned), by.map(str::to_owned));
        talk.answer(about, answer.clone());
    }
    (talk.part, talk.by) = (None, None);
    talk
}

fn roles() -> impl Strategy<Value = BTreeSet<SystemRole>> {
    btree_set(select(SystemRole::ALL.to_vec()), 0..=4)
}

fn place(talk: &mut Talk, part: &str, context: Option<Context>) {
    let change = commands::place_part(&talk.session, &id::<PartId>(part), context);
    change.into_iter().for_each(|change| {
        talk.change(change);
    });
}

fn left_out(asked: &Questionnaire) -> Vec<(String, LeftOut)> {
    asked.left_out().map(|(it, why)| (it.indicator.id.to_string(), why)).collect()
}

#[test]
fn a_statement_is_for_all_and_anywhere_unless_it_says_otherwise() {
    let asked = marked();
    let meant = |name: &str| asked.indicator(&id(name)).map(|it| it.indicator.meant_for.clone()).unwrap_or_default();
    assert_eq!(meant("k1a"), plumbline::model::MeantFor::default());
    assert_eq!(meant("h1b").roles, [SystemRole::Maker, SystemRole::Provider], "in their own order");
    assert_eq!(meant("h2a").contexts, [Context::Device, Context::Edge]);
    assert_eq!(meant("h2b").technology.map(Technology::key), Some("ot"));
}

#[test]
fn what_is_for_other_roles_is_left_out_and_known_by_its_name() {
    let mut talk = Talk::about(&tiny());
    talk.change(commands::be(SystemRole::Operator, true));
    let asked = marked().for_audience(audience(&talk.session));
    let others = [("k1b".to_owned(), LeftOut::Role), ("h1b".to_owned(), LeftOut::Role)];
    assert_eq!(left_out(&asked), others);
    assert_eq!(asked.all().count() + 2, marked().all().count());
    for (name, _) in others {
        let name: IndicatorId = id(&name);
        assert!(asked.indicator(&name).is_none() && !asked.asks(&name) && asked.in_order([&name]).is_empty());
        let called = Names::new(Some(&asked), &talk.session, "de").of(&Thing::Indicator(name.clone()));
        assert!(matches!(called, ThingName::Called(_)), "{name}");
        assert!(asked.all_indicators().any(|it| *it == name), "a file that speaks of it is not about something unknown");
    }
    talk.change(commands::be(SystemRole::Maker, true));
    let both = marked().for_audience(audience(&talk.session));
    assert_eq!(left_out(&both), [], "who is several is asked what is for any of them");
}

#[test]
fn what_is_meant_for_other_places_than_all_parts_is_not_asked() {
    let mut talk = talk_of(&["one", "two"], &[], None, &[]);
    place(&mut talk, "one", Some(Context::Device));
    assert_eq!(audience(&talk.session), Audience::default(), "the other part may be anywhere");
    place(&mut talk, "two", Some(Context::Edge));
    let asked = marked().for_audience(audience(&talk.session));
    assert_eq!(left_out(&asked), [("k2c".to_owned(), LeftOut::Context)], "but what goes from one end to the other is");
    place(&mut talk, "two", Some(Context::Cloud));
    assert_eq!(left_out(&marked().for_audience(audience(&talk.session))), []);
}

#[test]
fn what_is_meant_for_another_technology_than_that_of_all_parts_is_not_asked() {
    let mut talk = talk_of(&["one", "two"], &[], None, &[]);
    let of = |talk: &Talk| left_out(&marked().for_audience(audience(&talk.session)));
    let say = |talk: &mut Talk, part: &str, technology: Option<Technology>| {
        let change = commands::say_technology_of_part(&talk.session, &id::<PartId>(part), technology);
        change.into_iter().for_each(|change| {
            talk.change(change);
        });
    };
    say(&mut talk, "one", Some(Technology::It));
    assert_eq!(of(&talk), [], "the other part may be of both");
    let asked = marked().for_audience(audience(&talk.session));
    let assessment = Assessment::latest(&asked, &talk.session);
    let told = asked.indicator(&id("h2b")).map(|it| {
        [Some("one"), Some("two"), None].map(|part| assessment.said().asked_of(it.indicator, part.map(id::<PartId>).as_ref()))
    });
    assert_eq!(told, Some([AskedOf::Others(LeftOut::Technology), AskedOf::This, AskedOf::This]));
    say(&mut talk, "two", Some(Technology::It));
    assert_eq!(of(&talk), [("h2b".to_owned(), LeftOut::Technology)]);
    say(&mut talk, "two", Some(Technology::Ot));
    assert_eq!(of(&talk), []);
    say(&mut talk, "two", None);
    assert_eq!(of(&talk), [], "what was said can be taken back");
}

#[test]
fn advice_for_others_is_given_to_nobody_else_and_all_of_it_while_nobody_said_what_they_are() {
    let advice = |roles: &[SystemRole]| {
        let audience = Audience { roles: roles.iter().copied().collect(), ..Audience::default() };
        let (model, asked) = (smm(), Questionnaire::new(smm(), Vec::new()).for_audience(audience));
        let of = |practice: &Practice| {
            let levels = Level::NONE.up_to(model.top());
            levels.flat_map(|level| asked.actions(practice, level)).map(|it| it.get("en").to_owned()).collect::<Vec<_>>()
        };
        model.practices().into_iter().flat_map(of).collect::<Vec<String>>()
    };
    let for_makers = |all: &[String]| all.iter().filter(|it| it.starts_with("As a maker")).count();
    let everybody = advice(&[]);
    assert!(for_makers(&everybody) > 10);
    assert_eq!(for_makers(&advice(&[SystemRole::Operator])), 0);
    assert_eq!(for_makers(&advice(&[SystemRole::Operator, SystemRole::Maker])), for_makers(&everybody));
    assert_eq!(advice(&[SystemRole::Importer]), advice(&[SystemRole::Maker]));
}

#[test]
fn a_demand_of_ones_own_whose_statements_are_for_others_is_not_met_by_its_level() {
    let mut talk = Talk::about(&tiny());
    talk.change(commands::set_minimum(&talk.session, &id(COOLING), Some(Level::new(1))));
    talk.change(commands::minimum_needs(&id("k1b"), true));
    talk.change(commands::be(SystemRole::Operator, true));
    let asked = marked().for_audience(audience(&talk.session));
    talk.answer_levels(&asked, COOLING, 1..=1, &Answer::Met);
    let found = results(&Assessment::latest(&asked, &talk.session));
    assert_eq!(found.practice(&id(COOLING)).map(PracticeResult::minimum_fit), Some(MinimumFit::Open));
}

#[test]
fn who_imports_is_asked_what_its_maker_is_asked_and_nothing_of_those_who_run_it() {
    let mut talk = Talk::about(&tiny());
    talk.change(commands::be(SystemRole::Importer, true));
    let imports = left_out(&marked().for_audience(audience(&talk.session)));
    talk.change(commands::be(SystemRole::Importer, false));
    talk.change(commands::be(SystemRole::Maker, true));
    assert_eq!(left_out(&marked().for_audience(audience(&talk.session))), imports);
    assert!(!SystemRole::Maker.answers_for(SystemRole::Importer), "a maker is not asked what only importers are");
}

#[test]
fn a_statement_is_asked_of_the_parts_that_it_is_meant_for() {
    let mut talk = talk_of(&["one", "two"], &[], None, &[]);
    place(&mut talk, "one", Some(Context::Device));
    let asked = marked().for_audience(audience(&talk.session));
    let assessment = Assessment::latest(&asked, &talk.session);
    let of = |name: &str, part: Option<&str>| {
        let found = asked.indicator(&id(name)).map(|it| it.indicator);
        found.map(|it| assessment.said().asked_of(it, part.map(id::<PartId>).as_ref()))
    };
    for (name, part, expected) in [
        ("k2a", Some("one"), AskedOf::This),
        ("k2c", Some("one"), AskedOf::Others(LeftOut::Context)),
        ("k2c", Some("two"), AskedOf::This),
        ("k2c", None, AskedOf::This),
        ("h2a", Some("one"), AskedOf::This),
        ("h2b", Some("one"), AskedOf::Whole),
        ("h2b", None, AskedOf::This),
    ] {
        assert_eq!(of(name, part), Some(expected), "{name} {part:?}");
    }
}

#[test]
fn what_no_part_is_asked_does_not_hold_a_level_back() {
    let mut talk = talk_of(&["one", "two"], &[], None, &[]);
    place(&mut talk, "one", Some(Context::Device));
    place(&mut talk, "two", Some(Context::Cloud));
    let of = |talk: &Talk| {
        let asked = marked().for_audience(audience(&talk.session));
        let results = results(&Assessment::latest(&asked, &talk.session));
        results.practice(&id(COOLING)).map(|result| result.standing.parts.clone()).unwrap_or_default()
    };
    for name in ["k1a", "k1b", "k2a", "k2b"] {
        talk.answer(name, Answer::Met);
    }
    // Said of the device, where it is not asked: it neither counts nor tells the parts apart.
    talk.part = Some("one".to_owned());
    talk.answer("k2c", Answer::NotMet);
    assert_eq!(of(&talk), []);
    talk.part = Some("two".to_owned());
    talk.answer("k2c", Answer::NotMet);
    let settled: Vec<_> = of(&talk).into_iter().map(|(part, current)| (part.to_string(), current.settled())).collect();
    let level = |number| Some(plumbline::model::Level::new(number));
    assert_eq!(settled, [("one".to_owned(), level(2)), ("two".to_owned(), level(1))]);
}

#[test]
fn what_holds_until_a_release_or_an_event_is_never_stale_by_the_calendar() {
    let mut model = file("tests/data/tiny-model.json");
    let first = "/groups/1/practices/0/levels/1/indicators/0";
    for (word, lasts) in [("release", Lasts::Release), ("event", Lasts::Event)] {
        crate::support::remove(&mut model, &format!("{first}/{}", if word == "release" { "shelf_life_months" } else { "lasts" }));
        set(&mut model, &format!("{first}/lasts"), json!(word));
        let asked = Questionnaire::new(read(&model), Vec::new());
        assert_eq!(asked.indicator(&id("h1a")).map(|it| it.indicator.lasts), Some(lasts));
        let mut talk = Talk::about(&tiny());
        talk.answer("h1a", Answer::Met);
        talk.answer("h1b", Answer::Met);
        let found = stale(&Assessment::latest(&asked, &talk.session), Date::constant(2060, 1, 1));
        let found: Vec<_> = found.iter().map(|it| (it.at.on.as_str(), &it.why)).collect();
        assert_eq!(found, [("h1b", &Aged::ShelfLife)], "{word}");
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn marks_alone_change_nothing(
        words in vec(word(), 0..30),
        parts in select(vec![vec![], vec!["one"], vec!["one", "two"]]),
        quick in option::of(0..=2_u8),
        targets in vec(option::of(0..=2_u8), 3),
    ) {
        let talk = talk_of(&parts, &words, quick, &targets);
        let unmarked = Questionnaire::new(tiny(), Vec::new());
        prop_assert_eq!(seen(&marked().for_audience(audience(&talk.session)), &talk), seen(&unmarked, &talk));
    }

    #[test]
    fn with_a_role_all_is_as_if_the_model_had_only_what_is_for_it(
        words in vec(word(), 0..30),
        parts in select(vec![vec![], vec!["one", "two"]]),
        quick in option::of(0..=2_u8),
        targets in vec(option::of(0..=2_u8), 3),
        roles in roles(),
    ) {
        let mut talk = talk_of(&parts, &words, quick, &targets);
        // Who imports is asked what makers are.
        let asked_as = SystemRole::ALL.into_iter().filter(|meant| roles.iter().any(|role| role.answers_for(*meant)));
        let names_of_roles: Vec<&str> = asked_as.map(SystemRole::key).collect();
        roles.iter().for_each(|role| {
            talk.change(commands::be(*role, true));
        });
        let without = pruned(&|it| roles.is_empty() || names(it, "for", &names_of_roles));
        prop_assert_eq!(seen(&marked().for_audience(audience(&talk.session)), &talk), seen(&without, &talk));
    }

    #[test]
    fn choosing_a_role_loses_nothing_and_taking_it_back_gives_all_back(
        words in vec(word(), 0..30),
        roles in roles(),
        target in option::of(0..=2_u8),
    ) {
        let mut talk = talk_of(&["one"], &words, None, &[target]);
        let facts = |talk: &Talk| {
            let mut file = content(&write_session(&talk.session).unwrap_or_default());
            for name in [List::SystemRoles.name(), "seen"] {
                file.as_object_mut().and_then(|members| members.shift_remove(name));
            }
            file
        };
        let (before, shown) = (facts(&talk), seen(&marked().for_audience(audience(&talk.session)), &talk));
        roles.iter().for_each(|role| {
            talk.change(commands::be(*role, true));
        });
        prop_assert_eq!(audience(&talk.session).roles, roles.clone());
        prop_assert_eq!(&facts(&talk), &before);
        roles.iter().for_each(|role| {
            talk.change(commands::be(*role, false));
        });
        prop_assert_eq!(&facts(&talk), &before);
        prop_assert_eq!(seen(&marked().for_audience(audience(&talk.session)), &talk), shown);
    }

    #[test]
    fn a_part_stands_where_it_would_if_only_what_is_meant_for_it_were_asked(
        words in vec(word(), 0..30),
        contexts in vec(option::of(select(Context::ALL.to_vec())), 2),
    ) {
        let parts = ["one", "two"];
        let mut talk = talk_of(&parts, &words, None, &[]);
        for (part, context) in parts.iter().zip(&contexts) {
            place(&mut talk, part, *context);
        }
        let standings = |asked: &Questionnaire, talk: &Talk| {
            let all = results(&Assessment::latest(asked, &talk.session)).practices;
            all.into_iter().map(|it| it.standing).collect::<Vec<_>>()
        };
        let here = standings(&marked().for_audience(audience(&talk.session)), &talk);
        for (part, context) in parts.iter().zip(contexts) {
            let Some(context) = context else { continue };
            let of_this = [context.key(), Context::EndToEnd.key()];
            let only = pruned(&|it| names(it, "context", &of_this));
            // What is about the whole way is heard of the whole alone, unless the part is the whole way.
            let of_whole = |word: &Word| word.about == "h2b" && context != Context::EndToEnd;
            let counts: Vec<Word> = words.iter().filter(|word| word.part.is_none() || !of_whole(word)).cloned().collect();
            let expected = standings(&only, &talk_of(&parts, &counts, None, &[]));
            for (here, expected) in here.iter().zip(expected) {
                let of_part = |parts: &[(PartId, Current)]| {
                    parts.iter().find(|(it, _)| it.as_str() == *part).map(|(_, current)| *current)
                };
                let Some(found) = of_part(&here.parts) else { continue };
                prop_assert_eq!(found, of_part(&expected.parts).unwrap_or(expected.current), "{} {:?}", part, context);
            }
        }
    }
}
