//! The words of the page that shows everything behind the figures.

use crate::analysis::{About, Length, Names, Noticed, ReaderPractice, ReviewedFinding, Speaker, Thing, thing_of};
use crate::exchange::{Block, ListEntry};
use crate::session::Date;
use crate::ui::text::en::check::{finding, rule_title};
use crate::ui::text::en::explain::{quick_why, scope_why};
use crate::ui::text::en::naming::name_of;
use crate::ui::text::en::report_document::name_in_report;
use crate::ui::text::en::report_sheet::sheet_blocks;
use crate::ui::text::en::review::{finding_about, finding_status};

pub(super) const READER: &str = "Behind the figures";
pub const READER_ABOVE: &str = "For whoever did not answer";
pub const READER_LEAD: &str = "Everything that each figure rests on: who said what and why, how they know, what shows it, and what speaks \
    against it. Nothing is folded away.";
pub const READER_LINK: &str = "See everything behind the figures";
pub const READER_PRACTICE: &str = "Go to a practice";
pub const READER_ALL: &str = "From the first on";
pub const READER_ONLY_AGAINST: &str = "Only practices that something speaks against";
pub const READER_NONE_AGAINST: &str =
    "Nothing was noticed in any practice. That is no proof: rules and reviews see only what was said.";
pub const READER_TO_ANSWERS: &str = "Go to the answers";

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
    let who: Vec<ListEntry> = quick.chain(scopes).map(ListEntry::plain).collect();
    if !who.is_empty() {
        blocks.push(Block::List(who));
    }
    blocks.push(Block::Subheading("What speaks against it".to_owned()));
    let against = against(it, names);
    blocks.push(if against.is_empty() {
        Block::Words("Nothing was noticed. That is no proof: rules and reviews see only what was said.".to_owned())
    } else {
        Block::List(against)
    });
    blocks.extend(sheet);
    blocks
}

fn against(it: &ReaderPractice<'_>, names: Names<'_>) -> Vec<ListEntry> {
    let doubts = it.doubts().map(|(statement, given)| {
        let line = format!("{}: {}", name_in_report(&given.by), given.against);
        ListEntry { head: "Speaks against it:".to_owned(), text: statement.text.clone(), lines: vec![line] }
    });
    let noticed = it.noticed.iter().map(|it| noticed(it, names));
    let findings = it.findings.iter().map(|it| reviewed(it, names));
    doubts.chain(noticed).chain(findings).collect()
}

fn noticed(it: &Noticed, names: Names<'_>) -> ListEntry {
    let thing = Thing::from(&it.about);
    // About the practice itself, its name says nothing more.
    let text = if matches!(it.about, About::Practice(_)) { String::new() } else { name_of(&thing, &names.of(&thing)) };
    let words = finding(it, names.session);
    ListEntry {
        head: format!("{}:", rule_title(it.rule())),
        text,
        lines: Some(words).filter(|it| !it.is_empty()).into_iter().collect(),
    }
}

fn reviewed(it: &ReviewedFinding<'_>, names: Names<'_>) -> ListEntry {
    let called = it.about.as_ref().and_then(thing_of).map(|thing| name_of(&thing, &names.of(&thing)));
    let about = it.about.as_ref().map(|about| finding_about(about, &called.unwrap_or_default()));
    let head = format!("Review ({}):", finding_status(it.status).to_lowercase());
    ListEntry { head, text: it.finding.text.clone(), lines: about.into_iter().collect() }
}
