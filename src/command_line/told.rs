//! What is told, for people and for programs.

use serde_json::{Value, json};

use crate::analysis::{Apart, Basis, Current, Due, Exact, Gap, MemberStanding, PracticeResult, WhatIsDue};
use crate::model::{Amount, Fraction, Level, Questionnaire};
use crate::ui::text as t;

/// Words in one line that a terminal shows as they are: what it would take for a command, and what would begin another line, is put out of
/// force.
fn line(words: &str) -> String {
    let plain = |sign: char| if sign.is_control() { char::REPLACEMENT_CHARACTER } else { sign };
    words.chars().map(plain).chain(['\n']).collect()
}

/// A message. Where it has several lines, those after the first stand further in: no name of a file looks like another message.
pub fn message(words: &str) -> String {
    let rest = |(at, words): (usize, &str)| if at == 0 { line(words) } else { line(&format!("  {words}")) };
    words.lines().enumerate().map(rest).collect()
}

/// Lines for people, each one line whatever is in it.
pub fn lines(lines: &[String]) -> Vec<u8> {
    lines.iter().map(|words| line(words)).collect::<String>().into_bytes()
}

/// A value for programs. What a terminal would take for a command stands as a number also where JSON would allow it as it is.
pub fn for_programs(value: &Value) -> Vec<u8> {
    let mut text = String::new();
    for sign in format!("{value:#}").chars() {
        if sign.is_control() && sign != '\n' {
            text.push_str(&format!("\\u{:04x}", u32::from(sign)));
        } else {
            text.push(sign);
        }
    }
    text.push('\n');
    text.into_bytes()
}

/// A level; nothing where there is none.
pub fn level(level: Option<Level>) -> Value {
    level.map_or(Value::Null, |level| level.number().into())
}

/// Where a practice stands: `low` and `high` where that is known, and in one word how far it is known.
pub fn standing(current: Current) -> Value {
    match current {
        Current::Unanswered => json!({ "state": "unanswered" }),
        Current::NotApplicable => json!({ "state": "not_applicable" }),
        Current::Known { low, high, basis, exact } => {
            let state = match basis {
                Basis::NotKnown => "not_known",
                _ if !current.is_range() => "known",
                _ => "open",
            };
            let levels = json!({ "state": state, "low": low.number(), "high": high.number() });
            exactly(levels, exact)
        }
    }
}

/// The same with what the model's rule says beside whole levels: fractions as such, never rounded.
fn exactly(mut levels: Value, exact: Exact) -> Value {
    let more = match exact {
        Exact::Level => None,
        Exact::Amount { low, high, of } => {
            Some(("amount", json!({ "low": low.as_fraction(), "high": high.as_fraction(), "of": of.as_fraction() })))
        }
        Exact::Shares(shares) => {
            let share = |(level, share): (Level, Option<(Fraction, Fraction)>)| {
                let (low, high) = share?;
                Some(json!({ "level": level.number(), "low": low.to_string(), "high": high.to_string() }))
            };
            Some(("shares", shares.levels().filter_map(share).collect()))
        }
    };
    if let (Some((name, value)), Some(members)) = (more, levels.as_object_mut()) {
        members.insert(name.to_owned(), value);
    }
    levels
}

/// Where a practice of one of many stands.
pub fn member_standing(stands: MemberStanding) -> Value {
    match stands {
        MemberStanding::NotAssessed => json!({ "state": "unanswered" }),
        MemberStanding::NotKnown => json!({ "state": "not_known" }),
        MemberStanding::AskedAnew => json!({ "state": "asked_anew" }),
        MemberStanding::NotApplicable => json!({ "state": "not_applicable" }),
        MemberStanding::Between(low, high) => json!({ "state": "open", "low": low.number(), "high": high.number() }),
        MemberStanding::At(level) => json!({ "state": "known", "low": level.number(), "high": level.number() }),
    }
}

/// A practice with what follows for it.
pub fn practice(result: &PracticeResult, asked: &Questionnaire) -> Value {
    let gap = result.gap.map(|gap| gap_of(result, gap));
    json!({
        "practice": result.practice.as_str(),
        "name": name(result, asked),
        "current": standing(result.standing.current),
        "target": level(result.target),
        "minimum": level(result.minimum),
        "gap": gap,
        "falls_short": result.falls_short(),
    })
}

/// A gap in whole levels and, where the model's rule gives fractions, exactly: less than nothing where more is done than needed.
fn gap_of(result: &PracticeResult, gap: Gap) -> Value {
    let mut told = json!({ "least": gap.least, "most": gap.most });
    let words = |apart: Apart| match apart.more() {
        more if more > Amount::ZERO => format!("-{}", more.as_fraction()),
        _ => apart.short().as_fraction(),
    };
    let exact = result.exact_gap().filter(|_| result.is_fraction());
    if let (Some(exact), Some(members)) = (exact, told.as_object_mut()) {
        members.insert("amount".to_owned(), json!({ "least": words(exact.least), "most": words(exact.most) }));
    }
    told
}

/// What a practice is called.
pub fn name(result: &PracticeResult, asked: &Questionnaire) -> String {
    asked.practice(&result.practice).map_or_else(|| result.practice.to_string(), |it| it.name.get(t::tag()).to_owned())
}

/// Something that is due.
pub fn due(due: &Due) -> Value {
    let what = match due.what {
        WhatIsDue::Duties { .. } => "duties",
        WhatIsDue::RoundPlanned | WhatIsDue::RoundProposed => "round",
        WhatIsDue::Action { .. } => "action",
    };
    json!({ "on": due.on.to_string(), "is_late": due.is_late, "what": what, "words": t::what_is_due(due) })
}
