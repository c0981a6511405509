//! The words of what law and contracts demand: the page of duties, and what other pages and the report say of them.

use crate::analysis::{
    Basis, Binds, Duty, DutyFit, DutyKind, DutyResult, InForce, MinimumFit, NeededStatement, PartOf, PracticeResult,
};
use crate::model::{DutyRole, Level, RegionId, WORLD};
use crate::session::Date;
use crate::ui::text::en::assess::verdict;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::intl::list;

pub const DUTIES: &str = "Duties";
pub const DUTIES_ABOVE: &str = "What law and contracts ask of this system";
pub const DUTIES_LEAD: &str = "Each duty names the practice and the statements that carry it. It is met when each of these is; \
    where it names no statement, when the level is reached. What does not apply here or is not asked does not show that it is met.";
const NO_ADVICE: &str = "This is no legal advice and no proof that you comply. Read the source, and ask a lawyer.";
pub const NOT_CHECKED: &str = "Only what you answered is looked at, statement by statement or in the quick pass: no papers, no products and no deadlines. Where it says “Not checked \
    against the source”, we did not see the text of the law itself.";
pub const SEE_DAY: &str = "See this day";
const ALL_UNASKED: &str = "None of its statements is asked of you here.";
const SET_ASIDE: &str = "You said that this does not apply here: check whether the duty does.";
pub const AS_OF: &str = "As of";
pub const AS_OF_HINT: &str = "Choose a day to see what is in force then.";
pub const NO_DUTIES: &str = "No profile in use names a duty, and you stated none. Profiles are chosen under Set up; your own outside minimums stand under Targets.";
pub const DUTY_DAYS: &str = "Line of time";
pub const DUTY_COLUMNS_RULE: &str = "Duty";
pub const DUTY_COLUMNS_PRACTICE: &str = "Carried by";
pub const DUTY_COLUMNS_STATE: &str = "State";
pub const DUTY_COLUMNS_NEEDS: &str = "Statements it needs";
const NO_NEEDS: &str = "none by name: the level carries it";
pub const READ_SOURCE: &str = "Where to read it";
/// So many different readers of a law are named before its duties.
pub(super) const FEW_KINDS: usize = 3;
const IT_APPLIES: &str = "It applies to us";
const IT_DOES_NOT: &str = "It does not apply";
pub const SET_APART: &str = "Set it apart";
pub const SAY_WHETHER: &str = "Say for each law whether it applies";
pub const BACK_TO_RESULTS: &str = "Back to results";
pub const WHY_NOT_OURS_HINT: &str = "Without a reason it goes on as before. The reason stands in the report.";
pub const WHERE_WE_ARE: &str = "Where is the system sold, run or serviced?";
pub const WHERE_WE_ARE_HINT: &str = "Choose all that are true. A duty that holds elsewhere is then set apart. As long as you only choose European Union, the rules of each of its countries stay. Choose none if you do not know.";

/// A day in words.
pub(super) fn in_words(day: Date) -> String {
    format!("{} {}", day.day(), month_in_words(day))
}

/// The month of a day in words.
pub(super) fn month_in_words(day: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(day.month() - 1).ok().and_then(|month| MONTHS.get(month)).copied().unwrap_or_default();
    format!("{month} {}", day.year())
}

/// What the duties are worth: how the profiles read the law, in these editions.
pub fn no_advice(profiles: &[(String, String)]) -> String {
    let read: Vec<String> = profiles.iter().map(|(name, edition)| format!("{name} ({edition})")).collect();
    match read.as_slice() {
        [] => NO_ADVICE.to_owned(),
        [_] => format!("{NO_ADVICE} This is how a profile reads the law, as of its edition: {}.", list(&read)),
        _ => format!("{NO_ADVICE} This is how profiles read the law, as of their editions: {}.", list(&read)),
    }
}

/// The same of a day, for whoever hears it alone.
pub fn see_day(day: &str) -> String {
    format!("{SEE_DAY}: {day}")
}

/// What is said beside the statements that a duty needs: that it names none, that some are said not to apply, or are not asked. Neither
/// shows that it is met.
pub fn beside_needs(duty: &Duty) -> Option<String> {
    let unasked = match (duty.needs.len(), duty.result.unasked) {
        (0, 0) => Some(NO_NEEDS.to_owned()),
        (0, _) => Some(ALL_UNASKED.to_owned()),
        (_, 0) => None,
        (_, count) => Some(unasked(count)),
    };
    let aside = duty.result.is_set_aside().then(|| SET_ASIDE.to_owned());
    let words: Vec<String> = [aside, unasked].into_iter().flatten().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// That some of what a duty needs is not asked here.
fn unasked(count: usize) -> String {
    format!("{} not asked of you here, so look yourself.", how_many(count, "more statement is", "more statements are"))
}

/// The heading of the duties of a kind, as of a day.
pub fn duty_kind(kind: DutyKind, on: Date) -> String {
    let on = in_words(on);
    match kind {
        DutyKind::Today => format!("In force on {on}"),
        DutyKind::Later => format!("Still to come, as of {on}"),
        DutyKind::Perhaps => "If it applies to you".to_owned(),
        DutyKind::Over => format!("Over on {on}"),
        DutyKind::NotOurs => "Not yours".to_owned(),
    }
}

/// What that means.
pub const fn duty_kind_hint(kind: DutyKind) -> &'static str {
    match kind {
        DutyKind::Today => "These count.",
        DutyKind::Later => "They bind you from a later day, and nobody misses them before.",
        DutyKind::Perhaps => {
            "Nobody said yet whether these bind you, so none counts as missed. Say so for each law. Where and what you are is asked under Set up: what cannot bind you then leaves this list."
        }
        DutyKind::Over => "They ended.",
        DutyKind::NotOurs => "They hold elsewhere, or you said that they do not bind you. They count nowhere.",
    }
}

/// What a duty is part of.
pub fn part_of(part_of: &PartOf) -> String {
    match part_of {
        PartOf::Law(name, _) => name.clone(),
        PartOf::Profile(name) => format!("Profile {name}"),
        PartOf::Own => "Stated by you".to_owned(),
    }
}

/// How a duty stands, where it counts.
pub(super) const fn duty_fit(fit: DutyFit) -> &'static str {
    match fit {
        DutyFit::Missed => "missed",
        DutyFit::Open => "not shown to be met",
        DutyFit::Met => "met",
    }
}

/// How a duty stands: in what it lacks, whether or not it counts.
pub fn duty_state(duty: &Duty) -> String {
    let fit = duty_fit(duty.result.fit);
    match duty.result.kind() {
        DutyKind::Today => format!("{fit}{}", duty.below_its_level().map(by_level).unwrap_or_default()),
        DutyKind::Later | DutyKind::Perhaps if duty.result.fit == DutyFit::Missed => "not met so far".to_owned(),
        DutyKind::Later | DutyKind::Perhaps => fit.to_owned(),
        DutyKind::Over => "over".to_owned(),
        DutyKind::NotOurs => not_ours(duty),
    }
}

/// From what it is known that a duty is missed, where nobody said of a statement that it does not hold.
fn by_level((level, basis): (Level, Basis)) -> String {
    match basis {
        Basis::Quick => format!(": level {level} by the quick pass"),
        Basis::Indicators | Basis::Rating | Basis::NotKnown | Basis::Override => format!(": level {level}"),
    }
}

fn not_ours(duty: &Duty) -> String {
    match (duty.result.binds, &duty.declined) {
        (Binds::Elsewhere, _) => "holds elsewhere".to_owned(),
        (Binds::OtherRole, _) => "is for others".to_owned(),
        (_, Some(reason)) => format!("you said why not: {reason}"),
        (_, None) => "does not apply".to_owned(),
    }
}

/// The level that carries a duty, and where the practice stands.
pub fn carried_by(name: &str, level: Level) -> String {
    format!("{name}, level {level}")
}

/// A statement that a duty needs, with its state.
pub(super) fn needed_statement((_, text, said): &NeededStatement) -> String {
    format!("{text} ({})", verdict(*said).to_lowercase())
}

/// Whom a duty binds, where, for what and when, as far as the profile says so.
pub fn whom_it_binds(duty: &Duty) -> String {
    whom_and_when(duty, true)
}

/// From when to when it does, as far as the profile says so.
pub fn when_it_binds(duty: &Duty) -> String {
    let applies = duty.applies.as_ref();
    let from = applies.and_then(|it| it.from).map(|from| format!("From {}", in_words(from)));
    let until = applies.and_then(|it| it.until).map(|until| format!("until {}", in_words(until)));
    [from, until].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Whom a duty binds, where and for what, whatever the day.
pub(super) fn whom(duty: &Duty) -> String {
    whom_and_when(duty, false)
}

fn whom_and_when(duty: &Duty, with_days: bool) -> String {
    let Some(applies) = &duty.applies else { return String::new() };
    let to: Vec<&str> = applies.to.iter().map(|role| duty_role(*role)).collect();
    let to = (!to.is_empty()).then(|| format!("For {}", list(&to)));
    let is_everywhere = applies.places.iter().any(|place| place.as_str() == WORLD);
    let places: Vec<String> = applies.places.iter().filter(|_| !is_everywhere).map(region).collect();
    let within = if to.is_some() { "in" } else { "In" };
    let places = (!places.is_empty()).then(|| format!("{within} {}", list(&places)));
    let from = applies.from.filter(|_| with_days).map(|from| format!("from {}", in_words(from)));
    let until = applies.until.filter(|_| with_days).map(|until| format!("until {}", in_words(until)));
    let parts: Vec<String> = [to, places, duty.what.clone(), from, until].into_iter().flatten().collect();
    parts.join(" · ")
}

const fn duty_role(role: DutyRole) -> &'static str {
    match role {
        DutyRole::Maker => "makers",
        DutyRole::Operator => "operators",
        DutyRole::Importer => "importers",
        DutyRole::Provider => "service providers",
    }
}

/// A part of the world. Of one without words here its letters are shown.
pub fn region(region: &RegionId) -> String {
    match region.as_str() {
        "eu" => "European Union".to_owned(),
        "uk" => "United Kingdom".to_owned(),
        "us" => "United States".to_owned(),
        "au" => "Australia".to_owned(),
        "ca" => "Canada".to_owned(),
        "ch" => "Switzerland".to_owned(),
        "cn" => "China".to_owned(),
        "de" | "eu-de" => "Germany".to_owned(),
        "in" => "India".to_owned(),
        "jp" => "Japan".to_owned(),
        "kr" => "South Korea".to_owned(),
        "us-ca" => "California".to_owned(),
        "other" => "Somewhere else".to_owned(),
        other => other.to_uppercase(),
    }
}

/// A day on the line of time.
pub fn duty_day(day: Date, begins: bool) -> String {
    let day = in_words(day);
    if begins { format!("From {day}") } else { format!("Until {day}") }
}

/// What begins or ends on a day: of what it is part, with the practices or, where these are many, how many duties.
pub fn duty_day_entry(duties: &[&Duty]) -> String {
    let mut laws: Vec<(String, Vec<&Duty>)> = Vec::new();
    for duty in duties {
        let law = part_of(&duty.part_of);
        match laws.iter_mut().find(|(other, _)| *other == law) {
            Some((_, all)) => all.push(duty),
            None => laws.push((law, vec![duty])),
        }
    }
    let entry = |(law, all): &(String, Vec<&Duty>)| {
        let mut names: Vec<&str> = all.iter().map(|duty| duty.name.as_str()).collect();
        names.dedup();
        let what = if names.len() > FEW_KINDS { how_many(all.len(), "duty", "duties") } else { list(&names) };
        let is_open = all.iter().all(|duty| duty.result.kind() == DutyKind::Perhaps);
        format!("{law}: {what}{}", if is_open { ", if it applies to you" } else { "" })
    };
    laws.iter().map(entry).collect::<Vec<_>>().join(". ")
}

/// Buttons of a law that has several duties say how many they are about.
pub fn it_applies(of: &str, count: usize) -> String {
    format!("{IT_APPLIES}: {}", how_many_duties(of, count))
}

/// The same for what does not apply.
pub fn it_does_not(of: &str, count: usize) -> String {
    format!("{IT_DOES_NOT}: {}", how_many_duties(of, count))
}

/// Takes back what was said of a law.
pub fn duty_take_back(of: &str) -> String {
    format!("Take back what was said of {of}")
}

fn how_many_duties(of: &str, count: usize) -> String {
    format!("{of}, {}", how_many(count, "duty", "duties"))
}

/// What is said once somebody said that a law applies.
pub fn duty_applies(of: &str) -> String {
    format!("{of} applies to you.")
}

/// What is said once somebody said that it does not.
pub fn duty_declined(of: &str) -> String {
    format!("{of} is set apart.")
}

/// What is said once that is taken back.
pub fn duty_taken_back(of: &str) -> String {
    format!("{of}: what you said is taken back.")
}

/// The label of the reason why a law does not apply.
pub fn why_not_ours(of: &str) -> String {
    format!("Why {of} does not apply")
}

/// Whether it is said of something demanded that it may bind nobody here: not where somebody confirmed that it does, or stated it themselves.
pub(super) fn if_it_binds(result: &PracticeResult) -> &'static str {
    let is_confirmed = |duty: &DutyResult| duty.binds == Binds::Confirmed || duty.duty.is_none();
    let unmet = result.demanded().find(|duty| duty.fit != DutyFit::Met);
    if unmet.is_some_and(is_confirmed) { "" } else { ", if it binds you" }
}

/// That what something outside demands today is not met, and whether its level or only a statement is missing; nothing where it is.
pub(super) fn minimum_missed(result: &PracticeResult) -> Option<String> {
    let minimum = result.minimum?;
    let of_need = result.standing.current.low() >= Some(minimum);
    match (result.minimum_fit(), of_need) {
        (MinimumFit::Missed, false) => Some(format!("outside minimum {minimum} missed")),
        (MinimumFit::Missed, true) => Some(format!("outside minimum {minimum} missed by a statement")),
        (MinimumFit::Open, false) => Some(format!("outside minimum {minimum} not shown")),
        (MinimumFit::Open, true) if result.demanded().any(DutyResult::has_open_need) => {
            Some(format!("outside minimum {minimum} not shown: a statement is open"))
        }
        (MinimumFit::Open, true) => Some(format!("outside minimum {minimum} not shown: see its duties")),
        (MinimumFit::NotDemanded | MinimumFit::Reached, _) => None,
    }
}

/// What something outside will demand, and from when, where that is not shown to be met. What is demanded today already is not to come.
pub(super) fn minimum_to_come(result: &PracticeResult) -> Option<String> {
    let (from, duty) = result.below_later()?;
    if result.is_below_minimum() && result.minimum >= Some(duty.level) {
        return None;
    }
    Some(format!("outside minimum {} from {}", duty.level, in_words(from)))
}

/// What is said of a demand beside its level: that it may not bind, or not yet. Nothing where it counts today as it always did.
pub(super) fn beside_level(binds: Binds, in_force: InForce) -> String {
    let binds = match binds {
        Binds::Confirmed | Binds::Assumed => "",
        Binds::Perhaps => ", if it applies to you",
        Binds::Elsewhere => ", not where you are",
        Binds::OtherRole => ", for others",
        Binds::Declined => ", which you said does not apply",
    };
    let when = match in_force {
        InForce::Now => String::new(),
        InForce::From(day) => format!(", from {}", in_words(day)),
        InForce::Until(day) => format!(", until {}", in_words(day)),
    };
    format!("{when}{binds}")
}

/// The demand that is shown where there is room for one: today's, or else the first that will count, or may.
pub(super) fn duty_in_short(result: &PracticeResult) -> Option<(Level, String)> {
    if let Some(minimum) = result.minimum {
        return Some((minimum, String::new()));
    }
    let other = result.duties.iter().find(|duty| matches!(duty.kind(), DutyKind::Later | DutyKind::Perhaps))?;
    Some((other.level, beside_level(other.binds, other.in_force)))
}
