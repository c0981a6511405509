//! The words of a report's annex: one practice at a time.

use crate::analysis::{
    Behind, Binds, GivenAnswer, KeptApart, Length, PracticeSheet, SheetEvidence, SheetIndicator, SheetLevel, SheetNote,
    SheetTarget,
};
use crate::exchange::{Block, ListEntry};
use crate::session::{Answer, Origin};
use crate::ui::text::en::assess::{answer, verdict};
use crate::ui::text::en::duties::beside_level;
use crate::ui::text::en::evidence::{evidence_facts, evidence_kind, evidence_title};
use crate::ui::text::en::exact::short;
use crate::ui::text::en::full::{confidence, shown};
use crate::ui::text::en::interview::{because, reasons_words, target_words};
use crate::ui::text::en::open::kept_apart;
use crate::ui::text::en::report_document::name_in_report;
use crate::ui::text::en::results::{scope_fit, standing};
use crate::ui::text::en::targets::behind;
use crate::ui::text::intl::list;

/// One practice; in a short report without its statements.
pub(super) fn sheet_blocks(sheet: &PracticeSheet, length: Length) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(format!("{} · {}", sheet.domain, sheet.name)), Block::Facts(facts(sheet))];
    if length == Length::Full {
        for level in &sheet.levels {
            blocks.extend(level_blocks(level));
        }
        if !sheet.notes.is_empty() {
            blocks.push(Block::Subheading("Notes".to_owned()));
            blocks.push(Block::List(sheet.notes.iter().map(note).collect()));
        }
    }
    blocks
}

fn facts(sheet: &PracticeSheet) -> Vec<(String, String)> {
    let differs = sheet.differs_from.iter().map(|(profile, level, has_reason)| {
        let reason = if *has_reason { "" } else { ", and no reason is given for the difference" };
        format!("{profile} proposes {level}{reason}")
    });
    let demands = sheet.demands.iter().map(|demand| {
        let (level, beside) = (demand.level, beside_level(demand.binds, demand.in_force));
        match demand.source.trim() {
            "" => format!("at least {level}{beside}"),
            source => format!("at least {level}{beside}: {source}"),
        }
    });
    let set = sheet.set.iter().map(|(part, level, reason)| {
        let part = part.as_deref().map(|part| format!("{part}: ")).unwrap_or_default();
        format!("{part}{level}: {reason}")
    });
    // Each that nobody confirmed says so itself, but for what says nothing of whom it binds.
    let is_assumed = sheet.demands.iter().any(|demand| demand.binds == Binds::Assumed);
    let outside = if is_assumed { "Outside minimum, if it binds you" } else { "Outside minimum" };
    let facts = [
        ("Target", sheet.target.as_ref().map_or_else(|| "none set".to_owned(), |target| target_words(&target.target))),
        ("Why this much", sheet.target.as_ref().map(why).unwrap_or_default()),
        ("Decided", sheet.target.as_ref().map(decided).unwrap_or_default()),
        (outside, demands.collect::<Vec<_>>().join("\n")),
        ("Differs from", differs.collect::<Vec<_>>().join("\n")),
        ("Where it stands", standing(&sheet.result)),
        ("Scope in place", scope_fit(&sheet.result)),
        ("Parts", parts(sheet)),
        ("Kept apart", sheet.kept_apart.iter().map(not_decided).collect::<Vec<_>>().join("\n")),
        ("Set by hand", set.collect::<Vec<_>>().join("\n")),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Where each part stands, and which of them decide: all that stand as low as the lowest.
fn parts(sheet: &PracticeSheet) -> String {
    if sheet.parts.is_empty() {
        return String::new();
    }
    let all = sheet.parts.iter().map(|(part, current)| format!("{part}: {}", short(*current))).collect::<Vec<_>>().join(" · ");
    format!("{all}. The lowest decides: {}", list(&sheet.lowest_parts))
}

/// What two copies say differently: one side counts for now, and nobody decided that.
fn not_decided(kept: &KeptApart) -> String {
    format!("{} (not decided: two copies say it differently)", kept_apart(kept))
}

fn why(target: &SheetTarget) -> String {
    let kind = target.target.because.map(|kind| because(kind).to_owned());
    kind.into_iter().chain(reasons_words(&target.reasons)).collect::<Vec<_>>().join(" · ")
}

fn decided(target: &SheetTarget) -> String {
    let it = &target.target;
    let parts = [
        target.decided_by.as_ref().map(|(how, by)| stands_behind(*how, &name_in_report(by))),
        it.decided_on.map(|day| format!("on {day}")),
        it.review_on.map(|day| format!("review on {day}")),
        it.origin.is_proposal().then(|| "proposed, not yet confirmed by anybody".to_owned()),
        matches!(it.origin, Origin::Group(_)).then(|| "set for a whole domain".to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The line is headed “Decided”: only how somebody else stands behind it is said as well.
fn stands_behind(how: Behind, name: &str) -> String {
    match how {
        Behind::Decided => format!("by {name}"),
        Behind::Confirmed | Behind::Set => format!("nobody named; {} by {name}", behind(Some(how))),
    }
}

fn level_blocks(level: &SheetLevel) -> [Block; 2] {
    let title = format!("Level {} · {}", level.level, level.name);
    [Block::Subheading(title), Block::List(level.statements.iter().map(statement).collect())]
}

fn statement(it: &SheetIndicator) -> ListEntry {
    let mut lines: Vec<String> = it.answers.iter().map(given).collect();
    lines.extend(it.evidence.iter().map(evidence));
    lines.extend(it.kept_apart.iter().map(not_decided));
    lines.extend(it.dispute.as_ref().map(|settled| match settled.as_deref().map(str::trim) {
        None => "People answered differently; nobody settled it yet.".to_owned(),
        Some("") => "People answered differently; it was settled.".to_owned(),
        Some(reason) => format!("People answered differently; settled: {reason}"),
    }));
    ListEntry { head: format!("{}:", verdict(it.verdict)), text: it.text.clone(), lines }
}

fn given(given: &GivenAnswer) -> String {
    let reason = match &given.answer {
        Some(Answer::NotApplicable(why)) => why.reason.trim(),
        Some(Answer::Compensated(why)) => why.reason.trim(),
        _ => "",
    };
    let said = [
        given.own.clone().or_else(|| given.answer.as_ref().map(answer)),
        (!reason.is_empty()).then(|| format!("because: {reason}")),
        given.confidence.filter(|_| given.answer != Some(Answer::DontKnow)).map(|it| confidence(it).to_lowercase()),
        given.shown.map(|it| format!("evidence: {}", shown(it).to_lowercase())),
        (!given.against.is_empty()).then(|| format!("speaks against it: {}", given.against)),
        (!given.note.is_empty()).then(|| format!("note: {}", given.note)),
    ];
    let part = given.part.as_deref().map(|part| format!(" ({part})")).unwrap_or_default();
    format!("{}{part}: {}", name_in_report(&given.by), said.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

fn evidence(it: &SheetEvidence) -> String {
    let place = it.evidence.location.trim();
    let facts = [
        evidence_kind(it.evidence.kind).to_owned(),
        it.part.clone().unwrap_or_default(),
        evidence_facts(&it.evidence, (!place.is_empty()).then_some(place)),
    ];
    let facts: Vec<_> = facts.into_iter().filter(|words| !words.is_empty()).collect();
    format!("Evidence: {} ({})", evidence_title(&it.evidence.title), facts.join(" · "))
}

fn note(note: &SheetNote) -> ListEntry {
    let part = note.part.as_deref().map(|part| format!(" ({part})")).unwrap_or_default();
    ListEntry { head: format!("{}{part}:", name_in_report(&note.by)), text: note.text.clone(), lines: Vec::new() }
}
