//! In which order many assessments stand.

use std::borrow::Borrow;
use std::cmp::Reverse;

use super::{Member, MemberStanding};
use crate::model::{PracticeId, order};

/// What they are ordered by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FleetOrder {
    /// As they were opened.
    #[default]
    Opened,
    /// By their names.
    Label,
    /// By how many practices fall short: the most first.
    Short,
    /// By how many demands from outside are missed: the most first.
    Missed,
    /// By where a practice stands: the lowest first. What is not known to the end comes after what is.
    Practice(PracticeId),
}

/// The places of the members in this order; where it is the same, as they were opened. `reversed` turns it round; but what is not known
/// comes last in any case: it is neither low nor high.
#[must_use]
pub fn fleet_order<M: Borrow<Member>>(members: &[M], by: &FleetOrder, reversed: bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..members.len()).collect();
    let member = |place: &usize| members.get(*place).map(Borrow::borrow);
    match by {
        FleetOrder::Opened => sort(&mut places, reversed, |place| *place),
        FleetOrder::Label => sort(&mut places, reversed, |place| member(place).map(|it| it.label.to_lowercase())),
        FleetOrder::Short => sort(&mut places, reversed, |place| Reverse(member(place).map(Member::short))),
        FleetOrder::Missed => sort(&mut places, reversed, |place| Reverse(member(place).map(Member::missed))),
        FleetOrder::Practice(id) => {
            let level = |place: &usize| match member(place)?.practice(id)?.stands {
                MemberStanding::At(level) => Some(level),
                _ => None,
            };
            let (mut known, last): (Vec<usize>, Vec<usize>) = places.into_iter().partition(|place| level(place).is_some());
            sort(&mut known, reversed, level);
            known.extend(not_known(last, |place| member(place).and_then(|it| it.practice(id)).map(|it| it.stands)));
            places = known;
        }
    }
    places
}

/// What is the same stays in the order in which it was, also the other way round.
fn sort<K: Ord>(places: &mut [usize], reversed: bool, key: impl Fn(&usize) -> K) {
    if reversed {
        places.reverse();
    }
    order::by_key(places, key);
    if reversed {
        places.reverse();
    }
}

/// What is not known to the end: what is known in part first.
fn not_known(mut places: Vec<usize>, stands: impl Fn(&usize) -> Option<MemberStanding>) -> Vec<usize> {
    order::by_key(&mut places, |place| match stands(place) {
        Some(MemberStanding::Between(low, high)) => (0, Some((low, high))),
        Some(MemberStanding::AskedAnew) => (1, None),
        Some(MemberStanding::NotKnown) => (2, None),
        Some(MemberStanding::NotAssessed | MemberStanding::At(_)) | None => (3, None),
        Some(MemberStanding::NotApplicable) => (4, None),
    });
    places
}
