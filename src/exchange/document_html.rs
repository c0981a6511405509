//! A document as one HTML file that needs nothing else: no script, no other file, its pictures and styles in it. It opens for as
//! long as there are browsers, and prints on A4 and Letter.

use html_escape::encode_safe;

use super::bullet_bar::{BAR_HEIGHT, BAR_WIDTH, bar_shapes};
use super::document::{Bar, Block, Chapter, Document, Entry, Row, Table};

const STYLE: &str = include_str!("document.css");

/// Writes a document as an HTML file.
#[must_use]
pub fn document_html(document: &Document) -> String {
    let chapters: String = document.chapters.iter().map(chapter).collect();
    let end: String = document.end.iter().map(|line| element("p", line)).collect();
    let above = if document.above.is_empty() {
        String::new()
    } else {
        format!("<p class=\"above\" dir=\"auto\">{}</p>\n", text(&document.above))
    };
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>\n{STYLE}{}</style>\n</head>\n<body>\n<header>\n{above}{}</header>\n<main>\n{chapters}</main>\n\
         <footer>\n{end}</footer>\n</body>\n</html>\n",
        text(&document.language),
        text(&document.title),
        page_rules(&document.running, &document.page),
        element("h1", &document.title),
    )
}

/// What stands around each printed page, as rules of a style sheet: `running` at the top, its number after the word `page` below.
#[must_use]
pub fn page_rules(running: &str, page: &str) -> String {
    const LETTERS: &str = "color: #4b5d63; font: 8pt system-ui, \"Segoe UI\", Roboto, \"Liberation Sans\", Arial, sans-serif;";
    format!(
        "@page {{ @top-left {{ {LETTERS} content: {}; }} @bottom-right {{ {LETTERS} content: {} counter(page) \" / \" counter(pages); }} }}\n",
        style_string(running),
        style_string(&format!("{page} ")),
    )
}

fn chapter(chapter: &Chapter) -> String {
    let blocks: String = chapter.blocks.iter().map(block).collect();
    let class = if chapter.on_new_page { " class=\"on-new-page\"" } else { "" };
    format!("<section{class}>\n{}{blocks}</section>\n", element("h2", &chapter.title))
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(words) => element("h3", words),
        Block::Subheading(words) => element("h4", words),
        Block::Words(words) => element("p", words),
        Block::Lead(words) => format!("<p class=\"lead\" dir=\"auto\">{}</p>\n", text(words)),
        Block::Facts(facts) => {
            let facts: String = facts.iter().map(|(name, value)| element("dt", name) + &element("dd", value)).collect();
            format!("<dl>\n{facts}</dl>\n")
        }
        Block::List(entries) => format!("<ul>\n{}</ul>\n", entries.iter().map(entry).collect::<String>()),
        Block::Steps(entries) => format!("<ol>\n{}</ol>\n", entries.iter().map(entry).collect::<String>()),
        Block::Table(given) => table(given),
    }
}

fn entry(entry: &Entry) -> String {
    let head = if entry.head.is_empty() { String::new() } else { format!("<strong>{}</strong> ", text(&entry.head)) };
    let lines: String = entry.lines.iter().map(|line| format!("\n{}", element("p", line).trim_end())).collect();
    format!("<li dir=\"auto\">{head}{}{lines}</li>\n", text(&entry.text))
}

fn table(table: &Table) -> String {
    let mut head: Vec<&String> = table.head.iter().collect();
    if let Some(bars) = &table.bars {
        head.insert(1.min(head.len()), bars);
    }
    let head: String = head.into_iter().map(|name| format!("<th scope=\"col\">{}</th>", text(name))).collect();
    let rows: String = table.rows.iter().map(|it| row(it, table)).collect();
    let caption = element("caption", &table.caption);
    format!("<table>\n{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

/// Each cell says which column it is of, for narrow screens, where a row is a card.
fn row(row: &Row, table: &Table) -> String {
    let class = if row.is_group { " class=\"group\"" } else { "" };
    let mut cells = row.cells.iter();
    let name = cells.next().map(|name| format!("<th scope=\"row\" dir=\"auto\">{}</th>", text(name))).unwrap_or_default();
    let bar = |_| format!("<td class=\"wide-cell\">{}</td>", row.bar.as_ref().map(bar_svg).unwrap_or_default());
    let bar = table.bars.as_ref().map(bar).unwrap_or_default();
    let cell =
        |(cell, column): (&String, &String)| format!("<td dir=\"auto\" data-label=\"{}\">{}</td>", text(column), text(cell));
    let cells: String = cells.zip(table.head.iter().skip(1)).map(cell).collect();
    format!("<tr{class}>{name}{bar}{cells}</tr>\n")
}

/// The same row says all of it in words, so a screen reader passes over the picture.
fn bar_svg(bar: &Bar) -> String {
    let shapes: String =
        bar_shapes(bar).iter().map(|shape| format!("<path class=\"{}\" d=\"{}\"/>", shape.mark.key(), shape.path())).collect();
    format!("<svg viewBox=\"0 0 {BAR_WIDTH} {BAR_HEIGHT}\" aria-hidden=\"true\">{shapes}</svg>")
}

fn element(name: &str, words: &str) -> String {
    format!("<{name} dir=\"auto\">{}</{name}>\n", text(words))
}

/// Words as HTML takes them. Characters that no HTML may have are left out.
fn text(words: &str) -> String {
    let allowed: String = words.chars().filter(|it| !it.is_control() || matches!(it, '\n' | '\t')).collect();
    encode_safe(&allowed).into_owned()
}

/// Words as a string of a style sheet: everything but letters, digits and spaces by its number, so that nothing ends the string or
/// the style.
fn style_string(words: &str) -> String {
    let mut string = String::from("\"");
    for character in words.chars().filter(|it| !it.is_control()) {
        if character.is_ascii_alphanumeric() || character == ' ' {
            string.push(character);
        } else {
            // The space belongs to the number: one that is not written is taken from the words.
            string.push_str(&format!("\\{:x} ", u32::from(character)));
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        assert_eq!(text("<script>\"'&/\u{0}\n"), "&lt;script&gt;&quot;&#x27;&amp;&#x2F;\n");
    }

    #[test]
    fn nothing_ends_a_string_of_the_style() {
        assert_eq!(style_string("a \"};</style>\n"), "\"a \\22 \\7d \\3b \\3c \\2f style\\3e \"");
        assert_eq!(style_string("Line: a"), "\"Line\\3a  a\"", "the space after a sign stays");
    }
}
