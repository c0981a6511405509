//! What the native tests share: the files they read, and short ways to say things in a session.

#![allow(dead_code, reason = "each test crate uses only some of it")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that can't even begin has to say so loudly"
)]

pub mod any;
pub mod characteristics;
pub mod consolidated;
pub mod costs;
pub mod faulty;
pub mod filled;
pub mod findings;
pub mod interviews;
pub mod judgements;
pub mod many;
pub mod oracle;
pub mod plans;
pub mod round_events;
pub mod sign_offs;
pub mod talk;
pub mod trade;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use plumbline::exchange::{Opened, ReadError, SessionSteps};
use plumbline::model::{
    BadId, Coherence, FormerWords, Interview, Level, Model, OfferedModel, OptionId, Profile, QuestionId, Questionnaire, Scope,
    read_coherence, read_former_words, read_interview, read_list, read_model, read_offered, read_profile,
};
use serde_json::Value;

/// A file of the project, by its path from the root.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Reads a session file step by step, to its end.
pub fn in_steps(bytes: &[u8]) -> Result<Opened, ReadError> {
    let mut steps = SessionSteps::new(bytes);
    std::iter::repeat_with(|| steps.step().transpose()).find_map(|it| it).unwrap_or(Err(ReadError::Empty))
}

/// The bytes of a file of the project.
pub fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A file of the project as JSON, unchecked.
pub fn json(name: &str) -> Value {
    serde_json::from_slice(&bytes(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A session file as JSON, without what is worked out anew whenever it is written.
pub fn content(text: &str) -> Value {
    let mut file: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}"));
    for name in ["$schema", "checksum"] {
        file.as_object_mut().and_then(|members| members.shift_remove(name));
    }
    file
}

/// The id of that text.
pub fn id<T: for<'a> TryFrom<&'a str, Error = BadId>>(text: &str) -> T {
    T::try_from(text).unwrap()
}

/// The files that a list names.
pub fn list(name: &str) -> Vec<String> {
    read_list(&bytes(name)).unwrap_or_else(|problems| panic!("{name}:\n{problems}"))
}

fn model(name: &str) -> Arc<Model> {
    Arc::new(read_model(&bytes(name)).unwrap_or_else(|problems| panic!("{name}:\n{problems}")))
}

/// The model that is shipped.
pub fn smm() -> Arc<Model> {
    static SMM: LazyLock<Arc<Model>> = LazyLock::new(|| model("public/models/iot-smm.json"));
    SMM.clone()
}

/// A model that has nothing in common with the SMM: three levels, one group in another, three practices, no scopes, in German.
pub fn tiny() -> Arc<Model> {
    static TINY: LazyLock<Arc<Model>> = LazyLock::new(|| model("tests/data/tiny-model.json"));
    TINY.clone()
}

/// A profile for the tiny model.
pub fn tiny_profile() -> Arc<Profile> {
    Arc::new(read_profile(&bytes("tests/data/tiny-profile.json"), &tiny()).unwrap_or_else(|problems| panic!("{problems}")))
}

/// Every profile that is shipped.
pub fn smm_profiles() -> Vec<Arc<Profile>> {
    static PROFILES: LazyLock<Vec<Arc<Profile>>> = LazyLock::new(|| {
        let read = |file: String| {
            let profile = read_profile(&bytes(&format!("profiles/{file}")), &smm());
            Arc::new(profile.unwrap_or_else(|problems| panic!("{file}:\n{problems}")))
        };
        list("profiles/index.json").into_iter().map(read).collect()
    });
    PROFILES.clone()
}

/// The shipped profile of that id.
pub fn smm_profile(id: &str) -> Arc<Profile> {
    let found = smm_profiles().into_iter().find(|profile| profile.id.as_str() == id);
    found.unwrap_or_else(|| panic!("there is no profile {id}"))
}

/// The interview that is shipped.
pub fn smm_interview() -> Arc<Interview> {
    static INTERVIEW: LazyLock<Arc<Interview>> = LazyLock::new(|| {
        let file = "public/models/iot-smm.interview.json";
        Arc::new(read_interview(&bytes(file), &smm()).unwrap_or_else(|problems| panic!("{file}:\n{problems}")))
    });
    INTERVIEW.clone()
}

/// The dependencies between practices that are shipped.
pub fn smm_coherence() -> Arc<Coherence> {
    let file = "public/models/iot-smm.coherence.json";
    Arc::new(read_coherence(&bytes(file), &smm()).unwrap_or_else(|problems| panic!("{file}:\n{problems}")))
}

/// The words about the first edition that are shipped.
pub fn smm_former_words() -> FormerWords {
    let file = "public/models/iot-smm.changes.json";
    read_former_words(&bytes(file), &smm()).unwrap_or_else(|problems| panic!("{file}:\n{problems}"))
}

/// The models that are offered beside the first one.
pub fn offered() -> Vec<OfferedModel> {
    let file = "public/models/offered.json";
    read_offered(&bytes(file)).unwrap_or_else(|problems| panic!("{file}:\n{problems}"))
}

/// The shipped model with what helps to set targets, and these of the shipped profiles laid over it.
pub fn smm_guided(profiles: &[&str]) -> Questionnaire {
    let profiles = profiles.iter().map(|id| smm_profile(id)).collect();
    Questionnaire::new(smm(), profiles).with_guidance(Some(smm_interview()), Some(smm_coherence()))
}

/// Answers of an interview, as `question=option question=option`.
pub fn answers(text: &str) -> BTreeMap<QuestionId, OptionId> {
    let pair = |text: &str| text.split_once('=').map(|(question, option)| (id(question), id(option)));
    text.split_whitespace().map(|text| pair(text).unwrap_or_else(|| panic!("{text}"))).collect()
}

/// Levels with their scopes, as `3i 2g 4s`.
pub fn marks(levels: impl IntoIterator<Item = (Level, Scope)>) -> String {
    let authorship = |(level, scope): (Level, Scope)| format!("{level}{}", scope.key().get(..1).unwrap_or_default());
    levels.into_iter().map(authorship).collect::<Vec<_>>().join(" ")
}

/// The shipped model with every shipped profile laid over it.
pub fn smm_asked() -> Questionnaire {
    Questionnaire::new(smm(), smm_profiles())
}

/// The tiny model with its profile laid over it.
pub fn tiny_asked() -> Questionnaire {
    Questionnaire::new(tiny(), vec![tiny_profile()])
}

/// Puts a value where a JSON pointer leads, which may be a new member of an object that is there.
pub fn set(document: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {parent}")) {
        Value::Object(object) => {
            object.insert(unescaped(name), value);
        }
        Value::Array(list) => *list.get_mut(name.parse::<usize>().unwrap()).unwrap() = value,
        _ => panic!("{parent} holds nothing"),
    }
}

/// Removes the member or entry that a JSON pointer leads to.
pub fn remove(document: &mut Value, pointer: &str) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {parent}")) {
        Value::Object(object) => assert!(object.shift_remove(&unescaped(name)).is_some(), "nothing at {pointer}"),
        Value::Array(list) => {
            list.remove(name.parse().unwrap());
        }
        _ => panic!("{parent} holds nothing"),
    }
}

fn unescaped(name: &str) -> String {
    name.replace("~1", "/").replace("~0", "~")
}
