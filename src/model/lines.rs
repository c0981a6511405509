//! On which lines of a file its problems are: who mends a file by hand looks for a line, not for a path.

use std::collections::BTreeMap;

use super::{Problem, ProblemKind, Problems};

/// A problem and the line on which it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemAt {
    /// The problem.
    pub problem: Problem,
    /// The line, from 1; `None` where it is one of the file as a whole.
    pub line: Option<usize>,
}

impl Problems {
    /// The problems, each with its line in the file that they were found in.
    #[must_use]
    pub fn in_file(&self, bytes: &[u8]) -> Vec<ProblemAt> {
        let mut lines: BTreeMap<&str, Option<usize>> =
            self.all().iter().filter(|it| !it.path.is_empty()).map(|it| (it.path.as_str(), None)).collect();
        if !lines.is_empty() {
            let mut places = Places { bytes, at: 0, line: 1, lines: &mut lines };
            places.value("");
        }
        let line = |problem: &Problem| match problem.kind {
            ProblemKind::NotJson { line, .. } => Some(line),
            _ => lines.get(problem.path.as_str()).copied().flatten(),
        };
        self.all().iter().map(|problem| ProblemAt { line: line(problem), problem: problem.clone() }).collect()
    }
}

/// Walks through JSON that was parsed before, so that nothing in it surprises.
struct Places<'a, 'p> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
    lines: &'a mut BTreeMap<&'p str, Option<usize>>,
}

impl Places<'_, '_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn step(&mut self) {
        self.line += usize::from(self.peek() == Some(b'\n'));
        self.at += 1;
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.step();
        }
    }

    /// A value. Of two members of one name the last counts, as for the reader.
    fn value(&mut self, path: &str) {
        self.space();
        if let Some(line) = self.lines.get_mut(path) {
            *line = Some(self.line);
        }
        match self.peek() {
            Some(b'{') => self.inside(b'}', |this, _| {
                let name = this.string();
                this.space();
                // The colon.
                this.step();
                this.value(&if path.is_empty() { name } else { format!("{path}.{name}") });
            }),
            Some(b'[') => self.inside(b']', |this, index| this.value(&format!("{path}[{index}]"))),
            Some(b'"') => _ = self.string(),
            _ => {
                while self.peek().is_some_and(|byte| !matches!(byte, b',' | b'}' | b']') && !byte.is_ascii_whitespace()) {
                    self.step();
                }
            }
        }
    }

    /// What stands between brackets, one after the other.
    fn inside(&mut self, end: u8, mut each: impl FnMut(&mut Self, usize)) {
        self.step();
        let mut index = 0;
        loop {
            self.space();
            match self.peek() {
                None => return,
                Some(byte) if byte == end => return self.step(),
                Some(b',') => self.step(),
                Some(_) => {
                    let before = self.at;
                    each(self, index);
                    index += 1;
                    // Nothing valid is empty; nothing else may hold this up.
                    if self.at == before {
                        return;
                    }
                }
            }
        }
    }

    /// A string, as it is read.
    fn string(&mut self) -> String {
        let begin = self.at;
        self.step();
        while let Some(byte) = self.peek() {
            self.step();
            match byte {
                b'\\' => self.step(),
                b'"' => break,
                _ => {}
            }
        }
        let written = self.bytes.get(begin..self.at).unwrap_or_default();
        serde_json::from_slice(written).unwrap_or_default()
    }
}
