//! A document as Markdown, for wikis and repositories. What somebody typed stays what they typed: nothing in it becomes a heading,
//! a link, a table cell or HTML, also in GitHub's dialect, which makes links of addresses, names and numbers without being told to.

use super::document::{Block, Chapter, Document, Entry, Table};

/// Writes a document as Markdown.
#[must_use]
pub fn document_markdown(document: &Document) -> String {
    let mut lines = Vec::new();
    lines.push(format!("# {}", text(&document.title)));
    lines.push(text(&document.above));
    lines.extend(document.chapters.iter().flat_map(chapter));
    lines.push("---".to_owned());
    lines.extend(document.end.iter().map(|line| text(line)));
    lines.retain(|line| !line.is_empty());
    lines.join("\n\n") + "\n"
}

fn chapter(chapter: &Chapter) -> Vec<String> {
    let mut lines = vec![format!("## {}", text(&chapter.title))];
    lines.extend(chapter.blocks.iter().map(block));
    lines
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(words) => format!("### {}", text(words)),
        Block::Subheading(words) => format!("#### {}", text(words)),
        Block::Words(words) => text(words),
        Block::Lead(words) => bold(words),
        Block::Facts(facts) => {
            let facts: Vec<String> =
                facts.iter().map(|(name, value)| format!("- {} {}", bold(&format!("{name}:")), text(value))).collect();
            facts.join("\n")
        }
        Block::List(entries) => list(entries, |_| "-".to_owned()),
        Block::Steps(entries) => list(entries, |number| format!("{number}.")),
        Block::Table(given) => table(given),
    }
}

fn list(entries: &[Entry], sign: fn(usize) -> String) -> String {
    let one = |(entry, number): (&Entry, usize)| {
        let sign = sign(number);
        let indent = " ".repeat(sign.len() + 1);
        let head = if entry.head.is_empty() { String::new() } else { format!("{} ", bold(&entry.head)) };
        let below: String = entry.lines.iter().map(|line| format!("\n{indent}- {}", text(line))).collect();
        format!("{sign} {head}{}{below}", text(&entry.text)).trim_end().to_owned()
    };
    entries.iter().zip(1..).map(one).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let line = |cells: &[String]| format!("| {} |", cells.iter().map(|it| text(it)).collect::<Vec<_>>().join(" | "));
    let mut lines = vec![line(&table.head), format!("|{}", " --- |".repeat(table.head.len()))];
    lines.extend(table.rows.iter().map(|row| {
        let cell = |(at, cell): (usize, &String)| if at == 0 && row.is_group { bold(cell) } else { text(cell) };
        let cells: Vec<String> = row.cells.iter().enumerate().map(cell).collect();
        format!("| {} |", cells.join(" | "))
    }));
    lines.join("\n")
}

/// Words that stand out; nothing where there are none: signs around nothing would be a rule across the page.
pub(super) fn bold(words: &str) -> String {
    let words = text(words);
    if words.is_empty() { words } else { format!("**{words}**") }
}

/// Words on one line, with a backslash before everything that Markdown would take for a sign.
pub(super) fn text(words: &str) -> String {
    escaped_words(words, GAP)
}

/// The same for CommonMark, which makes no links of plain words.
pub(super) fn common_text(words: &str) -> String {
    escaped_words(words, "")
}

fn escaped_words(words: &str, gap: &str) -> String {
    const SIGNS: &str = "\\`*_[]{}<>|#~&$";
    let mut escaped = String::new();
    for word in words.split(|it: char| it.is_whitespace() || it.is_control()).filter(|word| !word.is_empty()) {
        if !escaped.is_empty() {
            escaped.push(' ');
        }
        let is_first = escaped.is_empty();
        for (index, character) in word.char_indices() {
            // At the beginning of a line these make a list or a rule: “-”, “+”, “=” and “1.” or “1)”.
            let begins = is_first && index == 0 && matches!(character, '-' | '+' | '=');
            // Asked only of these signs: a long number would be looked through again for each of its digits.
            let after_digits = || word.get(..index).is_some_and(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()));
            let numbers = is_first && matches!(character, '.' | ')') && after_digits();
            if SIGNS.contains(character) || begins || numbers {
                escaped.push('\\');
            }
            let (before, after) = word.split_at(index);
            if character == '.' && ends_with_word(before, "www") {
                escaped.push_str(gap);
            }
            escaped.push(character);
            if makes_a_link(before, character, after.get(character.len_utf8()..).unwrap_or_default()) {
                escaped.push_str(gap);
            }
        }
    }
    escaped
}

/// What stands between two signs without being seen. A backslash is not enough where a dialect looks for links in what is read
/// already, without its backslashes.
const GAP: &str = "<!-- -->";

/// Whether a sign with what is around it would become a link or a picture in GitHub's dialect: `ana@example.com`, `@ana`, `#12`,
/// `GH-12`, `http://`, `:smile:`.
fn makes_a_link(before: &str, sign: char, after: &str) -> bool {
    let digit_follows = || after.starts_with(|it: char| it.is_ascii_digit());
    match sign {
        '@' => after.starts_with(char::is_alphanumeric),
        '#' => digit_follows(),
        '-' => ends_with_word(before, "gh") && digit_follows(),
        ':' => after.starts_with("//") || after.find(':').is_some_and(|end| end > 0 && after.get(..end).is_some_and(is_name)),
        _ => false,
    }
}

/// Whether words could be the name of a small picture.
fn is_name(words: &str) -> bool {
    words.bytes().all(|it| it.is_ascii_alphanumeric() || b"_+-".contains(&it))
}

fn ends_with_word(words: &str, end: &str) -> bool {
    let last = words.rsplit(|it: char| !it.is_alphanumeric()).next();
    last.is_some_and(|last| last.eq_ignore_ascii_case(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        for (typed, written) in [
            ("# big\n\n- list", "\\# big - list"),
            ("- a", "\\- a"),
            ("12. March, 3 - 4", "12\\. March, 3 - 4"),
            ("<b>x</b> | [a](javascript:b) `c` _d_ *e*", "\\<b\\>x\\</b\\> \\| \\[a\\](javascript:b) \\`c\\` \\_d\\_ \\*e\\*"),
            ("&amp; \\ \u{0}$1", "\\&amp; \\\\ \\$1"),
        ] {
            assert_eq!(text(typed), written);
        }
    }

    #[test]
    fn nothing_becomes_a_link_in_the_dialect_of_github() {
        for (typed, written) in [
            ("see http://example.com/a", "see http:<!-- -->//example.com/a"),
            ("HTTPS://example.com ftp://x", "HTTPS:<!-- -->//example.com ftp:<!-- -->//x"),
            ("www.example.com, (WWW.example.com)", "www<!-- -->.example.com, (WWW<!-- -->.example.com)"),
            ("ana@example.com mailto:ana@x.org", "ana@<!-- -->example.com mailto:ana@<!-- -->x.org"),
            ("@ana and @plant/security", "@<!-- -->ana and @<!-- -->plant/security"),
            ("#12 plumbline/app#12 GH-12 gh-1", "\\#<!-- -->12 plumbline/app\\#<!-- -->12 GH-<!-- -->12 gh-<!-- -->1"),
            (":smile: :+1: 10:30:15", ":<!-- -->smile: :<!-- -->+1: 10:<!-- -->30:15"),
            ("a @ b, # 3, 10:30, note: this, high-12", "a @ b, \\# 3, 10:30, note: this, high-12"),
        ] {
            assert_eq!(text(typed), written);
        }
    }
}
