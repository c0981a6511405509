//! The words of characteristics: what each needs and has, which comes first, and where two stand against each other.

use crate::analysis::{CharacteristicMove, Current, Fit, Length, Name, ReportCharacteristics, ReportConflict, ReportServed};
use crate::exchange::{Block, ListEntry, Row, Table};
use crate::model::Level;
use crate::session::{ConflictWay, Date};
use crate::ui::text::en::exact::short;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::plan::day_in_words;
use crate::ui::text::en::report_document::name_in_report;
use crate::ui::text::intl::list;

pub const CHARACTERISTICS: &str = "Characteristics and their conflicts";
pub const CHARACTERISTICS_LEAD: &str = "Not everything can come first. Say which characteristic does for your system, and where one stands \
    against another.";
pub const TO_CHARACTERISTICS: &str = "Order of priority and conflicts";
pub const PER_CHARACTERISTIC: &str = "Per characteristic";
pub const PER_CHARACTERISTIC_HINT: &str =
    "Say something here only where one needs or has more or less than the practice as a whole.";
pub const NO_CHARACTERISTICS: &str = "This model weighs no characteristics against each other.";
pub const CHOOSE_ONE: &str = "Choose one";
pub const AS_PRACTICE: &str = "As the practice";
pub const PRIORITY: &str = "Order of priority";
pub const PRIORITY_HINT: &str = "What comes first goes first where two can't both have their way. Move them with the arrows.";
pub const PRIORITY_UNSAID: &str = "Nobody has put them in order yet. They stand as the model names them.";
pub const KEEP_THIS_ORDER: &str = "This order is right";
pub const WHY_THIS_ORDER: &str = "Why this order";
pub const CONFLICTS: &str = "Conflicts";
pub const CONFLICTS_HINT: &str = "What is done for one characteristic can stand against another. Write it down, then decide it.";
pub const NO_CONFLICTS: &str = "No conflict is written down yet.";
pub const KNOWN_CONFLICTS: &str = "Known from elsewhere";
pub const KNOWN_CONFLICTS_HINT: &str =
    "The model knows these. Take over what holds for your system, then put it in your own words.";
pub const TAKE_OVER_KNOWN: &str = "This holds here";
pub const NEW_CONFLICT: &str = "Write down a conflict";
pub const HELPS: &str = "What is done helps";
pub const HINDERS: &str = "It hinders";
pub const IN_PRACTICE: &str = "Shows in the practice";
pub const NO_PRACTICE: &str = "No single one";
pub const CONFLICT_WHY: &str = "What is done, and why it does both";
pub const ADD_CONFLICT: &str = "Add the conflict";
pub const CONFLICT_ADDED: &str = "The conflict is written down.";
pub const CONFLICT_NEEDS: &str = "Two different characteristics and the words are needed.";
pub const DECIDE_CONFLICT: &str = "Which way it goes";
pub const DECISION_WORDS: &str = "What was decided";
const NOT_DECIDED: &str = "Open";
pub const EDIT_CONFLICT: &str = "Change";
pub const TAKE_CONFLICT_OUT: &str = "Delete";
pub const CONFLICT_TAKEN_OUT: &str = "The conflict is deleted.";
pub const AGAINST_ORDER: &str = "Not as the order says";

/// The targets of a practice.
pub fn targets_per_characteristic(practice: &str) -> String {
    format!("Targets of {practice} per characteristic")
}

/// Where a practice stands.
pub fn states_per_characteristic(practice: &str) -> String {
    format!("Levels of {practice} per characteristic")
}

/// A level with its name, as a choice.
pub fn level_named(level: Level, name: &str) -> String {
    format!("{level} · {name}")
}

/// In which practice a conflict shows.
pub fn shows_in(practice: &str) -> String {
    format!("In: {practice}.")
}

/// The target for one characteristic.
pub fn target_for(characteristic: &str, practice: &str) -> String {
    format!("Target of {practice} for {characteristic}")
}

/// Why that much is enough for it.
pub fn why_target_for(characteristic: &str, practice: &str) -> String {
    format!("Why, for {characteristic} in {practice}")
}

/// Where a practice stands for it.
pub fn state_for(characteristic: &str, practice: &str) -> String {
    format!("Level of {practice} for {characteristic}")
}

/// What there is to see.
pub fn note_for(characteristic: &str, practice: &str) -> String {
    format!("What there is to see, for {characteristic} in {practice}")
}

/// What others say of it, or an earlier round does.
pub fn state_said_by(level: Level, who: &str) -> String {
    format!("Level {level}, says {who}.")
}

/// Moving a characteristic.
pub fn priority_up(name: &str) -> String {
    format!("Move {name} up")
}

/// Moving a characteristic.
pub fn priority_down(name: &str) -> String {
    format!("Move {name} down")
}

/// What is said once it was moved.
pub fn priority_place(name: &str, place: usize, of: usize) -> String {
    format!("{name} is number {place} of {of} now.")
}

/// What a conflict is called.
pub fn conflict_of(helps: &str, hinders: &str) -> String {
    format!("{helps} against {hinders}")
}

/// A button on a conflict, for who only hears it.
pub fn about_conflict(button: &str, conflict: &str) -> String {
    format!("{button}: {conflict}")
}

/// Which way a conflict goes, as a choice.
pub fn conflict_way(way: ConflictWay, helps: &str, hinders: &str) -> String {
    match way {
        ConflictWay::Helped => format!("It is done: {helps} goes first"),
        ConflictWay::Hindered => format!("It is not done: {hinders} goes first"),
        ConflictWay::Both => "A way was found for both".to_owned(),
        ConflictWay::Open => NOT_DECIDED.to_owned(),
    }
}

/// How many conflicts are open, in short.
pub fn conflicts_counted(conflicts: &[ReportConflict]) -> Option<String> {
    let open = conflicts.iter().filter(|it| it.decision.is_none()).count();
    let against = conflicts.iter().filter(|it| it.is_against_order).count();
    let against = if against > 0 { format!("; {against} not as the order of priority says") } else { String::new() };
    let all = how_many(conflicts.len(), "conflict", "conflicts");
    (!conflicts.is_empty()).then(|| format!("{all}: {open} open, {} decided{against}.", conflicts.len() - open))
}

/// That somebody did something on a day.
fn by_on(name: &Name, on: Date) -> String {
    match name {
        Name::Somebody => format!("on {}", day_in_words(on)),
        name => format!("by {} on {}", name_in_report(name), day_in_words(on)),
    }
}

/// The order of priority, in a sentence or two.
fn priority_in_words(report: &ReportCharacteristics) -> String {
    let names: Vec<_> = report.order.iter().map(|(name, _)| name.clone()).collect();
    match &report.priority {
        Some((reason, by, on)) => {
            let reason = if reason.is_empty() { String::new() } else { format!(" {reason}") };
            format!("What comes first: {}. Set {}.{reason}", names.join(" › "), by_on(by, *on))
        }
        None => PRIORITY_UNSAID.to_owned(),
    }
}

/// What was decided about a conflict, or that nothing was.
pub fn decided_in_words(it: &ReportConflict) -> Vec<String> {
    let Some((way, words, by, on)) = &it.decision else { return vec!["Open: nothing is decided yet.".to_owned()] };
    let words = if words.is_empty() { String::new() } else { format!(" {words}") };
    let decided = format!("Decided {}. {}.{words}", by_on(by, *on), conflict_way(*way, &it.helps, &it.hinders));
    let higher = if *way == ConflictWay::Helped { &it.hinders } else { &it.helps };
    let against = it.is_against_order.then(|| format!("{AGAINST_ORDER}: there, {higher} stands higher."));
    std::iter::once(decided).chain(against).collect()
}

/// How a level fits a target, in a word or two.
const fn fit_in_short(fit: Fit) -> &'static str {
    match fit {
        Fit::NoTarget => "no target",
        Fit::Unanswered => "not answered",
        Fit::NotApplicable => "does not apply",
        Fit::Short => "below target",
        Fit::OnTarget => "on target",
        Fit::More => "more than needed",
        Fit::Open => "not settled",
    }
}

fn level_or_none(level: Option<Level>) -> String {
    level.map_or_else(|| "none".to_owned(), |level| level.to_string())
}

fn counts(report: &ReportCharacteristics) -> Block {
    let row = |(name, counts): &(String, [usize; 4])| Row {
        cells: std::iter::once(name.clone()).chain(counts.iter().map(ToString::to_string)).collect(),
        bar: None,
        is_group: false,
    };
    Block::Table(Table {
        caption: "Practices per characteristic".to_owned(),
        head: ["Characteristic", "Below target", "On target", "More than needed", "Not known"].map(str::to_owned).to_vec(),
        bars: None,
        rows: report.order.iter().map(row).collect(),
    })
}

fn served_row(it: &ReportServed) -> Row {
    let of_practice = |words: String, practice: Option<String>| match practice {
        Some(practice) => format!("{words} (practice: {practice})"),
        None => words,
    };
    let differ = it.do_people_differ.then(|| "People differ; the lowest counts.".to_owned());
    let note = |(who, note): &(Name, String)| match who {
        Name::Somebody => note.clone(),
        who => format!("{}: {note}", name_in_report(who)),
    };
    let reason = (!it.reason.is_empty()).then(|| it.reason.clone());
    let why: Vec<String> = reason.into_iter().chain(it.notes.iter().map(note)).chain(differ).collect();
    Row {
        cells: vec![
            format!("{} · {}", it.practice, it.characteristic),
            of_practice(level_or_none(it.target), it.target_of_practice.map(level_or_none)),
            of_practice(level(it.state), it.state_of_practice.map(level)),
            fit_in_short(it.fit).to_owned(),
            why.join(" "),
        ],
        bar: None,
        is_group: false,
    }
}

fn level(state: Current) -> String {
    short(state)
}

fn differing(report: &ReportCharacteristics) -> Option<Block> {
    (!report.differing.is_empty()).then(|| {
        Block::Table(Table {
            caption: "Where a characteristic needs or has something else than the practice".to_owned(),
            head: ["Practice", "Target", "Level", "Fit", "Why"].map(str::to_owned).to_vec(),
            bars: None,
            rows: report.differing.iter().map(served_row).collect(),
        })
    })
}

/// How many shortfalls are named for each characteristic in a short report.
const FEW: usize = 3;

fn shortfalls(report: &ReportCharacteristics, length: Length) -> Vec<Block> {
    let most = if length == Length::Full { usize::MAX } else { FEW };
    let entry = |(name, _): &(String, [usize; 4])| {
        let all: Vec<_> = report.short.iter().filter(|it| it.characteristic == *name).collect();
        let named =
            all.iter().take(most).map(|it| format!("{} {}, target {}", it.practice, level(it.state), level_or_none(it.target)));
        let more = all.len().saturating_sub(most);
        let more = (more > 0).then(|| format!("and {more} more"));
        let named: Vec<String> = named.chain(more).collect();
        (!named.is_empty()).then(|| ListEntry { head: format!("{name}:"), text: named.join("; ") + ".", lines: Vec::new() })
    };
    let entries: Vec<_> = report.order.iter().filter_map(entry).collect();
    if entries.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading("Below target, what comes first first".to_owned()), Block::List(entries)]
}

fn conflict_entry(it: &ReportConflict) -> ListEntry {
    let practice = it.practice.as_deref().map(shows_in);
    ListEntry {
        head: format!("{}.", conflict_of(&it.helps, &it.hinders)),
        text: it.why.clone(),
        lines: practice.into_iter().chain(decided_in_words(it)).collect(),
    }
}

/// What became of something.
pub fn characteristic_moved(it: &CharacteristicMove) -> String {
    match it {
        CharacteristicMove::Served { practice, characteristic, target, state } => {
            let target =
                (target[0] != target[1]).then(|| format!("target {} → {}", level_or_none(target[0]), level_or_none(target[1])));
            let state = (state[0] != state[1]).then(|| format!("level {} → {}", level(state[0]), level(state[1])));
            let both: Vec<String> = target.into_iter().chain(state).collect();
            format!("{practice} · {characteristic}: {}.", list(&both))
        }
        CharacteristicMove::Order([then, now]) => format!("Order of priority: {} → {}.", then.join(" › "), now.join(" › ")),
        CharacteristicMove::New(helps, hinders) => format!("New conflict: {}.", conflict_of(helps, hinders)),
        CharacteristicMove::Gone(helps, hinders) => format!("Conflict not there any more: {}.", conflict_of(helps, hinders)),
        CharacteristicMove::Decided(helps, hinders) => format!("Decided: {}.", conflict_of(helps, hinders)),
        CharacteristicMove::Reopened(helps, hinders) => format!("Open again: {}.", conflict_of(helps, hinders)),
    }
}

/// What moved, as a list.
fn characteristics_moved_blocks(moved: &[CharacteristicMove]) -> Vec<Block> {
    if moved.is_empty() {
        return Vec::new();
    }
    let entries = moved.iter().map(|it| ListEntry::plain(characteristic_moved(it))).collect();
    vec![Block::Heading("What moved since the round before".to_owned()), Block::List(entries)]
}

/// What a report says of characteristics.
pub fn characteristic_blocks(report: Option<&ReportCharacteristics>, length: Length) -> Vec<Block> {
    let Some(report) = report else { return Vec::new() };
    let mut blocks = vec![Block::Words(priority_in_words(report)), counts(report)];
    blocks.extend(differing(report));
    blocks.extend(shortfalls(report, length));
    if let Some(counted) = conflicts_counted(&report.conflicts) {
        blocks.push(Block::Heading(CONFLICTS.to_owned()));
        blocks.push(Block::Words(counted));
        blocks.push(Block::List(report.conflicts.iter().map(conflict_entry).collect()));
    }
    blocks.extend(characteristics_moved_blocks(&report.moved));
    blocks
}
