//! Reads a profile file against its model, and the list that says which files there are.

use std::collections::BTreeSet;

use super::model_index::WhenNeeded;
use super::own::content_of_profile;
use super::read::{Node, Reading, all};
use super::read_duties::Demands;
use super::read_editions;
use super::read_model::{ids, indicator, scope};
use super::{
    EditionChanges, ExtraIndicator, FileKind, Level, Model, ModelId, PracticeId, ProblemKind, Problems, Profile, Proposal, Scope,
};

/// The newest version of the profile format, and of the list of files, that is understood.
const NEWEST: u64 = 1;

/// Reads and checks a profile file against the model it is for.
///
/// # Errors
/// Everything that is wrong with the file, as for [`super::read_model`]; also references to practices or levels that the
/// model does not have, and indicators whose id the model already uses.
pub fn read_profile(bytes: &[u8], model: &Model) -> Result<Profile, Problems> {
    Reading::of(bytes, "plumbline-profile", NEWEST, |root| profile(root, model))
}

/// Reads a list of files: `{"format": "plumbline-list", "version": 1, "files": ["retail-pos.json"]}`.
///
/// # Errors
/// What is wrong with the list. A file name is letters, digits, `.`, `-` and `_`, so that a list can't lead to other folders
/// or other hosts.
pub fn read_list(bytes: &[u8]) -> Result<Vec<String>, Problems> {
    Reading::of(bytes, "plumbline-list", NEWEST, |root| all(root.items("files").iter().map(file_name)))
}

/// The name of a file in the same folder, as JSON.
pub(super) fn file_name(node: &Node<'_>) -> Option<String> {
    let name = node.as_string()?;
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    if !plain || !name.ends_with(".json") || name.starts_with('.') {
        node.complain(ProblemKind::NotAFileName(name.to_owned()));
    }
    Some(name.to_owned())
}

fn profile(root: &Node<'_>, model: &Model) -> Option<Profile> {
    root.languages();
    // A statement of a profile may have words of its own for the answers of the model.
    root.know_answers(model.scoring.answers.own.iter().map(|answer| answer.id.as_str()));
    let id = root.id("id");
    let edition = root.id("edition");
    let for_model = for_this_model(root, model, FileKind::Profile);
    let name = root.text("name");
    let about = root.text("about");
    let notice = root.text("notice");
    let mut seen = BTreeSet::new();
    let targets = all(root.items("targets").iter().map(|node| proposal(node, model, &mut seen)));
    let demands = Demands::of(root, model);
    let indicators = all(root.optional_items("indicators").iter().map(|node| extra(node, model)));
    let minimums = demands.checked(model, indicators.as_deref());
    let changes = changes(root, model, indicators.as_deref());
    Some(Profile {
        id: id?,
        edition: edition?,
        model: for_model?,
        name: name?,
        about: about?,
        notice: notice?,
        targets: targets?,
        minimums: minimums?,
        indicators: indicators?,
        changes: changes?,
        content: content_of_profile(root.value()),
        index: WhenNeeded::default(),
    })
}

/// What became of its older indicators: others of its own, or of the model's.
fn changes(root: &Node<'_>, model: &Model, extras: Option<&[ExtraIndicator]>) -> Option<Vec<EditionChanges>> {
    let of_profile = |extras: &[ExtraIndicator]| extras.iter().map(|extra| extra.indicator.id.to_string()).collect::<Vec<_>>();
    let of_profile = extras.map(of_profile);
    let present = of_profile.as_ref().map(|of_profile| {
        let mut present = ids(&model.groups);
        present.extend(of_profile.iter().map(String::as_str));
        present
    });
    read_editions::changes(root, present.as_ref(), |id| model.is_changed(id))
}

/// The model that the file is for: it has to be this one.
pub(super) fn for_this_model(root: &Node<'_>, model: &Model, file: FileKind) -> Option<ModelId> {
    let found: ModelId = root.id("model")?;
    if found != model.id {
        root.complain(ProblemKind::OtherModel { file, found: found.to_string(), expected: model.id.to_string() });
    }
    Some(found)
}

/// The practice that a member names: the model has to have it.
pub(super) fn known_practice(node: &Node<'_>, name: &str, model: &Model) -> Option<PracticeId> {
    let id: PracticeId = node.id(name)?;
    has_practice(node, &id, model);
    Some(id)
}

/// Says so when the model does not have a practice that is named here.
pub(super) fn has_practice(node: &Node<'_>, id: &PracticeId, model: &Model) {
    if model.practice(id).is_none() {
        node.complain(ProblemKind::UnknownPractice { model: model.id.to_string(), practice: id.to_string() });
    }
}

/// A level of the model's scale, from `lowest` up.
pub(super) fn level(node: &Node<'_>, lowest: u8, model: &Model) -> Option<Level> {
    node.number("level", lowest..=model.top().number()).map(Level::new)
}

fn proposal(node: &Node<'_>, model: &Model, seen: &mut BTreeSet<PracticeId>) -> Option<Proposal> {
    let practice = known_practice(node, "practice", model);
    if let Some(practice) = &practice
        && !seen.insert(practice.clone())
    {
        node.complain(ProblemKind::TargetTwice(practice.to_string()));
    }
    let level = level(node, 0, model);
    let scope = scope(node);
    let reason = node.text("reason");
    Some(Proposal { practice: practice?, level: level?, scope: scope?, reason: reason? })
}

fn extra(node: &Node<'_>, model: &Model) -> Option<ExtraIndicator> {
    let practice = known_practice(node, "practice", model);
    let level = level(node, 1, model);
    let scope = scope(node);
    if scope == Some(Scope::General) {
        node.complain(ProblemKind::GeneralIndicator);
    }
    let indicator = indicator(node);
    if let Some(indicator) = &indicator
        && model.has_indicator(&indicator.id)
    {
        node.complain(ProblemKind::IndicatorOfModel(indicator.id.to_string()));
    }
    Some(ExtraIndicator { practice: practice?, level: level?, scope: scope?, indicator: indicator? })
}
