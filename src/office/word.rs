//! A document as a file of a word processor: its headings are such, its tables are such, and what somebody typed stays words.

use super::markup::Written;
use super::package::{CORE, Link, Part, links, package};
use super::word_body::{Body, field, run};
use super::word_styles::{WORD, numbering, styles};
use crate::exchange::{Document, Letter};

/// What links are named in.
const LINKED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PLACED: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/// Where the parts that every document has are linked; pictures come after them.
const FIXED: usize = 4;

/// Writes a document as .docx. The same document makes the same bytes.
///
/// # Errors
/// When there is more of it than a zip takes.
pub fn write_word(letter: &Letter) -> Result<Vec<u8>, String> {
    let spaces = [("xmlns:w", WORD), ("xmlns:r", LINKED), ("xmlns:wp", PLACED), ("xmlns:a", DRAWING), ("xmlns:pic", PICTURE)];
    let mut file = Written::new("w:document", &spaces);
    file.begin("w:body", &[]);
    let mut body = Body::new(file, FIXED);
    body.letter(letter);
    let (mut file, pictures, numbered) = body.done();
    section(&mut file);
    let mut parts = vec![part("word/document.xml", "document.main", file.finish())];
    parts.push(part("word/styles.xml", "styles", styles(&letter.document.language)));
    parts.push(part("word/numbering.xml", "numbering", numbering(numbered)));
    parts.push(part("word/header1.xml", "header", header(&letter.document, &letter.head.firm)));
    parts.push(part("word/footer1.xml", "footer", footer(&letter.document)));
    let fixed = [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("header", "header1.xml"), ("footer", "footer1.xml")];
    let mut all: Vec<Link> = fixed.into_iter().zip(1..).map(|((kind, target), number)| Link::new(number, kind, target)).collect();
    for (picture, number) in pictures.into_iter().zip(FIXED + 1..) {
        all.push(Link::new(number, "image", picture.name.clone()));
        parts.push(Part { name: format!("word/{}", picture.name), kind: "", bytes: picture.bytes });
    }
    parts.push(links("word/_rels/document.xml.rels", &all));
    parts.push(about(&letter.document));
    package(parts)
}

fn part(name: &str, kind: &str, bytes: Vec<u8>) -> Part {
    let kind = match kind {
        "document.main" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "styles" => "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
        "numbering" => "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
        "header" => "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
        _ => "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
    };
    Part { name: name.to_owned(), kind, bytes }
}

/// What lists of files show of it. When it was made is not in it: the same document makes the same bytes.
fn about(document: &Document) -> Part {
    const ABOUT: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    let spaces = [("xmlns:cp", ABOUT), ("xmlns:dc", "http://purl.org/dc/elements/1.1/")];
    let mut file = Written::new("cp:coreProperties", &spaces);
    file.value("dc:title", &document.title);
    file.value("dc:language", &document.language);
    let kind = "application/vnd.openxmlformats-package.core-properties+xml";
    Part { name: CORE.to_owned(), kind, bytes: file.finish() }
}

/// A4, with what stands around each page.
fn section(file: &mut Written) {
    file.begin("w:sectPr", &[]);
    file.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId3")]);
    file.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId4")]);
    file.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
    let side = "1134";
    let around = [("w:top", "1304"), ("w:right", side), ("w:bottom", "1134"), ("w:left", side)];
    let beyond = [("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0")];
    file.empty("w:pgMar", &[around.as_slice(), &beyond].concat());
    file.end();
}

fn line(style: &str, file: &mut Written) {
    file.begin("w:p", &[]);
    file.begin("w:pPr", &[]);
    file.empty("w:pStyle", &[("w:val", style)]);
    file.begin("w:tabs", &[]);
    file.empty("w:tab", &[("w:val", "right"), ("w:pos", "9638")]);
    file.end();
    file.end();
}

/// What it is about on the left, the firm on the right.
fn header(document: &Document, firm: &str) -> Vec<u8> {
    let mut file = Written::new("w:hdr", &[("xmlns:w", WORD)]);
    line("Header", &mut file);
    run(&mut file, &document.running, false);
    if !firm.is_empty() {
        run(&mut file, "\t", false);
        run(&mut file, firm, false);
    }
    file.finish()
}

/// The number of the page on the right.
fn footer(document: &Document) -> Vec<u8> {
    let mut file = Written::new("w:ftr", &[("xmlns:w", WORD)]);
    line("Footer", &mut file);
    run(&mut file, &format!("\t{} ", document.page), false);
    field(&mut file, "PAGE");
    run(&mut file, " / ", false);
    field(&mut file, "NUMPAGES");
    file.finish()
}
