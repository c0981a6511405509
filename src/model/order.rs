//! Putting things in order. One copy of the library's sorting serves all types: it is large, and the standard functions make it
//! anew for each type and each way to compare. Equal things stay in the order in which they were.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Orders things by what `key` says of each of them, which is asked once.
pub fn by_key<T, K: Ord>(things: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = things.iter().map(key).collect();
    let swaps = swaps(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    swap(things, swaps);
}

/// Orders things as `compare` says.
pub fn by<T>(things: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let place = |at: usize| things.get(at);
    let swaps = swaps(things.len(), &|one, other| match (place(one), place(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    swap(things, swaps);
}

fn swap<T>(things: &mut [T], swaps: Vec<(usize, usize)>) {
    for (one, other) in swaps {
        things.swap(one, other);
    }
}

/// The places to swap, one pair after the other, so that so many things come in order.
fn swaps(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    let mut swaps = Vec::new();
    // Along each cycle: what belongs in a place comes there, and what was there waits in the place that became free.
    for start in 0..count {
        let mut place = start;
        while let Some(from) = order.get_mut(place).map(|from| std::mem::replace(from, place)).filter(|from| *from != start) {
            swaps.push((place, from));
            place = from;
        }
    }
    swaps
}

/// A set of things, put in one by one. `collect` sorts them first, which is the same at the end, with one more copy of sorting.
pub fn set<T: Ord>(things: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(things);
    set
}

/// A map, put together one by one, for the same reason as [`set`]. Of two with the same key the later one stays.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn things_come_in_the_order_in_which_the_library_sorts_them(keys in proptest::collection::vec(0_u8..6, 0..60)) {
            let things: Vec<(u8, usize)> = keys.into_iter().enumerate().map(|(at, key)| (key, at)).collect();
            let mut expected = things.clone();
            expected.sort_by_key(|(key, _)| *key);
            let mut by_their_keys = things.clone();
            by_key(&mut by_their_keys, |(key, _)| *key);
            prop_assert_eq!(&by_their_keys, &expected);
            let mut compared = things;
            by(&mut compared, |one, other| one.0.cmp(&other.0));
            prop_assert_eq!(&compared, &expected);
        }
    }
}
