//! Measuring: many runs, since a machine always does something else beside.

use std::hint::black_box;
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;

/// For how long each thing is measured, and how often at least.
const FOR: Duration = Duration::from_secs(2);
const AT_LEAST: usize = 50;

/// Something measured.
pub struct Case {
    /// What it is.
    pub name: &'static str,
    /// How long it may take at the median, if that is promised.
    pub budget: Option<Duration>,
    /// How long each run took.
    pub times: Times,
}

/// How long runs took, the shortest first.
pub struct Times(Vec<Duration>);

impl Times {
    /// The time within which so many of a hundred runs were done.
    fn within(&self, percent: usize) -> Duration {
        self.0.get(self.0.len().saturating_sub(1) * percent / 100).copied().unwrap_or_default()
    }
}

/// Runs something again and again, after some runs that don't count.
pub fn measure<T>(mut run: impl FnMut() -> T) -> Times {
    let mut timed = || {
        let start = ThreadTime::now();
        black_box(run());
        start.elapsed()
    };
    (0..AT_LEAST).for_each(|_| _ = timed());
    let start = Instant::now();
    let mut times = Vec::new();
    while start.elapsed() < FOR || times.len() < AT_LEAST {
        times.push(timed());
    }
    times.sort_unstable();
    Times(times)
}

/// How long is looked for the fastest run, how often at least, and after how long no more.
const LOOK: Duration = Duration::from_millis(60);
const LOOKS: usize = 5;
const LONG: Duration = Duration::from_secs(2);

/// More than what a processor keeps at hand.
const AT_HAND: usize = 32_000_000;

/// How long the processor works on something when nothing else gets in the way: the fastest of several runs. Each begins with nothing
/// at hand: else what is small would be quicker only because it was looked at a moment ago, and what is large would seem to grow.
pub fn fastest(run: &mut dyn FnMut()) -> Duration {
    let mut other = vec![0_u8; AT_HAND];
    let mut timed = || {
        other.iter_mut().step_by(64).for_each(|byte| *byte = byte.wrapping_add(1));
        black_box(&other);
        let start = ThreadTime::now();
        run();
        start.elapsed()
    };
    let mut least = timed();
    let (start, mut looks) = (Instant::now(), 0);
    while (start.elapsed() < LOOK || looks < LOOKS) && start.elapsed() < LONG && least < LONG {
        least = timed().min(least);
        looks += 1;
    }
    least
}

/// Prints what was measured and says whether all budgets were kept.
pub fn report(cases: &[Case]) -> bool {
    println!("  {:<24}{:>12}{:>12}{:>12}{:>12}", "", "fastest", "median", "98 of 100", "budget");
    let mut fits = true;
    for Case { name, budget, times } in cases {
        let over = budget.is_some_and(|budget| times.within(50) > budget);
        let budget = budget.map(in_ms).unwrap_or_default();
        let verdict = if over { "  too slow" } else { "" };
        let [fastest, median, most] = [0, 50, 98].map(|percent| in_ms(times.within(percent)));
        println!("  {name:<24}{fastest:>12}{median:>12}{most:>12}{budget:>12}{verdict}");
        fits &= !over;
    }
    println!();
    fits
}

fn in_ms(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1000.0)
}
