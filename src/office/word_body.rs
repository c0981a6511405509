//! What a document says, paragraph by paragraph and table by table, as word processors have it.

use std::collections::HashMap;

use super::bar_picture::bar_png;
use super::markup::Written;
use super::word_layout::{PAGE_WIDTH, is_rtl, widths};
use crate::exchange::{BAR_HEIGHT, BAR_WIDTH, Bar, Block, Chapter, Letter, ListEntry, Logo, Row, Signatures, Table};

/// How many of the units of pictures a point of the screen has.
const POINT: u32 = 9525;

/// How wide bars are, and how wide and high a logo may be, in points of the screen.
const BAR_POINTS: u32 = 110;
const LOGO_POINTS: (u32, u32) = (240, 96);

/// A picture of a document.
pub struct Picture {
    /// Its name, from where the document is.
    pub name: String,
    /// Its file.
    pub bytes: Vec<u8>,
}

/// What a document says, as it is being written.
pub struct Body {
    file: Written,
    pictures: Vec<Picture>,
    /// Which picture shows a bar: many are alike.
    bars: HashMap<Bar, usize>,
    /// How many pictures were put in, each of which has a number of its own.
    placed: usize,
    /// How many lists with numbers there are.
    numbered: usize,
    /// How many links come before those to pictures.
    fixed: usize,
    /// How wide the cells of this row are that are still to come.
    widths: std::vec::IntoIter<u32>,
}

impl Body {
    /// Begins in a file whose body is open; pictures are linked after `fixed` other links.
    pub fn new(file: Written, fixed: usize) -> Self {
        Self { file, pictures: Vec::new(), bars: HashMap::new(), placed: 0, numbered: 0, fixed, widths: Vec::new().into_iter() }
    }

    /// The file, the pictures in it, and how many lists with numbers there are.
    pub fn done(self) -> (Written, Vec<Picture>, usize) {
        (self.file, self.pictures, self.numbered)
    }

    /// All of it.
    pub fn letter(&mut self, letter: &Letter) {
        let document = &letter.document;
        if let Some(logo) = &letter.head.logo {
            self.logo(logo, &letter.head.firm);
        }
        self.paragraph("Subtitle", &document.above);
        self.paragraph("Title", &document.title);
        for chapter in &document.chapters {
            self.chapter(chapter);
        }
        if let Some(signatures) = &letter.head.signatures {
            self.signatures(signatures);
        }
        for line in &document.end {
            self.paragraph("Footer", line);
        }
    }

    fn chapter(&mut self, chapter: &Chapter) {
        self.begin("Heading1", |file| {
            if chapter.on_new_page {
                file.empty("w:pageBreakBefore", &[]);
            }
            direction(file, &chapter.title);
        });
        run(&mut self.file, &chapter.title, false);
        self.file.end();
        for block in &chapter.blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(words) => self.paragraph("Heading2", words),
            Block::Subheading(words) => self.paragraph("Heading3", words),
            Block::Words(words) => self.paragraph("Normal", words),
            Block::Lead(words) => self.paragraph("Lead", words),
            Block::Facts(facts) => facts.iter().for_each(|(name, value)| {
                self.begin("Fact", |file| direction(file, name));
                run(&mut self.file, name, true);
                run(&mut self.file, &format!("\t{value}"), false);
                self.file.end();
            }),
            Block::List(entries) => entries.iter().for_each(|entry| self.entry("ListBullet", 1, entry)),
            Block::Steps(entries) => {
                self.numbered += 1;
                let number = self.numbered + 1;
                entries.iter().for_each(|entry| self.entry("ListNumber", number, entry));
            }
            Block::Table(table) => self.table(table),
        }
    }

    /// Begins a paragraph; what `more` writes is said of it beside its style.
    fn begin(&mut self, style: &str, more: impl FnOnce(&mut Written)) {
        self.file.begin("w:p", &[]);
        self.file.begin("w:pPr", &[]);
        self.file.empty("w:pStyle", &[("w:val", style)]);
        more(&mut self.file);
        self.file.end();
    }

    fn paragraph(&mut self, style: &str, words: &str) {
        if !words.is_empty() {
            self.begin(style, |file| direction(file, words));
            run(&mut self.file, words, false);
            self.file.end();
        }
    }

    fn entry(&mut self, style: &str, list: usize, entry: &ListEntry) {
        self.begin(style, |file| {
            file.begin("w:numPr", &[]);
            file.empty("w:ilvl", &[("w:val", "0")]);
            file.empty("w:numId", &[("w:val", &list.to_string())]);
            file.end();
            direction(file, if entry.head.is_empty() { &entry.text } else { &entry.head });
        });
        if !entry.head.is_empty() {
            run(&mut self.file, &entry.head, true);
            run(&mut self.file, " ", false);
        }
        run(&mut self.file, &entry.text, false);
        self.file.end();
        for line in &entry.lines {
            self.paragraph("ListContinue", line);
        }
    }

    fn table(&mut self, table: &Table) {
        self.paragraph("Caption", &table.caption);
        let mut heads: Vec<&str> = table.head.iter().map(String::as_str).collect();
        if let Some(bars) = &table.bars {
            heads.insert(1.min(heads.len()), bars);
        }
        let bars = table.bars.is_some().then_some(1);
        let signs = |words: &str| words.lines().map(|line| line.chars().count()).max().unwrap_or_default();
        let mut longest: Vec<usize> = heads.iter().map(|head| signs(head)).collect();
        let places = || (0..heads.len()).filter(|at| Some(*at) != bars);
        for (at, words) in table.rows.iter().flat_map(|row| places().zip(&row.cells)) {
            if let Some(there) = longest.get_mut(at) {
                *there = signs(words).max(*there);
            }
        }
        let widths = widths(&longest, bars);
        self.begin_table(&heads, &table.caption, &widths);
        for row in &table.rows {
            self.widths = widths.clone().into_iter();
            self.row(row, table.bars.is_some(), heads.len());
        }
        self.end_table();
    }

    /// Begins a table with its heads, which stand on top of each page that it goes on to.
    fn begin_table(&mut self, heads: &[&str], caption: &str, widths: &[u32]) {
        self.widths = Vec::from(widths).into_iter();
        let file = &mut self.file;
        file.begin("w:tbl", &[]);
        file.begin("w:tblPr", &[]);
        file.empty("w:tblStyle", &[("w:val", "TableGrid")]);
        file.empty("w:tblW", &[("w:w", &PAGE_WIDTH.to_string()), ("w:type", "dxa")]);
        file.empty("w:tblLayout", &[("w:type", "fixed")]);
        file.empty("w:tblLook", &[("w:val", "0420"), ("w:firstRow", "1"), ("w:firstColumn", "0")]);
        file.empty("w:tblCaption", &[("w:val", caption)]);
        file.end();
        file.begin("w:tblGrid", &[]);
        widths.iter().for_each(|wide| file.empty("w:gridCol", &[("w:w", &wide.to_string())]));
        file.end();
        file.begin("w:tr", &[]);
        file.begin("w:trPr", &[]);
        file.empty("w:cantSplit", &[]);
        file.empty("w:tblHeader", &[]);
        file.end();
        heads.iter().for_each(|head| self.cell(head, true, Some("E6ECEF")));
        self.file.end();
    }

    /// Two tables that follow each other would become one.
    fn end_table(&mut self) {
        self.file.end();
        self.begin("Cell", |_| ());
        self.file.end();
    }

    fn row(&mut self, row: &Row, has_bars: bool, columns: usize) {
        let ground = row.is_group.then_some("F3F6F6");
        self.file.begin("w:tr", &[]);
        self.file.begin("w:trPr", &[]);
        self.file.empty("w:cantSplit", &[]);
        self.file.end();
        let mut cells = row.cells.iter();
        let name = cells.next().map_or("", String::as_str);
        self.cell(name, row.is_group, ground);
        if has_bars {
            self.begin_cell(ground, "");
            if let Some(bar) = &row.bar {
                self.bar(bar);
            }
            self.file.end();
            self.file.end();
        }
        let left = columns.saturating_sub(1 + usize::from(has_bars));
        // As many cells as there are columns: word processors want all of them.
        for words in cells.map(String::as_str).chain(std::iter::repeat("")).take(left) {
            self.cell(words, false, ground);
        }
        self.file.end();
    }

    /// Begins a cell and the paragraph in it.
    fn begin_cell(&mut self, ground: Option<&str>, words: &str) {
        self.file.begin("w:tc", &[]);
        self.file.begin("w:tcPr", &[]);
        if let Some(wide) = self.widths.next() {
            self.file.empty("w:tcW", &[("w:w", &wide.to_string()), ("w:type", "dxa")]);
        }
        if let Some(ground) = ground {
            self.file.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", ground)]);
        }
        self.file.end();
        self.begin("Cell", |file| direction(file, words));
    }

    fn cell(&mut self, words: &str, is_bold: bool, ground: Option<&str>) {
        self.begin_cell(ground, words);
        run(&mut self.file, words, is_bold);
        self.file.end();
        self.file.end();
    }

    fn signatures(&mut self, signatures: &Signatures) {
        self.paragraph("Heading1", &signatures.title);
        self.begin("Normal", |file| file.empty("w:keepNext", &[]));
        run(&mut self.file, &signatures.words, false);
        self.file.end();
        let heads: Vec<&str> = signatures.heads.iter().map(String::as_str).collect();
        let widths = widths(&vec![1; heads.len()], None);
        self.begin_table(&heads, &signatures.title, &widths);
        for _ in 0..signatures.rows {
            self.widths = widths.clone().into_iter();
            self.file.begin("w:tr", &[]);
            self.file.begin("w:trPr", &[]);
            self.file.empty("w:cantSplit", &[]);
            // Room to write by hand.
            self.file.empty("w:trHeight", &[("w:val", "850"), ("w:hRule", "atLeast")]);
            self.file.end();
            heads.iter().for_each(|_| self.cell("", false, None));
            self.file.end();
        }
        self.end_table();
    }

    /// The row says all of it in words: the picture needs none of its own.
    fn bar(&mut self, bar: &Bar) {
        let next = self.pictures.len();
        let at = *self.bars.entry(*bar).or_insert(next);
        if at == next {
            self.pictures.push(Picture { name: format!("media/picture{next}.png"), bytes: bar_png(bar) });
        }
        self.picture(at, (BAR_POINTS, BAR_POINTS * u32::from(BAR_HEIGHT) / u32::from(BAR_WIDTH)), "");
    }

    /// A logo says whose it is.
    fn logo(&mut self, logo: &Logo, firm: &str) {
        let at = self.pictures.len();
        self.pictures.push(Picture { name: format!("media/picture{at}.{}", logo.ending()), bytes: logo.bytes() });
        self.begin("Normal", |_| ());
        self.picture(at, within(logo.size(), LOGO_POINTS), firm);
        self.file.end();
    }

    fn picture(&mut self, at: usize, (width, height): (u32, u32), says: &str) {
        self.placed += 1;
        let (wide, high) = ((width * POINT).to_string(), (height * POINT).to_string());
        let (number, name, link) =
            (self.placed.to_string(), format!("Picture {}", self.placed), format!("rId{}", self.fixed + at + 1));
        let file = &mut self.file;
        let size = [("cx", wide.as_str()), ("cy", &high)];
        file.begin("w:r", &[]);
        file.begin("w:drawing", &[]);
        file.begin("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
        file.empty("wp:extent", &size);
        file.empty("wp:docPr", &[("id", &number), ("name", &name), ("descr", says)]);
        file.begin("a:graphic", &[]);
        file.begin("a:graphicData", &[("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")]);
        file.begin("pic:pic", &[]);
        file.begin("pic:nvPicPr", &[]);
        file.empty("pic:cNvPr", &[("id", &number), ("name", &name)]);
        file.empty("pic:cNvPicPr", &[]);
        file.end();
        file.begin("pic:blipFill", &[]);
        file.empty("a:blip", &[("r:embed", &link)]);
        file.begin("a:stretch", &[]);
        file.empty("a:fillRect", &[]);
        file.end();
        file.end();
        file.begin("pic:spPr", &[]);
        file.begin("a:xfrm", &[]);
        file.empty("a:off", &[("x", "0"), ("y", "0")]);
        file.empty("a:ext", &size);
        file.end();
        file.begin("a:prstGeom", &[("prst", "rect")]);
        file.empty("a:avLst", &[]);
        for _ in 0..8 {
            file.end();
        }
    }
}

/// A size made smaller so that it fits, with its sides as they were to each other.
fn within((width, height): (u32, u32), (most_wide, most_high): (u32, u32)) -> (u32, u32) {
    let scaled =
        |by: u32, of: u32, whole: u32| u32::try_from(u64::from(by) * u64::from(of) / u64::from(whole.max(1))).unwrap_or(1);
    let (width, height) = if width > most_wide { (most_wide, scaled(height, most_wide, width).max(1)) } else { (width, height) };
    if height > most_high { (scaled(width, most_high, height).max(1), most_high) } else { (width, height) }
}

/// Which way a paragraph runs, by its first words.
fn direction(file: &mut Written, words: &str) {
    if is_rtl(words) {
        file.empty("w:bidi", &[]);
    }
}

/// Words, on as many lines as they have.
pub fn run(file: &mut Written, words: &str, is_bold: bool) {
    if words.is_empty() {
        return;
    }
    file.begin("w:r", &[]);
    let is_rtl = is_rtl(words);
    if is_bold || is_rtl {
        file.begin("w:rPr", &[]);
        if is_bold {
            file.empty("w:b", &[]);
            file.empty("w:bCs", &[]);
        }
        if is_rtl {
            file.empty("w:rtl", &[]);
        }
        file.end();
    }
    let plain = words.replace("\r\n", "\n").replace('\r', "\n");
    let mut rest = plain.as_str();
    while let Some(at) = rest.find(['\n', '\t']) {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            file.words("w:t", before);
        }
        file.empty(if from.starts_with('\n') { "w:br" } else { "w:tab" }, &[]);
        rest = from.get(1..).unwrap_or_default();
    }
    if !rest.is_empty() {
        file.words("w:t", rest);
    }
    file.end();
}

/// A number that the word processor works out.
pub fn field(file: &mut Written, what: &str) {
    file.begin("w:fldSimple", &[("w:instr", what)]);
    run(file, "1", false);
    file.end();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_keeps_its_form() {
        assert_eq!(within((100, 50), (240, 96)), (100, 50));
        assert_eq!(within((480, 96), (240, 96)), (240, 48));
        assert_eq!(within((1000, 1000), (240, 96)), (96, 96));
        assert_eq!(within((20_000, 1), (240, 96)), (240, 1));
    }
}
