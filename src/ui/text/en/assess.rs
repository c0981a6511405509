//! The words of the third step: assess, in its quick and its full pass.

use crate::analysis::{Count, Exact, Statements, Verdict};
use crate::model::Level;
use crate::session::Answer;
use crate::ui::text::en::exact::{own_verdict, stands_within};
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::frame::{not_known, of};
use crate::ui::text::intl::list;

pub const ASSESS_ABOVE: &str = "Step 3 · Where do we stand?";
pub const QUICK: &str = "Quick";
pub const FULL: &str = "Full";
pub const QUICK_PASS: &str = "Quick pass";
pub const QUICK_PASS_WORDS: &str = "For each practice, choose the description that fits. About 20 minutes.";
pub const FULL_PASS: &str = "Full pass";
pub const FULL_PASS_WORDS: &str =
    "Checkable statements, level by level. Where they are answered, they count instead of the quick pass.";
pub const BEGIN_QUICK: &str = "Begin the quick pass";
pub const CONTINUE_QUICK: &str = "Continue the quick pass";
pub const REVIEW_QUICK: &str = "Review the quick pass";
pub const BEGIN_FULL: &str = "Begin the full pass";
pub const CONTINUE_FULL: &str = "Continue the full pass";
pub const REVIEW_FULL: &str = "Review the full pass";
pub const NEXT_RESULTS: &str = "Go to results";
pub const ALL_PRACTICES: &str = "All practices";
/// Beside the first question, which is asked before anything else.
pub const BEGUN_WITHOUT_NAME: &str = "Just answer: it begins here. You can name the system, choose a profile of your industry and add \
    people whenever you want, under Set up. Nothing is lost.";
pub const NO_NAME_YET: &str = "This assessment has no name yet. Give it one, and choose the profile of your industry, whenever you want. \
    All answers stay.";
pub const TO_SET_UP: &str = "Name it in Set up";
pub const WHICH_FITS: &str = "Which description fits best?";
pub const NOT_APPLICABLE: &str = "Not applicable";
pub const NOT_APPLICABLE_SHORT: &str = "n/a";
pub const NOT_APPLICABLE_WORDS: &str = "The practice makes no sense for this system.";
pub const DONT_KNOW: &str = "I don’t know";
pub const DONT_KNOW_WORDS: &str = "It stays open, and is listed as open.";
pub const ASK_SOMEBODY_ELSE: &str = "Ask somebody who may know";
pub const GOES_ON: &str = "Go on to the next practice after each answer";
pub const TAKE_BACK: &str = "Take it back";
pub const NOT_ANSWERED_SHORT: &str = "–";
pub const REASON_NA: &str = "Why is it not applicable?";
pub const REASON_NA_HINT: &str = "It counts as soon as there is a reason.";
pub const CLEAR_ANSWER: &str = "Clear the answer";
pub const ANSWER_CLEARED: &str = "The answer is cleared.";
pub const SCOPE_QUESTION: &str = "How specific is what you do?";
pub const SCOPE_QUESTION_HINT: &str =
    "General: good practice anywhere. Industry: follows your sector's needs and rules. System: made for this very system.";
pub const SCOPE_OPTIONAL: &str = "Optional: how specific is what you do?";
pub const SCOPE_OPTIONAL_HINT: &str = "For comparing with the scope your target asks for. The level is the same either way.";
pub const NOTE: &str = "Note";
pub const NOTE_HERE: &str = "Your note";
pub const NOTE_HINT: &str = "Anything worth remembering next time. It goes into the full report and into every exported file.";
pub const NOTE_HERE_HINT: &str = "It goes into the full report and into every exported file.";
pub const MORE_ABOUT_PRACTICE: &str = "What this practice is about";
pub const MADE_UP_EXAMPLES: &str = "Made-up examples:";
pub const OBJECTIVE: &str = "What it gives:";
pub const QUICK_STANDS: &str =
    "This answer counts until you answer the statements of the practice. From then on, the statements count.";
pub const GO_TO_INDICATORS: &str = "Go to the statements of this practice";
pub const TO_BE_DONE: &str = "What leads to this level, done already or not";
pub const TARGET: &str = "Target";
pub const KIND_DONE: &str = "What is done";
pub const KIND_ASSURED: &str = "How it is assured";
pub const SOMEBODY: &str = "somebody";
pub const ASSESS_PAGES_LABEL: &str = "Pages of this step";
pub const NEXT_USEFUL_HINT: &str = "Begins with the statement whose answer tells most, up to one level above your targets.";
pub const MINE_ONLY: &str = "Only what is assigned to me";
pub const STALE_HINT: &str = "They still count. Look at them again, and say so where they still hold.";
pub const STALE_LIST: &str = "Show them";
pub const STILL_TRUE: &str = "Still true";
pub const ALL_STILL_TRUE: &str = "All of these are still true";
pub const ONE_STEP_WINS: &str = "One step away";
pub const ONE_STEP_WINS_HINT: &str = "One statement more, and these practices reach their next level.";
pub const WIN_BEYOND_TARGET: &str = "above the target";

/// An answer as something to choose.
pub fn answer_to_choose(answer: &Answer) -> String {
    let words = match answer {
        Answer::Met => "Met",
        Answer::Partly => "Partly",
        Answer::NotMet => "Not met",
        Answer::NotApplicable { .. } => "Not applicable",
        Answer::Compensated { .. } => "Compensated",
        Answer::DontKnow => DONT_KNOW,
        Answer::Own(id) => return format!("“{id}”"),
    };
    words.to_owned()
}

/// An answer within a sentence; one of a model's own by its id, where what it says is not at hand.
pub fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Met => "met".to_owned(),
        Answer::Partly => "partly".to_owned(),
        Answer::NotMet => "not met".to_owned(),
        Answer::NotApplicable { .. } => "not applicable".to_owned(),
        Answer::Compensated { .. } => "compensated".to_owned(),
        Answer::DontKnow => DONT_KNOW.to_owned(),
        Answer::Own(id) => format!("“{id}”"),
    }
}

/// What counts as said about a statement.
pub fn verdict(verdict: Verdict) -> String {
    own_verdict(verdict).unwrap_or_else(|| usual_verdict(verdict).to_owned())
}

fn usual_verdict(verdict: Verdict) -> &'static str {
    match verdict.kind() {
        Verdict::NotMet => "Not met",
        Verdict::Partly | Verdict::Own(_) => "Partly",
        Verdict::Met => "Met",
        Verdict::NotApplicable => "Not applicable",
        Verdict::Compensated => "Compensated",
        Verdict::NotKnown => "Not known",
        Verdict::Unanswered => "Unanswered",
    }
}

pub fn practices_of(count: Count) -> String {
    format!("{} practices", of(count))
}

pub fn indicators_of(statements: Statements) -> String {
    format!("{} statements{}", of(statements.answered), not_known_too(statements.not_known))
}

/// How many nobody knew, behind how many are answered; nothing where there are none.
pub(super) fn not_known_too(count: usize) -> String {
    if count == 0 { String::new() } else { not_known(count) }
}

pub fn quick_named(practice: &str) -> String {
    format!("Quick pass of {practice}")
}

pub fn full_named(practice: &str) -> String {
    format!("Full pass of {practice}")
}

pub fn quick_above(number: usize, of: usize, path: &[String]) -> String {
    format!("Quick pass · {number} of {of} · {}", path.join(" › "))
}

pub fn full_above(number: usize, of: usize, path: &[String]) -> String {
    format!("Full pass · {number} of {of} · {}", path.join(" › "))
}

/// What was just answered, said on the page that follows.
pub fn just_answered(practice: &str, answer: &str) -> String {
    format!("{practice}: {answer}.")
}

pub fn who_knows(who: &str) -> String {
    format!("Who usually knows: {who}")
}

pub fn indicators_say_na() -> String {
    "The statements say: not applicable. That counts.".to_owned()
}

pub fn indicators_say(low: Level, high: Level, exact: Exact, counts: bool) -> String {
    let level = stands_within(low, high, exact);
    let level = if low == high && exact.is_settled() { level } else { format!("{level}, not finished") };
    let consequence =
        if counts { "That counts instead of the answer here." } else { "The answer here counts until they are finished." };
    format!("The statements say: {level}. {consequence}")
}

pub fn level_state(verdicts: &[Verdict]) -> String {
    let count = |of: &[Verdict]| verdicts.iter().filter(|verdict| of.contains(&verdict.kind())).count();
    let (all, open) = (verdicts.len(), count(&[Verdict::Unanswered]));
    let not_known = count(&[Verdict::NotKnown]);
    let (met, not_applicable) = (count(&[Verdict::Met, Verdict::Compensated]), count(&[Verdict::NotApplicable]));
    if all == 0 {
        return "nothing is asked here".to_owned();
    }
    if open == all {
        return "not answered".to_owned();
    }
    if not_known == all {
        return "not known".to_owned();
    }
    if met == all {
        return "all met".to_owned();
    }
    if met + not_applicable == all {
        return "all met or not applicable".to_owned();
    }
    let more = [
        (not_applicable, "not applicable"),
        (count(&[Verdict::Partly]), "partly"),
        (count(&[Verdict::NotMet]), "not met"),
        (not_known, "not known"),
        (open, "open"),
    ];
    let more: String = more.iter().filter(|(count, _)| *count > 0).map(|(count, words)| format!(", {count} {words}")).collect();
    format!("{met} of {all} statements met{more}")
}

pub fn stale_answers(count: usize) -> String {
    how_many(count, "answer may no longer be true", "answers may no longer be true")
}

pub fn stale_by_age(since: crate::session::Date) -> String {
    format!("Given longer ago than such an answer usually stays true; since {since}.")
}

pub fn stale_by_evidence(title: &str, since: crate::session::Date) -> String {
    format!("What shows it is out of date since {since}: {title}. Give newer evidence.")
}

pub fn still_true(count: usize) -> String {
    if count == 1 {
        "The answer is still true as of today.".to_owned()
    } else {
        format!("{count} answers are still true as of today.")
    }
}

/// Who is to answer a practice.
pub fn answered_by<'a>(names: impl Iterator<Item = &'a str>) -> String {
    format!(" · {}", list(&names.collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_statement_of_a_level_is_counted_as_what_was_said() {
        use Verdict::{Compensated, Met, NotApplicable, NotKnown, NotMet, Partly, Unanswered};
        assert_eq!(level_state(&[Unanswered, Unanswered]), "not answered");
        assert_eq!(level_state(&[NotKnown, NotKnown]), "not known");
        assert_eq!(level_state(&[NotKnown, Unanswered]), "0 of 2 statements met, 1 not known, 1 open");
        assert_eq!(level_state(&[]), "nothing is asked here");
        assert_eq!(level_state(&[Met, Compensated]), "all met");
        assert_eq!(level_state(&[Met, NotApplicable]), "all met or not applicable");
        assert_eq!(
            level_state(&[Met, Met, NotApplicable, Partly, NotMet, NotMet, Unanswered]),
            "2 of 7 statements met, 1 not applicable, 1 partly, 2 not met, 1 open"
        );
    }
}
