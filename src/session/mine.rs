//! Whose statement is shown to whom, where several people said something about the same thing.

use super::{Fact, Facts, PersonId, Place};

/// My statement at a place, or else what nobody put a name to. Whoever did not say who they are sees what the first person stated:
/// they look at the session rather than answer in it.
///
/// What another person said is never shown as if it were mine: one would follow it, and could not say the same.
#[must_use]
pub fn mine_or_first<'a, Id: Ord + Clone, V>(facts: &'a Facts<Place<Id>, V>, place: &Place<Id>) -> Option<&'a V> {
    let mine = facts.get(place).and_then(Fact::value);
    let mine_or_nobodys = mine.or_else(|| facts.get(&Place { by: None, ..place.clone() }).and_then(Fact::value));
    if place.by.is_some() {
        return mine_or_nobodys;
    }
    mine_or_nobodys.or_else(|| said_at(facts, place).next().map(|(_, value)| value))
}

/// What other people than the one at this place stated about the same thing, each with who it was. Nothing for whoever did not
/// say who they are: they see the first one's as if it were nobody's.
pub fn others<'a, Id: Ord + Clone, V>(
    facts: &'a Facts<Place<Id>, V>,
    place: &'a Place<Id>,
) -> impl Iterator<Item = (&'a PersonId, &'a V)> {
    let somebody = place.by.as_ref();
    let said = somebody.into_iter().flat_map(move |_| said_at(facts, place));
    said.filter_map(|(other, value)| Some((other.by.as_ref()?, value))).filter(move |(by, _)| somebody != Some(*by))
}

/// Everything that anybody stated about the same thing and did not withdraw.
fn said_at<'a, Id: Ord + Clone, V>(
    facts: &'a Facts<Place<Id>, V>,
    place: &Place<Id>,
) -> impl Iterator<Item = (&'a Place<Id>, &'a V)> + use<'a, Id, V> {
    // Places sort by what they are about, and nobody comes before anybody.
    let first = Place { by: None, ..place.clone() };
    let same = first.clone();
    let here = facts
        .range(first..)
        .take_while(move |(other, _)| other.on == same.on && other.round == same.round && other.part == same.part);
    here.filter_map(|(other, fact)| fact.value().map(|value| (other, value)))
}
