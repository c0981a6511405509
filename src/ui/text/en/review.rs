//! The words of the review: findings, their threads and what became of them.

use std::collections::BTreeMap;

use crate::analysis::FindingStatus;
use crate::exchange::{Review, ReviewError};
use crate::model::ModelId;
use crate::session::{Answer, FindingAbout, FindingKind, Suggestion, Timestamp};
use crate::store::StorageError;
use crate::ui::text::en::frame::{form, how_many};
use crate::ui::text::en::people::answer_with_reason;
use crate::ui::text::en::read_errors::read_error;
use crate::ui::text::en::store_errors::storage_error;
use crate::ui::text::intl::{list, moment};

pub const REVIEW: &str = "Review";
pub const REVIEW_ABOVE: &str = "Step 5 · What somebody who looks at it says";
pub const REVIEW_LEAD: &str =
    "A review stands beside the answers and changes none of them. You accept, answer or decline each finding.";
pub const REVIEW_CARD: &str =
    "Somebody reviews it, as a consultant does. What they find comes as a file of its own, and no answer changes by it.";
pub const REVIEW_LINK: &str = "Go to the review";
pub const FINDINGS: &str = "Findings";
pub const ONLY_ABOUT_ONE: &str = "Only what is about one thing is shown.";
pub const SHOW_ALL_FINDINGS: &str = "Show all findings";
pub const NO_FINDINGS: &str = "Nothing was found yet. Write a finding, or open a review file on any page.";
pub const NONE_OF_THESE: &str = "No finding is like that.";
pub const SHOW_FINDINGS: &str = "Show";
pub const ALL_FINDINGS: &str = "All";
pub const UNDECIDED_FINDINGS: &str = "To be decided";
pub const MY_FINDINGS: &str = "With me";
pub const WRITE_FINDING: &str = "Write a finding";
pub const FINDING_ABOUT: &str = "What is it about?";
pub const FINDING_KIND: &str = "What do you want to say?";
pub const FINDING_TEXT: &str = "In your words";
pub const FINDING_TO: &str = "Whom do you ask?";
pub const ASKS_EVERYBODY: &str = "Everybody";
pub const SUGGESTED_LEVEL: &str = "Which level instead?";
pub const SUGGESTED_ANSWER: &str = "Which answer instead?";
pub const SAVE_FINDING: &str = "Add the finding";
pub const FINDING_NEEDS_WORDS: &str = "Say first what you found.";
pub const FINDING_NEEDS_LEVEL: &str = "Choose first what you suggest.";
pub const FINDING_ADDED: &str = "The finding stands below. No answer changed.";
pub const FINDING_WITHDRAWN: &str = "The finding is taken back.";
pub const KEEP_SNIPPET: &str = "Keep these words for later";
pub const SNIPPET_KEPT: &str = "Kept on this device. It is in no file.";
pub const SNIPPET_NOT_KEPT: &str = "Not kept: this browser has no room for it, or does not allow it.";
pub const SNIPPET_BLANK: &str = "Write the words first that you want to keep.";
pub const SNIPPETS_TOO_MANY: &str = "Not kept: as many as can be are kept already. Remove one first.";
pub const SNIPPET_STAYS: &str = "It could not be removed, and is still kept.";
pub const SNIPPET_DROPPED: &str = "These words are kept no longer.";
pub const SNIPPETS: &str = "Words you kept";
pub const USE_SNIPPET: &str = "Use";
pub(super) const WHOLE: &str = "The whole assessment";
pub const REPLY: &str = "Your reply or reason";
pub const REPLY_OR_DECIDE: &str = "Reply or decide";
pub const SAY_MORE: &str = "Say more";
pub const TAKE_OVER: &str = "Take it over here";
pub const REWORD: &str = "Your finding, in other words";
pub const SAVE_REWORDED: &str = "Save these words";
pub const FINDING_REWORDED: &str = "The finding says it in other words now.";
pub const CANT_ADD_FINDING: &str = "This could not be added as it is. Say why, and choose what you suggest.";
pub const SEND_REPLY: &str = "Reply";
pub const SEND_REPLY_DONE: &str = "Your reply stands with the finding.";
pub const ACCEPT: &str = "Accept";
pub const ANSWER_FINDING: &str = "Answer, and that is it";
pub const DECLINE: &str = "Decline";
pub const WITHDRAW: &str = "Take it back";
pub const REOPEN: &str = "Decide anew";
pub const NEEDS_REPLY: &str = "Write your reply first.";
pub const NEEDS_REASON: &str = "Write first why you decline it.";
pub const ACCEPTED: &str = "The finding is accepted.";
pub const ACCEPTED_AND_DONE: &str = "The finding is accepted, and what it suggests is done.";
pub const CANT_ACCEPT: &str = "This can't be accepted as it is: answer or decline it.";
pub const DECLINED: &str = "The finding is declined.";
pub const ANSWERED: &str = "The finding is answered.";
pub const REOPENED: &str = "The finding is to be decided again. What was done because of it stays.";
pub const REVIEW_OUT: &str = "Send the review";
pub const REVIEW_OUT_HINT: &str = "The file holds the findings, the replies, the decisions and the people they name; no answer and no target. \
    It opens wherever a copy of this assessment is.";
pub const SAVE_REVIEW: &str = "Save the review as a file";
pub const SAVE_REVIEW_TABLE: &str = "As a table";
pub const SAVE_REVIEW_TEXT: &str = "As a document";
pub const NO_COPY_FOR_REVIEW: &str = "No copy of this assessment is here. Open the assessment first, then this file again.";
pub const SOMEBODY_REVIEWS: &str = "Somebody";
pub const GO_THERE: &str = "Go there";

pub const HAS_CHANGED: &str = "Changed since";
pub const HAS_CHANGED_HINT: &str = "What this is about was changed after the finding was written. Look at it as it is now.";
pub const NOT_TAKEN_OVER: &str = "Not so here";
pub const NOT_TAKEN_OVER_HINT: &str =
    "It was accepted, and something else stands here: it was accepted on another copy, or changed since.";

pub const IS_A_REVIEW: &str = "This is a review, and no assessment. Open it where a copy of its assessment is.";

/// Why a file is no review that could be used.
pub fn review_error(error: &ReviewError) -> String {
    match error {
        ReviewError::TooLarge { bytes } => {
            format!("This review is too large ({bytes} bytes). Ask for a smaller one.")
        }
        ReviewError::Unreadable(error) => read_error(error),
        ReviewError::NotAReview { .. } => "This is no review. Ask whoever sent it for the review file.".to_owned(),
        ReviewError::Newer { version } => {
            format!(
                "A newer Plumbline wrote this review (version {version}). Reload the page to get the newest one, then open it again."
            )
        }
        ReviewError::Unfit { finding } => {
            format!(
                "The review suggests something that does not fit what it is about (finding {finding}). Nothing of it was used. Ask for it again."
            )
        }
    }
}

/// A kind of finding, to choose.
pub const fn finding_kind(kind: &FindingKind) -> &'static str {
    match kind {
        FindingKind::Comment => "Comment",
        FindingKind::Question(_) => "Question",
        FindingKind::Challenge => "The evidence does not show it",
        FindingKind::Suggestion(_) => "Suggestion",
    }
}

/// How far a finding is.
pub const fn finding_status(status: FindingStatus) -> &'static str {
    match status {
        FindingStatus::Waiting => "Waits for an answer",
        FindingStatus::Open => "Replied to",
        FindingStatus::Answered => "Answered",
        FindingStatus::Accepted => "Accepted",
        FindingStatus::Declined => "Declined",
        FindingStatus::Withdrawn => "Taken back",
    }
}

/// What a finding is about, with what that is called.
pub fn finding_about(about: &FindingAbout, called: &str) -> String {
    match about {
        FindingAbout::Whole => WHOLE.to_owned(),
        FindingAbout::Statement(_) => format!("Statement: {called}"),
        FindingAbout::Practice(_) => called.to_owned(),
        FindingAbout::Target(_) => format!("Target of {called}"),
        FindingAbout::Action(_) => format!("Action: {called}"),
    }
}

/// What a finding suggests. `own` is what an answer of the model's own says there.
pub fn suggestion(suggestion: &Suggestion, own: Option<&str>) -> String {
    match suggestion {
        Suggestion::Answer(answer) => {
            format!("Suggests the answer: {}", own.map_or_else(|| answer_word(answer), str::to_owned))
        }
        Suggestion::Level(level) => format!("Suggests level {level}"),
        Suggestion::Target(level) => format!("Suggests target {level}"),
    }
}

/// Words that were kept, to be used: for those who hear no more than the button.
pub fn use_snippet(words: &str) -> String {
    format!("Use: {words}")
}

pub fn drop_snippet(words: &str) -> String {
    format!("Remove: {words}")
}

pub fn more_findings(next: usize, left: usize) -> String {
    if next == left { format!("Show {left} more") } else { format!("Show {next} more of {left}") }
}

fn answer_word(answer: &Answer) -> String {
    answer_with_reason(answer)
}

/// Who said something, and when.
pub fn finding_said(who: &str, when: &str) -> String {
    format!("{who}, {when}")
}

/// Why it was declined.
pub fn declined_because(reason: &str) -> String {
    format!("Why: {reason}")
}

/// How many findings there are of each kind of status.
pub fn findings_counted(counts: &BTreeMap<FindingStatus, usize>) -> String {
    let all: usize = counts.values().sum();
    let each = counts.iter().map(|(status, count)| format!("{}: {count}", finding_status(*status)));
    std::iter::once(how_many(all, "finding", "findings")).chain(each).collect::<Vec<_>>().join(" · ")
}

/// That a review was taken in.
pub fn review_taken_in(name: &str) -> String {
    format!("What was new in the review stands with “{name}” now. No answer changed.")
}

/// Why nobody can say whether a copy of the assessment is here.
pub fn cant_look_for_copies(error: StorageError) -> String {
    format!("Whether a copy of this assessment is here can't be told: {}. Nothing was changed.", storage_error(error))
}

/// That the model of the reviewed assessment is not known here.
pub fn review_without_model(id: &ModelId) -> String {
    format!(
        "The review is of an assessment by the model “{id}”, which could not be loaded. Open the review again once you are online."
    )
}

/// What a review file holds.
pub fn review_holds(review: &Review) -> String {
    let (findings, replies, decisions) = review.counts();
    let authors = review.authors();
    let by = if authors.is_empty() { String::new() } else { format!(" by {}", list(&authors)) };
    format!(
        "A review{by}: {}, {}, {}.",
        how_many(findings, "finding", "findings"),
        how_many(replies, "reply", "replies"),
        how_many(decisions, "decision", "decisions")
    )
}

/// How many findings are about something, said beside it.
pub fn findings_here(count: usize) -> String {
    format!("{count} {} of a review", form(count, "finding", "findings"))
}

/// The name of a file with the exchange of a review.
pub const REVIEW_FILE: &str = "review";

/// The heads of the columns of a review as a table.
pub fn review_head() -> [&'static str; 12] {
    [
        "When",
        "Who",
        "Kind",
        "About",
        "Part",
        "What it says",
        "What it suggests",
        "Status",
        "Decided by",
        "Decided",
        "Why",
        "Replies",
    ]
}

/// Who said something when, in a file.
pub fn finding_said_at(who: &str, at: Timestamp) -> String {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds since 1970 fit into 53 bits")]
    let when = moment(at.as_millisecond() as f64);
    finding_said(who, &when)
}
