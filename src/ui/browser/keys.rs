//! Single keys: which key does what. Never while somebody writes.

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Answers the statement: by its place among the answers, from 0.
    Answer(usize),
    /// Takes the answer back; in the quick pass, where levels begin at 0, that level.
    Zero,
    /// Takes the answer back.
    Clear,
    /// Says that one does not know.
    DontKnow,
    /// Says how somebody knows: by its place, from 0.
    Confidence(usize),
    /// To the next statement.
    NextIndicator,
    /// To the statement before.
    PreviousIndicator,
    /// To the most useful unanswered statement.
    Onward,
    /// To the next practice.
    NextPractice,
    /// To the practice before.
    PreviousPractice,
    /// Opens or closes what belongs to the statement: note, evidence, doubts.
    More,
    /// Shows which key does what.
    Help,
    /// To the search.
    Search,
    /// Undoes the latest change.
    Undo,
    /// Redoes what was undone.
    Redo,
}

/// A key as it was pressed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Key<'a> {
    /// What the key says, as `a`, `?`, `Enter`.
    pub key: &'a str,
    /// With the control or command key.
    pub ctrl: bool,
    /// With the shift key.
    pub shift: bool,
    /// With the alt key.
    pub alt: bool,
    /// While the focus is where somebody writes or chooses with keys.
    pub in_field: bool,
}

impl Command {
    /// What a key does; nothing while somebody writes, or with other modifiers.
    #[must_use]
    pub fn of(key: Key<'_>) -> Option<Self> {
        if key.in_field || key.alt {
            return None;
        }
        let letter = key.key.to_lowercase();
        if key.ctrl {
            return match (letter.as_str(), key.shift) {
                ("z", false) => Some(Self::Undo),
                ("z", true) | ("y", false) => Some(Self::Redo),
                _ => None,
            };
        }
        match letter.as_str() {
            "1" => Some(Self::Answer(0)),
            "2" => Some(Self::Answer(1)),
            "3" => Some(Self::Answer(2)),
            "4" => Some(Self::Answer(3)),
            "0" => Some(Self::Zero),
            "backspace" => Some(Self::Clear),
            "d" => Some(Self::DontKnow),
            "s" => Some(Self::Confidence(0)),
            "t" => Some(Self::Confidence(1)),
            "a" => Some(Self::Confidence(2)),
            "j" => Some(Self::NextIndicator),
            "k" => Some(Self::PreviousIndicator),
            "n" => Some(Self::Onward),
            "m" => Some(Self::More),
            "]" => Some(Self::NextPractice),
            "[" => Some(Self::PreviousPractice),
            "?" => Some(Self::Help),
            "/" => Some(Self::Search),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_answer_and_move() {
        let pressed = |key| Command::of(Key { key, ..Key::default() });
        assert_eq!(pressed("1"), Some(Command::Answer(0)));
        assert_eq!(pressed("A"), Some(Command::Confidence(2)));
        assert_eq!(pressed("Enter"), None, "it presses the button that has the focus");
    }

    #[test]
    fn nothing_happens_while_somebody_writes() {
        for key in ["1", "z", "?", "/", "n"] {
            for ctrl in [false, true] {
                assert_eq!(Command::of(Key { key, ctrl, in_field: true, ..Key::default() }), None, "{key}");
            }
        }
    }

    #[test]
    fn keys_of_the_browser_stay_its_own() {
        for key in ["1", "t", "n", "a", "s", "0", "["] {
            assert_eq!(Command::of(Key { key, ctrl: true, ..Key::default() }), None, "{key}");
            assert_eq!(Command::of(Key { key, alt: true, ..Key::default() }), None, "{key}");
        }
    }

    #[test]
    fn undo_and_redo() {
        let with_ctrl = |key, shift| Command::of(Key { key, ctrl: true, shift, ..Key::default() });
        assert_eq!(with_ctrl("z", false), Some(Command::Undo));
        assert_eq!(with_ctrl("Z", true), Some(Command::Redo));
        assert_eq!(with_ctrl("y", false), Some(Command::Redo));
    }
}
