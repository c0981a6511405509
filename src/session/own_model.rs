//! The model that somebody brought: what a session keeps of it, and the model itself where the session brings it along.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::{ActorId, FromFile, Misread, ModelRef, Session, Wrong, from_members};
use crate::model::{ContentHash, ItemId, Model, OwnModel, own_model};

/// What a session keeps of a model that somebody brought: what it is called, in case it is gone, and short hashes of what was read when
/// it was answered, since nobody says what another edition changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct OwnModelRef {
    /// What the model is called; empty in a copy without names.
    pub title: String,
    /// What it said as a whole.
    pub whole: ContentHash,
    /// What each practice and statement said when it was answered.
    pub texts: BTreeMap<ItemId, ContentHash>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(OwnModelRef { title, whole, texts; unknown });

impl ModelRef {
    /// A model, with what a session keeps of it where somebody brought it.
    #[must_use]
    pub fn to(model: &Model) -> Self {
        let own = model.own.clone().map(|whole| OwnModelRef {
            title: model.title.get("").to_owned(),
            whole,
            texts: model.text_hashes(),
            unknown: Map::new(),
        });
        Self { own, ..Self::new(model.id.clone(), model.edition.clone()) }
    }

    /// Whether this is what a session says of that very model: of one that comes with the app its id tells, of one that somebody brought
    /// what it says.
    #[must_use]
    pub fn is(&self, model: &Model) -> bool {
        self.id == model.id && self.own.as_ref().map(|own| &own.whole) == model.own.as_ref()
    }

    /// Whether two sessions mean questions that say the same.
    #[must_use]
    pub fn asks_the_same(&self, other: &Self) -> bool {
        let whole = |it: &Self| it.own.as_ref().map(|own| own.whole.clone());
        self.id == other.id && whole(self) == whole(other)
    }
}

impl Session {
    /// What this session's model says otherwise than a model did when it was answered.
    #[must_use]
    pub fn words_changed<'m>(&self, model: &'m Model) -> WordsChanged<'m> {
        let Some(own) = &self.model.own else { return WordsChanged::default() };
        // A copy without names does not keep what single questions said.
        if own.texts.is_empty() && self.model.is(model) {
            return WordsChanged::default();
        }
        let now = model.text_hashes();
        let changed = |id: &ItemId| own.texts.get(id).is_some_and(|then| now.get(id).is_some_and(|now| now != then));
        let practices = model.practices();
        let indicators = practices.iter().flat_map(|practice| &practice.levels).flat_map(|guide| &guide.indicators);
        let named = practices.iter().map(|practice| (ItemId::from(&practice.id), practice.name.get("")));
        let all = named.chain(indicators.map(|it| (ItemId::from(&it.id), it.text.get(""))));
        let (mut other_words, mut new) = (Vec::new(), Vec::new());
        for (id, words) in all {
            if changed(&id) {
                other_words.push((id, words));
            } else if !own.texts.contains_key(&id) {
                new.push((id, words));
            }
        }
        let gone = own.texts.keys().filter(|id| !now.contains_key(id)).cloned().collect();
        WordsChanged { other_words, new, gone }
    }

    /// Takes another edition of the model that somebody brought: what was said stands at the ids at which it was said. What says something
    /// else now keeps the hash of what it said when it was answered, until somebody has looked at it.
    ///
    /// Whether all levels that it speaks of are on the scale of that edition is asked before.
    pub fn take_edition(&mut self, model: &Model, actor: &ActorId) {
        let mut reference = ModelRef::to(model);
        if let (Some(own), Some(before)) = (&mut reference.own, &self.model.own) {
            for (id, hash) in &mut own.texts {
                if let Some(then) = before.texts.get(id) {
                    then.clone_into(hash);
                }
            }
        }
        self.put_model(reference, None, actor);
    }

    /// Takes down that somebody has looked at what the model says otherwise than when it was answered.
    pub fn look_at_words(&mut self, model: &Model, actor: &ActorId) {
        self.put_model(ModelRef::to(model), self.own_model.clone(), actor);
    }

    /// Says by which model it is answered from now on, and what it brings of it. That counts as a change, so that another tab knows which
    /// of two is the later one.
    pub fn put_model(&mut self, model: ModelRef, own_model: Option<BroughtModel>, actor: &ActorId) {
        self.model = ModelRef { taken: Some(self.seen.next(actor)), ..model };
        self.bring(own_model);
    }

    /// Brings a model along, or none. One that could not be read is not kept beside it.
    pub fn bring(&mut self, own_model: Option<BroughtModel>) {
        self.own_model = own_model;
        self.unknown.shift_remove(OWN_MODEL);
    }

    /// Whether it brings a model along that this Plumbline can't use: it is kept as it came.
    #[must_use]
    pub fn brings_unreadable(&self) -> bool {
        self.unknown.contains_key(OWN_MODEL)
    }
}

/// What a model says otherwise than when a session was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordsChanged<'m> {
    /// What has the same id and says something else, with what it says now.
    pub other_words: Vec<(ItemId, &'m str)>,
    /// What was not there, with what it says.
    pub new: Vec<(ItemId, &'m str)>,
    /// What is not there any more.
    pub gone: Vec<ItemId>,
}

impl WordsChanged<'_> {
    /// Whether all is as it was.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.other_words.is_empty() && self.new.is_empty() && self.gone.is_empty()
    }
}

/// The name of the member in which a session brings a model along.
pub(crate) const OWN_MODEL: &str = "own_model";

/// A model that a session brings along.
#[derive(Clone, Debug, PartialEq)]
pub struct BroughtModel(pub OwnModel);

impl Serialize for BroughtModel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.file().serialize(serializer)
    }
}

impl FromFile for BroughtModel {
    fn from_file(value: Value) -> Result<Self, Misread> {
        own_model(value).map(Self).map_err(|problems| Wrong::Model(problems).into())
    }
}

/// That a session brings the very model that it is about.
///
/// # Errors
/// When it is another one.
pub(super) fn belongs(session: &Session) -> Result<(), Misread> {
    let brought = session.own_model.as_ref();
    if brought.is_none_or(|brought| session.model.is(&brought.0.model)) {
        return Ok(());
    }
    Err(Misread::from(Wrong::OtherModel).in_member(OWN_MODEL))
}
