//! The words of a report's open questions.

use crate::analysis::{
    Length, OpenChecks, OpenConflict, OpenIndicator, OpenKind, OpenQuestions, QuickDisagreement, SpeaksAgainst,
    UnansweredPractice,
};
use crate::exchange::{Block, ListEntry};
use crate::ui::text::en::check::rule_title;
use crate::ui::text::en::evidence::evidence_title;
use crate::ui::text::en::facts;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::open::{kept_apart, open_count, open_level, quick_answers, statements_answered};
use crate::ui::text::en::report_document::name_in_report;
use crate::ui::text::en::results::NO_REASON;
use crate::ui::text::en::slides::in_sentence;
use crate::ui::text::intl::list;

/// How many entries of each kind a short report shows.
const FEW: usize = 5;

/// What nobody knows for sure: first how much of it there is, then all of it.
pub(super) fn open_blocks(open: &OpenQuestions, length: Length) -> Vec<Block> {
    if open.is_empty() {
        let nothing = "Nothing is open: of every practice it is known where it stands, and decided how much is enough; nobody differs, \
                       everybody knew, and no answer is only assumed or too old.";
        return vec![Block::Words(format!("{}. {nothing}", statements_answered(open.statements)))];
    }
    let kinds: [(&str, Vec<ListEntry>); 12] = [
        ("Not answered, or not to the end", open.unanswered.iter().map(unanswered).collect()),
        ("On the quick pass alone", open.quick_alone.iter().map(unanswered).collect()),
        ("Without a target", open.without_target.iter().map(ListEntry::plain).collect()),
        ("Targets proposed, but not confirmed", open.unconfirmed.iter().map(ListEntry::plain).collect()),
        ("Asked, and nobody knew", open.not_known.iter().map(|it| statement(it, "")).collect()),
        ("People see it differently in the quick pass", open.quick_differs.iter().map(quick_differs).collect()),
        ("People see it differently", open.disputed.iter().map(disputed).collect()),
        ("Two copies say it differently", open.kept_apart.iter().map(conflict).collect()),
        ("Something speaks against it", open.contradicted.iter().map(|(it, what)| contradicted(it, what)).collect()),
        (
            "May no longer be true",
            open.stale
                .iter()
                .map(|(it, since, by)| statement(it, &format!("since {since}; answer of {}", name_in_report(by))))
                .collect(),
        ),
        ("Only assumed", open.assumed.iter().map(|it| statement(it, "")).collect()),
        ("Worth a second look", open.checks.iter().map(check).collect()),
    ];
    let blocks =
        kinds.into_iter().filter(|(_, entries)| !entries.is_empty()).flat_map(|(title, entries)| kind(title, entries, length));
    std::iter::once(Block::Words(in_numbers(open))).chain(blocks).collect()
}

/// All counts in a line, so that what a short report leaves out is counted, too.
pub(super) fn in_numbers(open: &OpenQuestions) -> String {
    let counts = open.counts.iter().map(|(kind, count)| open_count(*kind, *count));
    let all: Vec<String> = std::iter::once(statements_answered(open.statements)).chain(counts).collect();
    format!("{}.", all.join(" · "))
}

/// What of it keeps the report from knowing what is to be done, in a line; nothing where nothing does.
pub(super) fn not_known_yet(open: &OpenQuestions) -> Option<String> {
    let kinds = [OpenKind::Unanswered, OpenKind::NotKnown, OpenKind::Unfinished, OpenKind::NoTarget];
    let counts = open.counts.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(kind, count)| open_count(*kind, *count));
    let counts: Vec<String> = counts.collect();
    (!counts.is_empty()).then(|| format!("That is not known of all of them: {}.", list(&counts)))
}

fn kind(title: &str, mut entries: Vec<ListEntry>, length: Length) -> Vec<Block> {
    let all = entries.len();
    if length == Length::Short {
        entries.truncate(FEW);
    }
    let more = all - entries.len();
    let mut blocks = vec![Block::Heading(format!("{title} ({all})")), Block::List(entries)];
    blocks.extend((more > 0).then(|| Block::Words(format!("And {more} more; the full report has them all."))));
    blocks
}

fn unanswered(practice: &UnansweredPractice) -> ListEntry {
    let statements = match practice.statements {
        0 => "no statement up to its target is open, some above it are".to_owned(),
        open => how_many(open, "statement that could matter is open", "statements that could matter are open"),
    };
    let words = match (practice.entirely, practice.lacks_reason) {
        (true, true) => format!("{}; {statements}", in_sentence(NO_REASON)),
        (true, false) => format!("nobody answered anything; {statements}"),
        _ => statements,
    };
    let parts = practice.parts.iter().map(|(part, level)| format!("{part}: {}", open_level(*level)));
    ListEntry { head: format!("{}:", practice.name), text: words, lines: parts.collect() }
}

fn quick_differs(it: &QuickDisagreement) -> ListEntry {
    let answers: Vec<_> = it.answers.iter().map(|(by, level)| (name_in_report(by), *level)).collect();
    let head = format!("{}{}:", it.practice, in_part(it.part.as_deref()));
    ListEntry { head, text: quick_answers(&answers), lines: Vec::new() }
}

fn disputed((it, people): &(OpenIndicator, Vec<crate::analysis::Name>)) -> ListEntry {
    let people: Vec<_> = people.iter().map(name_in_report).collect();
    statement(it, &format!("answered differently by {}", list(&people)))
}

fn conflict(it: &OpenConflict) -> ListEntry {
    let by = it.by.as_ref().map(|by| format!(" of {}", name_in_report(by))).unwrap_or_default();
    let kind = it.kept.list.map_or("", facts::called);
    let about = it.about.as_deref().unwrap_or(kind);
    let text = if it.shows_sides { kept_apart(&it.kept) } else { kind.to_owned() };
    ListEntry { head: format!("{about}{by}{}:", in_part(it.part.as_deref())), text, lines: Vec::new() }
}

fn contradicted(it: &OpenIndicator, what: &SpeaksAgainst) -> ListEntry {
    match what {
        SpeaksAgainst::Doubt(words) => statement(it, words),
        SpeaksAgainst::NotShown => statement(it, "the evidence does not show it"),
        SpeaksAgainst::Parts(_) => statement(it, "the whole system and its parts are said to be different"),
    }
}

fn statement(it: &OpenIndicator, more: &str) -> ListEntry {
    let lines = if more.is_empty() { Vec::new() } else { vec![more.to_owned()] };
    ListEntry { head: format!("{}{}:", it.practice, in_part(it.part.as_deref())), text: it.text.clone(), lines }
}

fn in_part(part: Option<&str>) -> String {
    part.map(|part| format!(" ({part})")).unwrap_or_default()
}

fn check(check: &OpenChecks) -> ListEntry {
    let places: Vec<String> = check.places.iter().map(|place| evidence_title(place)).collect();
    ListEntry { head: format!("{} ({}):", rule_title(check.rule), check.count), text: list(&places), lines: Vec::new() }
}
