//! For whom and where a statement is meant, and for whom and where it is asked.
//!
//! A maker can't answer what only a plant can see, and a sensor has no tenants: such statements say so, and are then neither asked nor
//! counted. Source: the SMM is meant to be assessed per context (device, edge, cloud, end to end) and by whoever has the role in
//! question; a model or profile that marks nothing asks everything of everybody.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{AskedIndicator, Indicator, Level, Practice, Questionnaire, Text};

/// What one is towards the system; one may be several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SystemRole {
    /// Designs and sells it.
    Maker,
    /// Runs it.
    Operator,
    /// Services or hosts it for others.
    Provider,
    /// Brings it to a market from elsewhere.
    Importer,
}

impl SystemRole {
    /// All roles.
    pub const ALL: [Self; 4] = [Self::Maker, Self::Operator, Self::Provider, Self::Importer];

    /// The role's name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Maker => "maker",
            Self::Operator => "operator",
            Self::Provider => "provider",
            Self::Importer => "importer",
        }
    }

    /// Whether somebody of this role is asked what is meant for another. Who brings a product to a market answers there for whoever makes
    /// it, and has to get the answers from them; in every other case only the role itself is asked.
    #[must_use]
    pub fn answers_for(self, meant: Self) -> bool {
        self == meant || matches!((self, meant), (Self::Importer, Self::Maker))
    }
}

/// Where in a connected system something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// In the things themselves: sensors, controllers, products.
    Device,
    /// Near them: gateways, local servers and networks.
    Edge,
    /// In a data centre, one's own or somebody else's.
    Cloud,
    /// All the way from one end to the other.
    EndToEnd,
}

impl Context {
    /// All contexts, from the things outwards.
    pub const ALL: [Self; 4] = [Self::Device, Self::Edge, Self::Cloud, Self::EndToEnd];

    /// The context's name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Edge => "edge",
            Self::Cloud => "cloud",
            Self::EndToEnd => "end_to_end",
        }
    }
}

/// Whether something is meant for offices and data centers or for plants and products.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Technology {
    /// Information technology.
    It,
    /// Operational technology.
    Ot,
}

impl Technology {
    /// Both.
    pub const ALL: [Self; 2] = [Self::It, Self::Ot];

    /// The technology's name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::Ot => "ot",
        }
    }
}

/// For whom and where a statement is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct MeantFor {
    /// For these roles, in their order; for all where there is none.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, rename = "for", length(min = 1)))]
    pub roles: Vec<SystemRole>,
    /// In these contexts, in their order; anywhere where there is none.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, rename = "context", length(min = 1)))]
    pub contexts: Vec<Context>,
    /// For this technology; for both where none is said.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub technology: Option<Technology>,
}

/// Why a statement is not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// It is for other roles than ours.
    Role,
    /// It is about a context that no part of the system has.
    Context,
    /// It is about a technology that no part of the system has.
    Technology,
}

/// Who is asked, and about what. Nothing said: everything is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// What we are towards the system; empty where nobody said.
    pub roles: BTreeSet<SystemRole>,
    /// The contexts of the system's parts; empty where it has no parts, or one that may be anywhere.
    pub contexts: BTreeSet<Context>,
    /// The technologies of the system's parts; empty where it has no parts, or one that may be of both.
    pub technologies: BTreeSet<Technology>,
}

impl Audience {
    /// Why a statement is not asked; `None` where it is.
    #[must_use]
    pub fn leaves_out(&self, indicator: &Indicator) -> Option<LeftOut> {
        let MeantFor { roles, contexts, technology } = &indicator.meant_for;
        if !self.is_one_of(roles) {
            return Some(LeftOut::Role);
        }
        // What goes from one end to the other concerns the system whatever its parts are.
        let is_here = |context: &Context| *context == Context::EndToEnd || self.contexts.contains(context);
        if !self.contexts.is_empty() && !contexts.is_empty() && !contexts.iter().any(is_here) {
            return Some(LeftOut::Context);
        }
        let is_missing = |it: &Technology| !self.technologies.is_empty() && !self.technologies.contains(it);
        technology.as_ref().is_some_and(is_missing).then_some(LeftOut::Technology)
    }

    /// Whether what is for these roles is for us; it is as long as nobody said what we are, and where it is for all.
    fn is_one_of(&self, roles: &[SystemRole]) -> bool {
        let is_ours = |meant: &SystemRole| self.roles.iter().any(|role| role.answers_for(*meant));
        self.roles.is_empty() || roles.is_empty() || roles.iter().any(is_ours)
    }
}

impl Questionnaire {
    /// What is to be done to get to a level of a practice, without what is for others.
    #[must_use]
    pub fn actions<'a>(&self, practice: &'a Practice, level: Level) -> Vec<&'a Text> {
        let all = practice.guide(level).map_or(&[][..], |guide| &guide.actions);
        all.iter().filter(|it| self.audience.is_one_of(&it.roles)).map(|it| &it.text).collect()
    }

    /// Asks only what is meant for this audience. What is left out stays known, so that what was said about it keeps its name.
    #[must_use]
    pub fn for_audience(mut self, audience: Audience) -> Self {
        self.audience = audience;
        self
    }

    /// Who is asked, and about what.
    #[must_use]
    pub const fn audience(&self) -> &Audience {
        &self.audience
    }

    /// Everything that is known but not asked, with the reason, in the order in which it would be asked.
    pub fn left_out(&self) -> impl Iterator<Item = (AskedIndicator<'_>, LeftOut)> {
        let all = self.model().practices().into_iter().flat_map(|practice| self.known_of(practice));
        all.filter_map(|it| Some((it, self.audience.leaves_out(it.indicator)?)))
    }
}
