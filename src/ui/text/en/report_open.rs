//! The words of a report's open questions.

use crate::analysis::{Length, OpenChecks, OpenIndicator, OpenQuestions, UnansweredPractice};
use crate::exchange::{Block, ListEntry};
use crate::ui::text::en::check::rule_title;
use crate::ui::text::en::evidence::evidence_title;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::report_document::name_in_report;
use crate::ui::text::intl::list;

/// How many entries of each kind a short report shows.
const FEW: usize = 5;

/// What nobody knows for sure.
pub(super) fn open_blocks(open: &OpenQuestions, length: Length) -> Vec<Block> {
    if open.is_empty() {
        return vec![Block::Words("Nothing is open: all is answered, agreed on and up to date.".to_owned())];
    }
    let disputed = open.disputed.iter().map(|(it, people)| {
        let people: Vec<_> = people.iter().map(name_in_report).collect();
        statement(it, &format!("answered differently by {}", list(&people)))
    });
    let kinds: [(&str, Vec<ListEntry>); 7] = [
        ("Not answered, or not to the end", open.unanswered.iter().map(unanswered).collect()),
        ("Without a target", open.without_target.iter().map(ListEntry::plain).collect()),
        ("Targets proposed, but not confirmed", open.unconfirmed.iter().map(ListEntry::plain).collect()),
        ("People see it differently", disputed.collect()),
        ("May no longer be true", open.stale.iter().map(|(it, since)| statement(it, &format!("since {since}"))).collect()),
        ("Only assumed", open.assumed.iter().map(|it| statement(it, "")).collect()),
        ("Worth a second look", open.checks.iter().map(check).collect()),
    ];
    kinds
        .into_iter()
        .filter(|(_, entries)| !entries.is_empty())
        .flat_map(|(title, entries)| kind(title, entries, length))
        .collect()
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
    let statements = how_many(practice.statements, "statement up to the target is open", "statements up to the target are open");
    let words = if practice.entirely { format!("nobody answered anything; {statements}") } else { statements };
    ListEntry { head: format!("{}:", practice.name), text: words, lines: Vec::new() }
}

fn statement(it: &OpenIndicator, more: &str) -> ListEntry {
    let part = it.part.as_deref().map(|part| format!(" ({part})")).unwrap_or_default();
    let lines = if more.is_empty() { Vec::new() } else { vec![more.to_owned()] };
    ListEntry { head: format!("{}{part}:", it.practice), text: it.text.clone(), lines }
}

fn check(check: &OpenChecks) -> ListEntry {
    let places: Vec<String> = check.places.iter().map(|place| evidence_title(place)).collect();
    ListEntry { head: format!("{} ({}):", rule_title(check.rule), check.count), text: list(&places), lines: Vec::new() }
}
