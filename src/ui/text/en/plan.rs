//! The words of the plan: what is to be done, by whom, until when and why in this order.

use crate::analysis::InPlan;
use crate::ui::text::en::duties::in_words;
use crate::ui::text::en::report_document::name_in_report;

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
    format!("In the plan: {}.{owner}{due}{begun}", title.trim_end_matches('.'))
}
