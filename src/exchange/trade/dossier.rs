//! What an assessment says, as plain values: what the forms of other tools are made of. The app hands it over as JSON to a program of its own, so
//! that the forms are no part of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What an assessment says in one of its rounds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dossier {
    /// The id of the session.
    pub session: String,
    /// The id of the round; empty where there is none yet.
    pub round: String,
    /// What the system is called; never empty.
    pub system: String,
    /// When this was made.
    pub made: String,
    /// The language of the words of the model.
    pub language: String,
    /// The model.
    pub model: Asker,
    /// What the model is and where it comes from.
    pub about: String,
    /// Under which licence the model may be used; may be empty.
    pub licence: String,
    /// The levels that have a name, from the lowest.
    pub levels: Vec<LevelTold>,
    /// The groups, each after the one that it is in.
    pub groups: Vec<GroupTold>,
    /// The practices, in the order of the model.
    pub practices: Vec<PracticeTold>,
    /// Profiles that ask for more, in the order in which they do.
    pub profiles: Vec<Asker>,
    /// Everything that is asked, practice by practice.
    pub statements: Vec<StatementTold>,
    /// Evidence that is given for something, by its id.
    pub evidence: BTreeMap<String, EvidenceTold>,
    /// The plan, in its order.
    pub actions: Vec<ActionTold>,
    /// Frameworks that the model touches, where they are here.
    pub frameworks: Vec<FrameworkTold>,
    /// The words that stand in files beside those.
    pub words: TradeLabels,
}

/// Whoever asks for something: the model or a profile.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Asker {
    /// Its id.
    pub id: String,
    /// Its edition.
    pub edition: String,
    /// Its name.
    pub name: String,
}

/// A level of the scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LevelTold {
    /// Its number.
    pub level: u8,
    /// Its name.
    pub name: String,
    /// What it means; may be empty.
    pub meaning: String,
}

/// A group of practices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupTold {
    /// Its id.
    pub id: String,
    /// The group that it is in; empty at the top.
    pub within: String,
    /// How many groups it is in.
    pub depth: u8,
    /// Its name.
    pub name: String,
    /// What it is about; may be empty.
    pub about: String,
}

/// A practice, and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PracticeTold {
    /// Its id.
    pub id: String,
    /// The group that it is in.
    pub within: String,
    /// Its name.
    pub name: String,
    /// What the business gets from it; may be empty.
    pub objective: String,
    /// Where it stands, in words.
    pub standing: String,
    /// Its level, where that is one: no range, nothing that is still open.
    pub level: Option<u8>,
    /// Whether it does not apply.
    pub is_not_applicable: bool,
    /// How much is enough, if anybody said.
    pub target: Option<u8>,
    /// The highest level that something outside demands today.
    pub minimum: Option<u8>,
}

/// What is said about a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// Nothing that counts.
    Nothing,
    /// Nobody knows who was asked.
    NotKnown,
    /// It does not hold.
    NotMet,
    /// It holds in part.
    Partly,
    /// It holds, or an answer that is worth less passes.
    Met,
    /// Something else does its job.
    Compensated,
    /// It makes no sense here.
    NotApplicable,
}

/// Who asks for a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AskedBy {
    /// The model.
    Model,
    /// A profile, by its id.
    Profile(String),
    /// People, for their system alone.
    Own,
}

/// A statement, and what is said about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatementTold {
    /// Its id.
    pub id: String,
    /// The id of its practice.
    pub practice: String,
    /// Its level.
    pub level: u8,
    /// What it says.
    pub text: String,
    /// What would show it; may be empty.
    pub shown_by: String,
    /// Who asks for it.
    pub asked_by: AskedBy,
    /// What is said about it.
    pub said: Said,
    /// Whether what is said is worth a part of it only, so that no number says it.
    pub is_part: bool,
    /// The same in words.
    pub words: String,
    /// Why, where an answer needs a reason, and what people noted.
    pub reasons: Vec<String>,
    /// What shows it, by the ids of pieces of evidence.
    pub evidence: Vec<String>,
    /// What speaks against it.
    pub against: Vec<String>,
    /// When it was answered last.
    pub answered: Option<String>,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EvidenceTold {
    /// Its title; may be empty.
    pub title: String,
    /// Where it is; may be empty.
    pub location: String,
    /// The same, where that is a plain address of the web.
    pub link: Option<String>,
    /// From which day it is.
    pub dated: Option<String>,
    /// The day from which it shows nothing any more.
    pub ends: Option<String>,
    /// Who made it; may be empty.
    pub author: String,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Progress {
    /// Nobody began.
    Open,
    /// Somebody began.
    UnderWay,
    /// It is done.
    Done,
    /// It will not be done.
    Dropped,
}

/// An action of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActionTold {
    /// Its id.
    pub id: String,
    /// What is to be done; never empty.
    pub title: String,
    /// How far it is.
    pub progress: Progress,
    /// Why it is in the plan.
    pub why: String,
    /// Who sees to it; may be empty.
    pub owner: String,
    /// Who that is within the session, be they named or not; empty where nobody sees to it.
    pub owner_id: String,
    /// The day on which it is to begin.
    pub start: Option<String>,
    /// The day by which it is to be done.
    pub due: Option<String>,
    /// The day on which it was done.
    pub done: Option<String>,
    /// A note; may be empty.
    pub note: String,
    /// The statements that it is for.
    pub statements: Vec<String>,
    /// What has to be done before it.
    pub waits_for: Vec<String>,
}

/// A framework that the model touches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrameworkTold {
    /// The framework: its official name.
    pub framework: Asker,
    /// Who publishes it.
    pub publisher: String,
    /// Where the model touches it.
    pub references: Vec<ReferenceTold>,
}

/// A level of a practice touches an item of a framework.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReferenceTold {
    /// The practice.
    pub practice: String,
    /// The level.
    pub level: u8,
    /// The statements that carry it; where there are none, the level as a whole does.
    pub statements: Vec<String>,
    /// The item's id in the framework.
    pub item: String,
    /// Whether reaching the level works toward the item; else both have something in common.
    pub supports: bool,
    /// Why.
    pub rationale: String,
}

/// Words that stand in files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TradeLabels {
    /// A level.
    pub level: String,
    /// What is demanded from outside.
    pub minimum: String,
    /// Evidence.
    pub evidence: String,
    /// What speaks against a statement.
    pub against: String,
    /// Who sees to an action.
    pub owner: String,
    /// That the cross-references are no evidence of conformity.
    pub no_conformity: String,
    /// What is answered, where nothing else tells of it.
    pub assessment: String,
    /// What is asked by people for their system alone.
    pub own: String,
}

impl Dossier {
    /// The statements of a practice.
    pub fn statements_of<'a>(&'a self, practice: &'a str) -> impl Iterator<Item = &'a StatementTold> {
        self.statements.iter().filter(move |it| it.practice == practice)
    }

    /// What a level is called: its number, and its name where it has one.
    #[must_use]
    pub fn level_name(&self, level: u8) -> String {
        let name = self.levels.iter().find(|it| it.level == level).map_or("", |it| it.name.as_str());
        format!("{} {level} · {name}", self.words.level).trim_end_matches([' ', '·']).to_owned()
    }
}
