//! What something outside demands of a practice, down to the statement: whom it binds, where, from when, and where to read it.
//!
//! All that a profile says of it is a reading of its source, for orientation: whether it binds somebody only they can say.

use jiff::civil::Date;

use super::{DutyId, IndicatorId, Level, PracticeId, RegionId, SystemRole, Text};

/// What law, a regulator, a standard or a customer demands of a practice; not negotiable.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Minimum {
    /// Its id, the same in all editions of the profile. Where the file names none it is made from the practice's.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<DutyId>"))]
    pub id: DutyId,
    /// For this practice.
    pub practice: PracticeId,
    /// The level.
    pub level: Level,
    /// The statements of this practice that it needs, whatever their level: reaching the level alone does not meet it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub needs: Vec<IndicatorId>,
    /// Whom it binds, where and when. Where the file does not say, it counts until people say that it does not bind them.
    pub applies: Option<Applies>,
    /// The law it is part of.
    pub law: Option<Law>,
    /// Who demands it, and where that is written.
    pub source: Text,
}

/// Whom a demand binds, where and when.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Applies {
    /// What one is to the system; empty: whatever one is.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub to: Vec<DutyRole>,
    /// Where the system is sold, run or serviced; empty: everywhere.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub places: Vec<RegionId>,
    /// For what, in words.
    pub what: Option<Text>,
    /// The first day on which it binds; `None` where it does already.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<super::schema::Day>"))]
    pub from: Option<Date>,
    /// The last day on which it does; `None` where none is set.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<super::schema::Day>"))]
    pub until: Option<Date>,
}

/// What somebody is to a system, as laws tell it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum DutyRole {
    /// Designs it, or has it designed, and sells it under their name.
    Maker,
    /// Runs it.
    Operator,
    /// Brings it to a market from elsewhere.
    Importer,
    /// Services or hosts it for others.
    Provider,
}

impl DutyRole {
    /// All, each with its name in files.
    pub(super) const WORDS: [(&str, Self); 4] =
        [("maker", Self::Maker), ("operator", Self::Operator), ("importer", Self::Importer), ("provider", Self::Provider)];
}

impl From<SystemRole> for DutyRole {
    fn from(role: SystemRole) -> Self {
        match role {
            SystemRole::Maker => Self::Maker,
            SystemRole::Operator => Self::Operator,
            SystemRole::Provider => Self::Provider,
            SystemRole::Importer => Self::Importer,
        }
    }
}

/// A law, a standard or a contract that several demands can be part of.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Law {
    /// Its short name, as CRA. What has the same name is the same law, in whichever profile.
    pub name: Text,
    /// The address at which to read it. The app shows it and never asks for it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<super::schema::WebAddress>"))]
    pub link: Option<String>,
}

impl Applies {
    /// Whether it can bind somebody who is this to the system. As long as nobody said what they are, it can.
    #[must_use]
    pub fn is_for(&self, roles: &[DutyRole]) -> bool {
        roles.is_empty() || self.to.is_empty() || self.to.iter().any(|role| roles.contains(role))
    }

    /// Whether it can bind somebody who is in one of these places. As long as nobody said where they are, it can. A place may be part of
    /// another: who is in `eu-de` is in `eu`, and who says no more than `eu` may be in `eu-de`. What holds in the [world](WORLD), as a
    /// contract may, holds wherever one is.
    #[must_use]
    pub fn is_in(&self, places: &[&RegionId]) -> bool {
        let is_at = |place: &RegionId, here: &RegionId| place.is_part_of(here) || here.is_part_of(place);
        let is_here = |place: &RegionId| place.as_str() == WORLD || places.iter().any(|here| is_at(place, here));
        places.is_empty() || self.places.is_empty() || self.places.iter().any(is_here)
    }
}

/// The place of what holds everywhere.
pub const WORLD: &str = "world";

impl RegionId {
    /// Whether a place is another or part of it: `eu-de` is part of `eu`.
    #[must_use]
    pub fn is_part_of(&self, whole: &Self) -> bool {
        self.as_str().strip_prefix(whole.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[allow(clippy::unwrap_used, reason = "fixed ids")]
    fn region(id: &str) -> RegionId {
        id.try_into().unwrap()
    }

    #[test]
    fn a_demand_is_ruled_out_only_by_what_somebody_said() {
        let nothing_said = Applies::default();
        let makers = Applies { to: vec![DutyRole::Maker], places: vec![region("eu")], ..Applies::default() };
        assert!(nothing_said.is_for(&[DutyRole::Operator]) && nothing_said.is_in(&[&region("uk")]));
        assert!(makers.is_for(&[]) && makers.is_in(&[]));
        assert!(!makers.is_for(&[DutyRole::Operator]) && !makers.is_in(&[&region("uk")]));
        assert!(makers.is_for(&[DutyRole::Operator, DutyRole::Maker]) && makers.is_in(&[&region("uk"), &region("eu")]));
        let importers = Applies { to: vec![DutyRole::Maker, DutyRole::Importer], ..Applies::default() };
        assert!(importers.is_for(&[DutyRole::Importer]) && !importers.is_for(&[DutyRole::Operator]));
    }

    #[test]
    fn who_is_in_a_part_of_a_place_is_in_it_and_who_names_the_whole_may_be_in_each_part() {
        let holds = |of: &str, here: &[&str]| {
            let here: Vec<RegionId> = here.iter().copied().map(region).collect();
            Applies { places: vec![region(of)], ..Applies::default() }.is_in(&here.iter().collect::<Vec<_>>())
        };
        for (of, here, expected) in [
            ("eu", &["eu-de"][..], true),
            ("eu-de", &["eu"], true),
            ("eu-de", &["eu-de"], true),
            ("eu-de", &["eu-fr"], false),
            ("eu-de", &["uk", "us-ca"], false),
            ("us", &["us-ca"], true),
            ("ca", &["us-ca"], false),
            ("us-ca", &["ca"], false),
            ("us-ca", &["us"], true),
            ("eu", &["eurasia"], false),
            ("world", &["other"], true),
            ("eu", &["other"], false),
        ] {
            assert_eq!(holds(of, here), expected, "{of} for {here:?}");
        }
    }
}
