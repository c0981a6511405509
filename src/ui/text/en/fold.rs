//! The words about folding a file into an assessment that is here already.

use serde_json::Value;

use crate::exchange::{Contribution, Merged};
use crate::session::List;
use crate::store::{MergeIntoError, SaveError};
use crate::ui::text::en::facts;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::opening::open_error;
use crate::ui::text::en::store_errors::storage_error;
use crate::ui::text::intl::list;

pub const NOTHING_NEW: &str = "Everything in the file is here already.";
pub const WHAT_COMES: &str = "What is new:";
pub const CHANGED_ON_BOTH_SIDES: &str = "Changed here and in the file";
pub const CHANGED_ON_BOTH_SIDES_HINT: &str = "Neither side knew of the other. Choose what counts, or keep both to talk about it. Where it is a target, the \
    decision log keeps the other one, too.";
pub const HERE: &str = "Here";
pub const IN_THE_FILE: &str = "In the file";
pub(super) const TAKEN_BACK: &str = "taken back";
pub(super) const CHANGED_SINCE: &str = "This assessment was changed in the meantime. Look at what is new, and decide once more.";
pub(super) const CANT_UNDO_FOLD: &str =
    "It was changed after the file was added, so that can't be undone as a whole any more. Nothing was lost.";

/// What single words of a file are called.
pub(super) const WORDS: [(&str, &str); 21] = [
    ("met", "met"),
    ("partly", "partly"),
    ("not_met", "not met"),
    ("not_applicable", "not applicable"),
    ("compensated", "compensated"),
    ("dont_know", "I don’t know"),
    ("general", "general"),
    ("industry", "industry"),
    ("system", "system"),
    ("seen", "seen"),
    ("told", "told"),
    ("assumed", "assumed"),
    ("shown", "shown"),
    ("not_shown", "not shown"),
    ("business_owner", "business owner"),
    ("technology_owner", "technology owner"),
    ("consultant", "consultant"),
    ("level", "level"),
    ("configuration", "configuration"),
    ("measurement", "measurement"),
    ("observation", "observation"),
];

/// The members of a value that say something to a person, in the order in which they are said.
pub(super) const SAID: [&str; 21] = [
    "name",
    "title",
    "text",
    "role",
    "kind",
    "suggestion",
    "question",
    "level",
    "target",
    "scope",
    "accepted",
    "declined",
    "answer",
    "own",
    "not_applicable",
    "compensated",
    "reason",
    "source",
    "location",
    "dated",
    "valid_until",
];

pub(super) fn called(names: &[(&'static str, &'static str)], key: &str) -> Option<&'static str> {
    names.iter().find(|(name, _)| *name == key).map(|(_, words)| *words)
}

pub fn fold_into(name: &str) -> String {
    format!("Add what is new to “{name}”")
}

/// That it was done, what came from whom, and of how much both sides were kept, with the place where that is settled.
pub fn folded_in(name: &str, from_whom: &[String], kept: usize) -> String {
    let differ = "Where people answer differently, settle it under Assess, on the page People.";
    let from = if from_whom.is_empty() { String::new() } else { format!(" {}. {differ}", from_whom.join("; ")) };
    let kept = match kept {
        0 => String::new(),
        1 => format!(" 1 difference is kept: settle it on the page Share, under “{TO_DISCUSS}”."),
        _ => format!(" {kept} differences are kept: settle them on the page Share, under “{TO_DISCUSS}”."),
    };
    format!("What was new in the file is in “{name}” now.{from}{kept}")
}

/// How the two copies compare.
pub fn copies_compared(merged: &Merged) -> String {
    let new = merged.taken.iter().filter(|taken| taken.is_new).count();
    let parts = [
        (new, "only in the file"),
        (merged.taken.len() - new, "newer in the file"),
        (merged.only_here, "only here"),
        (merged.newer_here, "newer here"),
        (merged.agreed, "said alike in both, later in the file: its date and name stand then"),
        (merged.conflicts.len(), "changed on both sides"),
    ];
    let said = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, words)| format!("{count} {words}"));
    let said: Vec<String> = said.collect();
    format!("Compared: {}.", said.join(" · "))
}

pub fn each_of(count: usize) -> String {
    if count == 1 { "Show it".to_owned() } else { format!("Show all {count}") }
}

/// One thing that comes: what it is about, what it says, and what was said here until now. Where both read alike, what else differs.
pub fn taken(about: &str, now: Option<&Value>, former: Option<&Value>) -> String {
    let words = now.map_or_else(|| TAKEN_BACK.to_owned(), said);
    let former = match (now, former) {
        (_, None) => String::new(),
        (Some(now), Some(former)) if words == said(former) => format!(" ({})", beside_that(now, former)),
        (_, Some(former)) => format!(" (until now: {})", said(former)),
    };
    format!("{about} → {words}{former}")
}

/// The members of a target that are no part of what it says, and what is new where they differ.
const BESIDE: [(&str, &str); 5] = [
    ("decided_by", "who decided it"),
    ("decided_on", "when it was decided"),
    ("review_on", "when to look at it again"),
    ("because", "what kind of reason it is"),
    ("rationale", "why it was proposed"),
];

/// What is new of something that reads as it did: a proposal that was confirmed, or what is said beside it.
fn beside_that(now: &Value, former: &Value) -> String {
    let origin = |value: &Value| value.get("origin").cloned();
    let is_practice = |value: &Value| origin(value).is_some_and(|it| it == "practice");
    let is_confirmed = is_practice(now) && !is_practice(former);
    let differs = |member: &&str| now.get(*member) != former.get(*member);
    let others: Vec<&str> = BESIDE.into_iter().filter(|(member, _)| differs(member)).map(|(_, words)| words).collect();
    match (is_confirmed, others.as_slice()) {
        (true, []) => "confirmed as it was".to_owned(),
        (true, others) => format!("confirmed as it was; new: {}", list(others)),
        (false, []) => "the same, stated anew".to_owned(),
        (false, others) => format!("as it was; new: {}", list(others)),
    }
}

/// The third way to decide: until then, one side stands.
pub fn keep_both(until: &str) -> String {
    format!("Keep both to talk about it. Until then this counts: {}", until.to_lowercase())
}

pub const TO_DISCUSS: &str = "To talk about";
pub const TO_DISCUSS_HINT: &str = "Said differently in two copies, and both were kept. Until you have talked, one of the two \
    counts, in every copy the same one; that does not say who is right. Then choose what counts.";
pub const COUNTS_NOW: &str = "counts until then";
pub const ONE_SIDE: &str = "One";
pub const OTHER_SIDE: &str = "Other";
pub const AS_IT_IS: &str = "Keep what counts now";
pub const THIS_COUNTS: &str = "This counts";
pub const SETTLED: &str = "It is settled what counts.";

pub fn counts(side: &str) -> String {
    format!("This counts: {side}")
}

pub fn contributions(contributions: &Contribution, who: &str) -> String {
    let count = |count: usize, one: &str, many: &str| (count > 0).then(|| how_many(count, one, many));
    let parts = [
        count(contributions.answers, "answer to a statement", "answers to statements"),
        count(contributions.quick, "quick answer", "quick answers"),
        count(contributions.targets, "target", "targets"),
        count(contributions.notes, "note", "notes"),
        count(contributions.evidence, "piece of evidence", "pieces of evidence"),
    ];
    let of_kind = |(of, count): (&List, &usize)| match count {
        1 => facts::changed(*of).to_owned(),
        count => format!("{} ({count} times)", facts::changed(*of)),
    };
    let others = contributions.others.iter().map(of_kind);
    let rest = [
        count(contributions.unknown, "thing that this version does not know", "things that this version does not know"),
        count(contributions.withdrawn, "thing taken back", "things taken back"),
    ];
    format!("{who}: {}", list(&parts.into_iter().flatten().chain(others).chain(rest.into_iter().flatten()).collect::<Vec<_>>()))
}

/// What a conflict is about: the kind of thing, its name, the part of the system, and whose it is.
pub(super) fn conflict(list: &str, about: &str, part: Option<&str>, whose: Option<&str>) -> String {
    let kind = List::from_name(list).map(facts::called).unwrap_or(list);
    let whose = whose.map(|name| format!(" of {name}")).unwrap_or_default();
    let part = part.map(|name| format!(" ({name})")).unwrap_or_default();
    let about = if about.is_empty() { String::new() } else { format!(": {about}") };
    format!("{kind}{whose}{part}{about}")
}

/// One side of a conflict.
pub fn side(side: &str, value: Option<&Value>, who: Option<&str>, when: &str) -> String {
    let value = value.map_or_else(|| TAKEN_BACK.to_owned(), said);
    let who = who.map(|who| format!("{who}, ")).unwrap_or_default();
    format!("{side}: {value} ({who}{when})")
}

/// A value of a file in words.
pub(super) fn said(value: &Value) -> String {
    match value {
        Value::String(word) => called(&WORDS, word).map_or_else(|| word.clone(), str::to_owned),
        Value::Object(members) => {
            let one = |name: &&str| {
                let value = said(members.get(*name)?);
                Some(match *name {
                    "level" => format!("level {value}"),
                    "target" => format!("target {value}"),
                    "question" => "question".to_owned(),
                    "suggestion" => format!("suggests: {value}"),
                    // An answer of the model's own, by its id, where what it says is not at hand.
                    "own" => format!("“{value}”"),
                    "accepted" if value.is_empty() => "accepted".to_owned(),
                    "accepted" => format!("accepted ({value})"),
                    "declined" => format!("declined: {value}"),
                    "not_applicable" | "compensated" => format!("{}: {value}", called(&WORDS, name).unwrap_or_default()),
                    _ => value,
                })
            };
            let parts: Vec<String> = SAID.iter().filter_map(one).filter(|part| !part.trim().is_empty()).collect();
            parts.join(" · ")
        }
        Value::Bool(true) => "yes".to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// Why a file was not added to an assessment.
pub fn cant_fold(error: &MergeIntoError) -> String {
    match error {
        MergeIntoError::Open(error) => open_error(error),
        MergeIntoError::Changed | MergeIntoError::Save(SaveError::Conflict) => CHANGED_SINCE.to_owned(),
        MergeIntoError::Merge(error) => crate::ui::text::en::read_errors::merge_error(error),
        MergeIntoError::Save(SaveError::Storage(error)) => format!("Nothing was added: {}.", storage_error(*error)),
        MergeIntoError::Save(SaveError::TooLarge { bytes }) => {
            format!("Nothing was added: {}. Shorten one of the two first.", crate::ui::text::en::store_errors::too_large(*bytes))
        }
        MergeIntoError::Save(SaveError::Unreadable) => "Nothing was added: what is stored here can't be read.".to_owned(),
    }
}

/// Why what was added was not taken out again.
pub fn cant_unfold(error: &MergeIntoError) -> String {
    match error {
        MergeIntoError::Save(SaveError::Storage(error)) => format!("It could not be undone: {}.", storage_error(*error)),
        MergeIntoError::Save(SaveError::Unreadable) => "It could not be undone: what is stored here can't be read.".to_owned(),
        _ => CANT_UNDO_FOLD.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_a_review_says_reads_as_words() {
        let finding = serde_json::json!({"kind": {"suggestion": {"target": 3}}, "about": "whole", "text": "More.", "round": "r1", "stood": "0f"});
        assert_eq!(said(&finding), "More. · suggests: target 3");
        let question = serde_json::json!({"kind": {"question": null}, "text": "Who?"});
        assert_eq!(said(&question), "Who? · question");
        assert_eq!(said(&serde_json::json!({"accepted": {}})), "accepted");
        assert_eq!(said(&serde_json::json!({"accepted": {"suggestion": {"level": 2}}})), "accepted (suggests: level 2)");
        assert_eq!(said(&serde_json::json!({"declined": {"reason": "No."}})), "declined: No.");
    }

    #[test]
    fn what_came_is_said_with_its_numbers() {
        let came_in = Contribution { answers: 12, notes: 1, withdrawn: 2, ..Contribution::default() };
        assert_eq!(contributions(&came_in, "Bo Lind"), "Bo Lind: 12 answers to statements, 1 note, 2 things taken back");
        let others = [(List::Confidence, 3), (List::Parts, 1)].into();
        assert_eq!(
            contributions(&Contribution { others, ..Contribution::default() }, "Bo Lind"),
            "Bo Lind: a part, how somebody knows (3 times)"
        );
    }

    #[test]
    fn what_reads_as_it_did_says_what_is_new() {
        let proposed = json!({"level": 2, "scope": "general", "origin": {"profile": "line"}});
        let confirmed =
            json!({"level": 2, "scope": "general", "origin": "practice", "decided_by": "p1", "decided_on": "2026-11-28"});
        assert_eq!(
            taken("Target: Patching", Some(&confirmed), Some(&proposed)),
            "Target: Patching → level 2 · general (confirmed as it was; new: who decided it, when it was decided)"
        );
        let review = json!({"level": 2, "scope": "general", "origin": "practice", "decided_by": "p1", "decided_on": "2026-11-28", "review_on": "2027-11-28"});
        assert_eq!(
            taken("Target: Patching", Some(&review), Some(&confirmed)),
            "Target: Patching → level 2 · general (as it was; new: when to look at it again)"
        );
        let raised = json!({"level": 3, "scope": "general", "origin": "practice"});
        assert_eq!(
            taken("Target: Patching", Some(&raised), Some(&proposed)),
            "Target: Patching → level 3 · general (until now: level 2 · general)"
        );
        assert_eq!(
            taken("Target: Patching", None, Some(&proposed)),
            "Target: Patching → taken back (until now: level 2 · general)"
        );
    }

    #[test]
    fn kept_differences_are_named_with_the_place_where_they_are_settled() {
        assert_eq!(folded_in("Mill", &[], 0), "What was new in the file is in “Mill” now.");
        assert!(
            folded_in("Mill", &[], 2).ends_with("2 differences are kept: settle them on the page Share, under “To talk about”.")
        );
    }

    #[test]
    fn an_answer_of_a_models_own_is_said_by_its_id_where_the_model_is_not_here() {
        assert_eq!(said(&json!({ "own": "largely" })), "“largely”");
        assert_eq!(said(&json!({ "suggestion": { "answer": { "own": "largely" } } })), "suggests: “largely”");
    }

    #[test]
    fn both_sides_of_a_conflict_are_said_in_words() {
        for (value, words) in [
            (json!("not_met"), "not met"),
            (json!({"not_applicable": {"reason": "no wires"}}), "not applicable: no wires"),
            (
                json!({"scope": "industry", "level": 3, "origin": "practice", "reason": "The law."}),
                "level 3 · industry · The law.",
            ),
            (json!("Ask Bo, then Cy"), "Ask Bo, then Cy"),
            (json!(true), "yes"),
        ] {
            assert_eq!(side(HERE, Some(&value), Some("Ana"), "23 Nov 2026"), format!("Here: {words} (Ana, 23 Nov 2026)"));
        }
        assert_eq!(side(IN_THE_FILE, None, None, "23 Nov 2026"), "In the file: taken back (23 Nov 2026)");
        assert_eq!(conflict("answers", "There is a lead.", Some("Cloud"), Some("Bo")), "Answer of Bo (Cloud): There is a lead.");
    }
}
