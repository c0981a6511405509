//! Practices below each other, in groups, each with its name and with what is said of it: what two of the pictures have in common.

use charming::element::LineStyleType;
use charming::series::Scatter;

use crate::ui::charts::paint::{LINE, LINE_HEIGHT, Segment, Side, heads, lines, words};
use crate::ui::charts::{Room, Row};
use crate::ui::text as t;

/// What a practice takes beside its words.
const APART: f64 = 12.0;
/// The least that a practice takes.
const LEAST: f64 = 46.0;
/// What a group takes beside its words.
const AROUND_HEAD: f64 = 16.0;
/// How far above and below its line a practice has signs.
pub const ABOVE: f64 = 8.0;
/// How far below the line the lowest sign stands.
pub const BELOW: f64 = 17.0;

/// A practice with its place from the top, in pixels.
pub struct Placed<'a> {
    pub row: &'a Row,
    /// Where its marks are.
    pub y: f64,
    /// The lines of its name, and the lines that stand beside its marks, each with its place.
    name: Vec<(f64, String)>,
    beside: Vec<(f64, String)>,
}

/// Practices in groups.
pub struct List<'a> {
    pub placed: Vec<Placed<'a>>,
    /// The lines of the heads of the groups.
    heads: Vec<(f64, String)>,
    /// Where each group begins and ends.
    bands: Vec<(f64, f64)>,
    pub height: f64,
    room: Room,
}

impl<'a> List<'a> {
    /// Lays out groups of practices; `beside` is what is said of each.
    pub fn new(groups: Vec<(String, Vec<&'a Row>)>, room: Room, beside: fn(&Row) -> String) -> Self {
        let mut list = Self { placed: Vec::new(), heads: Vec::new(), bands: Vec::new(), height: 0.0, room };
        for (head, rows) in groups {
            let longest = if room == Room::Narrow { 36 } else { 30 };
            let lines = t::on_lines(&head, longest);
            let first = list.height + AROUND_HEAD;
            list.heads.extend(below_each_other(first, lines.clone()));
            list.height = first + count(&lines) * LINE_HEIGHT;
            let begin = list.height;
            for row in rows {
                let (placed, height) = place(row, room, list.height, beside(row));
                list.placed.push(placed);
                list.height += height;
            }
            list.bands.push((begin, list.height));
        }
        list
    }

    /// The room that names and words take, left and right of the plot.
    pub fn sides(&self) -> (f64, f64) {
        if self.room == Room::Narrow { (14.0, 14.0) } else { (245.0, 185.0) }
    }

    /// The words: heads, names, and what is said of each. `first` and `last` are where the plot begins and ends.
    pub fn words(&self, head: &str, beside: &str, first: f64, last: f64) -> [Scatter; 3] {
        let side = if self.room == Room::Narrow { Side::Right(-8.0) } else { Side::Left(14.0) };
        let at = |x: f64, all: &[(f64, String)]| all.iter().map(|(y, words)| (x, *y, words.clone())).collect::<Vec<_>>();
        let names = self.placed.iter().flat_map(|it| at(first, &it.name)).collect();
        let said = self.placed.iter().flat_map(|it| at(last, &it.beside)).collect();
        [heads(head, side, at(first, &self.heads)), words(t::PRACTICE.get(), side, names), words(beside, Side::Right(14.0), said)]
    }

    /// The lines of the scale, at `steps` from left to right. Where names stand above what they name, no line crosses them.
    pub fn scale(&self, steps: &[f64]) -> Scatter {
        let bands: Vec<(f64, f64)> = match self.room {
            Room::Wide => self.bands.clone(),
            Room::Narrow => self.placed.iter().map(|it| (it.y - ABOVE - 2.0, it.y + BELOW - 5.0)).collect(),
        };
        let down = bands.iter().flat_map(|(from, to)| steps.iter().map(|x| ((*x, *from), (*x, *to))));
        let across = self.placed.iter().filter_map(|it| Some(((*steps.first()?, it.y), (*steps.last()?, it.y))));
        lines("", LINE, LineStyleType::Solid, 1.0, down.chain(across).collect::<Vec<Segment>>())
    }
}

fn place(row: &Row, room: Room, top: f64, beside: String) -> (Placed<'_>, f64) {
    if room == Room::Narrow {
        let lines = t::on_lines(&format!("{}: {beside}", row.title()), 34);
        let name: Vec<_> = below_each_other(top + 12.0, lines);
        let y = name.last().map_or(top, |(y, _)| *y) + LINE_HEIGHT + ABOVE;
        return (Placed { row, y, name, beside: Vec::new() }, y + BELOW + APART - top);
    }
    let (name, beside) = (t::on_lines(&row.title(), 32), t::on_lines(&beside, 23));
    let height = (count(&name).max(count(&beside)) * LINE_HEIGHT + APART).max(LEAST);
    let y = top + height / 2.0;
    let around = |lines: Vec<String>| below_each_other(y - (count(&lines) - 1.0) * LINE_HEIGHT / 2.0, lines);
    (Placed { row, y, name: around(name), beside: around(beside) }, height)
}

fn count(lines: &[String]) -> f64 {
    u8::try_from(lines.len()).unwrap_or(u8::MAX).into()
}

fn below_each_other(first: f64, lines: Vec<String>) -> Vec<(f64, String)> {
    lines.into_iter().zip(0u8..).map(|(words, i)| (first + f64::from(i) * LINE_HEIGHT, words)).collect()
}
