//! Markup, as the files of spreadsheets and word processors are made of. Names of elements and attributes are ours; values and words may be anybody's
//! and never become markup.

/// The first line of each file.
const FIRST: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A file of markup that is being written.
pub struct Written {
    text: String,
    open: Vec<&'static str>,
}

impl Written {
    /// A file whose outermost element is called so.
    pub fn new(name: &'static str, attributes: &[(&str, &str)]) -> Self {
        let mut file = Self { text: FIRST.to_owned(), open: Vec::new() };
        file.begin(name, attributes);
        file
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.escape(value);
            self.text.push('"');
        }
    }

    /// Begins an element.
    pub fn begin(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push('>');
        self.open.push(name);
    }

    /// Ends the element that was begun last.
    pub fn end(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// An element without anything in it.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push_str("/>");
    }

    /// An element with words in it, which stay as they are, with all their blanks.
    pub fn words(&mut self, name: &'static str, words: &str) {
        self.begin(name, &[("xml:space", "preserve")]);
        self.escape(words);
        self.end();
    }

    /// An element with a value in it.
    pub fn value(&mut self, name: &'static str, value: &str) {
        self.begin(name, &[]);
        self.escape(value);
        self.end();
    }

    /// Words as markup takes them. What no markup may have has to be written otherwise before; it is left out here.
    fn escape(&mut self, words: &str) {
        for sign in words.chars() {
            match sign {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                _ if is_allowed(sign) => self.text.push(sign),
                _ => {}
            }
        }
    }

    /// All of it, with what is open ended.
    pub fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.end();
        }
        self.text.into_bytes()
    }
}

/// Whether markup may have a sign.
pub fn is_allowed(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_markup() {
        let mut file = Written::new("a", &[("b", "\"><c d='")]);
        file.words("e", "</e>&amp;\u{0}\u{fffe}\u{1f989}");
        let text = String::from_utf8(file.finish()).unwrap_or_default();
        assert_eq!(
            text.strip_prefix(FIRST),
            Some("<a b=\"&quot;&gt;&lt;c d='\"><e xml:space=\"preserve\">&lt;/e&gt;&amp;amp;\u{1f989}</e></a>")
        );
    }
}
