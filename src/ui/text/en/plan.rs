//! The words of the plan: what is to be done, by whom, until when and why in this order.

use crate::analysis::{
    InPlan, Length, PlannedAction, ProposedAction, RESTS_ON_TOLD, ReportAction, Results, WhatIf, WhyHere, WhyToDo,
};
use crate::exchange::{Block, Row, Table};
use crate::model::Level;
use crate::session::{Action, ActionState, Date, Work};
use crate::ui::text::en::duties::in_words;
use crate::ui::text::en::first::still_open;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::report_document::name_in_report;
use crate::ui::text::en::results::practices;
use crate::ui::text::intl::{list, number};

pub(super) const NO_TITLE: &str = "Action without a title";

/// What the plan has for a practice already, as a line below what to do first.
pub fn in_plan(planned: &InPlan) -> String {
    let title = if planned.title.is_empty() { NO_TITLE } else { planned.title.as_str() };
    let owner = match &planned.owner {
        Some(name) => format!(" Owner: {}.", name_in_report(name)),
        None => " Nobody sees to it yet.".to_owned(),
    };
    let due = match (planned.due, planned.is_late) {
        (Some(due), true) => format!(" It was due on {} and is late.", in_words(due)),
        (Some(due), false) => format!(" Due on {}.", in_words(due)),
        (None, _) => String::new(),
    };
    let begun = if planned.is_under_way { " It has begun." } else { "" };
    let more = in_sentences(planned.work, &planned.cost);
    format!("In the plan: {}.{owner}{due}{begun}{more}", title.trim_end_matches('.'))
}

/// How much work something is and what it costs, each as a sentence after others.
fn in_sentences(work: Option<Work>, cost: &str) -> String {
    work_and_cost(work, cost).iter().map(|it| format!(" {}.", it.trim_end_matches('.'))).collect()
}

pub const PLAN: &str = "Plan";
pub const PLAN_ABOVE: &str = "What to do, by whom and until when";
pub const PLAN_LEAD: &str = "An action says what to do to get from where you are to where you need to be. Nothing here counts as met before somebody \
    says so.";
const PLAN_IN_REPORT: &str =
    "What is planned, in the order in which it stands. Done means that it was done, not that its statements are met.";
pub const PLAN_LIST: &str = "Actions";
pub const PLAN_EMPTY: &str = "Nothing is planned yet. Take over what is proposed below, or add an action of your own.";
pub const PLAN_ORDER: &str = "In the order of urgency: what an outside minimum asks for, then the largest gaps, then what is due first, where most is at \
    stake, and what is least work.";
pub const PLAN_ORDER_BY_HAND: &str = "In the order that you made. What is new stands after it.";
pub const ONE_STEP_FIRST: &str = "Put first what reaches a level with one statement";
pub const FORGET_ORDER: &str = "Use the proposed order again";
pub const ORDER_FORGOTTEN: &str = "The plan is in the proposed order again.";
pub const ADD_ACTION: &str = "Add an action";
pub const OWN_ACTION: &str = "What is to be done";
pub const ACTION_TITLE: &str = "What is to be done";
pub const ACTION_OWNER: &str = "Who sees to it";
pub const NO_OWNER: &str = "nobody yet";
pub const OTHER_OWNER: &str = "somebody else";
pub const OTHER_OWNER_NAME: &str = "Their name, or what they do";
pub const ACTION_START: &str = "Begins on";
pub const ACTION_DUE: &str = "Done by";
pub const ACTION_WORK: &str = "How much work it is";
pub const ACTION_DAYS: &str = "About how many days";
pub const ACTION_COST: &str = "What it costs";
pub const ACTION_COST_HINT: &str = "With the currency, as you would write it.";
pub const ACTION_NOTE: &str = "Note";
const ACTION_STATE: &str = "State";
pub const ACTION_REASON: &str = "Why it is dropped";
pub const WHAT_LEADS_THERE: &str = "What leads there: it stands in the note of the action";
pub const ACTION_SERVES: &str = "Statements it will satisfy";
pub const ACTION_SERVES_NONE: &str = "None yet. Without one, nothing follows from it.";
pub const ADD_STATEMENT: &str = "Add a statement";
pub const CHOOSE_STATEMENT: &str = "Choose a statement";
pub const ACTION_NEEDS: &str = "What has to be done before it";
pub const CHOOSE_ACTION: &str = "Choose an action";
pub const ADD_NEED: &str = "Wait for it";
pub const EDIT_ACTION: &str = "Edit";
pub const CLOSE_ACTION: &str = "Done editing";
pub const TAKE_OUT: &str = "Take out of the plan";
pub const LATE: &str = "late";
pub const DONE_ACTIONS: &str = "Done";
pub const DROPPED_ACTIONS: &str = "Dropped";
pub const PROPOSED_ACTIONS: &str = "Proposed";
pub const PROPOSED_HINT: &str =
    "From your gaps: one action for each level that is missing. What is in the plan already is not proposed again.";
const NOTHING_TO_PLAN: &str = "Nothing is proposed beyond what the plan has.";
pub const PLAN_IT: &str = "Add to the plan";
pub const WAITS_TO_CONFIRM: &str = "Done, but not met yet";
pub const WAITS_TO_CONFIRM_HINT: &str =
    "These actions are done. Look at each statement and tick what is true now. Nothing changes before you press the button.";
pub const CONFIRM_EVIDENCE: &str = "What shows it (if anything)";
pub const CONFIRM_MET: &str = "Answer the ticked ones as met";
pub const WHAT_IF: &str = "What if";
pub const WHAT_IF_HINT: &str = "Tick what would be done. You see which levels that would lead to, by the same rules as everywhere. Your answers stay as they are. \
    Keep it, and what is ticked is the plan: what is not is put aside, with that as the reason.";
pub const WHAT_IF_TABLE: &str = "What would change";
pub const WHAT_IF_NOTHING: &str = "No level would change.";
pub const WHAT_IF_PRACTICE: &str = "Practice";
pub const WHAT_IF_NOW: &str = "Today";
pub const WHAT_IF_THEN: &str = "Planned";
pub const WHAT_IF_TARGET: &str = "Target";
pub const WHAT_IF_KEEP: &str = "Make this the plan";
pub const WHAT_IF_RESET: &str = "Discard";
pub const LEFT_OUT_IN_WHAT_IF: &str = "Left out in a what-if";
pub const WHAT_IF_PLANNED: &str = "In the plan";

pub const IN_TIME: &str = "In time";
pub const IN_TIME_HINT: &str = "Say how much you can take on. What has no day yet gets one; the days that you set stay where they are. Nothing is kept before you \
    press the button.";
pub const CAPACITY: &str = "How many";
pub const CAPACITY_OF: &str = "of what";
pub const A_QUARTER: &str = "actions in three months";
pub const PEOPLE_AT_WORK: &str = "people, each at one action";
pub const PLAN_FROM: &str = "From";
pub const USE_THESE_DAYS: &str = "Keep the proposed days";
pub const GANTT_KEY: &str =
    "Solid line and diamond: days that you set. Dotted line: proposed days. Circle: late. Dashed line: today.";
pub const TODAY: &str = "today";
pub const MONTHS: &str = "Months";
pub const DAYS_SAID: &str = "set";
pub const DAYS_PROPOSED: &str = "proposed";
pub const PLAN_ACTION: &str = "Action";
pub const HOW_DAYS_CAME: &str = "Days";

/// That nothing is proposed, and of how many practices nothing can be said: no gap of theirs is known.
pub fn nothing_to_plan(results: &Results) -> String {
    still_open(results).map_or_else(|| NOTHING_TO_PLAN.to_owned(), |open| format!("{NOTHING_TO_PLAN} {open}."))
}

/// What is to be found out before anything is planned for it.
pub const FIND_OUT_FIRST: &str =
    "Find out first, before anything is planned. What an outside minimum asks for may be there already, nobody knows yet:";

/// A day in words, as pages have it.
pub fn day_in_words(day: Date) -> String {
    in_words(day)
}

/// A month at the top of the picture.
pub fn month_in_short(day: Date) -> String {
    let words = in_words(day);
    let month: String = words.split(' ').nth(1).unwrap_or_default().chars().take(3).collect();
    format!("{month} {}", day.year())
}

/// What the picture of the plan shows, for whoever does not see it.
pub fn gantt_label(count: usize, last: Option<Date>) -> String {
    let last = last.map(|day| format!("; the last is done by {}", in_words(day))).unwrap_or_default();
    format!("{} in time{last}. The table below has the same.", how_many(count, "action", "actions"))
}

pub fn days_taken_over(count: usize) -> String {
    format!("{} their days.", how_many(count, "action has", "actions have"))
}

/// Says that days which were set do not fit to what has to be done before.
pub fn before_needs(count: usize) -> String {
    format!(
        "{} before what has to be done first. Look at the days that you set.",
        how_many(count, "action begins", "actions begin")
    )
}

/// The plan as a table of the report; nothing where nothing is planned. A short report lists what is ahead, and counts what was done.
pub(super) fn plan_blocks(plan: &[ReportAction], length: Length) -> Vec<Block> {
    let (shown, done): (Vec<&ReportAction>, Vec<&ReportAction>) =
        plan.iter().partition(|it| length == Length::Full || !matches!(it.state, ActionState::Done(_)));
    let done = match done.len() {
        0 => None,
        count => Some(Block::Words(format!("{} done; the full report has them.", how_many(count, "action is", "actions are")))),
    };
    if shown.is_empty() {
        return done.into_iter().collect();
    }
    let row = |it: &ReportAction| {
        let practice = it.practice.as_ref().map(|name| format!("{name}. ")).unwrap_or_default();
        let late = if it.is_late { format!(", {LATE}") } else { String::new() };
        let day = |day: Option<Date>| day.map(in_words).unwrap_or_default();
        let cells = vec![
            action_title(&it.title),
            it.owner.as_ref().map_or_else(|| NO_OWNER.to_owned(), name_in_report),
            day(it.start),
            day(it.due),
            format!("{}{late}", action_state(&it.state)),
            format!(
                "{practice}{}{}{}",
                why_in_short(it.why, it.missing),
                resting_on(it.why, &it.rests_on.iter().map(|it| action_title(it)).collect::<Vec<_>>(), &it.unplanned),
                in_sentences(it.work, &it.cost)
            ),
        ];
        Row { cells, bar: None, is_group: false }
    };
    let table = Table {
        caption: PLAN_IN_REPORT.to_owned(),
        head: ["Action", "Who", "Begins", "Done by", "State", "Why"].map(str::to_owned).to_vec(),
        bars: None,
        rows: shown.into_iter().map(row).collect(),
    };
    std::iter::once(Block::Table(table)).chain(done).collect()
}

/// Why an action stands where it does, and how much of it is missing.
pub(super) fn why_in_short(why: WhyHere, missing: usize) -> String {
    let why = match why {
        WhyHere::ByHand => "You put it here.".to_owned(),
        WhyHere::Missing(why) => why_planned(why),
        WhyHere::Met => "All its statements are met already.".to_owned(),
        WhyHere::Own => "Nobody said which statements it is for.".to_owned(),
    };
    if missing == 0 { why } else { format!("{why} {}", missing_words(missing)) }
}

/// What an action is called.
pub fn action_title(title: &str) -> String {
    let title = title.trim();
    if title.is_empty() { NO_TITLE.to_owned() } else { title.to_owned() }
}

/// What a proposed action is called: the statement, where it is one that reaches a level, or else the level of the practice.
pub fn proposal_title(proposal: &ProposedAction, practice: &str, statement: &str) -> String {
    match (proposal.level, proposal.why) {
        (Some(_), WhyToDo::OneStep(_)) if proposal.statements.len() == 1 => statement.trim_end_matches('.').to_owned(),
        (Some(level), _) => format!("{practice}: reach level {level}"),
        (None, _) => format!("{practice}: meet what an outside minimum needs"),
    }
}

/// Why it is worth doing.
pub(super) fn why_planned(why: WhyToDo) -> String {
    match why {
        WhyToDo::BelowMinimum(level) => format!("An outside minimum of {level} is missed, or not shown to be met."),
        WhyToDo::BelowLater(level, from) => format!("An outside minimum of {level} counts from {}.", in_words(from)),
        WhyToDo::OneStep(level) => format!("One statement away from level {level}."),
        WhyToDo::Gap => "It closes a gap to the target.".to_owned(),
    }
}

fn at_stake(stake: Option<Level>) -> String {
    stake.map(|level| format!(" At stake: level {level}.")).unwrap_or_default()
}

fn missing_words(count: usize) -> String {
    format!("{} missing.", how_many(count, "statement is", "statements are"))
}

/// Why a proposal stands where it does.
pub fn why_proposed(proposal: &ProposedAction) -> String {
    format!("{} {}{}", why_planned(proposal.why), missing_words(proposal.statements.len()), at_stake(proposal.stake))
}

/// Why an action stands where it does, what it waits for, and what its statements rest on: actions, and statements that no action is for.
pub fn why_here(planned: &PlannedAction, waits_for: &[String], rests_on: &[String], unplanned: &[String]) -> String {
    let why = why_in_short(planned.why, planned.missing());
    let waits = if waits_for.is_empty() { String::new() } else { format!(" It waits for: {}.", list(waits_for)) };
    format!("{why}{}{waits}{}", at_stake(planned.stake), resting_on(planned.why, rests_on, unplanned))
}

/// What the statements of an action rest on, as sentences after others; nothing where that is met. What people put somewhere themselves may stand
/// before what it rests on.
pub fn resting_on(why: WhyHere, rests_on: &[String], unplanned: &[String]) -> String {
    let named = rests_on.iter().take(RESTS_ON_TOLD).map(|it| quoted(it));
    let others = (rests_on.len() > RESTS_ON_TOLD).then(|| "others".to_owned());
    let after: Vec<String> = named.chain(others).collect();
    let after = match (after.as_slice(), why) {
        ([], _) => String::new(),
        (all, WhyHere::ByHand) => format!(" Its statements rest on {}.", list(all)),
        (all, WhyHere::Missing(_) | WhyHere::Met | WhyHere::Own) => {
            format!(" It comes after {}: its statements rest on that.", list(all))
        }
    };
    let named = unplanned.iter().take(RESTS_ON_TOLD).map(|it| quoted(it));
    let more = unplanned.len().saturating_sub(RESTS_ON_TOLD);
    let missing: Vec<String> = named.chain((more > 0).then(|| format!("{more} more"))).collect();
    let missing = match missing.as_slice() {
        [] => String::new(),
        all => format!(" It rests on what is not known to be met and no action is for: {}.", list(all)),
    };
    format!("{after}{missing}")
}

fn quoted(words: &str) -> String {
    format!("“{}”", words.trim().trim_end_matches('.'))
}

/// How much work something is and what it costs, as far as somebody said so.
fn work_and_cost(work: Option<Work>, cost: &str) -> Vec<String> {
    let work = work.map(|it| match it {
        Work::Days(days) => format!("Work: {}", how_many(usize::try_from(days).unwrap_or(usize::MAX), "day", "days")),
        Work::Small | Work::Medium | Work::Large => format!("Work: {}", self::work(Some(it))),
    });
    let cost = Some(cost.trim()).filter(|cost| !cost.is_empty()).map(|cost| format!("Cost: {cost}"));
    work.into_iter().chain(cost).collect()
}

/// Who sees to it and until when, how much work it is and what it costs.
pub fn who_and_when(owner: Option<&str>, action: &Action) -> String {
    let Action { start, due, work, cost, .. } = action;
    let owner = owner.map_or_else(|| "Nobody sees to it yet".to_owned(), |owner| format!("Owner: {owner}"));
    let start = start.map(|day| format!(" · Begins on {}", in_words(day))).unwrap_or_default();
    let due = due.map(|day| format!(" · Done by {}", in_words(day))).unwrap_or_default();
    let more: String = work_and_cost(*work, cost).iter().map(|it| format!(" · {it}")).collect();
    format!("{owner}{start}{due}{more}")
}

/// How far an action is.
pub const fn action_state(state: &ActionState) -> &'static str {
    match state {
        ActionState::Open => "open",
        ActionState::UnderWay => "under way",
        ActionState::Done(_) => "done",
        ActionState::Dropped(_) => "dropped",
    }
}

/// How much work there is, to choose from.
pub const fn work(work: Option<Work>) -> &'static str {
    match work {
        None => "not said",
        Some(Work::Small) => "small",
        Some(Work::Medium) => "medium",
        Some(Work::Large) => "large",
        Some(Work::Days(_)) => "so many days",
    }
}

/// How much is in the plan.
pub fn plan_summary(ahead: usize, late: usize, done: usize) -> String {
    let late = if late == 0 { String::new() } else { format!(", {} of them late", number(late)) };
    let done = if done == 0 { String::new() } else { format!("; {} done", number(done)) };
    format!("{} ahead{late}{done}.", how_many(ahead, "action", "actions"))
}

/// Takes over all that is proposed.
pub fn plan_all(count: usize) -> String {
    if count == 1 { "Add the one proposal to the plan".to_owned() } else { format!("Add all {count} to the plan") }
}

pub fn planned_so_many(count: usize) -> String {
    format!("{} added to the plan.", how_many(count, "action was", "actions were"))
}

/// That a what-if is the plan now.
pub fn what_if_kept(added: usize, off: usize) -> String {
    let added = (added > 0).then(|| planned_so_many(added));
    let off = (off > 0).then(|| format!("{} put aside.", how_many(off, "action was", "actions were")));
    added.into_iter().chain(off).collect::<Vec<_>>().join(" ")
}

pub fn plan_it(title: &str) -> String {
    format!("{PLAN_IT}: {title}")
}

pub fn edit_action(title: &str) -> String {
    format!("{EDIT_ACTION}: {}", action_title(title))
}

pub fn close_action(title: &str) -> String {
    format!("{CLOSE_ACTION}: {}", action_title(title))
}

pub fn move_up(title: &str) -> String {
    format!("Move up: {}", action_title(title))
}

pub fn move_down(title: &str) -> String {
    format!("Move down: {}", action_title(title))
}

pub fn state_of(title: &str) -> String {
    format!("{ACTION_STATE} of: {}", action_title(title))
}

pub fn taken_out(title: &str) -> String {
    format!("Taken out of the plan: {}.", action_title(title))
}

pub fn no_longer_serves(statement: &str) -> String {
    format!("Take out: {statement}")
}

pub fn confirmed_met(count: usize) -> String {
    format!("{} answered as met.", how_many(count, "statement is", "statements are"))
}

/// What would follow, in a sentence.
pub fn what_if_words(what_if: &WhatIf) -> String {
    let gaps = match (what_if.gaps_now, what_if.gaps_then) {
        (now, then) if now == then => format!("{} below what is needed, as today", practices(now)),
        (now, then) => format!("{} below what is needed, today {now}", practices(then)),
    };
    let missed = match (what_if.missed_now, what_if.missed_then) {
        (0, 0) => String::new(),
        (now, then) if now == then => format!("; {} missed, as today", how_many(now, "duty", "duties")),
        (now, then) => format!("; {} missed, today {now}", how_many(then, "duty", "duties")),
    };
    format!("Then: {gaps}{missed}.")
}
