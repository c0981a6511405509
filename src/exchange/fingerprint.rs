//! The code on a report, by which Plumbline tells what the report is worth today.
//!
//! A code has twelve letters and digits, none of which is easily taken for another (Crockford's base 32), as `7KQ2-1F9M-XR4T`:
//!
//! - 3 for the session, so that a report about another one is recognised;
//! - 2 for what the report shows (sections, length, whether people are named): the code says itself what it is about;
//! - 6 for the facts that such a report shows, from a hash over them. What follows from facts and a date (levels, what is stale) is
//!   not part of it, nor is when and on which machine something was said: a fact taken back and said again is the same fact. Only
//!   the decision log counts with its days, since it shows them;
//! - 1 to notice most slips in typing.
//!
//! A code with the session's part and another hash is *superseded*. **Since when** can only be told where the code was issued by
//! this copy or one that was folded in: issued codes are facts of the session, each with its time. Then the earliest change since
//! that still stands is named; something else may have changed before and again later, so it is “since then at the latest”.
//!
//! The code is no signature. It tells honest people apart reports; it does not keep anybody from making one up.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::ReadError;
use super::entry::in_one_order;
use super::session_file::members;
use crate::analysis::{Assessment, Length, ReportOptions, Section};
use crate::model::order;
use crate::session::{Fact, InReport, List, RecordKind, ReportCode, RoundId, Session, Stamp, Timestamp, moment};

/// The signs of a code: no I, L, O or U.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const OF_SESSION: usize = 3;
const OF_OPTIONS: usize = 2;
const OF_FACTS: usize = 6;
const LENGTH: usize = OF_SESSION + OF_OPTIONS + OF_FACTS + 1;

/// What a code says about a report, with the session open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// The facts are still those that the report shows.
    Current,
    /// It shows an earlier round, which is still what it was; a later one was opened since.
    EarlierRound,
    /// Something that the report shows was changed.
    Superseded {
        /// When it was printed or saved last, if that is known.
        issued: Option<Timestamp>,
        /// Since when at the latest, if that is known.
        since: Option<Timestamp>,
    },
    /// The report is about something else.
    NotOfThisSession,
    /// This is no code; most likely a slip in typing.
    NoCode,
}

/// The code of a report about the session's present facts.
///
/// # Errors
/// None that a session could cause.
pub fn fingerprint(session: &Session, options: &ReportOptions) -> Result<String, ReadError> {
    code_of(session, session.round(), options, Whose::OfEach)
}

/// The code of a report about a round: of one that is over, as it was then.
///
/// # Errors
/// None that a session could cause.
pub fn fingerprint_of(assessment: &Assessment<'_>, options: &ReportOptions) -> Result<String, ReadError> {
    code_of(assessment.session(), assessment.round(), options, Whose::OfEach)
}

/// Which facts count with whose they are.
#[derive(Clone, Copy)]
enum Whose {
    /// Those about which everybody can say something else. Who of several settled something alike makes no other report.
    OfEach,
    /// All that belong to a round, as codes had it up to version 0.1.
    OfRound,
}

impl Whose {
    fn tells(self, list: List, fact: &Map<String, Value>) -> bool {
        match self {
            // A sign-off that somebody else wrote than who is said to have signed is shown as that.
            Self::OfEach => list.record() == RecordKind::Placed || is_of_sign_offs(list),
            Self::OfRound => fact.contains_key("round") || is_of_sign_offs(list),
        }
    }
}

fn code_of(session: &Session, round: Option<&RoundId>, options: &ReportOptions, whose: Whose) -> Result<String, ReadError> {
    let mut code = signs(&[b"session", session.id.as_str().as_bytes()], OF_SESSION);
    code.push_str(&option_signs(options));
    let facts = in_one_order(&Value::Object(shown(session, round, options, whose)?));
    code.push_str(&signs(&[b"facts", facts.as_bytes()], OF_FACTS));
    let check = signs(&[b"check", code.as_bytes()], 1);
    code.push_str(&check);
    Ok(code.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-"))
}

/// What a code that somebody typed in says: in either case, with or without hyphens, and with 0 for O and 1 for I or L.
///
/// # Errors
/// None that a session could cause.
pub fn compare_code(typed: &str, session: &Session) -> Result<Checked, ReadError> {
    let Some(code) = read_code(typed) else { return Ok(Checked::NoCode) };
    if !code.starts_with(&signs(&[b"session", session.id.as_str().as_bytes()], OF_SESSION)) {
        return Ok(Checked::NotOfThisSession);
    }
    let Some(options) = code.get(OF_SESSION..OF_SESSION + OF_OPTIONS).and_then(options_of) else { return Ok(Checked::NoCode) };
    for whose in [Whose::OfEach, Whose::OfRound] {
        if read_code(&code_of(session, session.round(), &options, whose)?).is_some_and(|now| now == code) {
            return Ok(Checked::Current);
        }
    }
    for (earlier, _) in session.rounds_in_order().rev().skip(1) {
        if read_code(&code_of(session, Some(earlier), &options, Whose::OfEach)?).is_some_and(|then| then == code) {
            return Ok(Checked::EarlierRound);
        }
    }
    let issued = report_code(&code).and_then(|code| session.reports.get(&code).and_then(Fact::value).map(|it| it.at));
    let since = match issued {
        Some(issued) => first_change_after(issued, session, &options)?,
        None => None,
    };
    Ok(Checked::Superseded { issued, since })
}

/// The code as the session keeps it.
#[must_use]
pub fn report_code(code: &str) -> Option<ReportCode> {
    ReportCode::try_from(read_code(code)?.to_lowercase()).ok()
}

/// A code without anything around its signs, if it is one.
fn read_code(typed: &str) -> Option<String> {
    let sign = |typed: char| match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let code: String = typed.chars().filter(|it| !it.is_whitespace() && !matches!(it, '-' | '–' | '‑')).map(sign).collect();
    let is_sign = |it: u8| SIGNS.contains(&it);
    let (words, check) = code.split_at_checked(LENGTH - 1)?;
    (code.len() == LENGTH && code.bytes().all(is_sign) && signs(&[b"check", words.as_bytes()], 1) == check).then_some(code)
}

/// The first signs of a hash.
pub(super) fn signs(of: &[&[u8]], count: usize) -> String {
    let mut hash = Sha256::new();
    for part in of {
        hash.update(part);
        hash.update([0]);
    }
    let hash = hash.finalize();
    let number = hash.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    number_signs(number >> 4, 12).chars().take(count).collect()
}

/// The lowest `count` signs of a number, the highest first.
fn number_signs(number: u64, count: usize) -> String {
    let sign = |place: usize| SIGNS.get(((number >> (5 * place)) & 31) as usize).copied().map_or('0', char::from);
    (0..count).rev().map(sign).collect()
}

fn option_signs(options: &ReportOptions) -> String {
    let flags = Section::ALL.iter().map(|section| options.shows(*section)).chain([options.length == Length::Full, options.names]);
    let number = flags.zip(0..).fold(0_u64, |number, (flag, place)| number | (u64::from(flag) << place));
    number_signs(number, OF_OPTIONS)
}

fn options_of(signs: &str) -> Option<ReportOptions> {
    let values = signs.bytes().map(|sign| SIGNS.iter().position(|one| *one == sign));
    let number = values.collect::<Option<Vec<_>>>()?.into_iter().fold(0_usize, |number, value| (number << 5) | value);
    let flag = |place: usize| (number >> place) & 1 == 1;
    let sections = Section::ALL.into_iter().zip(0..).filter(|(_, place)| flag(*place)).map(|(section, _)| section);
    let length = if flag(5) { Length::Full } else { Length::Short };
    (number < 1 << 7).then(|| ReportOptions { sections: order::set(sections), length, names: flag(6) })
}

/// Whether a report with these options shows anything of a list.
fn is_in_report(list: List, options: &ReportOptions) -> bool {
    let any = |sections: &[Section]| sections.iter().any(|section| options.shows(*section));
    let levels = || any(&[Section::Standing, Section::ToDo, Section::Open, Section::Practices]);
    match list.in_report() {
        InReport::Never => false,
        InReport::Always => true,
        InReport::Levels => levels(),
        InReport::LevelsAndDecisions => levels() || any(&[Section::Decisions]),
        InReport::Decisions => any(&[Section::Decisions]),
        InReport::Plan => any(&[Section::ToDo]),
        // The reasons of proposals come from the interview; what stands out is looked for in notes and evidence, too.
        InReport::Reasons => any(&[Section::Open, Section::Practices]),
    }
}

/// The facts that a report shows: what each is about and what was said by whom, without when and where in the history.
fn shown(
    session: &Session,
    round: Option<&RoundId>,
    options: &ReportOptions,
    whose: Whose,
) -> Result<Map<String, Value>, ReadError> {
    let mut shown = Map::new();
    for (list, records) in records(session, round, options)? {
        let dated = options.shows(Section::Decisions) && matches!(list, List::Targets | List::PastTargets);
        let said = records.iter().filter(|record| record.get("value").is_some() || dated);
        let facts = said.map(|record| {
            let mut fact = record.clone();
            fact.retain(|name, _| matches!(name.as_str(), "on" | "round" | "part" | "value" | "by") || (dated && name == "at"));
            if matches!(list, List::People | List::SignOffs) && !options.names {
                fact.get_mut("value").and_then(Value::as_object_mut).map(|person| person.shift_remove("name"));
            }
            // Who stated what everybody shares shows only in the decision log.
            if !whose.tells(list, &fact) && !dated {
                fact.shift_remove("by");
            }
            Value::Object(fact)
        });
        let mut facts: Vec<Value> = facts.collect();
        order::by_key(&mut facts, in_one_order);
        if !facts.is_empty() || !came_later(list) {
            shown.insert(list.name().to_owned(), Value::Array(facts));
        }
    }
    shown.insert("model".to_owned(), members(session)?.get("model").cloned().unwrap_or_default());
    Ok(shown)
}

/// Whether it says who signed.
const fn is_of_sign_offs(list: List) -> bool {
    matches!(list, List::SignOffs | List::SignOffsTakenBack)
}

/// Whether a list came after codes were first given out: while nothing is said in it, codes are those that they were.
const fn came_later(list: List) -> bool {
    matches!(
        list,
        List::MinimumNeeds
            | List::Places
            | List::Duties
            | List::SystemRoles
            | List::Actions
            | List::ActionStatements
            | List::ActionNeeds
            | List::SignOffs
            | List::SignOffsTakenBack
            | List::CharacteristicTargets
            | List::CharacteristicStates
            | List::Priority
            | List::Conflicts
            | List::ConflictDecisions
    )
}

/// Whether what an earlier round says goes on in later ones.
const fn goes_on(list: List) -> bool {
    matches!(list, List::CharacteristicTargets | List::Priority | List::ConflictDecisions)
}

/// Records by their list.
type RecordsOfLists = BTreeMap<List, Vec<Map<String, Value>>>;

/// The records of the lists that count, without those of other rounds. Targets are those of the round: what was decided after its end
/// is none of its facts.
fn records(session: &Session, round: Option<&RoundId>, options: &ReportOptions) -> Result<RecordsOfLists, ReadError> {
    let file = members(session)?;
    let end = round.and_then(|round| session.end_of(round));
    let later = session.rounds_in_order().map(|(id, _)| id).filter(|id| round.is_some_and(|round| *id > round));
    let later: Vec<Value> = later.map(|id| Value::from(id.as_str())).collect();
    let round = round.map(|round| Value::from(round.as_str()));
    let mut records = BTreeMap::new();
    for list in List::ALL.iter().copied().filter(|list| is_in_report(*list, options)) {
        let all = file.get(list.name()).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
        let is_here = |its: &Value| Some(its) == round.as_ref() || (goes_on(list) && !later.contains(its));
        let here = all.filter(|record| record.get("round").is_none_or(is_here));
        let here = here.filter(|record| list != List::Rounds || record.get("on").is_none_or(|on| !later.contains(on)));
        // Sign-offs say of which round they are where they say which they are.
        let signs = |record: &&Map<String, Value>| record.get("on").and_then(|on| on.get("round")) == round.as_ref();
        let here = here.filter(|record| !is_of_sign_offs(list) || signs(record));
        records.insert(list, here.cloned().collect());
    }
    if let Some(end) = end {
        targets_of_its_time(&mut records, &file, end);
    }
    once_each(&mut records);
    Ok(records)
}

/// Leaves out of the former targets what stands, and all but one of what was given back by undoing: each decision counts once, as in the
/// log. Else the report of a closed round would have another code as soon as a target of it is changed.
fn once_each(records: &mut RecordsOfLists) {
    let said = |record: &Map<String, Value>| {
        let of_it = ["on", "value", "by", "at"].map(|name| record.get(name).cloned().unwrap_or_default());
        in_one_order(&Value::from(of_it.to_vec()))
    };
    let targets = records.get(&List::Targets).into_iter().flatten();
    let mut counted = order::set(targets.map(said));
    if let Some(past) = records.get_mut(&List::PastTargets) {
        past.retain(|record| counted.insert(said(record)));
    }
}

/// Puts the targets that stood at the end of a round where the present ones are, and leaves out what was decided after it.
fn targets_of_its_time(records: &mut RecordsOfLists, file: &Map<String, Value>, end: &Stamp) {
    let stamp = |record: &Map<String, Value>| Stamp::try_from(record.get("stamp")?.as_str()?.to_owned()).ok();
    let is_of_then = |record: &Map<String, Value>| stamp(record).is_some_and(|stamp| stamp < *end);
    if let Some(past) = records.get_mut(&List::PastTargets) {
        past.retain(is_of_then);
    }
    let Some(targets) = records.get_mut(&List::Targets) else { return };
    let before = file.get(List::PastTargets.name()).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
    let mut then: BTreeMap<String, (Stamp, Map<String, Value>)> = BTreeMap::new();
    for record in targets.iter().chain(before) {
        let (Some(stamp), Some(on)) = (stamp(record), record.get("on").and_then(Value::as_str)) else { continue };
        if stamp < *end && then.get(on).is_none_or(|(other, _)| *other < stamp) {
            then.insert(on.to_owned(), (stamp, record.clone()));
        }
    }
    *targets = then.into_values().map(|(_, record)| record).collect();
}

/// The earliest change of what a report shows after a time, as far as it still stands.
fn first_change_after(issued: Timestamp, session: &Session, options: &ReportOptions) -> Result<Option<Timestamp>, ReadError> {
    let records = records(session, session.round(), options)?;
    let times = records.values().flatten().filter_map(|record| moment(record.get("at")?.as_str()?));
    Ok(times.filter(|at| *at > issued).min())
}
