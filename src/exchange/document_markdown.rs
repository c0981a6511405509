//! A document as Markdown, for wikis and repositories. What somebody typed stays what they typed: nothing in it becomes a heading,
//! a link, a table cell or HTML.

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
        Block::Lead(words) => format!("**{}**", text(words)),
        Block::Facts(facts) => {
            let facts: Vec<String> = facts.iter().map(|(name, value)| format!("- **{}:** {}", text(name), text(value))).collect();
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
        let head = if entry.head.is_empty() { String::new() } else { format!("**{}** ", text(&entry.head)) };
        let below: String = entry.lines.iter().map(|line| format!("\n{indent}- {}", text(line))).collect();
        format!("{sign} {head}{}{below}", text(&entry.text)).trim_end().to_owned()
    };
    entries.iter().zip(1..).map(one).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let line = |cells: &[String]| format!("| {} |", cells.iter().map(|it| text(it)).collect::<Vec<_>>().join(" | "));
    let mut lines = vec![line(&table.head), format!("|{}", " --- |".repeat(table.head.len()))];
    lines.extend(table.rows.iter().map(|row| {
        let mut cells: Vec<String> = row.cells.iter().map(|cell| text(cell)).collect();
        if let Some(name) = cells.first_mut().filter(|_| row.is_group) {
            *name = format!("**{name}**");
        }
        format!("| {} |", cells.join(" | "))
    }));
    lines.join("\n")
}

/// Words on one line, with a backslash before everything that Markdown would take for a sign.
fn text(words: &str) -> String {
    const SIGNS: &str = "\\`*_[]<>|#~&$";
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
            escaped.push(character);
        }
    }
    escaped
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
}
