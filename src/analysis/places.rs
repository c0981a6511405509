//! The places that are asked about, so that it is known which demands hold where the system is.

use std::collections::BTreeSet;

use crate::model::{Questionnaire, RegionId, WORLD, order};
use crate::session::Session;

/// The places that are always offered; anywhere else comes last.
const USUAL: [&str; 3] = ["eu", "uk", "us"];

/// Anywhere else.
const OTHER: &str = "other";

/// The places to ask about: nothing where no demand of a profile in use holds only somewhere, and nobody named one before. A part
/// stands behind what it is part of.
#[must_use]
pub fn places_to_ask(asked: &Questionnaire, session: &Session) -> Vec<RegionId> {
    let minimums = asked.profiles().iter().flat_map(|profile| &profile.minimums);
    let of_profiles = minimums.filter_map(|it| it.applies.as_ref()).flat_map(|applies| &applies.places);
    let mut more: BTreeSet<RegionId> = order::set(of_profiles.chain(session.places_named()).cloned());
    more.retain(|place| place.as_str() != WORLD);
    if more.is_empty() {
        return Vec::new();
    }
    let id = |id| RegionId::try_from(id).ok();
    let usual: Vec<RegionId> = USUAL.into_iter().filter_map(id).collect();
    let mut all: Vec<RegionId> = Vec::new();
    for place in usual {
        let parts: Vec<_> = more.iter().filter(|it| it.is_part_of(&place) && **it != place).cloned().collect();
        all.push(place);
        all.extend(parts);
    }
    let rest: Vec<RegionId> = more.into_iter().filter(|it| !all.contains(it) && it.as_str() != OTHER).collect();
    all.extend(rest.into_iter().chain(id(OTHER)));
    all
}
