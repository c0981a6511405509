//! How many of a cohort have to lie at or below a level so that a share of them is said to.

/// A share of a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    Quarter,
    Half,
    ThreeQuarters,
}

impl Rank {
    /// The share in quarters.
    const fn quarters(self) -> usize {
        match self {
            Self::Quarter => 1,
            Self::Half => 2,
            Self::ThreeQuarters => 3,
        }
    }

    /// The fewest of so many that are this share of them.
    const fn fewest(self, of: usize) -> usize {
        (self.quarters() * of).div_ceil(4)
    }

    /// How many of so many have to lie at or below a level: never fewer than the share.
    ///
    /// Whoever joins moves the count at or below a level by one or not at all. If the bound stayed or rose by one, a change of what is told
    /// would say which. So it moves by more: of an even number it is the share itself; with the odd one it rises by at least two, and
    /// with the next even one it falls by at least one. Whatever is told then changes, or does not, with either kind of member: where the bound
    /// rises by two, what was just enough is not any more, whether the new one counts or not; where it falls, what was one too few is
    /// enough.
    pub(super) fn bound(self, of: usize) -> usize {
        if of.is_multiple_of(2) { self.fewest(of) } else { (self.fewest(of.saturating_sub(1)) + 2).max(self.fewest(of + 1) + 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Rank; 3] = [Rank::Quarter, Rank::Half, Rank::ThreeQuarters];

    #[test]
    fn the_bounds_are_those_worked_out_by_hand() {
        let halves: Vec<usize> = (5..=12).map(|of| Rank::Half.bound(of)).collect();
        assert_eq!(halves, [4, 3, 5, 4, 6, 5, 7, 6]);
        assert_eq!(ALL.map(|rank| rank.bound(15)), [6, 9, 13]);
        assert_eq!(ALL.map(|rank| rank.bound(16)), [4, 8, 12]);
    }

    #[test]
    fn the_bound_is_never_below_the_share_and_never_all() {
        for of in 5..500 {
            for rank in ALL.into_iter().filter(|rank| *rank == Rank::Half || of >= 15) {
                assert!(rank.bound(of) * 4 >= rank.quarters() * of, "{rank:?} of {of}");
                assert!(rank.bound(of) < of, "{rank:?} of {of}");
            }
        }
    }

    #[test]
    fn with_each_one_more_the_bound_moves_further_than_a_count_can() {
        for of in 5..500 {
            for rank in ALL {
                let (now, then) = (rank.bound(of), rank.bound(of + 1));
                assert!(then >= now + 2 || then < now, "{rank:?} from {now} of {of} to {then}");
            }
        }
    }
}
