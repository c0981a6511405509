//! Reads the files that help to set targets: the interview and the dependencies between practices.

use std::collections::{BTreeMap, BTreeSet};

use super::model_index::WhenNeeded;
use super::read::{Node, Reading, all};
use super::read_model::scope;
use super::read_profile::{for_this_model, has_practice, known_practice, level};
use super::{
    AnswerOption, Asks, Base, Coherence, Condition, Dependency, FileKind, Interview, Level, Model, OptionId, PracticeId,
    ProblemKind, Problems, Question, QuestionId, Rule, Scope, Text, TwoDrivers,
};

/// The newest version of an interview that is understood. Since the second, a rule can say *at most* and a level can need two drivers.
const NEWEST_INTERVIEW: u64 = 2;
/// The newest version of a file of dependencies that is understood.
const NEWEST_COHERENCE: u64 = 1;

/// Reads and checks an interview file against the model it is for.
///
/// # Errors
/// Everything that is wrong with the file; also conditions about questions or options that it does not have.
pub fn read_interview(bytes: &[u8], model: &Model) -> Result<Interview, Problems> {
    Reading::of(bytes, "plumbline-interview", NEWEST_INTERVIEW, |root| interview(root, model))
}

/// Reads and checks a file of dependencies against the model it is for.
///
/// # Errors
/// Everything that is wrong with the file; also a practice that needs itself.
pub fn read_coherence(bytes: &[u8], model: &Model) -> Result<Coherence, Problems> {
    Reading::of(bytes, "plumbline-coherence", NEWEST_COHERENCE, |root| coherence(root, model))
}

fn interview(root: &Node<'_>, model: &Model) -> Option<Interview> {
    root.languages();
    let for_model = for_this_model(root, model, FileKind::Interview);
    let edition = root.id("edition");
    let about = root.text("about");
    let questions = all(root.items("questions").iter().map(question));
    let base = base(root, model);
    let two_drivers = root.optional("two_drivers").map(|node| two_drivers(&node, model));
    let rules = all(root.items("rules").iter().map(|node| rule(node, model, questions.as_deref())));
    Some(Interview {
        model: for_model?,
        edition: edition?,
        about: about?,
        questions: questions?,
        base: base?,
        two_drivers: two_drivers.flatten(),
        rules: rules?,
        index: WhenNeeded::default(),
    })
}

fn question(node: &Node<'_>) -> Option<Question> {
    let id = node.new_id("id");
    let text = node.text("text");
    let why = node.text("why");
    let option = |node: &Node<'_>| {
        let id = node.id("id");
        let text = node.text("text");
        Some(AnswerOption { id: id?, text: text? })
    };
    let options: Option<Vec<AnswerOption>> = node.list("options").and_then(|nodes| all(nodes.iter().map(option)));
    if let Some(options) = &options {
        if options.len() < 2 {
            node.complain(ProblemKind::TooFewOptions);
        }
        let mut seen = BTreeSet::new();
        if let Some(option) = options.iter().find(|option| !seen.insert(&option.id)) {
            node.complain(ProblemKind::OptionTwice(option.id.to_string()));
        }
    }
    Some(Question { id: id?, text: text?, why: why?, options: options? })
}

/// The base of every practice of the model: its own entry in `base_for`, or else the one for all.
fn base(root: &Node<'_>, model: &Model) -> Option<Vec<Base>> {
    let needed = |node: &Node<'_>| -> Option<(Level, Scope, Text)> {
        let level = level(node, 0, model);
        let scope = scope(node);
        let reason = node.text("reason");
        Some((level?, scope?, reason?))
    };
    let for_all = root.field("base").and_then(|node| needed(&node));
    let mut own: BTreeMap<PracticeId, (Level, Scope, Text)> = BTreeMap::new();
    for node in root.optional_items("base_for") {
        let practice = known_practice(&node, "practice", model);
        if let (Some(practice), Some(needed)) = (practice, needed(&node))
            && own.insert(practice.clone(), needed).is_some()
        {
            node.complain(ProblemKind::BaseTwice(practice.to_string()));
        }
    }
    let for_all = for_all?;
    let base = |practice: &PracticeId| {
        let (level, scope, reason) = own.remove(practice).unwrap_or_else(|| for_all.clone());
        Base { practice: practice.clone(), level, scope, reason }
    };
    let practices: Vec<PracticeId> = model.practices().into_iter().map(|practice| practice.id.clone()).collect();
    Some(practices.iter().map(base).collect())
}

fn two_drivers(node: &Node<'_>, model: &Model) -> Option<TwoDrivers> {
    let level = node.number("level", 1..=model.top().number()).map(Level::new);
    let reason = node.text("reason");
    Some(TwoDrivers { level: level?, reason: reason? })
}

fn rule(node: &Node<'_>, model: &Model, questions: Option<&[Question]>) -> Option<Rule> {
    let id = node.new_id("id");
    let when = node.list("when").and_then(|nodes| all(nodes.iter().map(|node| condition(node, questions))));
    if when.as_ref().is_some_and(Vec::is_empty) {
        node.complain(ProblemKind::NoCondition);
    }
    let practices = node.list("practices").and_then(|nodes| all(nodes.iter().map(|node| practice(node, model))));
    if practices.as_ref().is_some_and(Vec::is_empty) {
        node.complain(ProblemKind::RuleForNothing);
    }
    let asks = asks(node, model);
    let reason = node.text("reason");
    Some(Rule { id: id?, when: when?, practices: practices?, asks: asks?, reason: reason? })
}

/// At least a level and a scope, or at most a level: one of both.
fn asks(node: &Node<'_>, model: &Model) -> Option<Asks> {
    match (node.optional("level"), node.optional("at_most")) {
        (Some(_), Some(_)) => {
            node.complain(ProblemKind::LevelAndAtMost);
            None
        }
        (None, Some(_)) => node.number("at_most", 0..=model.top().number()).map(Level::new).map(Asks::AtMost),
        (Some(_), None) => {
            let level = level(node, 0, model);
            let scope = scope(node);
            Some(Asks::AtLeast(level?, scope?))
        }
        (None, None) => {
            node.complain(ProblemKind::NeitherLevelNorAtMost);
            None
        }
    }
}

/// The practice that a value is the id of: the model has to have it.
fn practice(node: &Node<'_>, model: &Model) -> Option<PracticeId> {
    let id: PracticeId = node.as_id()?;
    has_practice(node, &id, model);
    Some(id)
}

fn condition(node: &Node<'_>, questions: Option<&[Question]>) -> Option<Condition> {
    let question: Option<QuestionId> = node.id("question");
    let at_least: Option<OptionId> = node.id("at_least");
    let (question, at_least) = (question?, at_least?);
    // Without the questions nothing can be said about references to them; what is wrong there is reported already.
    if let Some(questions) = questions {
        match questions.iter().find(|it| it.id == question) {
            None => node.complain(ProblemKind::UnknownQuestion(question.to_string())),
            Some(asked) if asked.rank(&at_least).is_none() => {
                let (question, option) = (question.to_string(), at_least.to_string());
                node.complain(ProblemKind::UnknownOption { question, option });
            }
            Some(_) => {}
        }
    }
    Some(Condition { question, at_least })
}

fn coherence(root: &Node<'_>, model: &Model) -> Option<Coherence> {
    root.languages();
    let for_model = for_this_model(root, model, FileKind::Dependencies);
    let edition = root.id("edition");
    let all_top = root.text("all_top");
    let dependencies = all(root.items("dependencies").iter().map(|node| dependency(node, model)));
    Some(Coherence { model: for_model?, edition: edition?, all_top: all_top?, dependencies: dependencies? })
}

fn dependency(node: &Node<'_>, model: &Model) -> Option<Dependency> {
    let id = node.new_id("id");
    let practice = known_practice(node, "practice", model);
    let top = model.top().number();
    let from_level = node.number("from_level", 1..=top).map(Level::new);
    let needs = known_practice(node, "needs", model);
    let at_least = node.number("at_least", 1..=top).map(Level::new);
    let reason = node.text("reason");
    if practice.is_some() && practice == needs {
        node.complain(ProblemKind::NeedsItself);
    }
    Some(Dependency {
        id: id?,
        practice: practice?,
        from_level: from_level?,
        needs: needs?,
        at_least: at_least?,
        reason: reason?,
    })
}
