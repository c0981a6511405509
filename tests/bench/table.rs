//! How times with more and more of something stand beside each other.

use std::time::Duration;

/// How long something took with one, ten and a hundred times as much.
pub struct Row {
    /// What.
    pub what: &'static str,
    /// How long.
    pub times: [Duration; 3],
    /// How many times as long with ten and with a hundred times as much.
    pub grows: [f64; 2],
    /// How many times as long it may take.
    pub may_grow: [f64; 2],
    /// How long it may take with the most, if that is promised.
    pub goal: Option<Duration>,
}

impl Row {
    /// Whether it grew more, or took longer, than it may.
    pub fn is_too_much(&self) -> bool {
        let [_, _, most] = self.times;
        self.grows.iter().zip(self.may_grow).any(|(grows, may)| *grows > may) || self.goal.is_some_and(|goal| most > goal)
    }
}

/// Prints what was measured and says whether all is as it should be.
pub fn print(of: &str, counts: [usize; 3], rows: &[Row]) -> bool {
    let [one, ten, hundred] = counts;
    println!("  {of:<24}{one:>11}{ten:>11}{hundred:>11}{:>8}{:>9}{:>10}", "x 10", "x 100", "goal");
    for row in rows {
        let [one, ten, hundred] = row.times.map(in_ms);
        let [by_ten, by_hundred] = row.grows;
        let goal = row.goal.map(in_ms).unwrap_or_default();
        let verdict = if row.is_too_much() { "  too much" } else { "" };
        println!("    {:<22}{one:>11}{ten:>11}{hundred:>11}{by_ten:>8.1}{by_hundred:>9.1}{goal:>10}{verdict}", row.what);
    }
    println!();
    !rows.iter().any(Row::is_too_much)
}

fn in_ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1_000.0;
    if ms < 10.0 { format!("{ms:.3} ms") } else { format!("{ms:.0} ms") }
}
