//! Markdown that we write, as somebody else's reader sees it: whatever people typed, it stays in its place and reads as they typed it.

use plumbline::exchange::{Block, Chapter, Document, ListEntry, PlanForm, Row, Table, document_markdown};
use plumbline::model::Questionnaire;
use plumbline::session::{Action, ActionState, DoneOn, Owner, commands};
use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::plan_files::file_of;
use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{id, tiny};

/// What people type who want something else to come out, or who do not think of it.
const HOSTILE: [&str; 36] = [
    "- [x] done",
    "[ ] open",
    "[x]",
    "]( [a](javascript:alert(1))",
    "![x](http://x/y.png)",
    "`code`",
    "```\nfence\n```",
    "~~~",
    "a | b",
    "|---|",
    "\\|",
    "\\",
    "a\\",
    "<b>x</b>",
    "<!-- x -->",
    "-->",
    "<script>alert(1)</script>",
    "&amp; &lt;",
    "line\nline\r\nline",
    "\n\n# head",
    "---",
    "***",
    "___",
    "===",
    "1. one",
    "12) two",
    "> said",
    "    indented",
    "\t",
    "**",
    "*a* _b_ ~~c~~",
    "[^1]: note",
    "$x$ and $$y$$",
    "Title {.x}",
    "{#id a=b}",
    "“quoted” — «x».",
];

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
}

/// Words as they come out: on one line, without what nobody sees.
fn in_one_line(words: &str) -> String {
    let words = words.split(|it: char| it.is_whitespace() || it.is_control()).filter(|it| !it.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A piece of a document as the reader sees it: what it is, and its words. What is bold is set apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Piece {
    what: String,
    bold: String,
    words: String,
}

fn piece(what: &str, bold: &str, words: &str) -> Piece {
    Piece { what: what.to_owned(), bold: in_one_line(bold), words: in_one_line(words) }
}

/// Everything that a reader finds, in its order; what has no place in any document of ours is named.
fn read(text: &str) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    // The places of items that are open: what comes after a list in one belongs to it no more.
    let mut open: Vec<usize> = Vec::new();
    let (mut is_bold, mut depth) = (false, 0_usize);
    let begin = |found: &mut Vec<Piece>, open: &mut Vec<usize>, what: String| {
        found.push(Piece { what, ..Piece::default() });
        open.push(found.len() - 1);
    };
    for event in Parser::new_ext(text, options()) {
        match event {
            Event::Start(Tag::Heading { level, id: None, classes, attrs }) if classes.is_empty() && attrs.is_empty() => {
                let level =
                    [HeadingLevel::H1, HeadingLevel::H2, HeadingLevel::H3, HeadingLevel::H4].iter().position(|it| *it == level);
                begin(&mut found, &mut open, format!("heading {}", level.map_or(9, |at| at + 1)));
            }
            Event::Start(Tag::Paragraph) => begin(&mut found, &mut open, "paragraph".to_owned()),
            Event::Start(Tag::Item) => begin(&mut found, &mut open, format!("item {depth}")),
            Event::Start(Tag::TableCell) => begin(&mut found, &mut open, "cell".to_owned()),
            Event::Start(Tag::List(_)) => depth += 1,
            Event::End(TagEnd::List(_)) => depth -= 1,
            Event::Start(Tag::Strong) => is_bold = true,
            Event::End(TagEnd::Strong) => is_bold = false,
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow)
            | Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow) => {}
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => _ = open.pop(),
            Event::TaskListMarker(is_done) => {
                if let Some(at) = open.last().and_then(|at| found.get_mut(*at)) {
                    at.what = format!("{} {}", if is_done { "done" } else { "to do" }, at.what);
                }
            }
            Event::Rule => found.push(piece("rule", "", "")),
            // What we put between two signs, so that no dialect makes a link of them.
            Event::InlineHtml(html) if &*html == "<!-- -->" => {}
            Event::Text(words) => match open.last().and_then(|at| found.get_mut(*at)) {
                Some(it) if is_bold => it.bold.push_str(&words),
                Some(it) => it.words.push_str(&words),
                None => found.push(piece("lost", "", &words)),
            },
            other => found.push(piece(&format!("{other:?}"), "", "")),
        }
    }
    found.into_iter().map(|it| piece(&it.what, &it.bold, &it.words)).collect()
}

fn typed() -> impl Strategy<Value = String> {
    let hostile = proptest::collection::vec(select(HOSTILE.to_vec()), 1..4)
        .prop_flat_map(|all| select(vec![all.join(" "), all.concat(), all.join("\n")]));
    prop_oneof![3 => hostile, 1 => any::<String>(), 1 => "[-+*#>=|`~_{}\\\\<>&!\\[\\]().:@$0-9a \n]{0,20}"]
}

/// A list to tick off with an action of each title, the second done, each for a statement and with an owner of that name.
fn checklist(titles: &[String]) -> Result<String, Box<dyn std::error::Error>> {
    let asked = Questionnaire::new(tiny(), Vec::new());
    let mut talk = Talk::about(asked.model());
    for (at, title) in titles.iter().enumerate() {
        let state = if at == 1 { ActionState::Done(DoneOn::default()) } else { ActionState::Open };
        let rank = Some(i64::try_from(at)?);
        let owner = Some(Owner::Named(title.clone()));
        let action = Action { title: title.clone(), owner, rank, state, ..Action::default() };
        talk.change(commands::plan_action(id(&format!("a{at}")), action, [id("h1a")]));
    }
    Ok(file_of(PlanForm::Checklist, &asked, &talk.session)?)
}

#[test]
fn whatever_a_title_is_its_action_is_one_box_to_tick_with_the_same_words() -> Result<(), Box<dyn std::error::Error>> {
    for hostile in HOSTILE {
        for title in [hostile.to_owned(), format!("Buy {hostile}"), format!("{hostile} now")] {
            is_one_box(&title).map_err(|error| format!("{title:?}: {error}"))?;
        }
    }
    Ok(())
}

fn is_one_box(title: &str) -> Result<(), Box<dyn std::error::Error>> {
    let text = checklist(&[title.to_owned(), "Second".to_owned()])?;
    let found = read(&text);
    let boxes: Vec<&Piece> = found.iter().filter(|it| it.what.contains("to do") || it.what.contains("done")).collect();
    let kinds: Vec<&str> = boxes.iter().map(|it| it.what.as_str()).collect();
    if kinds != ["to do item 1", "done item 1"] {
        return Err(format!("{kinds:?} in {text}").into());
    }
    let named = if title.trim().is_empty() { "nameless" } else { title };
    let (bold, owner) = (in_one_line(named), in_one_line(title));
    let words = if owner.is_empty() { String::new() } else { format!("· {owner}") };
    let first = boxes.first().ok_or("a box")?;
    if (&first.bold, &first.words) != (&bold, &words) {
        return Err(format!("{first:?} instead of {bold:?} {words:?} in {text}").into());
    }
    let others: Vec<&str> = found.iter().filter(|it| !boxes.contains(it)).map(|it| it.what.as_str()).collect();
    if others != ["heading 1", "item 2", "item 2"] {
        return Err(format!("{others:?} in {text}").into());
    }
    Ok(())
}

/// A document with everything that there can be, in each place the same words, and what a reader is to find.
fn document(words: &str) -> (Document, Vec<Piece>) {
    let given = || words.to_owned();
    let entry = || ListEntry { head: given(), text: given(), lines: vec![given()] };
    let plain = || ListEntry { head: String::new(), text: given(), lines: Vec::new() };
    let row = |is_group| Row { cells: vec![given(), given()], bar: None, is_group };
    let table = Table { caption: given(), head: vec![given(), given()], bars: None, rows: vec![row(true), row(false)] };
    let blocks = vec![
        Block::Heading(given()),
        Block::Subheading(given()),
        Block::Words(given()),
        Block::Lead(given()),
        Block::Facts(vec![(given(), given())]),
        Block::Words("Between.".to_owned()),
        Block::List(vec![entry(), plain()]),
        Block::Words("Between.".to_owned()),
        Block::Steps(vec![entry(), plain()]),
        Block::Table(table),
    ];
    let chapter = Chapter { title: given(), on_new_page: false, blocks };
    let document = Document {
        title: given(),
        above: given(),
        language: "en".to_owned(),
        running: given(),
        page: "Page".to_owned(),
        chapters: vec![chapter],
        end: vec![given()],
    };
    let is_there = !in_one_line(words).is_empty();
    let between = || piece("paragraph", "", "Between.");
    let list = || [piece("item 1", words, words), piece("item 2", "", words), piece("item 1", "", words)];
    let paragraph = |bold: &str, words: &str| is_there.then(|| piece("paragraph", bold, words));
    let heading = |level: usize| piece(&format!("heading {level}"), "", words);
    let cell = |is_bold: bool| if is_bold { piece("cell", words, "") } else { piece("cell", "", words) };
    let mut expected = vec![heading(1)];
    expected.extend(paragraph("", words));
    expected.extend([heading(2), heading(3), heading(4)]);
    expected.extend(paragraph("", words).into_iter().chain(paragraph(words, "")));
    expected.extend([piece("item 1", &format!("{words}:"), words), between()]);
    expected.extend(list().into_iter().chain([between()]).chain(list()));
    expected.extend([cell(false), cell(false), cell(true), cell(false), cell(false), cell(false)]);
    expected.push(piece("rule", "", ""));
    expected.extend(paragraph("", words));
    (document, expected)
}

fn stays_in_its_place(words: &str) -> Result<(), String> {
    let (document, expected) = document(words);
    let text = document_markdown(&document);
    let found = read(&text);
    if found == expected {
        return Ok(());
    }
    let at = found.iter().zip(&expected).position(|(one, other)| one != other);
    let at = at.unwrap_or(found.len().min(expected.len()));
    Err(format!("{words:?} at {at}: {:?} instead of {:?} in\n{text}", found.get(at), expected.get(at)))
}

#[test]
fn whatever_stands_in_a_document_stays_in_its_place_with_the_same_words() -> Result<(), String> {
    for hostile in HOSTILE {
        for words in [hostile.to_owned(), format!("Buy {hostile}"), format!("{hostile} now")] {
            stays_in_its_place(&words)?;
        }
    }
    stays_in_its_place("")
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_list_to_tick_off_has_as_many_boxes_as_actions(title in typed()) {
        is_one_box(&title).map_err(|error| TestCaseError::fail(error.to_string()))?;
    }

    #[test]
    fn nothing_that_somebody_typed_becomes_a_sign(words in typed()) {
        stays_in_its_place(&words).map_err(TestCaseError::fail)?;
    }
}
