//! The words of the page that shows everything behind the figures.

use crate::analysis::{About, Against, Length, Names, Noticed, ReaderPractice, ReviewedFinding, Speaker, Thing, thing_of};
use crate::exchange::{Block, ListEntry};
use crate::session::{Date, FindingDecision, FindingKind};
use crate::ui::text::en::check::{finding, rule_title};
use crate::ui::text::en::explain::{quick_why, scope_why, set_why, settled_why};
use crate::ui::text::en::naming::name_of;
use crate::ui::text::en::open::kept_apart;
use crate::ui::text::en::report_document::name_in_report;
use crate::ui::text::en::report_sheet::sheet_blocks;
use crate::ui::text::en::review::{declined_because, finding_about, finding_kind, finding_status, suggestion};
use crate::ui::text::intl::number;

pub(super) const READER: &str = "Behind the figures";
pub const READER_ABOVE: &str = "For whoever did not answer";
pub const READER_LEAD: &str = "Everything that each figure rests on: who said what and why, how they know, what shows it, and what speaks \
    against it. Nothing is folded away.";
pub const READER_LINK: &str = "See everything behind the figures";
pub const READER_PRACTICE: &str = "Go to a practice";
pub const READER_GO: &str = "Go there";
pub const READER_ONLY_AGAINST: &str = "Only practices that something speaks against";
pub const READER_TO_ANSWERS: &str = "Go to the answers";

/// Where no rule noticed anything: that is no praise.
const NOTHING_NOTICED: &str = "Nothing was noticed. That is no proof: rules and reviews see only what was said.";

/// That not all practices are here.
pub fn reader_only(shown: usize, all: usize) -> String {
    let rest = if shown == 0 { format!(" {NOTHING_NOTICED}") } else { String::new() };
    format!("Here are {} of {} practices: those that something speaks against.{rest}", number(shown), number(all))
}

/// At the top of each printed page.
pub fn reader_running(system: &str, today: Date) -> String {
    format!("{system} · {} · {today}", READER.to_lowercase())
}

/// Everything behind the figures of a practice, below its name. `said` tells who said something, when, and about which part.
pub fn reader_blocks(it: &ReaderPractice<'_>, names: Names<'_>, said: impl Fn(&Speaker<'_>) -> String) -> Vec<Block> {
    // The practice's name is on the page already.
    let mut sheet = sheet_blocks(&it.sheet, Length::Full).into_iter().skip(1);
    let mut blocks: Vec<Block> = sheet.next().into_iter().collect();
    let quick = it.quick.iter().map(|(answer, by)| quick_why(answer, &said(by)));
    let scopes = it.scopes.iter().map(|(scope, by)| scope_why(*scope, &said(by)));
    let set = it.set.iter().map(|(level, reason, by)| set_why(*level, reason, &said(by)));
    let settled = it.settled.iter().map(|(text, reason, by)| format!("{text} {} {}", settled_why(reason), said(by)));
    let who: Vec<ListEntry> = quick.chain(scopes).chain(set).chain(settled).map(ListEntry::plain).collect();
    if !who.is_empty() {
        blocks.push(Block::List(who));
    }
    blocks.push(Block::Subheading("What speaks against it".to_owned()));
    let against: Vec<ListEntry> = it.against().into_iter().map(|it| against(it, names, &said)).collect();
    blocks.push(if against.is_empty() { Block::Words(NOTHING_NOTICED.to_owned()) } else { Block::List(against) });
    let others: Vec<ListEntry> = it.other_findings().map(|it| reviewed(it, names, &said)).collect();
    if !others.is_empty() {
        blocks.push(Block::Subheading("What else a review says".to_owned()));
        blocks.push(Block::List(others));
    }
    blocks.extend(sheet);
    blocks
}

fn against(it: Against<'_, '_>, names: Names<'_>, said: &impl Fn(&Speaker<'_>) -> String) -> ListEntry {
    match it {
        Against::Doubt(statement, given) => {
            let part = given.part.as_deref().map(|part| format!(" ({part})")).unwrap_or_default();
            let line = format!("{}{part}: {}", name_in_report(&given.by), given.against);
            ListEntry { head: "Speaks against it:".to_owned(), text: statement.text.clone(), lines: vec![line] }
        }
        Against::KeptApart(statement, kept) => ListEntry {
            head: "Two copies say it differently, and nobody decided:".to_owned(),
            text: statement.map(|it| it.text.clone()).unwrap_or_default(),
            lines: vec![kept_apart(kept)],
        },
        Against::Noticed(it) => noticed(it, names),
        Against::Finding(it) => reviewed(it, names, said),
    }
}

fn noticed(it: &Noticed, names: Names<'_>) -> ListEntry {
    let thing = Thing::from(&it.about);
    // About the practice itself, its name says nothing more.
    let text = if matches!(it.about, About::Practice(_)) { String::new() } else { name_of(&thing, &names.of(&thing)) };
    let words = finding(it, names);
    ListEntry {
        head: format!("{}:", rule_title(it.rule())),
        text,
        lines: Some(words).filter(|it| !it.is_empty()).into_iter().collect(),
    }
}

/// A finding with who wrote it, what was replied, and what became of it.
fn reviewed(it: &ReviewedFinding<'_>, names: Names<'_>, said: &impl Fn(&Speaker<'_>) -> String) -> ListEntry {
    let called = it.about.as_ref().and_then(thing_of).map(|thing| name_of(&thing, &names.of(&thing)));
    let about = it.about.as_ref().map(|about| finding_about(about, &called.unwrap_or_default()));
    let by = said(&Speaker { by: it.by, part: it.finding.part.as_ref(), at: it.at });
    let suggests = match &it.finding.kind {
        FindingKind::Suggestion(what) => {
            Some(suggestion(what, names.own_suggested(it.about.as_ref().unwrap_or(&it.finding.about), what)))
        }
        _ => None,
    };
    let replies =
        it.replies.iter().map(|reply| format!("{}: {}", said(&Speaker { by: reply.by, part: None, at: reply.at }), reply.text));
    let decided = it.decision.map(|(decision, fact)| {
        let who = said(&Speaker { by: fact.by.as_ref(), part: None, at: fact.at });
        let why = match decision {
            FindingDecision::Declined(declined) if !declined.reason.trim().is_empty() => {
                format!(". {}", declined_because(&declined.reason))
            }
            _ => String::new(),
        };
        format!("{}: {who}{why}", finding_status(it.status))
    });
    let status = it.decision.is_none().then(|| finding_status(it.status).to_owned());
    let lines = [about, Some(by), suggests].into_iter().flatten().chain(replies).chain(decided).chain(status);
    ListEntry { head: format!("{}:", finding_kind(&it.finding.kind)), text: it.finding.text.clone(), lines: lines.collect() }
}
