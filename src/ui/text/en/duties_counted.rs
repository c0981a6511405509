//! The words about how many duties there are, and how they stand.

use crate::analysis::{Duties, DutyFit, DutyKind, InForce, PracticeResult, Results};
use crate::session::Date;
use crate::ui::text::en::duties::in_words;
use crate::ui::text::en::frame::{form, how_many};
use crate::ui::text::intl::list;

/// How many duties there are, and how they stand.
pub fn duties_summary(duties: &Duties, on: Date) -> String {
    let today = duties.count(DutyKind::Today);
    let perhaps = duties.count(DutyKind::Perhaps);
    let states = [
        (duties.count_fit(DutyFit::Missed), "missed"),
        (duties.count_fit(DutyFit::Open), "not shown to be met"),
        (duties.count_fit(DutyFit::Met), "met"),
    ];
    let states: Vec<String> =
        states.into_iter().filter(|(count, _)| *count > 0).map(|(count, words)| format!("{count} {words}")).collect();
    let states = if states.is_empty() { String::new() } else { format!(": {}", list(&states)) };
    let count = |kind, one, many| Some(duties.count(kind)).filter(|count| *count > 0).map(|count| how_many(count, one, many));
    let more = [
        count(DutyKind::Later, "comes later", "come later"),
        if today > 0 { count(DutyKind::Perhaps, "may apply", "may apply") } else { None },
        count(DutyKind::Over, "is over", "are over"),
        count(DutyKind::NotOurs, "is not yours", "are not yours"),
    ];
    let more: Vec<String> = more.into_iter().flatten().collect();
    let more = if more.is_empty() { String::new() } else { format!(". Beside these {}", list(&more)) };
    // None is known to bind: that says nothing of those of which nobody said whether they do.
    if today == 0 && perhaps > 0 {
        let whether = form(perhaps, "it does", "they do");
        let later = duties
            .all
            .iter()
            .filter(|it| it.result.kind() == DutyKind::Perhaps && matches!(it.result.in_force, InForce::From(_)));
        return format!(
            "As of {}, {}, and nobody said yet whether {whether}{more}.",
            in_words(on),
            may_apply(perhaps, later.count())
        );
    }
    format!("On {}, {} in force{states}{more}.", in_words(on), how_many(today, "duty is", "duties are"))
}

/// How many duties are missed today, of those that count, and of how many more nobody said whether they apply: no figure is said of
/// what nobody looked at. Nothing where profiles say no more than levels.
pub fn duties_missed(results: &Results) -> Option<String> {
    let missed = || {
        let (all, quick) = (results.missed_duties(), results.missed_by_quick());
        let by = match quick {
            0 => String::new(),
            _ if quick == all => ", by the quick pass alone".to_owned(),
            _ => format!(", {quick} of them by the quick pass alone"),
        };
        let missed = || format!("{} missed today{by}", how_many(all, "duty is", "duties are"));
        match (all, results.unshown_duties()) {
            (_, 0) => missed(),
            (0, unshown) => format!("{} in force and not shown to be met", how_many(unshown, "duty is", "duties are")),
            (_, unshown) => format!(
                "{}; {} not shown to be met, since what they need is {}",
                missed(),
                how_many(unshown, "more is", "more are"),
                why_unshown(results)
            ),
        }
    };
    let later = results.perhaps_later();
    results.speak_of_duties().then(|| match (results.counting_duties(), results.perhaps_duties()) {
        (_, 0) => format!("{}.", missed()),
        (0, perhaps) => format!("Whether a duty is missed is not known yet: {}.", may_apply(perhaps, later)),
        (_, perhaps) => format!("{}; {perhaps} more may apply to you{}.", missed(), some_later(perhaps, later)),
    })
}

/// What can be said of the statements of those that are not shown to be met.
fn why_unshown(results: &Results) -> &'static str {
    let mut unshown = results.practices.iter().flat_map(PracticeResult::demanded).filter(|duty| duty.fit == DutyFit::Open);
    if unshown.any(|duty| duty.is_set_aside() || duty.unasked > 0) {
        "not answered, not known, not asked here or said not to apply"
    } else {
        "not answered or not known"
    }
}

/// That nobody said of so many duties whether they apply; nothing where there are none.
pub fn duties_unsaid(results: &Results) -> Option<String> {
    let perhaps = results.perhaps_duties();
    (perhaps > 0).then(|| format!("{}.", may_apply(perhaps, results.perhaps_later())))
}

/// How many may apply, and how many of these begin only later.
fn may_apply(count: usize, later: usize) -> String {
    format!("{} apply to you{}", how_many(count, "duty may", "duties may"), some_later(count, later))
}

fn some_later(count: usize, later: usize) -> String {
    match later {
        0 => String::new(),
        _ if later == count => ", not before a later day".to_owned(),
        _ => format!(", {later} of these only from a later day"),
    }
}
