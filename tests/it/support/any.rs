//! Arbitrary things for property tests: nasty texts, JSON, changes, sessions.

use plumbline::model::{BadId, Context, IndicatorKind, Level, Scope, SystemRole, Technology};
use plumbline::session::{
    Answer, Authorship, Because, Change, Compensated, Date, Facts, ModelRef, NotApplicable, Origin, OwnIndicator, OwnMinimum,
    Part, Person, Place, ProfileUse, ProposedReason, QuickAnswer, Rationale, Role, Round, Session, SystemField, Target,
    Timestamp, Yes,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde_json::{Map, Value};

use super::characteristics::weighing;
use super::findings::reviewing;
use super::id;
use super::judgements::judgement;
use super::plans::planning;
use super::round_events::{event_of_round, round_event};
use super::sign_offs::signing;

/// So many cases, the same in every run, and no files left behind: whoever checks the same sources twice finds the same.
///
/// Others are tried with `PROPTEST_RNG_SEED=7 PROPTEST_CASES=3000 cargo test --test it`: both go before what is said here.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() }
}

const NASTY: &[&str] = &[
    "",
    " ",
    "O'Brien & Söhne; \"Halle 7\"",
    "a,b;c\td",
    "=HYPERLINK(\"http://x\")",
    "<script>alert(1)</script>",
    "</textarea>",
    "👩🏽‍🏭🏭",
    "שלום עולם \u{202e}dlrow",
    "line\r\nbreak\u{2028}",
    "\0\u{1}\u{7f}\u{feff}",
    "{\"format\":\"plumbline-session\"}",
    "\\u0000 \\",
    "null",
];

/// Texts that people type, paste or attack with.
pub fn text() -> BoxedStrategy<String> {
    prop_oneof![select(NASTY).prop_map(str::to_owned), vec(any::<char>(), 0..8).prop_map(String::from_iter)].boxed()
}

/// Ids, few enough that the same one comes up again.
pub fn any_id<T: for<'a> TryFrom<&'a str, Error = BadId> + std::fmt::Debug>() -> impl Strategy<Value = T> {
    prop_oneof![5 => "[abc]", 1 => "[a-z0-9._-]{1,120}"].prop_map(|text| id(&text))
}

/// Any JSON value, with `names` as the names of members.
pub fn json(names: impl Strategy<Value = String> + Clone + 'static) -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0..6_u8).prop_map(Value::from),
        proptest::num::f64::NORMAL.prop_map(Value::from),
        text().prop_map(Value::from),
        select(vec!["met", "a", "general", "done", "2026-11-23T09:00:00Z", "ana:1"]).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((names.clone(), inner), 0..5).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Members that no version of Plumbline knows.
pub fn unknown() -> impl Strategy<Value = Map<String, Value>> {
    let name = text().prop_map(|text| format!("x-{text}"));
    prop_oneof![
        2 => Just(Map::new()),
        1 => btree_map(name, json(text()), 1..3).prop_map(Map::from_iter),
    ]
}

/// Any moment in the years that have four digits: others stand in no file.
pub fn at() -> impl Strategy<Value = Timestamp> {
    let from = "0000-01-01T00:00:00Z".parse().unwrap_or(Timestamp::UNIX_EPOCH);
    let nanoseconds = Timestamp::as_nanosecond(from)..=Timestamp::MAX.as_nanosecond();
    nanoseconds.prop_filter_map("a time", |at| Timestamp::from_nanosecond(at).ok())
}

/// Any day in the years that have four digits, likewise.
pub fn day() -> impl Strategy<Value = Date> {
    (0..=9999_i16, 1..=12_i8, 1..=28_i8).prop_filter_map("a day", |(year, month, day)| Date::new(year, month, day).ok())
}

/// Any place of an answer.
pub fn place<T: for<'a> TryFrom<&'a str, Error = BadId> + std::fmt::Debug>() -> impl Strategy<Value = Place<T>> {
    (any_id(), any_id(), option::of(any_id()), option::of(any_id())).prop_map(|(on, round, part, by)| Place {
        on,
        round,
        part,
        by,
    })
}

fn scope() -> impl Strategy<Value = Scope> {
    select(Scope::ALL.to_vec())
}

fn why() -> impl Strategy<Value = NotApplicable> {
    (text(), unknown()).prop_map(|(reason, unknown)| NotApplicable { reason, unknown })
}

/// Any answer.
pub fn answer() -> impl Strategy<Value = Answer> {
    let plain = select(vec![Answer::Met, Answer::Partly, Answer::NotMet, Answer::DontKnow]);
    let instead = (text(), unknown()).prop_map(|(reason, unknown)| Answer::Compensated(Compensated { reason, unknown }));
    prop_oneof![3 => plain, 1 => why().prop_map(Answer::NotApplicable), 1 => instead]
}

fn quick() -> impl Strategy<Value = QuickAnswer> {
    let level = any::<u8>().prop_map(|level| QuickAnswer::Level(Level::new(level)));
    prop_oneof![level, why().prop_map(QuickAnswer::NotApplicable), Just(QuickAnswer::DontKnow)]
}

fn rationale() -> impl Strategy<Value = Rationale> {
    let instead = option::of(any::<u8>().prop_map(Level::new));
    let reason = (option::of(any_id()), text(), instead, unknown());
    let reason = reason.prop_map(|(profile, words, instead, unknown)| ProposedReason { profile, words, instead, unknown });
    (any::<u8>(), scope(), vec(reason, 0..3), btree_map(any_id(), any_id(), 0..3), unknown()).prop_map(
        |(level, scope, reasons, answers, unknown)| Rationale { level: Level::new(level), scope, reasons, answers, unknown },
    )
}

fn target() -> impl Strategy<Value = Target> {
    use option::of;
    let origin = prop_oneof![
        Just(Origin::Practice),
        any_id().prop_map(Origin::Group),
        any_id().prop_map(Origin::Profile),
        Just(Origin::Interview),
    ];
    let because = of(select(Because::ALL.to_vec()));
    let decided = (of(any_id()), of(day()), of(day()));
    (any::<u8>(), scope(), because, (text(), of(any::<u8>())), origin, (decided, of(rationale())), unknown()).prop_map(
        |(level, scope, because, (reason, reason_for), origin, ((decided_by, decided_on, review_on), rationale), unknown)| {
            Target {
                level: Level::new(level),
                scope,
                because,
                reason,
                reason_for: reason_for.map(Level::new),
                origin,
                rationale,
                decided_by,
                decided_on,
                review_on,
                settles: Vec::new(),
                unknown,
            }
        },
    )
}

fn minimum() -> impl Strategy<Value = OwnMinimum> {
    let minimum = (any::<u8>(), text(), unknown());
    minimum.prop_map(|(level, source, unknown)| OwnMinimum { level: Level::new(level), source, unknown })
}

fn own_indicator() -> impl Strategy<Value = OwnIndicator> {
    let kind = select(vec![IndicatorKind::Done, IndicatorKind::Assured]);
    (any_id(), any::<u8>(), kind, text(), text(), unknown()).prop_map(|(practice, level, kind, text, evidence, unknown)| {
        OwnIndicator { practice, level: Level::new(level), kind, text, evidence, unknown }
    })
}

fn person() -> impl Strategy<Value = Person> {
    (text(), select(Role::ALL.to_vec()), unknown()).prop_map(|(name, role, unknown)| Person { name, role, unknown })
}

// Boxed, as are those about judgements: the trees of all these choices together are too much for a test's stack.
fn single_change() -> BoxedStrategy<Change> {
    use option::of;
    let fields = vec![SystemField::Name, SystemField::Includes, SystemField::Excludes, SystemField::InUseSince];
    let context = of(select(Context::ALL.to_vec()));
    let technology = of(select(Technology::ALL.to_vec()));
    let part = (text(), context, technology, unknown()).prop_map(|(name, context, technology, unknown)| Part {
        name,
        context,
        technology,
        unknown,
    });
    let round = (text(), unknown()).prop_map(|(name, unknown)| Round { name, unknown });
    let profile = (any_id(), unknown()).prop_map(|(edition, unknown)| ProfileUse { edition, unknown });
    prop_oneof![
        (select(fields), of(text())).prop_map(|(on, value)| Change::System(on, value)),
        (select(SystemRole::ALL.to_vec()), of(Just(Yes))).prop_map(|(on, value)| Change::SystemRole(on, value)),
        (any_id(), of(person())).prop_map(|(on, value)| Change::Person(on, value)),
        (any_id(), of(part)).prop_map(|(on, value)| Change::Part(on, value)),
        (any_id(), of(profile)).prop_map(|(on, value)| Change::Profile(on, value)),
        (any_id(), of(target())).prop_map(|(on, value)| Change::Target(on, value)),
        (any_id(), of(minimum())).prop_map(|(on, value)| Change::Minimum(on, value)),
        (any_id(), of(any_id())).prop_map(|(on, value)| Change::Interview(on, value)),
        (any_id(), of(text())).prop_map(|(on, value)| Change::Hint(on, value)),
        (any_id(), of(own_indicator())).prop_map(|(on, value)| Change::Indicator(on, value)),
        (any_id(), of(round)).prop_map(|(on, value)| Change::Round(on, value)),
        (event_of_round(), of(round_event())).prop_map(|(on, value)| Change::RoundEvent(on, value)),
        (place(), of(quick())).prop_map(|(on, value)| Change::Quick(on, value)),
        (place(), of(scope())).prop_map(|(on, value)| Change::Scope(on, value)),
        (place(), of(answer())).prop_map(|(on, value)| Change::Answer(on, value)),
        (place(), of(text())).prop_map(|(on, value)| Change::PracticeNote(on, value)),
        (place(), of(text())).prop_map(|(on, value)| Change::Note(on, value)),
    ]
    .boxed()
}

/// Any change, single or several together.
pub fn change() -> impl Strategy<Value = Change> {
    let single = || prop_oneof![3 => single_change(), 2 => judgement(), 1 => planning(), 1 => reviewing(), 1 => signing(), 1 => weighing()];
    prop_oneof![4 => single(), 1 => vec(single(), 0..4).prop_map(Change::Together)]
}

/// Anybody at any time.
pub fn any_mark() -> impl Strategy<Value = Authorship> {
    (option::of(any_id()), at(), any_id()).prop_map(|(by, at, actor)| Authorship { by, at, actor })
}

/// Any session: some changes by some people, some withdrawn, with members that nobody knows here and there.
pub fn session() -> impl Strategy<Value = Session> {
    let model = (any_id(), any_id(), unknown()).prop_map(|(id, edition, unknown)| ModelRef {
        id,
        edition,
        own: None,
        taken: None,
        unknown,
    });
    let changes = vec((change(), any_mark()), 0..32);
    (any_id(), model, any_id(), any_mark(), changes, unknown(), unknown()).prop_map(
        |(id, model, round, authorship, changes, of_session, of_facts)| {
            let mut session = Session::new(id, model, round, &authorship);
            for (change, authorship) in changes {
                session.apply(change, &authorship);
            }
            if session.round().is_none() {
                session
                    .apply(Change::Round(super::id("a"), Some(Round { name: String::new(), unknown: Map::new() })), &authorship);
            }
            session.unknown = of_session;
            add_unknown(&mut session.targets, &of_facts);
            add_unknown(&mut session.answers, &of_facts);
            add_unknown(&mut session.evidence, &of_facts);
            add_unknown(&mut session.evidence_uses, &of_facts);
            add_unknown(&mut session.settlements, &of_facts);
            add_unknown(&mut session.ways, &of_facts);
            add_unknown(&mut session.reports, &of_facts);
            add_unknown(&mut session.actions, &of_facts);
            session
        },
    )
}

fn add_unknown<K: Ord, V>(facts: &mut Facts<K, V>, unknown: &Map<String, Value>) {
    facts.values_mut().for_each(|fact| fact.unknown = unknown.clone());
}
