//! Reads a model file: everything in it is checked, and everything that is wrong is reported at once.

use std::collections::BTreeSet;

use serde_json::Value;

use super::model_index::WhenNeeded;
use super::read::{Node, Reading, all};
use super::{
    Example, Group, Indicator, IndicatorKind, Level, LevelAction, LevelGuide, Model, ModelId, Practice, ProblemKind, Problems,
    Rung, Scope, ScopeWords, Text,
};
use super::{answer_scale, characteristics, depends, order, read_audience, read_editions, scoring};

/// The newest version of the model format that is understood.
const NEWEST: u64 = 1;

/// The value of `format` in model files.
pub const MODEL_FORMAT: &str = "plumbline-model";

/// Reads and checks a model file.
///
/// # Errors
/// Everything that is wrong with the file: no JSON, another format or a newer version; missing, empty or wrong values;
/// a level scale with holes; ids that are not unique; levels of a practice that are incomplete.
pub fn read_model(bytes: &[u8]) -> Result<Model, Problems> {
    Reading::of(bytes, MODEL_FORMAT, NEWEST, model)
}

impl Reading {
    /// The model that a parsed file is.
    pub(super) fn model(file: &Value) -> Result<Model, Problems> {
        Self::of_value(file, MODEL_FORMAT, NEWEST, model)
    }
}

fn model(root: &Node<'_>) -> Option<Model> {
    let languages = root.languages();
    let id: Option<ModelId> = root.id("id");
    let edition = root.id("edition");
    let title = root.text("title");
    let about = root.text("about");
    let subject = root.optional("subject").and_then(|_| root.text("subject"));
    let licence = root.optional("licence").map(|node| node.as_string().map(str::to_owned));
    let source = root.optional("source").map(|node| node.as_text());
    let attribution = root.optional("attribution").map(|node| node.as_text());
    let (scale, rungs) = scale(root);
    let scopes = all(root.optional_items("scopes").iter().map(scope_words));
    let scoring = scoring::scoring(root);
    let characteristics = characteristics::characteristics(root);
    let mut groups = root.list("groups").and_then(|nodes| all(nodes.iter().map(|node| group(node, rungs))));
    if groups.as_ref().is_some_and(|groups| groups.iter().all(|group| group.all_practices().is_empty())) {
        root.complain(ProblemKind::NoPractice);
    }
    if let Some(groups) = &groups {
        depends::check(root, groups);
    }
    if let (Some(named), Some(groups)) = (&characteristics, &mut groups) {
        characteristics::served(root, named, groups);
    }
    let named = characteristics.as_deref().unwrap_or_default();
    let of_model = id.as_ref().map_or("", ModelId::as_str);
    let conflicts = characteristics::known_conflicts(root, named, groups.as_deref(), of_model);
    let asked = groups.as_ref().map(|groups| ids(groups));
    let changes = read_editions::changes(root, asked.as_ref(), |_| false);
    Some(Model {
        changes: changes?,
        id: id?,
        edition: edition?,
        languages: languages?,
        title: title?,
        about: about?,
        subject,
        // Nothing only where it is there and can't be read.
        licence: licence.map_or(Some(None), |it| it.map(Some))?,
        source: source.map_or(Some(None), |it| it.map(Some))?,
        attribution: attribution.map_or(Some(None), |it| it.map(Some))?,
        own: None,
        scale: scale?,
        scopes: scopes?,
        characteristics: characteristics?,
        conflicts: conflicts?,
        scoring: scoring?,
        groups: groups?,
        index: WhenNeeded::default(),
    })
}

/// The ids of all practices and indicators.
pub(super) fn ids(groups: &[Group]) -> BTreeSet<&str> {
    let practices = || groups.iter().flat_map(Group::all_practices);
    let indicators = practices().flat_map(|practice| &practice.levels).flat_map(|guide| &guide.indicators);
    order::set(practices().map(|practice| practice.id.as_str()).chain(indicators.map(|it| it.id.as_str())))
}

/// How many levels each practice has by the scale, and with which number they begin.
#[derive(Clone, Copy)]
struct Rungs {
    count: usize,
    first: usize,
}

/// The scale, if it can be read, and how many levels each practice has by it. A scale that is none says nothing about that. Where it begins
/// at 1, whoever has not reached that has reached nothing: 0 then has no name.
fn scale(root: &Node<'_>) -> (Option<Vec<Rung>>, Option<Rungs>) {
    let Some(nodes) = root.list("levels") else { return (None, None) };
    let first = nodes.first().map_or(0, |node| usize::from(node.is_number("level", 1)));
    let rungs = Some(Rungs { count: nodes.len(), first }).filter(|rungs| (2..=10).contains(&rungs.count));
    if rungs.is_none() {
        root.complain(ProblemKind::ScaleSize { found: nodes.len() });
    }
    let scale = all(nodes.iter().zip(first..).map(|(node, expected)| {
        let level = level_in_order(node, expected);
        let name = node.text("name");
        let meaning = node.optional_text("meaning");
        Some(Rung { level: level?, name: name?, meaning: meaning? })
    }));
    let floor = (first == 1).then(|| Rung { level: Level::NONE, name: Text::default(), meaning: Text::default() });
    (scale.map(|scale| floor.into_iter().chain(scale).collect()), rungs)
}

fn level_in_order(node: &Node<'_>, expected: usize) -> Option<Level> {
    let number = node.number("level", 0..=10)?;
    if usize::from(number) != expected {
        node.complain(ProblemKind::LevelOutOfOrder { found: number, expected });
    }
    Some(Level::new(number))
}

/// The scope a member `scope` names.
pub(super) fn scope(node: &Node<'_>) -> Option<Scope> {
    node.word("scope", &Scope::ALL.map(|scope| (scope.key(), scope)))
}

fn scope_words(node: &Node<'_>) -> Option<ScopeWords> {
    let scope = scope(node);
    let name = node.text("name");
    let meaning = node.text("meaning");
    Some(ScopeWords { scope: scope?, name: name?, meaning: meaning? })
}

fn group(node: &Node<'_>, rungs: Option<Rungs>) -> Option<Group> {
    let id = node.new_id("id");
    let name = node.text("name");
    let about = node.optional_text("about");
    let weight = node.weight();
    let groups = node.optional_list("groups").and_then(|nodes| all(nodes.iter().map(|inner| group(inner, rungs))));
    let practices = node.optional_list("practices").and_then(|nodes| all(nodes.iter().map(|inner| practice(inner, rungs))));
    if let (Some(groups), Some(practices)) = (&groups, &practices)
        && groups.is_empty()
        && practices.is_empty()
    {
        node.complain(ProblemKind::EmptyGroup);
    }
    Some(Group { id: id?, name: name?, about: about?, weight: weight?, groups: groups?, practices: practices? })
}

fn practice(node: &Node<'_>, rungs: Option<Rungs>) -> Option<Practice> {
    let id = node.new_id("id");
    let name = node.text("name");
    let aliases = node.aliases("aliases");
    let objective = node.optional_text("objective");
    let without = node.optional_text("without");
    let question = node.optional_text("question");
    let who = node.optional_text("who");
    let examples = all(node.optional_items("examples").iter().map(example));
    let weight = node.weight();
    let levels = levels(node, rungs);
    Some(Practice {
        id: id?,
        name: name?,
        aliases: aliases?,
        objective: objective?,
        without: without?,
        question: question?,
        who: who?,
        examples: examples?,
        weight: weight?,
        characteristics: Vec::new(),
        levels: levels?,
    })
}

/// Something to be done: its words, or an object of these and for whom it is.
fn level_action(node: &Node<'_>) -> Option<LevelAction> {
    if node.optional("text").is_none() {
        return Some(LevelAction { text: node.as_text()?, roles: Vec::new() });
    }
    let (text, roles) = (node.text("text"), read_audience::roles(node));
    Some(LevelAction { text: text?, roles: roles? })
}

fn example(node: &Node<'_>) -> Option<Example> {
    let sector = node.text("sector");
    let text = node.text("text");
    Some(Example { sector: sector?, text: text? })
}

fn levels(practice: &Node<'_>, rungs: Option<Rungs>) -> Option<Vec<LevelGuide>> {
    let nodes = practice.list("levels")?;
    let Rungs { count: expected, first } = rungs.unwrap_or(Rungs { count: nodes.len(), first: 0 });
    if nodes.len() != expected {
        practice.complain(ProblemKind::LevelCount { found: nodes.len(), expected });
    }
    let guides = all(nodes.iter().zip(first..).map(|(node, number)| {
        let level = level_in_order(node, number);
        let description = node.optional_text("description");
        // Nothing only where it is there and can't be read.
        let example = node.optional("example").map_or(Some(None), |node| example(&node).map(Some));
        let actions = all(node.optional_items("actions").iter().map(level_action));
        let indicators = node.optional_list("indicators").and_then(|nodes| all(nodes.iter().map(indicator)));
        if number == 0 && indicators.as_ref().is_some_and(|indicators| !indicators.is_empty()) {
            node.complain(ProblemKind::IndicatorsAtNone);
        }
        Some(LevelGuide {
            level: level?,
            description: description?,
            example: example?,
            actions: actions?,
            indicators: indicators?,
        })
    }));
    let floor = (first == 1).then(|| LevelGuide {
        level: Level::NONE,
        description: Text::default(),
        example: None,
        actions: Vec::new(),
        indicators: Vec::new(),
    });
    guides.map(|guides| floor.into_iter().chain(guides).collect())
}

/// One indicator, of a model or of a profile.
pub(super) fn indicator(node: &Node<'_>) -> Option<Indicator> {
    let id = node.new_id("id");
    let words = [("done", IndicatorKind::Done), ("assured", IndicatorKind::Assured)];
    let kind = node.optional("kind").map_or(Some(None), |node| node.one_of(&words).map(Some));
    let text = node.text("text");
    let evidence = node.optional_text("evidence");
    let answers = answer_scale::answer_texts(node);
    let meant_for = read_audience::meant_for(node);
    let lasts = read_audience::lasts(node);
    let depends_on = depends::depends_on(node);
    let (answers, meant_for, lasts) = (answers?, meant_for?, lasts?);
    let (evidence, depends_on) = (evidence?, depends_on?);
    Some(Indicator { id: id?, kind: kind?, text: text?, evidence, answers, meant_for, lasts, depends_on })
}
