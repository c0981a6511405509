//! How a document looks in a word processor: styles by the names that it knows itself, so that its own list of contents, its outline and
//! whoever restyles it find them.

use super::markup::Written;

/// The language of documents.
pub const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A style of paragraphs: what it is called here and in the word processor, what it is based on, and how it looks.
struct Style {
    id: &'static str,
    name: &'static str,
    /// Its place in the outline, from 0.
    outline: Option<&'static str>,
    /// Room before and after, in twentieths of a point.
    room: (&'static str, &'static str),
    /// Indent and how far its first line hangs out, in twentieths of a point.
    indent: Option<(&'static str, &'static str)>,
    /// The size of its letters, in half points.
    size: &'static str,
    is_bold: bool,
    color: &'static str,
    /// Whether it stays with what follows.
    is_kept: bool,
}

const PLAIN: Style = Style {
    id: "Normal",
    name: "Normal",
    outline: None,
    room: ("0", "120"),
    indent: None,
    size: "21",
    is_bold: false,
    color: "16252A",
    is_kept: false,
};

const fn heading(id: &'static str, name: &'static str, outline: &'static str, size: &'static str) -> Style {
    Style { id, name, outline: Some(outline), size, is_bold: true, is_kept: true, room: ("280", "100"), ..PLAIN }
}

const STYLES: [Style; 15] = [
    PLAIN,
    Style { id: "Title", name: "Title", size: "44", is_bold: true, room: ("0", "240"), ..PLAIN },
    Style { id: "Subtitle", name: "Subtitle", color: "4B5D63", ..PLAIN },
    heading("Heading1", "heading 1", "0", "32"),
    heading("Heading2", "heading 2", "1", "26"),
    heading("Heading3", "heading 3", "2", "22"),
    Style { id: "Lead", name: "Plumbline lead", size: "28", is_bold: true, ..PLAIN },
    Style { id: "Fact", name: "Plumbline fact", indent: Some(("2835", "2835")), room: ("0", "60"), ..PLAIN },
    Style { id: "ListBullet", name: "List Bullet", room: ("0", "60"), ..PLAIN },
    Style { id: "ListNumber", name: "List Number", room: ("0", "60"), ..PLAIN },
    Style { id: "ListContinue", name: "List Continue", indent: Some(("425", "0")), room: ("0", "60"), ..PLAIN },
    Style { id: "Caption", name: "caption", color: "4B5D63", size: "19", is_kept: true, ..PLAIN },
    Style { id: "Cell", name: "Plumbline cell", size: "19", room: ("20", "20"), ..PLAIN },
    Style { id: "Header", name: "header", size: "17", color: "4B5D63", room: ("0", "0"), ..PLAIN },
    Style { id: "Footer", name: "footer", size: "17", color: "4B5D63", room: ("0", "0"), ..PLAIN },
];

/// The part that says how everything looks.
pub fn styles(language: &str) -> Vec<u8> {
    let mut file = Written::new("w:styles", &[("xmlns:w", WORD)]);
    file.begin("w:docDefaults", &[]);
    file.begin("w:rPrDefault", &[]);
    file.begin("w:rPr", &[]);
    let font = "Calibri";
    file.empty("w:rFonts", &[("w:ascii", font), ("w:hAnsi", font), ("w:cs", font)]);
    file.empty("w:lang", &[("w:val", language)]);
    file.end();
    file.end();
    file.end();
    for style in &STYLES {
        paragraph_style(&mut file, style);
    }
    file.begin("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")]);
    file.empty("w:name", &[("w:val", "Normal Table")]);
    file.begin("w:tblPr", &[]);
    margins(&mut file);
    file.end();
    file.end();
    file.begin("w:style", &[("w:type", "table"), ("w:styleId", "TableGrid")]);
    file.empty("w:name", &[("w:val", "Table Grid")]);
    file.empty("w:basedOn", &[("w:val", "TableNormal")]);
    file.begin("w:tblPr", &[]);
    file.begin("w:tblBorders", &[]);
    for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
        file.empty(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "CFD8DA")]);
    }
    file.finish()
}

fn margins(file: &mut Written) {
    file.begin("w:tblCellMar", &[]);
    for side in ["w:left", "w:right"] {
        file.empty(side, &[("w:w", "100"), ("w:type", "dxa")]);
    }
    file.end();
}

fn paragraph_style(file: &mut Written, style: &Style) {
    let is_plain = style.id == PLAIN.id;
    let of = [("w:type", "paragraph"), ("w:styleId", style.id), ("w:default", "1")];
    file.begin("w:style", if is_plain { &of } else { &of[..2] });
    file.empty("w:name", &[("w:val", style.name)]);
    if !is_plain {
        file.empty("w:basedOn", &[("w:val", PLAIN.id)]);
    }
    if style.outline.is_some() {
        file.empty("w:next", &[("w:val", PLAIN.id)]);
    }
    file.empty("w:qFormat", &[]);
    file.begin("w:pPr", &[]);
    if style.is_kept {
        file.empty("w:keepNext", &[]);
    }
    if style.id == "Fact" {
        file.begin("w:tabs", &[]);
        file.empty("w:tab", &[("w:val", "left"), ("w:pos", "2835")]);
        file.end();
    }
    file.empty("w:spacing", &[("w:before", style.room.0), ("w:after", style.room.1)]);
    if let Some((left, hanging)) = style.indent {
        file.empty("w:ind", &[("w:left", left), ("w:hanging", hanging)]);
    }
    if let Some(level) = style.outline {
        file.empty("w:outlineLvl", &[("w:val", level)]);
    }
    file.end();
    file.begin("w:rPr", &[]);
    if style.is_bold {
        file.empty("w:b", &[]);
    }
    file.empty("w:color", &[("w:val", style.color)]);
    file.empty("w:sz", &[("w:val", style.size)]);
    file.end();
    file.end();
}

/// The part that says how lists are counted: all with a dot are one, each with numbers begins at 1 again.
pub fn numbering(numbered: usize) -> Vec<u8> {
    let mut file = Written::new("w:numbering", &[("xmlns:w", WORD)]);
    for (id, format, sign) in [("0", "bullet", "•"), ("1", "decimal", "%1.")] {
        file.begin("w:abstractNum", &[("w:abstractNumId", id)]);
        file.empty("w:multiLevelType", &[("w:val", "singleLevel")]);
        file.begin("w:lvl", &[("w:ilvl", "0")]);
        file.empty("w:start", &[("w:val", "1")]);
        file.empty("w:numFmt", &[("w:val", format)]);
        file.empty("w:lvlText", &[("w:val", sign)]);
        file.empty("w:lvlJc", &[("w:val", "left")]);
        file.begin("w:pPr", &[]);
        file.empty("w:ind", &[("w:left", "425"), ("w:hanging", "425")]);
        file.end();
        file.end();
        file.end();
    }
    for number in 0..=numbered {
        let (id, kind) = ((number + 1).to_string(), if number == 0 { "0" } else { "1" });
        file.begin("w:num", &[("w:numId", &id)]);
        file.empty("w:abstractNumId", &[("w:val", kind)]);
        if number > 0 {
            file.begin("w:lvlOverride", &[("w:ilvl", "0")]);
            file.empty("w:startOverride", &[("w:val", "1")]);
            file.end();
        }
        file.end();
    }
    file.finish()
}
