//! What is told, for people and for programs.

use serde_json::{Value, json};

use crate::analysis::{Current, Due, MemberStanding, PracticeResult, WhatIsDue};
use crate::model::{Level, Questionnaire};
use crate::ui::text as t;

/// A text that a terminal shows as it is: what it would take for a command is put out of force.
pub fn plain(text: &str) -> String {
    let is_command = |sign: char| sign.is_control() && sign != '\n';
    text.chars().map(|sign| if is_command(sign) { char::REPLACEMENT_CHARACTER } else { sign }).collect()
}

/// Lines for people.
pub fn lines(lines: &[String]) -> Vec<u8> {
    let mut text = plain(&lines.join("\n"));
    if !text.is_empty() {
        text.push('\n');
    }
    text.into_bytes()
}

/// A value for programs.
pub fn for_programs(value: &Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
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
        Current::Known { low, high, .. } => {
            let state = if low == high { "known" } else { "open" };
            json!({ "state": state, "low": low.number(), "high": high.number() })
        }
    }
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
    let gap = result.gap.map(|gap| json!({ "least": gap.least, "most": gap.most }));
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
