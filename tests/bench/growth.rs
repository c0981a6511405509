//! How cost grows: all that is done with sessions is measured with one, ten and a hundred times as much of each thing that there can be
//! more of.

use std::collections::BTreeMap;
use std::time::Duration;

use plumbline::analysis::{Assessment, Member, fleet_member, views};
use plumbline::exchange::{read_session, write_session_compact};
use plumbline::model::Questionnaire;
use plumbline::session::{Date, Session};

use super::measure::fastest;
use super::support::costs::{DIMENSIONS, Dimension};
use super::support::many::{self, Many};
use super::support::{filled, smm};
use super::{peak, table};

/// By how much a cost may grow with ten times and a hundred times as much. With its square it grows a hundred and ten thousand times.
const MAY_GROW: [f64; 2] = [15.0, 150.0];

/// What is shorter than this at first is taken as this: of what takes no time nothing can be told.
const SHORTEST: Duration = Duration::from_micros(10);

/// How often what grew too much is measured once more: a busy machine makes things slower, never faster.
const AGAIN: usize = 3;

/// The shortest times of what was measured, in the order in which it was.
type Shortest = BTreeMap<(usize, &'static str), [Duration; 3]>;

/// Measures all of it and says whether nothing grew more than it may.
pub fn bench() -> bool {
    let mut fits = true;
    for dimension in &DIMENSIONS {
        let mut times = Shortest::new();
        measure(dimension, &mut times, |_| true);
        for _ in 0..AGAIN {
            let too_much: Vec<&str> =
                rows(dimension, &times).iter().filter(|row| row.is_too_much()).map(|row| row.what).collect();
            if !too_much.is_empty() {
                measure(dimension, &mut times, |what| too_much.contains(&what));
            }
        }
        fits &= table::print(dimension.of, dimension.counts, &rows(dimension, &times));
    }
    memory() && fits
}

/// Whether what people see differently takes up no more than it may with the most people, and so many sessions beside each other.
fn memory() -> bool {
    views_of_people() & compared()
}

/// Two hundred fully answered sessions, kept with what is compared of each: a page may take up 300 MB in all.
fn compared() -> bool {
    const MOST: usize = 250_000_000;
    const TODAY: Date = Date::constant(2026, 11, 28);
    let asked = Questionnaire::new(smm(), Vec::new());
    let files: Vec<String> = (0..200).map(|seed| write_session_compact(&filled::session(seed)).unwrap_or_default()).collect();
    let bytes = peak::of(|| {
        let kept = files.iter().filter_map(|file| {
            let session = read_session(file.as_bytes()).ok()?;
            let carried = session.carried_over(&asked);
            let assessment = Assessment::latest(&asked, &carried).on(TODAY);
            let member = fleet_member("A site".to_owned(), &assessment, TODAY, "en");
            drop(assessment);
            drop(carried);
            Some((session, member))
        });
        kept.collect::<Vec<(Session, Member)>>()
    });
    println!("  200 sessions beside each other take up {:.1} MB at most", bytes as f64 / 1e6);
    bytes <= MOST
}

fn views_of_people() -> bool {
    const MOST: usize = 100_000_000;
    let Many { asked, session } = many::people(500);
    let bytes = peak::of(|| views(&Assessment::latest(&asked, &session)));
    println!("  views of 500 people with {} answers take up {:.1} MB at most", session.answers.len(), bytes as f64 / 1e6);
    bytes <= MOST
}

fn measure(dimension: &Dimension, times: &mut Shortest, is_wanted: impl Fn(&str) -> bool) {
    for (place, count) in dimension.counts.into_iter().enumerate() {
        let mut order = 0;
        (dimension.try_out)(count, &mut |what, run| {
            order += 1;
            if is_wanted(what) {
                let time = fastest(run);
                let least = &mut times.entry((order, what)).or_insert([Duration::MAX; 3])[place];
                *least = time.min(*least);
            }
        });
    }
}

fn rows(dimension: &Dimension, times: &Shortest) -> Vec<table::Row> {
    let row = |((_, what), times): (&(usize, &'static str), &[Duration; 3])| {
        let grows = [1, 2].map(|place: usize| times[place].as_secs_f64() / times[0].max(SHORTEST).as_secs_f64());
        let goal = dimension.goals.iter().find(|(of, _)| of == what).map(|(_, goal)| Duration::from_millis(*goal));
        table::Row { what, times: *times, grows, may_grow: MAY_GROW, goal }
    };
    times.iter().map(row).collect()
}
