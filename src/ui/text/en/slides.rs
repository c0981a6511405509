//! The words of the slides: one finding on each, as its title, and what shows it. The same facts as in the report, as few of them as can
//! be read from the last row.

use crate::analysis::{Fit, Length, MinimumFit, OpenLevel, PracticeResult, Report, ReportDomain, Section, ToDo};
use crate::exchange::{Block, Chapter, ListEntry, Row, Table};
use crate::ui::text::en::duties_counted::duties_missed;
use crate::ui::text::en::exact::short;
use crate::ui::text::en::first::{falls_short, urgent};
use crate::ui::text::en::report_about::about_facts;
use crate::ui::text::en::report_document::{
    decisions, domain_row, made_of, next_action, practice_bar, report_title, section_title, why_to_do,
};
use crate::ui::text::en::report_open::open_blocks;
use crate::ui::text::en::results::{fit_on_slide, largest_shortfall, practices, summary};

/// How many rows of a table, and how many things to do, fit on a slide.
const ROWS: usize = 6;
const THINGS: usize = 3;

/// The slides of a report: what its sections show, without the annex.
pub fn slides(report: &Report) -> Vec<Chapter> {
    let mut slides = vec![first(report)];
    let wants = |section| report.options.shows(section);
    if wants(Section::Standing) {
        slides.push(standing(report));
        slides.extend(report.domains.iter().flat_map(|domain| of_domain(domain, report.top)));
    }
    if wants(Section::ToDo) {
        slides.extend(things(report));
    }
    if wants(Section::Decisions) {
        slides.push(slide(decided(report), decisions(report, Length::Short, THINGS)));
    }
    if wants(Section::Open) {
        slides.extend(open(open_blocks(&report.open, Length::Short)));
    }
    slides
}

fn slide(title: String, blocks: Vec<Block>) -> Chapter {
    Chapter { title, on_new_page: true, blocks }
}

fn first(report: &Report) -> Chapter {
    let title = report_title(report);
    slide(title, vec![Block::Lead(falls_short(&report.results)), Block::Facts(about_facts(report, true))])
}

fn standing(report: &Report) -> Chapter {
    let counts = Block::Words(format!("{}.", summary(&report.results).join(" · ")));
    let table = Table {
        caption: made_of(report),
        head: ["Domain", "Current", "Target", "Largest gap"].map(str::to_owned).to_vec(),
        bars: None,
        rows: report.domains.iter().map(domain_row).collect(),
    };
    let duties = duties_missed(&report.results).map(Block::Words);
    slide(falls_short(&report.results), std::iter::once(counts).chain(duties).chain([Block::Table(table)]).collect())
}

/// A domain, on as many slides as it takes.
fn of_domain(domain: &ReportDomain, top: u8) -> Vec<Chapter> {
    let parts = domain.practices.len().div_ceil(ROWS).max(1);
    let size = domain.practices.len().div_ceil(parts).max(1);
    let part = |(index, inside): (usize, &[(String, PracticeResult)])| {
        let table = Table {
            caption: format!(
                "Solid block: reached. Hollow: may be reached. Tall line: target. Triangle: outside minimum.{}",
                on_quick_pass(inside)
            ),
            head: ["Practice", "Current", "Target", "Fit"].map(str::to_owned).to_vec(),
            bars: Some(format!("0 to {top}")),
            rows: inside.iter().map(|(name, result)| of_practice(name, result, top)).collect(),
        };
        let of = if parts > 1 { format!(" ({} of {parts})", index + 1) } else { String::new() };
        slide(format!("{}{of}", finding(domain)), vec![Block::Table(table)])
    };
    domain.practices.chunks(size).enumerate().map(part).collect()
}

/// How many of the levels rest on the quick pass alone; nothing where none does.
fn on_quick_pass(practices: &[(String, PracticeResult)]) -> String {
    match practices.iter().filter(|(_, result)| result.open == Some(OpenLevel::QuickAlone)).count() {
        0 => String::new(),
        count if count == practices.len() => " All these levels rest on the quick pass alone.".to_owned(),
        1 => " One of these levels rests on the quick pass alone.".to_owned(),
        count => format!(" {count} of these levels rest on the quick pass alone."),
    }
}

/// A practice in few words, without its scope and what its level rests on: that stands in the report.
fn of_practice(name: &str, result: &PracticeResult, top: u8) -> Row {
    let minimum = result.minimum.map(|minimum| format!("min.\u{a0}{minimum}"));
    let target: Vec<String> = result.target.map(|level| level.to_string()).into_iter().chain(minimum).collect();
    Row {
        cells: vec![name.to_owned(), short(result.standing.current), target.join("\u{a0}·\u{a0}"), fit_on_slide(result)],
        bar: Some(practice_bar(result, top)),
        is_group: false,
    }
}

fn finding(domain: &ReportDomain) -> String {
    let falls = |result: &PracticeResult| result.fit == Fit::Short || result.minimum_fit() == MinimumFit::Missed;
    let short = domain.practices.iter().filter(|(_, result)| falls(result)).count();
    let all = practices(domain.practices.len());
    let largest = largest_shortfall(&domain.result).map(|words| format!(", by up to {words}")).unwrap_or_default();
    match short {
        0 => format!("{}: none of {all} is known to fall short", domain.name),
        1 => format!("{}: 1 of {all} falls short{largest}", domain.name),
        _ => format!("{}: {short} of {all} fall short{largest}", domain.name),
    }
}

/// The things to do, the most urgent in the title.
fn things(report: &Report) -> Vec<Chapter> {
    if report.to_do.is_empty() {
        return vec![slide(urgent(&report.results, &[]), Vec::new())];
    }
    let entry = |thing: &ToDo, number: usize| ListEntry {
        head: format!("{number}. {}.", thing.name),
        text: why_to_do(thing),
        lines: vec![next_action(&thing.next)],
    };
    let part = |(index, things): (usize, &[ToDo])| {
        let title = if index == 0 { urgent(&report.results, &report.to_do) } else { "After that, in this order".to_owned() };
        let entries = things.iter().zip(index * THINGS + 1..).map(|(thing, number)| entry(thing, number)).collect();
        slide(title, vec![Block::List(entries)])
    };
    report.to_do.chunks(THINGS).enumerate().map(part).collect()
}

fn decided(report: &Report) -> String {
    match report.standing_decisions().iter().filter(|it| it.is_taken() && it.decision.after.is_some()).count() {
        0 => "No target is decided by anybody yet".to_owned(),
        1 => "1 target is decided".to_owned(),
        count => format!("{count} targets are decided"),
    }
}

/// How many names stand beside a kind of open question.
const NAMES: usize = 3;

/// All kinds of open questions with how many there are of each and where the first of them are: who wants all of them reads the report.
fn open(blocks: Vec<Block>) -> Vec<Chapter> {
    let title = section_title(Section::Open);
    let mut kinds: Vec<ListEntry> = Vec::new();
    let mut said: Vec<Block> = Vec::new();
    for block in blocks {
        match (block, kinds.last_mut()) {
            (Block::Heading(kind), _) => kinds.push(ListEntry { head: format!("{kind}:"), ..ListEntry::default() }),
            (Block::List(entries), Some(kind)) => kind.text = first_names(&entries),
            (_, Some(_)) => {}
            (block, None) => said.push(block),
        }
    }
    if kinds.is_empty() {
        return vec![slide(title.to_owned(), said)];
    }
    let parts = kinds.len().div_ceil(ROWS);
    let part = |(index, kinds): (usize, &[ListEntry])| {
        let of = if parts > 1 { format!(" ({} of {parts})", index + 1) } else { String::new() };
        slide(format!("{title}: what is not known for sure{of}"), vec![Block::List(kinds.to_vec())])
    };
    kinds.chunks(ROWS).enumerate().map(part).collect()
}

/// Where the first of them are, each place once.
fn first_names<'a>(entries: &'a [ListEntry]) -> String {
    let mut names: Vec<&str> = Vec::new();
    let name = |entry: &'a ListEntry| if entry.head.is_empty() { entry.text.as_str() } else { entry.head.trim_end_matches(':') };
    for name in entries.iter().map(name) {
        if !names.contains(&name) && names.len() < NAMES {
            names.push(name);
        }
    }
    names.join(" · ")
}

/// Words that began a heading, within one.
pub(super) fn in_sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
