//! A picture as a file of its own: with its headline, with what it is of, and with its key, on a ground of its own. The colours of the page
//! are written out, since a file knows none of the page's names.

use std::fmt::Write;

use html_escape::encode_safe;

/// The colours, by the names that the page has for them.
const SURFACE: &str = "var(--surface)";
const INK: &str = "var(--ink)";
const SOFT: &str = "var(--ink-soft)";
const CURRENT: &str = "var(--current)";
const TARGET: &str = "var(--target)";
const SHORT: &str = "var(--short)";
const MORE: &str = "var(--more)";

/// A sign of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A filled circle.
    Circle,
    /// A hollow one.
    Ring,
    /// A dashed square.
    Square,
    /// A hollow diamond.
    Diamond,
    /// A filled triangle.
    Triangle,
    /// A solid line.
    Solid,
    /// A dashed one.
    Dashed,
    /// A dotted one.
    Dotted,
    /// Letters that stand in the picture.
    Letters(&'static str),
}

/// A sign and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    /// The sign.
    pub sign: Sign,
    /// What it means.
    pub words: &'static str,
}

/// The white around it.
const EDGE: f64 = 24.0;
/// The height of a line of the headline, of what stands below it, and of the key.
const HEADLINE: f64 = 26.0;
const LINE: f64 = 20.0;
/// What a letter takes at most on average: the headline is bold and large, the key small.
const LARGE_LETTER: f64 = 10.5;
const SMALL_LETTER: f64 = 7.0;
/// What the sign of an entry of the key takes, and what lies between two entries.
const SIGN: f64 = 36.0;
const APART: f64 = 20.0;
/// The letters of all words.
const FONT: &str = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";

/// What a file of a picture is made from.
#[derive(Clone, Copy, Debug)]
pub struct SavedPicture<'a> {
    /// What it says, as a sentence.
    pub headline: &'a str,
    /// What it is of, and of which day.
    pub of: &'a str,
    /// The picture as the chart library drew it: an `svg` element.
    pub drawn: &'a str,
    /// How wide and how high that is.
    pub size: (f64, f64),
    /// What its signs mean.
    pub key: &'a [KeyEntry],
    /// Breaks words into lines of at most so many letters.
    pub on_lines: fn(&str, usize) -> Vec<String>,
}

/// The file, and how wide and high it is. `color` says what a name of the page's colours stands for, as `--ink`.
#[must_use]
pub fn picture_file(picture: &SavedPicture<'_>, color: impl Fn(&str) -> String) -> (String, f64, f64) {
    let (inside, drawn_height) = picture.size;
    let width = inside + 2.0 * EDGE;
    let mut file = String::new();
    let mut y = EDGE;
    for line in (picture.on_lines)(picture.headline, letters(inside, LARGE_LETTER)) {
        y += HEADLINE;
        let _ = write!(file, "<text x=\"{EDGE}\" y=\"{}\" font-size=\"19\" font-weight=\"700\">{}</text>", y - 7.0, words(&line));
    }
    for line in (picture.on_lines)(picture.of, letters(inside, SMALL_LETTER)) {
        y += LINE;
        let _ = write!(file, "<text x=\"{EDGE}\" y=\"{}\" font-size=\"13\" fill=\"{SOFT}\">{}</text>", y - 5.0, words(&line));
    }
    y += EDGE / 2.0;
    // As the page writes it, a space at which no line is broken has a name that only pages know.
    let _ = write!(file, "<g transform=\"translate({EDGE} {y})\">{}</g>", picture.drawn.replace("&nbsp;", "&#160;"));
    y += drawn_height + EDGE / 2.0;
    y = key(&mut file, picture.key, y, inside);
    let height = y + EDGE;
    let file = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"{FONT}\" fill=\"{INK}\"><title>{}</title><rect width=\"{width}\" height=\"{height}\" fill=\"{SURFACE}\"/>{file}</svg>\n",
        words(picture.headline)
    );
    (written_out(&file, color), width, height)
}

/// Words that look like one of the page's colours stay words.
fn words(text: &str) -> String {
    encode_safe(text).replace("var(", "var&#40;")
}

fn letters(room: f64, letter: f64) -> usize {
    let mut count = 10;
    while f64::from(count + 1) * letter <= room {
        count += 1;
    }
    usize::try_from(count).unwrap_or_default()
}

/// Writes the key from `top` on, its entries beside each other as far as there is room, and says where it ends.
fn key(file: &mut String, entries: &[KeyEntry], top: f64, room: f64) -> f64 {
    let (mut x, mut y) = (0.0, top);
    for entry in entries {
        let letters = u16::try_from(entry.words.chars().count()).unwrap_or(u16::MAX);
        let width = SIGN + f64::from(letters) * SMALL_LETTER;
        if x > 0.0 && x + width > room {
            x = 0.0;
            y += LINE;
        }
        let (left, middle) = (EDGE + x, y + LINE / 2.0);
        file.push_str(&sign(entry.sign, left + SIGN / 2.0 - 4.0, middle));
        let meaning = words(entry.words);
        let _ = write!(file, "<text x=\"{}\" y=\"{}\" font-size=\"13\">{meaning}</text>", left + SIGN, middle + 4.5);
        x += width + APART;
    }
    if entries.is_empty() { y } else { y + LINE }
}

fn sign(sign: Sign, x: f64, y: f64) -> String {
    let line = |color: &str, dashes: &str, width: u8| {
        let (from, to) = (x - 13.0, x + 13.0);
        format!("<path d=\"M{from} {y}H{to}\" stroke=\"{color}\" stroke-width=\"{width}\" stroke-dasharray=\"{dashes}\"/>")
    };
    let round =
        |fill: &str| format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"5\" fill=\"{fill}\" stroke=\"{CURRENT}\" stroke-width=\"2\"/>");
    match sign {
        Sign::Circle => round(CURRENT),
        Sign::Ring => round(SURFACE),
        Sign::Square => {
            let (left, top) = (x - 5.0, y - 5.0);
            let dashes = "stroke-width=\"2\" stroke-dasharray=\"3 2\"";
            format!("<rect x=\"{left}\" y=\"{top}\" width=\"10\" height=\"10\" fill=\"{SURFACE}\" stroke=\"{SOFT}\" {dashes}/>")
        }
        Sign::Diamond => {
            format!("<path d=\"M{x} {}l8 8l-8 8l-8 -8z\" fill=\"{SURFACE}\" stroke=\"{TARGET}\" stroke-width=\"2\"/>", y - 8.0)
        }
        Sign::Triangle => format!("<path d=\"M{x} {}l5 9h-10z\" fill=\"{INK}\"/>", y - 4.0),
        Sign::Solid => line(SHORT, "none", 4),
        Sign::Dashed => line(MORE, "8 4", 4),
        Sign::Dotted => line(SOFT, "3 3", 3),
        Sign::Letters(letters) => {
            let letters = words(letters);
            format!(
                "<text x=\"{x}\" y=\"{}\" font-size=\"13\" font-weight=\"700\" text-anchor=\"middle\">{letters}</text>",
                y + 4.5
            )
        }
    }
}

/// The file with the colours of the page written out.
fn written_out(file: &str, color: impl Fn(&str) -> String) -> String {
    let mut parts = file.split("var(");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(')') {
            Some((name, rest)) if name.starts_with("--") => {
                written.push_str(color(name).trim());
                written.push_str(rest);
            }
            _ => {
                written.push_str("var(");
                written.push_str(part);
            }
        }
    }
    written
}
