//! The words of the check: what stands out, why it matters, what to do.

use crate::analysis::{About, Aged, Names, Noticed, Rule, What};
use crate::session::{Answer, Fact, PartId, PersonId, Session};
use crate::ui::text::en::assess::{SOMEBODY, answer};
use crate::ui::text::en::frame::{form, how_many};
use crate::ui::text::en::open::quick_answers;
use crate::ui::text::intl::list;

pub(super) const CHECK: &str = "Check";
pub const CHECK_ABOVE: &str = "Before others rely on it";
pub const CHECK_LEAD: &str = "What is often a slip, and where it is. These are hints, not errors: where all is right, leave it.";
pub const NOTHING_TO_CHECK: &str = "There is nothing to check yet";
pub const NOTHING_TO_CHECK_WORDS: &str =
    "Nobody answered anything, and no target is set. Once something is said, this is what is looked for:";
pub const NOTHING_FOUND_IN_CHECK: &str = "Nothing stands out in what was said so far";
pub const NOTHING_FOUND_WORDS: &str = "What was said does not contradict itself, as far as rules can tell. What was looked for:";
pub const NOT_LOOKED_AT: &str = "What nobody said can't stand out here. Still open:";
pub const LOOKED_FOR: &str = "What else was looked for, without finding any";
pub const NAME_FOR_ALL: &str = "For all of them";
pub const ALSO_IN: &str = "Also in:";

/// How many findings there are.
pub fn findings(count: usize) -> String {
    how_many(count, "thing is worth a look", "things are worth a look")
}

pub fn rule_with_count(rule: Rule, count: usize) -> String {
    format!("{} ({count})", rule_title(rule))
}

pub fn decided_by_for_all(targets: usize) -> String {
    if targets == 1 { "Decided by".to_owned() } else { format!("Decided by, for all {targets}") }
}

pub fn decider_named(person: &str, targets: usize) -> String {
    format!("{} now decided by {person}.", how_many(targets, "target is", "targets are"))
}

pub fn show_more(count: usize) -> String {
    format!("Show {count} more")
}

pub const fn rule_title(rule: Rule) -> &'static str {
    match rule {
        Rule::NotApplicable => "Not applicable, without a reason",
        Rule::Compensated => "Compensated, without a reason",
        Rule::Override => "A level set by hand, without a reason",
        Rule::BelowMinimum => "Targets below an outside minimum",
        Rule::Disputed => "Different answers from different people",
        Rule::QuickDiffers => "Different quick answers from different people",
        Rule::Parts => "The whole system and its parts say different things",
        Rule::QuickApart => "Quick pass and statements far apart",
        Rule::Unshown => "Levels by statements with nothing to show for them",
        Rule::NotShown => "Met, but the evidence does not show it",
        Rule::OlderThanSystem => "Evidence older than the system",
        Rule::Stale => "Answers that may no longer be true",
        Rule::ForNothing => "Evidence that is not used",
        Rule::Pasted => "The same note in many places",
        Rule::ByNobody => "Answers without a name",
        Rule::TargetByNobody => "Decided targets without a name",
        Rule::Fast => "Many answers in little time",
    }
}

/// Why it matters, and what to do.
pub const fn rule_why(rule: Rule) -> &'static str {
    match rule {
        Rule::NotApplicable => {
            "Without a reason, this counts as unanswered. One line is enough: why does it make no sense for this system?"
        }
        Rule::Compensated => {
            "Until it is said what does the job instead, this counts as unanswered. Say what it is and why it is as good."
        }
        Rule::Override => {
            "A level set by hand counts once there is a reason. Say why the statements do not tell the whole story, or take it back."
        }
        Rule::BelowMinimum => {
            "A profile or somebody here names a law, a contract or a customer that asks for more than the target. Raise the target, or say in its reason why the \
             rule does not bind you."
        }
        Rule::Disputed => {
            "The lowest answer counts until somebody settles it. Often both are right about different things: talk about it, \
             then settle it."
        }
        Rule::QuickDiffers => {
            "The lowest quick answer counts. Talk about it: then one of you changes theirs, or you answer the statements, which \
             tell who is right."
        }
        Rule::Parts => {
            "An answer for the whole system counts for every part without an answer of its own. If the part is an exception, it \
             is fine as it is; otherwise change one of the answers."
        }
        Rule::QuickApart => {
            "First impression and details differ by more than one level, so one of them was probably understood differently. \
             Look at both again."
        }
        Rule::Unshown => {
            "A level that nothing shows is a claim. Others will ask for evidence, and so will you in a year: add what is at hand, \
             or say for each statement whether it is shown."
        }
        Rule::NotShown => {
            "Somebody looked at the evidence and found that it does not show this. Add better evidence, or look at the answer \
             again."
        }
        Rule::OlderThanSystem => {
            "It is from before the system was as it is now, so it may show something that is gone. Look for newer evidence, or \
             correct one of the dates."
        }
        Rule::Stale => {
            "Things change, and nobody has looked since. The answers still count: look again, then confirm or change them."
        }
        Rule::ForNothing => "It is given for no statement yet. Give it for the statements that it shows, or remove it.",
        Rule::Pasted => {
            "A note that is the same everywhere rarely fits everywhere. Check that it is true in each place, or keep it in one."
        }
        Rule::ByNobody => {
            "Nobody stands behind these, so nobody can be asked. Name who takes part and choose who is answering; then let whoever \
             knows answer again."
        }
        Rule::TargetByNobody => {
            "Nobody stands behind these, so nobody can be asked why this much is enough. Say who decided them."
        }
        Rule::Fast => {
            "Hardly time to read what is asked. If they were talked about before, all is well; otherwise take a second look."
        }
    }
}

/// Where a rule's findings can be helped, beside their own places, in set up.
pub const fn rule_link(rule: Rule) -> Option<&'static str> {
    match rule {
        Rule::OlderThanSystem => Some("Since when the system is as it is"),
        Rule::ByNobody => Some("Choose who is answering"),
        _ => None,
    }
}

/// What stands out, in a few words; empty where the heading says all.
pub fn finding(finding: &Noticed, names: Names<'_>) -> String {
    let session = names.session;
    let words = match &finding.what {
        What::NotApplicable | What::Compensated | What::NotShown | What::ForNothing => String::new(),
        What::Override(level) => format!("Set to level {level}"),
        What::BelowMinimum { target, minimum } => format!("Target {target}, outside minimum {minimum}"),
        What::Disputed(answers) => {
            let words = |said: &Answer| match &finding.about {
                About::Indicator(_, to) => names.own_answer(to, said).map_or_else(|| answer(said), str::to_owned),
                _ => answer(said),
            };
            let said: Vec<_> =
                answers.iter().map(|(by, said)| format!("{}: {}", name(by.as_ref(), session), words(said))).collect();
            list(&said)
        }
        What::QuickDiffers(answers) => {
            let said: Vec<_> = answers.iter().map(|(by, level)| (name(by.as_ref(), session), *level)).collect();
            quick_answers(&said)
        }
        What::Parts { whole_is_met, parts } => {
            let (whole, part) = if *whole_is_met { ("met", "not met") } else { ("not met", "met") };
            let parts: Vec<_> = parts.iter().map(|part| part_name(part, session)).collect();
            format!("Whole system: {whole}. {}: {part}", list(&parts))
        }
        What::QuickApart { quick, low, high } if low == high => format!("Quick pass {quick}, statements {low}"),
        What::QuickApart { quick, low, high } => format!("Quick pass {quick}, statements {low} to {high}"),
        What::Unshown { level, without, met } => {
            let statements = form(*met, "statement", "statements");
            format!("Level {level}, without evidence for {without} of {met} {statements} that are met")
        }
        What::OlderThanSystem { dated, in_use_since } => format!("From {dated}; the system is as it is since {in_use_since}"),
        What::Stale { since, why: Aged::ShelfLife } => format!("Not looked at again since before {since}"),
        What::Stale { since, why: Aged::Evidence(id) } => {
            let evidence = session.evidence.get(id).and_then(Fact::value).map(|evidence| evidence.title.trim());
            let title = evidence.filter(|title| !title.is_empty());
            let title = title.map_or_else(|| "its evidence".to_owned(), |title| format!("“{title}”"));
            format!("Out of date since {since}, with {title}")
        }
        What::Pasted { text, also } => format!("{} times: “{}”", also.len() + 1, start(text)),
        What::ByNobody { nameless, answers } => {
            let all = how_many(*answers, "answer", "answers");
            format!("{nameless} of {all}")
        }
        What::NobodyNamed { answers } => {
            let all = how_many(*answers, "answer", "answers");
            format!("{all}, beginning here, and nobody is named")
        }
        What::TargetByNobody => String::new(),
        What::Fast { answers, seconds } => {
            let time = how_many(usize::try_from(*seconds).unwrap_or_default(), "second", "seconds");
            // Of a run only its first answer is linked: what the others were about is said.
            let what = match finding.about {
                About::Practice(_) => "quick answers about as many practices",
                _ => "answers to statements",
            };
            format!("{answers} {what} in {time}, one after the other; this is the first")
        }
    };
    let part = finding.part.as_ref().map(|part| part_name(part, session));
    let by = finding.by.as_ref().map(|by| said_by(by, session));
    [Some(words), part, by].into_iter().flatten().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn name(person: Option<&PersonId>, session: &Session) -> String {
    person.and_then(|person| session.person_name(person)).unwrap_or(SOMEBODY).to_owned()
}

pub(super) fn said_by(person: &PersonId, session: &Session) -> String {
    format!("by {}", name(Some(person), session))
}

pub(super) fn part_name(part: &PartId, session: &Session) -> String {
    let part = session.parts.get(part).and_then(Fact::value).map(|part| part.name.trim());
    part.filter(|name| !name.is_empty()).unwrap_or("a part without a name").to_owned()
}

/// The start of a note that may be long.
fn start(text: &str) -> String {
    const LONGEST: usize = 120;
    let start: String = text.chars().take(LONGEST).collect();
    if start.len() < text.len() { format!("{}…", start.trim_end()) } else { start }
}
