//! The words of the report itself: the same on the screen, in the file and in Markdown.

use crate::analysis::{
    Before, Current, Length, MinimumFit, Name, NextAction, PracticeResult, Report, ReportDecision, ReportDomain, Said, Section,
    ToDo, WhyToDo,
};
use crate::exchange::{Bar, Block, Chapter, Document, ListEntry, Row, Table};
use crate::model::{Amount, Level, PracticeId};
use crate::ui::text::en::characteristics::{CHARACTERISTICS, characteristic_blocks};
use crate::ui::text::en::duties::{DUTIES_ABOVE, if_it_binds, in_words};
use crate::ui::text::en::duties_report::{duties_in_short, duty_blocks};
use crate::ui::text::en::exact::{at_first, short};
use crate::ui::text::en::explain::group_made_of;
use crate::ui::text::en::first::also_below;
use crate::ui::text::en::former::{NOT_CONFIRMED, former_blocks, former_level, not_confirmed};
use crate::ui::text::en::frame::{LANGUAGE, PAGE};
use crate::ui::text::en::interview::{decision, decision_reason, own_reason};
use crate::ui::text::en::plan::{PLAN, in_plan, plan_blocks};
use crate::ui::text::en::report_about::about_facts;
use crate::ui::text::en::report_open::{not_known_yet, open_blocks};
use crate::ui::text::en::report_sheet::sheet_blocks;
use crate::ui::text::en::results::{
    apart, basis, fit, fit_in_report, largest_gap, lowest_and_spread, minimum_short, scope_fit, summary, target_spread,
};
use crate::ui::text::en::rounds::round_called;
use crate::ui::text::en::set_up::role;
use crate::ui::text::en::sign_off::{SIGN_OFF, sign_off_blocks};
use crate::ui::text::en::since::{SINCE, since_blocks};
use crate::ui::text::en::start::system_name;
use crate::ui::text::intl::list;

/// What the first model is about.
const SECURITY: &str = "security";

/// How many decisions are named on the page that management reads: it is one page in either length.
const FEW: usize = 1;

const EVERY_PRACTICE: &str = "Each practice at a glance";

/// A report as a document. `code` is its fingerprint.
pub fn report_document(report: &Report, code: &str) -> Document {
    let system = system_name(&report.about.system);
    Document {
        title: report_title(report),
        // Also where nothing is printed, the code stands at the top: whoever holds a copy is asked for it.
        above: format!("Report of {} · code {code}", report.about.made),
        language: LANGUAGE.to_owned(),
        running: format!("{system} · report of {} · code {code}", report.about.made),
        page: PAGE.to_owned(),
        chapters: chapters(report),
        end: vec![
            format!(
                "Code of this report: {code}. Type it into Plumbline, with the assessment open, to see whether it is still current."
            ),
            format!(
                "Made with Plumbline from what people stated. It shows how well {} fits the need; it is no certificate and no proof of conformity.",
                subject(report)
            ),
        ],
    }
}

/// What a report is about, as its title.
pub(super) fn report_title(report: &Report) -> String {
    format!("How well {} fits the need: {}", subject(report), system_name(&report.about.system))
}

/// What fits the need, or doesn't.
fn subject(report: &Report) -> &str {
    report.about.subject.as_deref().unwrap_or(SECURITY)
}

/// The title of a section.
pub const fn section_title(section: Section) -> &'static str {
    match section {
        Section::Standing => "Where we stand against what we need",
        Section::ToDo => "What to do next",
        Section::Decisions => "Decisions taken",
        Section::Open => "Open questions",
        Section::Practices => "Annex: each practice",
    }
}

/// The page for management first, as far as its sections are wanted; what it rests on begins on a new page.
fn chapters(report: &Report) -> Vec<Chapter> {
    let wants = |section| report.options.shows(section);
    let chapter = |section, title: &str, blocks: Vec<Block>| {
        wants(section).then(|| Chapter { title: title.to_owned(), on_new_page: section == Section::Practices, blocks })
    };
    let first = [
        Some(about(report)),
        chapter(Section::Standing, section_title(Section::Standing), standing(report)),
        chapter(Section::ToDo, section_title(Section::ToDo), to_do(report)),
        chapter(Section::Decisions, section_title(Section::Decisions), decisions(report, report.options.length, FEW)),
    ];
    let plan = chapter(Section::ToDo, PLAN, plan_blocks(&report.plan, report.options.length));
    let sheets = || report.sheets.iter().flat_map(|sheet| sheet_blocks(sheet, report.options.length)).collect();
    let log = if report.options.length == Length::Full { decision_log(report) } else { Vec::new() };
    let more = [
        plan,
        chapter(Section::Standing, SINCE, since_blocks(report.since.as_ref(), report.options.length)),
        chapter(Section::Standing, SIGN_OFF, sign_off_blocks(&report.sign_offs, report.options.length)),
        chapter(Section::Standing, NOT_CONFIRMED, former_blocks(&report.former)),
        chapter(Section::Standing, EVERY_PRACTICE, every_practice(report)),
        chapter(
            Section::Standing,
            CHARACTERISTICS,
            characteristic_blocks(report.characteristics.as_ref(), report.options.length),
        ),
        chapter(
            Section::Standing,
            DUTIES_ABOVE,
            duty_blocks(&report.duties, &report.results, report.about.made, report.options.length),
        ),
        chapter(Section::Open, section_title(Section::Open), open_blocks(&report.open, report.options.length)),
        wants(Section::Practices).then(|| chapter(Section::Practices, section_title(Section::Practices), sheets())).flatten(),
        (!log.is_empty()).then(|| chapter(Section::Decisions, "Decision log", log)).flatten(),
    ];
    let mut more: Vec<Chapter> = more.into_iter().flatten().filter(|chapter| !chapter.blocks.is_empty()).collect();
    if let Some(begins) = more.first_mut() {
        begins.on_new_page = true;
    }
    first.into_iter().flatten().chain(more).collect()
}

/// What somebody is called in a report.
pub fn name_in_report(name: &Name) -> String {
    match name {
        Name::Named(name) => name.clone(),
        Name::Numbered(of, number) => format!("{} {number}", role(*of)),
        Name::Somebody => "somebody".to_owned(),
    }
}

fn about(report: &Report) -> Chapter {
    let blocks = vec![Block::Facts(about_facts(report, false))];
    Chapter { title: "What was assessed".to_owned(), on_new_page: false, blocks }
}

fn standing(report: &Report) -> Vec<Block> {
    let mut lines = summary(&report.results).into_iter();
    let mut blocks: Vec<Block> = lines.next().map(Block::Lead).into_iter().collect();
    let counts: Vec<String> = lines.collect();
    let counts = (!counts.is_empty()).then(|| format!("{}.", counts.join(" · ")));
    // In one paragraph: what management reads is one page.
    let former =
        (!report.former.is_empty()).then(|| format!("{}: shown as old, and not counted.", not_confirmed(report.former.len())));
    let duties = duties_in_short(&report.duties, &report.results);
    let words: Vec<String> = counts.into_iter().chain(former).chain(duties).collect();
    if !words.is_empty() {
        blocks.push(Block::Words(words.join(" ")));
    }
    blocks.push(Block::Table(Table {
        caption: made_of(report),
        head: ["Domain", "Current", "Target", "Largest gap"].map(str::to_owned).to_vec(),
        bars: None,
        rows: report.domains.iter().map(domain_row).collect(),
    }));
    blocks
}

/// How a domain comes to its figure.
pub(super) fn made_of(report: &Report) -> String {
    group_made_of(&report.results.rules)
        .unwrap_or_else(|| "A domain shows its lowest practice and the spread, never an average.".to_owned())
}

fn every_practice(report: &Report) -> Vec<Block> {
    let bars = "In the bars, a solid block is the level that is reached, a hollow one what may be reached once everything is answered. \
                A tall line is the target, a triangle an outside minimum, as of a law or a customer.";
    let table = Table {
        caption: made_of(report),
        head: ["Practice", "Current", "Target", "Fit", "Scope"].map(str::to_owned).to_vec(),
        bars: Some(format!("0 to {}", report.top)),
        rows: report.domains.iter().flat_map(|domain| domain_rows(domain, report)).collect(),
    };
    let legend = [Block::Heading(LEGEND.to_owned()), Block::Facts(legend(report))];
    [Block::Words(bars.to_owned()), Block::Table(table)].into_iter().chain(legend).collect()
}

const LEGEND: &str = "What the levels and scopes mean";

/// Each level with its name and what it means, then each scope: whoever was not there knows neither.
fn legend(report: &Report) -> Vec<(String, String)> {
    let levels = report.levels.iter().map(|(level, (name, meaning))| (format!("Level {level} · {name}"), meaning.clone()));
    let scopes = report.scopes.iter().map(|(name, meaning)| (format!("Scope · {name}"), meaning.clone()));
    levels.chain(scopes).collect()
}

/// A domain without the scope, which is of each practice.
pub(super) fn domain_row(domain: &ReportDomain) -> Row {
    let group = &domain.result;
    let cells = vec![domain.name.clone(), lowest_and_spread(group), target_spread(group), largest_gap(group)];
    Row { cells, bar: None, is_group: false }
}

fn domain_rows(domain: &ReportDomain, report: &Report) -> Vec<Row> {
    let mut whole = domain_row(domain);
    whole.cells.push(String::new());
    let of_practice = domain.practices.iter().map(|(name, result)| practice_row(name, result, report));
    std::iter::once(Row { is_group: true, ..whole }).chain(of_practice).collect()
}

fn practice_row(name: &str, result: &PracticeResult, report: &Report) -> Row {
    let current = result.standing.current;
    let level = short(current);
    let current_words = if matches!(current, Current::Known { .. }) { format!("{level} ({})", basis(result)) } else { level };
    let target = [result.target.map(|level| level.to_string()), result.minimum.map(minimum_short)];
    let former = report.former.iter().find(|it| it.former.practice == result.practice);
    let former = former.map(|it| former_level(it.former.level, &round_called(&it.round)));
    let current_words = std::iter::once(current_words).chain(former).collect::<Vec<_>>().join("; ");
    // A level and its minimum are read together: no line is broken between them.
    let target = target.into_iter().flatten().collect::<Vec<_>>().join(" · ").replace(' ', "\u{a0}");
    Row {
        cells: vec![name.to_owned(), current_words, target, fit_in_report(result), scope_fit(result)],
        bar: Some(practice_bar(result, report.top)),
        is_group: false,
    }
}

/// Where a practice stands, from 0 to the highest level.
pub(super) fn practice_bar(result: &PracticeResult, top: u8) -> Bar {
    let current = result.standing.current;
    let number = |level: crate::model::Level| level.number();
    let tenths = |end: fn((Amount, Amount)) -> Amount| current.amounts().and_then(|both| u16::try_from(end(both).tenths()).ok());
    Bar {
        low: tenths(|(low, _)| low),
        high: tenths(|(_, high)| high),
        target: result.target.map(number),
        minimum: result.minimum.map(number),
        top,
    }
}

fn to_do(report: &Report) -> Vec<Block> {
    let things = &report.to_do;
    if things.is_empty() {
        let known = "No practice is known to be below its target or an outside minimum.".to_owned();
        return std::iter::once(known).chain(not_known_yet(&report.open)).map(Block::Words).collect();
    }
    let first = |thing: &ToDo| {
        let before = thing.before.as_ref();
        before.map(|it| format!("{} {}: {}", comes_first(it), it.name, it.text))
    };
    let step = |thing: &ToDo| ListEntry {
        head: format!("{}.", thing.name),
        text: why_to_do(thing),
        lines: std::iter::once(next_action(&thing.next)).chain(first(thing)).chain(thing.in_plan.iter().map(in_plan)).collect(),
    };
    let names = report.domains.iter().flat_map(|domain| &domain.practices);
    let name = |id: &PracticeId| names.clone().find(|(_, it)| it.practice == *id).map(|(name, _)| name.clone());
    let more = also_below(&report.results, things, name).map(Block::Words);
    [Block::Steps(things.iter().map(step).collect())].into_iter().chain(more).collect()
}

pub(super) fn why_to_do(thing: &ToDo) -> String {
    let now = at_first(thing.result.standing.current);
    let target = thing.result.target.map(|target| format!(", target {target}")).unwrap_or_default();
    let apart = apart(&thing.result);
    match thing.why {
        WhyToDo::BelowMinimum(minimum) => {
            let needs = match (thing.result.below_minimum(), thing.result.minimum_fit()) {
                (0, MinimumFit::Missed) => ", of which a statement is missing",
                (0, _) => ", of which a statement is not answered",
                _ => "",
            };
            format!("{now}{target}{apart}; outside minimum {minimum}{needs}{}.", if_it_binds(&thing.result))
        }
        WhyToDo::BelowLater(minimum, from) => {
            format!("{now}{target}{apart}; outside minimum {minimum} from {}.", in_words(from))
        }
        WhyToDo::Gap => format!("{now}{target}: {}.", fit(&thing.result)),
        WhyToDo::OneStep(level) => format!("{now}{target}{apart}: one statement away from level {level}."),
    }
}

pub(super) fn next_action(action: &NextAction) -> String {
    match action {
        NextAction::Need(statement, Said::Missing, _) => format!("Next, an outside minimum needs this to be true: {statement}"),
        NextAction::Need(statement, Said::Nothing, Some(step)) => {
            format!("Next, if you don't do it yet: {step} An outside minimum also needs this, which nobody answered: {statement}")
        }
        NextAction::Need(statement, Said::Nothing, None) => {
            format!("Next, an outside minimum needs this, and nobody said yet whether it is so: {statement}")
        }
        NextAction::Need(statement, Said::Level(level), _) => format!("Next, {}", confirm(*level, statement)),
        NextAction::Meet(level, statement) => format!("Next, this would reach level {level}: {statement}"),
        NextAction::Towards(level, statement, 1) => format!("Next, towards level {level}, this has to become true: {statement}"),
        NextAction::Towards(level, statement, missing) => {
            format!("Next, towards level {level}, {missing} statements have to become true; the first of them: {statement}")
        }
        NextAction::Act(level, action) => format!("Next, towards level {level}, if you don't do it yet: {action}"),
        NextAction::Answer(level, 1) => {
            format!("Next: answer the one open statement of level {level}; it may be there already.")
        }
        NextAction::Answer(level, open) => {
            format!("Next: answer the {open} open statements of level {level}; it may be there already.")
        }
    }
}

/// What has to be there before the next step can be taken.
pub(super) fn comes_first(before: &Before) -> &'static str {
    match before.is_denied {
        true => "This comes before it, and is missing:",
        false => "This comes before it, and nobody said yet whether it is there:",
    }
}

/// What is to be confirmed beside the next step.
pub(super) fn also_confirm(thing: &ToDo) -> Option<String> {
    thing.confirm.as_ref().map(|(level, statement)| format!("Also {}", confirm(*level, statement)))
}

fn confirm(level: Level, statement: &str) -> String {
    format!("confirm, of level {level}, what an outside minimum needs: {statement}")
}

/// What was changed or has a reason of its own comes first; what was only confirmed as proposed is summed up. The latest
/// few stand here, in short with the reasons that somebody gave of their own; in full, the log that follows has these.
pub(super) fn decisions(report: &Report, length: Length, few: usize) -> Vec<Block> {
    let own: Vec<_> = report.decisions.iter().filter(|it| it.is_taken() && !it.decision.is_as_proposed()).collect();
    // Each target is counted once, as it is now: what was confirmed first and is disputed or decided otherwise today is told as that.
    let as_proposed: Vec<_> = report.standing_decisions().into_iter().filter(|it| it.decision.is_as_proposed()).collect();
    let kept = report.targets_kept_apart().len();
    let undecided = match kept {
        0 => None,
        1 => Some("1 target is said differently in two copies, and not decided.".to_owned()),
        many => Some(format!("{many} targets are said differently in two copies, and not decided.")),
    };
    if own.is_empty() && as_proposed.is_empty() {
        return std::iter::once("No target was decided by anybody yet.".to_owned()).chain(undecided).map(Block::Words).collect();
    }
    let (has_reasons, all_of_them) = match length {
        Length::Full => (false, "the decision log"),
        Length::Short => (true, "the full report"),
    };
    let entry = |it: &&ReportDecision| ListEntry {
        lines: it.decision.after.as_ref().and_then(own_reason).filter(|_| has_reasons).into_iter().collect(),
        ..decided(it)
    };
    let latest: Vec<_> = own.iter().take(few).map(entry).collect();
    let more = own.len() - latest.len();
    let more = (more > 0)
        .then(|| format!("And {more} more that were changed or have a reason of their own; {all_of_them} has them all."));
    let latest = (!latest.is_empty()).then_some(Block::List(latest));
    let bulk = confirmed_as_proposed(&as_proposed);
    latest.into_iter().chain([more, bulk, undecided].into_iter().flatten().map(Block::Words)).collect()
}

/// What was confirmed as proposed, summed up; nothing where nothing was.
fn confirmed_as_proposed(decisions: &[&ReportDecision]) -> Option<String> {
    let mut by: Vec<String> = decisions.iter().filter_map(|it| it.by.as_ref()).map(name_in_report).collect();
    by.sort();
    by.dedup();
    let by = if by.is_empty() { String::new() } else { format!(" by {}", list(&by)) };
    let days = || decisions.iter().map(|it| it.on);
    let when = match (days().min(), days().max()) {
        (Some(first), Some(last)) if first == last => format!(" on {first}"),
        (Some(first), Some(last)) => format!(" between {first} and {last}"),
        _ => return None,
    };
    Some(match decisions.len() {
        1 => format!("1 target was confirmed as proposed{by}{when}."),
        many => format!("{many} targets were confirmed as proposed{by}{when}."),
    })
}

/// All decisions with their reasons; nothing where there are none.
fn decision_log(report: &Report) -> Vec<Block> {
    let is_proposal = |it: &&ReportDecision| !it.is_taken() && !it.decision.is_kept_apart;
    let (proposed, told): (Vec<_>, Vec<_>) = report.decisions.iter().partition(is_proposal);
    let began = match proposed.len() {
        0 => None,
        1 => Some("Before that, 1 target was proposed by a profile or the interview.".to_owned()),
        many => Some(format!("Before that, {many} targets were proposed by a profile or the interview.")),
    };
    let told = (!told.is_empty()).then(|| Block::List(told.into_iter().map(decided).collect()));
    told.into_iter().chain(began.map(Block::Words)).collect()
}

fn decided(decided: &ReportDecision) -> ListEntry {
    let it = &decided.decision;
    let by = decided.by.as_ref().map(|by| format!(" by {}", name_in_report(by))).unwrap_or_default();
    let who = decided.decided_by.as_ref().map(name_in_report);
    let reason = it
        .after
        .as_ref()
        .and_then(|target| decision_reason(target, who.as_deref(), &decided.reasons, decided.from.as_deref(), &decided.others));
    ListEntry {
        head: format!("{}:", decided.practice),
        text: format!("{} ({}{by})", decision(it), decided.on),
        lines: reason.into_iter().collect(),
    }
}
