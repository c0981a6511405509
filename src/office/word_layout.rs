//! How wide the columns of tables are in a document for word processors, and in which direction words run.

/// How wide the page is between its margins, in twentieths of a point.
pub const PAGE_WIDTH: u32 = 9_638;

/// How wide a column of bars is: the picture, and room beside it.
const BARS_WIDTH: u32 = 1_900;

/// The least and most signs by which a column is measured: narrow ones stay readable, and long words break.
const LEAST: usize = 8;
const MOST: usize = 60;

/// How wide columns are, together as wide as the page: by their longest cell, except that of the `bars`. `longest` has how many signs that is.
pub fn widths(longest: &[usize], bars: Option<usize>) -> Vec<u32> {
    let weight = |signs: &usize| u32::try_from((*signs).clamp(LEAST, MOST)).unwrap_or(1);
    let is_bar = |at: usize| bars == Some(at);
    let all: u32 = longest.iter().enumerate().filter(|(at, _)| !is_bar(*at)).map(|(_, signs)| weight(signs)).sum();
    let left = if bars.is_some() { PAGE_WIDTH - BARS_WIDTH } else { PAGE_WIDTH };
    let width = |(at, signs): (usize, &usize)| if is_bar(at) { BARS_WIDTH } else { left * weight(signs) / all.max(1) };
    longest.iter().enumerate().map(width).collect()
}

/// Whether words run from right to left: as their first letter does.
pub fn is_rtl(words: &str) -> bool {
    let first = words.chars().find(|sign| sign.is_alphabetic());
    first.is_some_and(|sign| {
        matches!(
            sign,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_page_and_long_ones_are_wider() {
        assert_eq!(widths(&[10, 10], None), [4_819, 4_819]);
        assert_eq!(widths(&[10, 500, 20], Some(1)), [2_579, 1_900, 5_158]);
        assert_eq!(widths(&[0, 500], None), [1_133, 8_504]);
        assert_eq!(widths(&[], None), [0_u32; 0]);
    }

    #[test]
    fn words_run_as_their_first_letter_does() {
        assert!(is_rtl("1. שלום world") && is_rtl("(مرحبا)"));
        assert!(!is_rtl("Norrby שלום") && !is_rtl("12 %") && !is_rtl(""));
    }
}
