//! The same note in many places: one size rarely fits all.

use std::collections::BTreeMap;

use super::checked::Checked;
use super::{Noticed, What};
use crate::analysis::About;

/// How many characters a note needs at least: short ones, as “See above” or “n/a”, come up again by themselves.
const SHORTEST: usize = 20;

/// In how many places the same note has to be.
const PLACES: usize = 3;

/// Notes that are the same, but for space around them, on several indicators or practices. What several people or parts say
/// of one indicator is one place.
pub(super) fn pasted(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let of_indicators = checked.here(&checked.session.notes).filter_map(|(place, note, _)| {
        let about = checked.placed_indicator(&place.on)?.about();
        Some((about, note.trim()))
    });
    let asked = checked.here(&checked.session.practice_notes).filter(|(place, ..)| checked.is_asked(&place.on));
    let of_practices = asked.map(|(place, note, _)| (About::Practice(place.on.clone()), note.trim()));

    // By where each stands in the model's order.
    let mut places: BTreeMap<&str, BTreeMap<(usize, usize), About>> = BTreeMap::new();
    for (about, note) in of_practices.chain(of_indicators).filter(|(_, note)| note.chars().count() >= SHORTEST) {
        places.entry(note).or_default().insert(checked.order(&about), about);
    }
    let often = places.into_iter().filter(|(_, places)| places.len() >= PLACES);
    often
        .filter_map(|(text, places)| {
            let mut places = places.into_values();
            let first = places.next()?;
            Some(Noticed::new(first, What::Pasted { text: text.to_owned(), also: places.collect() }))
        })
        .collect()
}
