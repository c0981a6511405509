//! The markup inside a workbook's file, as far as cells go: where its sheets are, the words that cells share, and the cells.
//!
//! Nothing is looked up elsewhere and nothing is worked out: of a formula it takes what stands there as its result, entities of a file's own are
//! refused.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::exchange::BookFault;

/// The events of a piece of markup.
pub struct Markup<'a>(Reader<&'a [u8]>);

/// A cell, as its markup says it.
#[derive(Debug, Default)]
pub struct RawCell {
    /// Its row, from 0.
    pub row: u32,
    /// Its column, from 0.
    pub column: u32,
    /// What stands there.
    pub value: RawValue,
}

/// What stands in a cell.
#[derive(Debug, Default)]
pub enum RawValue {
    /// Nothing, or that something could not be worked out.
    #[default]
    Nothing,
    /// The words of that number among those that cells share.
    Shared(usize),
    /// Words of its own.
    Words(String),
    /// A number, and the look by which it is shown.
    Number {
        /// Its digits.
        words: String,
        /// The look, by its place among all.
        look: usize,
    },
}

impl<'a> Markup<'a> {
    /// Reads markup.
    ///
    /// # Errors
    /// When it is not in the letters that are read here.
    pub fn new(bytes: &'a [u8]) -> Result<Self, BookFault> {
        let text = std::str::from_utf8(bytes).map_err(|_| BookFault::Damaged)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Ok(Self(reader))
    }

    fn next(&mut self) -> Result<Event<'a>, BookFault> {
        match self.0.read_event() {
            Ok(Event::DocType(_)) | Err(_) => Err(BookFault::Damaged),
            Ok(event) => Ok(event),
        }
    }

    /// The words up to the end of an element that has begun; without those that only say how others are spoken.
    fn words(&mut self, end: &str) -> Result<String, BookFault> {
        let (mut words, mut spoken) = (String::new(), 0_usize);
        loop {
            match self.next()? {
                Event::Start(start) if local(&start) == "rPh" => spoken += 1,
                Event::End(it) if it.local_name().as_ref() == "rPh" => spoken = spoken.saturating_sub(1),
                Event::End(it) if it.local_name().as_ref() == end => return Ok(unescaped(&words)),
                Event::Text(text) if spoken == 0 => words.push_str(&text.xml10_content()),
                Event::CData(text) if spoken == 0 => words.push_str(&text.xml10_content()),
                Event::GeneralRef(name) if spoken == 0 => match name.resolve_char_ref().map_err(|_| BookFault::Damaged)? {
                    Some(sign) => words.push(sign),
                    None => words.push_str(resolve_predefined_entity(&name).ok_or(BookFault::Damaged)?),
                },
                Event::Eof => return Err(BookFault::Damaged),
                _ => {}
            }
        }
    }

    /// The next cell of a sheet, after one in `row` and `column`; `None` at the end.
    ///
    /// # Errors
    /// When the markup is damaged.
    pub fn cell(&mut self, at: &mut (u32, u32)) -> Result<Option<RawCell>, BookFault> {
        loop {
            match self.next()? {
                Event::Eof => return Ok(None),
                Event::Start(start) if local(&start) == "row" => {
                    let row = attribute(&start, "r").and_then(|row| row.parse::<u32>().ok()).and_then(|row| row.checked_sub(1));
                    *at = (row.unwrap_or(at.0.saturating_add(1)), 0);
                }
                Event::Start(start) if local(&start) == "c" => {
                    let (row, column) = attribute(&start, "r").and_then(|name| place(&name)).unwrap_or(*at);
                    let kind = attribute(&start, "t").unwrap_or_default();
                    *at = (row, column.saturating_add(1));
                    let look = attribute(&start, "s").and_then(|look| look.parse().ok()).unwrap_or_default();
                    return Ok(Some(RawCell { row, column, value: self.value(&kind, look)? }));
                }
                _ => {}
            }
        }
    }

    /// What stands in a cell that has begun, up to its end.
    fn value(&mut self, kind: &str, look: usize) -> Result<RawValue, BookFault> {
        let mut value = RawValue::Nothing;
        loop {
            match self.next()? {
                Event::Start(start) if local(&start) == "v" => {
                    let words = self.words("v")?;
                    value = match kind {
                        "e" => RawValue::Nothing,
                        "s" => words.trim().parse().map_or(RawValue::Nothing, RawValue::Shared),
                        "b" => RawValue::Words(if words.trim() == "1" { "true" } else { "false" }.to_owned()),
                        "str" | "d" | "inlineStr" => RawValue::Words(words),
                        _ => {
                            let words = words.trim().parse::<f64>().map_or(words, |number| number.to_string());
                            RawValue::Number { words, look }
                        }
                    };
                }
                Event::Start(start) if local(&start) == "is" => value = RawValue::Words(self.words("is")?),
                Event::Start(start) if local(&start) == "f" => drop(self.words("f")?),
                Event::End(end) if end.local_name().as_ref() == "c" => return Ok(value),
                Event::Eof => return Err(BookFault::Damaged),
                _ => {}
            }
        }
    }

    /// The words that cells share, in their order.
    ///
    /// # Errors
    /// When the markup is damaged.
    pub fn shared(&mut self) -> Result<Vec<String>, BookFault> {
        let mut all = Vec::new();
        loop {
            match self.next()? {
                Event::Eof => return Ok(all),
                Event::Start(start) if local(&start) == "si" => all.push(self.words("si")?),
                _ => {}
            }
        }
    }

    /// For each look of cells, in their order, whether it shows a number as a day.
    ///
    /// # Errors
    /// When the markup is damaged.
    pub fn days(&mut self) -> Result<Vec<bool>, BookFault> {
        let (mut own, mut all, mut is_look) = (BTreeMap::new(), Vec::new(), false);
        loop {
            match self.next()? {
                Event::Eof => return Ok(all),
                Event::Start(start) if local(&start) == "numFmt" => {
                    let format = attribute(&start, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                    own.extend(format.zip(attribute(&start, "formatCode").map(|code| shows_day(&code))));
                }
                Event::Start(start) if local(&start) == "cellXfs" => is_look = true,
                Event::End(end) if end.local_name().as_ref() == "cellXfs" => is_look = false,
                Event::Start(start) if is_look && local(&start) == "xf" => {
                    let format = attribute(&start, "numFmtId").and_then(|id| id.parse::<u32>().ok()).unwrap_or_default();
                    // Those that every spreadsheet knows; the last two ranges are of East Asia.
                    let is_known = matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58);
                    all.push(own.get(&format).copied().unwrap_or(is_known));
                }
                _ => {}
            }
        }
    }

    /// Two attributes of every element that is called so.
    ///
    /// # Errors
    /// When the markup is damaged.
    pub fn pairs(&mut self, element: &str, [one, other]: [&str; 2]) -> Result<Vec<(String, String)>, BookFault> {
        let mut all = Vec::new();
        loop {
            match self.next()? {
                Event::Eof => return Ok(all),
                Event::Start(start) if local(&start) == element => {
                    all.extend(attribute(&start, one).zip(attribute(&start, other)));
                }
                _ => {}
            }
        }
    }
}

/// Whether a format of numbers shows days: whether years or days are in it, beside what is only quoted.
fn shows_day(format: &str) -> bool {
    let mut signs = format.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => _ = signs.find(|sign| *sign == '"'),
            '[' => _ = signs.find(|sign| *sign == ']'),
            '\\' | '_' | '*' => _ = signs.next(),
            'y' | 'Y' | 'd' | 'D' => return true,
            _ => {}
        }
    }
    false
}

fn local<'a>(start: &'a BytesStart<'_>) -> &'a str {
    start.local_name().into_inner()
}

/// An attribute by its name, whatever namespace it is in.
fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = start.attributes();
    let found = all.with_checks(false).flatten().find(|it| it.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// The place of a cell by its name, as `B12`: row and column, from 0.
fn place(name: &str) -> Option<(u32, u32)> {
    let at = name.find(|sign: char| sign.is_ascii_digit())?;
    let (letters, row) = name.split_at(at);
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let digit = letter.to_ascii_uppercase().checked_sub(b'A').filter(|digit| *digit < 26)?;
        column = column.checked_mul(26)?.checked_add(u32::from(digit) + 1)?;
    }
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// Words without the way in which spreadsheets write signs that no markup may have: `_x000D_`.
fn unescaped(words: &str) -> String {
    let mut plain = String::new();
    let mut rest = words;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let digits = from.get(2..6).filter(|_| from.get(6..7) == Some("_"));
        let sign = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        let long = match sign {
            Some(sign) => {
                plain.push(sign);
                7
            }
            None => {
                plain.push_str("_x");
                2
            }
        };
        rest = from.get(long..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_no_markup_may_have_come_back() {
        assert_eq!(unescaped("a_x000D_b_x005F_x0041__x0041_"), "a\rb_x0041_A");
        assert_eq!(unescaped("_x_xZZZZ__x00e9"), "_x_xZZZZ__x00e9");
    }

    #[test]
    fn formats_of_days_are_told_from_those_of_numbers() {
        for format in ["yyyy\\-mm\\-dd", "[$-407]d/m/yy;@", "DD.MM.YYYY", "\"on \"d"] {
            assert!(shows_day(format), "{format}");
        }
        for format in ["General", "0.00", "[Red]0", "0\" days\"", "0\\d", "hh:mm:ss", "#,##0_d", "\"", "["] {
            assert!(!shows_day(format), "{format}");
        }
    }

    #[test]
    fn places_are_told_by_their_names() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!([place("1"), place("A"), place("A0"), place("AAAAAAAA1")], [None; 4]);
    }
}
