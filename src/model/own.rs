//! Models that people bring themselves: checked like any other, and known by what they say, since nobody keeps two editions apart for them.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::read::Reading;
use super::{Edition, ItemId, Model, ModelId, Practice, Problem, ProblemKind, Problems, Scoring, hex, new_id, read_model};

/// The largest file of a model that is taken, in bytes: 4,000 statements have a quarter of that.
pub const LARGEST_MODEL: usize = 4_000_000;

/// How deep a model file may be nested. It has to fit into a session, and that into a record, and readers of JSON stop at 128.
const DEEPEST: usize = 100;

/// The longest title, in characters: it stands in lists, buttons and the heads of pages.
const LONGEST_TITLE: usize = 200;

/// How many bytes of a hash are kept of a text, and of a whole model.
const OF_TEXT: usize = 4;
const OF_MODEL: usize = 12;

new_id!(
    /// A short hash of what somebody could read.
    ContentHash
);

/// A model that somebody brought: what its file says, and the file itself, to keep and to pass on.
#[derive(Clone, Debug)]
pub struct OwnModel {
    /// The model.
    pub model: Arc<Model>,
    /// Its file.
    file: Arc<Value>,
}

impl PartialEq for OwnModel {
    fn eq(&self, other: &Self) -> bool {
        self.model.own == other.model.own
    }
}

impl OwnModel {
    /// Its file.
    #[must_use]
    pub fn file(&self) -> &Value {
        &self.file
    }

    /// Its file on one line.
    #[must_use]
    pub fn line(&self) -> String {
        self.file.to_string()
    }

    /// Whether it goes by that id and edition.
    #[must_use]
    pub fn is(&self, id: &ModelId, edition: &Edition) -> bool {
        self.model.id == *id && self.model.edition == *edition
    }
}

/// Reads and checks a model file that somebody brought.
///
/// # Errors
/// As [`read_model`], and where it is too large, nested too deep or has a title that fits nowhere.
pub fn read_own_model(bytes: &[u8]) -> Result<OwnModel, Problems> {
    if bytes.len() > LARGEST_MODEL {
        return Err(Problems::of_file(ProblemKind::ModelTooLarge { bytes: bytes.len() }));
    }
    // What can't be parsed is said as for every file.
    let Ok(file) = serde_json::from_slice::<Value>(bytes) else {
        return Err(read_model(bytes).err().unwrap_or_else(|| Problems::of_file(ProblemKind::Unreadable)));
    };
    own_model(file)
}

/// The model that a parsed file is.
///
/// # Errors
/// As [`read_own_model`].
pub fn own_model(file: Value) -> Result<OwnModel, Problems> {
    // What a session brings comes here, too, and was counted by nobody.
    let bytes = file.to_string().len();
    if bytes > LARGEST_MODEL {
        return Err(Problems::of_file(ProblemKind::ModelTooLarge { bytes }));
    }
    if depth(&file) > DEEPEST {
        return Err(Problems::of_file(ProblemKind::TooDeep { deepest: DEEPEST }));
    }
    let mut model = Reading::model(&file)?;
    let length = model.title.get("").chars().count();
    if length > LONGEST_TITLE {
        let kind = ProblemKind::TitleTooLong { length, longest: LONGEST_TITLE };
        return Err(Problems::of(Problem { path: "title".to_owned(), kind }));
    }
    model.own = Some(content(&file));
    Ok(OwnModel { model: Arc::new(model), file: Arc::new(file) })
}

/// How deep a value is nested.
fn depth(value: &Value) -> usize {
    match value {
        Value::Array(entries) => 1 + entries.iter().map(depth).max().unwrap_or_default(),
        Value::Object(members) => 1 + members.values().map(depth).max().unwrap_or_default(),
        _ => 0,
    }
}

/// What a file says, whatever the order of its members, however it is laid out, and whatever is remarked in it.
fn content(file: &Value) -> ContentHash {
    let mut file = file.clone();
    if let Some(members) = file.as_object_mut() {
        members.shift_remove("$schema");
    }
    leave_remarks_out(&mut file);
    file.sort_all_objects();
    hash(&file.to_string(), OF_MODEL)
}

/// What a profile asks, proposes and demands, whatever it is called and however it is described.
pub(super) fn content_of_profile(file: &Value) -> ContentHash {
    let mut file = file.clone();
    if let Some(members) = file.as_object_mut() {
        members.retain(|name, _| !matches!(name.as_str(), "name" | "about" | "notice" | "changes"));
    }
    content(&file)
}

/// What begins with two strokes is said to whoever edits the file.
fn leave_remarks_out(value: &mut Value) {
    match value {
        Value::Array(entries) => entries.iter_mut().for_each(leave_remarks_out),
        Value::Object(members) => {
            members.retain(|name, _| !name.starts_with("//"));
            members.values_mut().for_each(leave_remarks_out);
        }
        _ => {}
    }
}

fn hash(text: &str, bytes: usize) -> ContentHash {
    ContentHash(hex(Sha256::digest(text.as_bytes()).get(..bytes).unwrap_or_default()))
}

impl Model {
    /// A short hash of what whoever answers reads of each practice and statement, in the first language of the model: of a practice its
    /// name, its question, what its levels are called and mean, and how a level follows; of a statement what it says, at which level,
    /// whether it is done or assured, and what answers are called there.
    #[must_use]
    pub fn text_hashes(&self) -> BTreeMap<ItemId, ContentHash> {
        let mut hashes = BTreeMap::new();
        for practice in self.practices() {
            hashes.insert(ItemId::from(&practice.id), hash(&self.said_of(practice), OF_TEXT));
            for guide in &practice.levels {
                for indicator in &guide.indicators {
                    let kind = indicator.kind.map(|kind| format!("{kind:?}")).unwrap_or_default();
                    // Its own words for answers came later, too.
                    let answers: Vec<_> =
                        indicator.answers.iter().map(|(id, text)| format!("\n{id}: {}", text.get(""))).collect();
                    let said = format!("{} {kind}\n{}{}", guide.level.number(), indicator.text.get(""), answers.concat());
                    hashes.insert(ItemId::from(&indicator.id), hash(&said, OF_TEXT));
                }
            }
        }
        hashes
    }

    /// What is asked of a practice as a whole, and what the levels are that it may be given.
    fn said_of(&self, practice: &Practice) -> String {
        let asked = [practice.name.get(""), practice.question.get("")].into_iter();
        let scale = self.scale.iter().flat_map(|rung| [rung.name.get(""), rung.meaning.get("")]);
        let described = practice.levels.iter().map(|guide| guide.description.get(""));
        let texts: Vec<_> = asked.chain(scale).chain(described).collect();
        // What a model says of its rule beside its kind came later: where it says nothing, what was hashed before is the same.
        let rule = &self.scoring;
        let usual = Scoring { level: rule.level, rollup: rule.rollup, ..Scoring::default() };
        let answers = &rule.answers;
        // What an answer is worth, not how it is worded: a word that was put right asks nothing anew.
        let worth: Vec<_> = answers.own.iter().map(|own| format!("{}={} ", own.id, own.value)).collect();
        let more = || {
            let rest = (answers.passes_from, answers.not_applicable, answers.compensated);
            format!("{} {}{} {} {}\n", rule.share, worth.concat(), rest.0, rest.1, rest.2)
        };
        let more = if *rule == usual { String::new() } else { more() };
        format!("{:?}\n{more}{}", rule.level, texts.join("\n"))
    }

    /// The ids of practices and statements that look like positions, as `1.1` or `q3`: when a question is inserted, those after it get
    /// other ones, and answers stand at the wrong question.
    #[must_use]
    pub fn ids_by_position(&self) -> Vec<&str> {
        let practices = self.practices();
        let of_practice = |practice: &'_ Practice| practice.levels.iter().flat_map(|guide| &guide.indicators).count();
        let mut ids = Vec::with_capacity(practices.iter().map(|practice| 1 + of_practice(practice)).sum());
        for practice in practices {
            ids.push(practice.id.as_str());
            ids.extend(practice.levels.iter().flat_map(|guide| &guide.indicators).map(|it| it.id.as_str()));
        }
        ids.retain(|id| is_position(id));
        ids
    }
}

/// Whether nothing in an id tells what it is about: each of its parts is a number, or a letter or two and a number.
fn is_position(id: &str) -> bool {
    let mut parts = id.split(['.', '-', '_']);
    let has_digit = id.bytes().any(|byte| byte.is_ascii_digit());
    has_digit
        && parts.all(|part| {
            let digits = part.trim_start_matches(|letter: char| letter.is_ascii_lowercase());
            part.len() - digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_is_a_position_and_what_names_something_is_none() {
        for position in ["1.1", "q1", "1", "p2.3", "a-1", "gv.1-2"] {
            assert!(is_position(position), "{position}");
        }
        for name in ["patching", "updates.l2.signed", "nis2.reporting", "a", "gv.oc", "tls1.3-only"] {
            assert!(!is_position(name), "{name}");
        }
    }
}
