//! Finding words in a text, and showing where they are.

use std::ops::Range;

use crate::model::order;

/// The words of a query; at least one.
pub(super) struct Words(Vec<Vec<char>>);

impl Words {
    /// The words of a query; `None` when there are none.
    pub(super) fn of(query: &str) -> Option<Self> {
        let words: Vec<Vec<char>> = query.split_whitespace().map(|word| folded(word).map(|(_, char)| char).collect()).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// How well a text fits, the smaller the better: 0 when every word is the beginning of one of the text's words, 1 when a
    /// word is only found inside of one. `None` when a word is missing.
    pub(super) fn rank(&self, text: &str) -> Option<u8> {
        let text = Folded::of(text);
        let mut rank = 0;
        for word in &self.0 {
            let mut places = text.places(word).peekable();
            places.peek()?;
            rank = rank.max(u8::from(!places.any(|place| text.begins_a_word(place.start))));
        }
        Some(rank)
    }

    /// Where the words are in a text, in bytes: in order, without overlap.
    fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let text = Folded::of(text);
        let places = self.0.iter().flat_map(|word| text.places(word)).filter_map(|place| text.bytes(place));
        let mut places: Vec<Range<usize>> = places.collect();
        order::by_key(&mut places, |place| (place.start, place.end));
        let mut marks: Vec<Range<usize>> = Vec::new();
        for place in places {
            match marks.last_mut() {
                Some(before) if place.start <= before.end => before.end = before.end.max(place.end),
                _ => marks.push(place),
            }
        }
        marks
    }
}

/// The characters of a text in lower case, each with where its original is. In lower case a text may be longer than before:
/// “İ” becomes two characters.
fn folded(text: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    text.char_indices().flat_map(|(at, char)| char.to_lowercase().map(move |lower| (at..at + char.len_utf8(), lower)))
}

struct Folded {
    chars: Vec<char>,
    origins: Vec<Range<usize>>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let (origins, chars) = folded(text).unzip();
        Self { chars, origins }
    }

    /// Where a word is, in characters.
    fn places(&self, word: &[char]) -> impl Iterator<Item = Range<usize>> {
        let at = self.chars.windows(word.len().max(1)).enumerate().filter(move |(_, here)| *here == word);
        at.map(move |(start, _)| start..start + word.len())
    }

    fn begins_a_word(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.chars.get(before));
        before.is_none_or(|before| !before.is_alphanumeric())
    }

    fn bytes(&self, place: Range<usize>) -> Option<Range<usize>> {
        let origins = self.origins.get(place)?;
        Some(origins.first()?.start..origins.last()?.end)
    }
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether a word of the query was found here.
    pub is_found: bool,
}

/// How many characters of a text are shown at most, so that a page pasted into a note does not bury the other hits.
const LONGEST: usize = 240;

/// How many characters stand before the first word that was found, where a text is too long.
const BEFORE: usize = 60;

/// A text in pieces, so that the words of a query can be marked. Of a long one only what is around the first of them, with an
/// ellipsis where something is left out.
#[must_use]
pub fn excerpt(text: &str, query: &str) -> Vec<Piece> {
    let marks = Words::of(query).map(|words| words.marks(text)).unwrap_or_default();
    let shown = shown(text, marks.first().map_or(0, |mark| mark.start));
    let mut pieces = Vec::new();
    let mut add = |range: Range<usize>, is_found: bool| {
        let piece = text.get(range).filter(|piece| !piece.is_empty());
        pieces.extend(piece.map(|piece| Piece { text: piece.to_owned(), is_found }));
    };
    let mut at = shown.start;
    for mark in marks.iter().filter(|mark| mark.start >= shown.start && mark.end <= shown.end) {
        add(at..mark.start, false);
        add(mark.clone(), true);
        at = mark.end;
    }
    add(at..shown.end, false);
    let ellipsis = |is_cut: bool| is_cut.then(|| Piece { text: "…".to_owned(), is_found: false });
    ellipsis(shown.start > 0).into_iter().chain(pieces).chain(ellipsis(shown.end < text.len())).collect()
}

/// Which bytes of a text are shown when there is something at `at` to be seen.
fn shown(text: &str, at: usize) -> Range<usize> {
    let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
    if starts.len() <= LONGEST {
        return 0..text.len();
    }
    let at = starts.partition_point(|start| *start < at);
    let first = at.saturating_sub(BEFORE).min(starts.len() - LONGEST);
    let byte = |char: usize| starts.get(char).copied().unwrap_or(text.len());
    byte(first)..byte(first + LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rank(text: &str, query: &str) -> Option<u8> {
        Words::of(query)?.rank(text)
    }

    /// The pieces, with what was found in brackets.
    fn marked(text: &str, query: &str) -> String {
        let piece = |piece: Piece| if piece.is_found { format!("[{}]", piece.text) } else { piece.text };
        excerpt(text, query).into_iter().map(piece).collect()
    }

    #[test]
    fn every_word_has_to_be_there_in_any_order_and_case() {
        assert_eq!(rank("Managing PATCHES of devices", "device patch"), Some(0));
        assert_eq!(rank("Managing patches", "patch device"), None);
        assert_eq!(rank("Dispatches", "PATCH"), Some(1), "inside of a word");
        assert_eq!(rank("Dispatches and patches", "patch"), Some(0), "the better place counts");
        assert_eq!(rank("ÜBERWACHUNG", "überwach"), Some(0));
        assert_eq!(rank("anything", " \t"), None);
    }

    #[test]
    fn what_was_found_is_marked_and_the_rest_stays_as_it_is() {
        assert_eq!(marked("Patches: patch by Patch", "patch"), "[Patch]es: [patch] by [Patch]");
        assert_eq!(marked("banana", "ana nan"), "b[anana]", "overlapping");
        assert_eq!(marked("<b>&amp;", "b>"), "<[b>]&amp;");
        assert_eq!(marked("İstanbul’da", "istanbul"), "İstanbul’da", "a dot that is a character of its own");
        assert_eq!(marked("İstanbul’da ΣΑΣ", "stan σασ"), "İ[stan]bul’da [ΣΑΣ]");
        assert_eq!(marked("as it is", ""), "as it is");
    }

    #[test]
    fn a_long_text_is_shown_around_what_was_found() {
        let long = format!("{} needle {}", "ä".repeat(300), "ö".repeat(300));
        let shown = marked(&long, "needle");
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.contains(" [needle] "), "{shown}");
        assert_eq!(shown.chars().count(), 240 + "…[]…".chars().count());
        let at_the_end = format!("{} needle", "ä".repeat(300));
        assert!(marked(&at_the_end, "needle").ends_with("ä [needle]"));
    }
}
