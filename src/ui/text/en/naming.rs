//! The words for what things are called, also where they have no name or are not here.

use crate::analysis::{Names, Thing, ThingName};
use crate::exchange::Entry;
use crate::model::{RegionId, SystemRole};
use crate::session::List;
use crate::ui::text::en::audience::system_role;
use crate::ui::text::en::duties::region;
use crate::ui::text::en::fold::conflict;
use crate::ui::text::en::plan::NO_TITLE;

pub(super) const NAMELESS_EVIDENCE: &str = "Evidence without a title";

/// What something is called.
pub fn name_of(thing: &Thing, name: &ThingName) -> String {
    match name {
        ThingName::Called(name) => name.clone(),
        ThingName::Formerly(name) => format!("{name} (no longer asked)"),
        ThingName::Unnamed => unnamed(thing).to_owned(),
        ThingName::NotHere => not_here(thing),
    }
}

/// What a statement in a file is about: the kind of statement, what that is called, the part of the system, and whose it is.
pub fn subject(entry: &Entry, names: Names<'_>) -> String {
    let about = Thing::in_list(entry.list(), entry.about()).map(|thing| name_of(&thing, &names.of(&thing)));
    let about = about.or_else(|| chosen(entry));
    let part = entry.part().map(Thing::Part).map(|part| name_of(&part, &names.of(&part)));
    let whose = entry.by().filter(|_| entry.is_placed()).map(Thing::Person).map(|who| name_of(&who, &names.of(&who)));
    conflict(entry.list(), about.as_deref().unwrap_or_default(), part.as_deref(), whose.as_deref())
}

/// What was chosen of what the screen itself names: what we are to the system, and where.
fn chosen(entry: &Entry) -> Option<String> {
    let is_key = |role: &SystemRole| role.key() == entry.about();
    match entry.known_list()? {
        List::SystemRoles => SystemRole::ALL.into_iter().find(is_key).map(|it| system_role(it).to_owned()),
        List::Places => RegionId::try_from(entry.about()).ok().map(|place| region(&place)),
        _ => None,
    }
}

fn unnamed(thing: &Thing) -> &'static str {
    match thing {
        Thing::Practice(_) => "Practice without a name",
        Thing::Group(_) => "Domain without a name",
        Thing::Indicator(_) => "Statement without words",
        Thing::Question(_) => "Question without words",
        Thing::Dependency(_) => "Hint without words",
        Thing::Profile(_) => "Profile without a name",
        Thing::Duty(_) => "Duty without a name",
        Thing::Person(_) => "Somebody without a name",
        Thing::Part(_) => "Part without a name",
        Thing::Evidence(_) => NAMELESS_EVIDENCE,
        Thing::Round(_) => "Round without a name",
        Thing::Action(_) => NO_TITLE,
        Thing::Finding(_) => "Finding without words",
        Thing::Conflict(_) => "Conflict without words",
    }
}

/// What models and profiles ask has ids that say something; those of what people add say nothing to anybody.
fn not_here(thing: &Thing) -> String {
    let of_model = |kind: &str| format!("{kind} that is not here ({})", thing.id());
    match thing {
        Thing::Practice(_) => of_model("Practice"),
        Thing::Group(_) => of_model("Domain"),
        Thing::Indicator(_) => of_model("Statement"),
        Thing::Question(_) => of_model("Question"),
        Thing::Dependency(_) => of_model("Hint"),
        Thing::Profile(_) => of_model("Profile"),
        Thing::Duty(_) => of_model("Duty"),
        Thing::Person(_) => "Somebody who was removed".to_owned(),
        Thing::Part(_) => "Part that was removed".to_owned(),
        Thing::Evidence(_) => "Evidence that was removed".to_owned(),
        Thing::Round(_) => "Round that was removed".to_owned(),
        Thing::Action(_) => "Action that was taken out of the plan".to_owned(),
        Thing::Finding(_) => "Finding that was taken back".to_owned(),
        Thing::Conflict(_) => "Conflict that was deleted".to_owned(),
    }
}
