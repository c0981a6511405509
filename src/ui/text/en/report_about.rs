//! What a report says that it is about.

use crate::analysis::{Name, Report};
use crate::session::Date;
use crate::ui::text::en::audience::as_whom;
use crate::ui::text::en::report_document::name_in_report;
use crate::ui::text::en::set_up::role;
use crate::ui::text::intl::list;

/// What was assessed, by whom, when and with what. A slide has room for the first of it: what it is, and who stands for it.
pub(super) fn about_facts(report: &Report, on_slide: bool) -> Vec<(String, String)> {
    let about = &report.about;
    let person = |party: &crate::analysis::Party| match &party.name {
        Name::Named(name) => format!("{name} ({})", role(party.role).to_lowercase()),
        other => name_in_report(other),
    };
    let people = |has_spoken: bool| {
        let those = about.people.iter().filter(|party| party.has_spoken == has_spoken);
        list(&those.map(person).collect::<Vec<_>>())
    };
    let edition = |(name, edition): &(String, String)| format!("{name} (edition {edition})");
    let measured = std::iter::once(&about.model).chain(&about.profiles).map(edition);
    let round = (!about.round.is_empty()).then(|| format!(" · {}", about.round));
    let facts = [
        // The title has the system's name.
        (true, "Belongs to it", about.includes.clone()),
        (false, "Does not belong to it", about.excludes.clone()),
        (false, "In use since", about.in_use_since.clone()),
        (false, "Answered as", as_whom(&about.roles, about.left_out)),
        (false, "Parts", list(&about.parts)),
        (true, "By whom", people(true)),
        (false, "Also named, said nothing yet", people(false)),
        (true, "When", format!("{}{}", days(about.begun, about.changed), round.unwrap_or_default())),
        (true, "Measured with", list(&measured.collect::<Vec<_>>())),
        (true, "The questions are from", about.model_of.join(" · ")),
    ];
    let shown = facts.into_iter().filter(|(is_short, _, value)| !value.is_empty() && (*is_short || !on_slide));
    shown.map(|(_, name, value)| (name.to_owned(), value)).collect()
}

/// From one day to another, or the one where both are the same.
fn days(from: Date, to: Date) -> String {
    if from == to { from.to_string() } else { format!("{from} to {to}") }
}
