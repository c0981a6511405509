//! Cost grows with the amount and not with its square: tried in small here; `cargo xtask bench native` measures it with much more.
#![allow(clippy::indexing_slicing, reason = "a wrong index is a failed test")]

use std::collections::BTreeMap;
use std::time::Duration;

use cpu_time::ThreadTime;

use crate::support::costs::{DIMENSIONS, Dimension};

/// By how much what takes time may grow with ten times as much. Its square grows a hundred times; what merely is long and untidy grows
/// ten to fifteen times, and the rest is left to a machine that does other things beside.
const MAY_GROW: u32 = 35;

/// What is shorter than this is left out: with its square, ten times as much takes a hundred times as long, and so longer.
const SHORTEST: Duration = Duration::from_millis(2);

/// What is shorter than this is done several times.
const SHORT: Duration = Duration::from_millis(1);

/// How often something that grew too much is tried once more. The time of the processor counts, whatever else the machine does; still
/// a busy one makes things slower, never faster, so the least counts.
const AGAIN: usize = 12;

/// How long each thing took at the least with one and with ten times as much.
type Least = BTreeMap<&'static str, [Duration; 2]>;

fn try_out(dimension: &Dimension, least: &mut Least, is_wanted: impl Fn(&str) -> bool) {
    let [one, ten, _] = dimension.counts;
    for (place, count) in [one, ten].into_iter().enumerate() {
        (dimension.try_out)(count, &mut |what, run| {
            if is_wanted(what) {
                let mut runs = 0;
                // What takes next to no time is done more than once: the first time everything has to be found.
                while runs == 0 || (runs < 3 && least.get(what).is_some_and(|times| times[place] < SHORT)) {
                    runs += 1;
                    let start = ThreadTime::now();
                    run();
                    let times = least.entry(what).or_insert([Duration::MAX; 2]);
                    times[place] = start.elapsed().min(times[place]);
                }
            }
        });
    }
}

fn grew_too_much(least: &Least) -> Vec<&'static str> {
    let too_much = |[one, ten]: &[Duration; 2]| *ten > SHORTEST && *ten > *one * MAY_GROW;
    least.iter().filter(|(_, times)| too_much(times)).map(|(what, _)| *what).collect()
}

#[test]
fn ten_times_as_much_of_anything_takes_no_hundred_times_as_long() {
    for dimension in &DIMENSIONS {
        let mut least = Least::new();
        try_out(dimension, &mut least, |_| true);
        for _ in 0..AGAIN {
            let again = grew_too_much(&least);
            if !again.is_empty() {
                try_out(dimension, &mut least, |what| again.contains(&what));
            }
        }
        let too_much: Vec<_> = grew_too_much(&least).into_iter().map(|what| (what, least[what])).collect();
        assert!(too_much.is_empty(), "{}: {too_much:?}", dimension.of);
    }
}
