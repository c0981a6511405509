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
    /// Confirms what an earlier round says.
    Confirm,
    /// Leaves out what an earlier round says.
    LeaveOut,
    /// To where what an earlier round says is said anew.
    Change,
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

/// The key of the slash on a keyboard of the United States.
const SLASH: &[u8] = b"Slash";

/// A key as it was pressed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Key<'a> {
    /// What the key says, as `a`, `?`, `Enter`.
    pub key: &'a str,
    /// Which key it is, by what it says on a keyboard of the United States, as `KeyA`, `Digit1`.
    pub code: &'a str,
    /// With the control or command key.
    pub ctrl: bool,
    /// With the shift key.
    pub shift: bool,
    /// With the alt or option key.
    pub alt: bool,
    /// With the key for third signs, AltGr: some systems say that it is control and alt together.
    pub third: bool,
    /// While the focus is where somebody writes or chooses with keys.
    pub in_field: bool,
}

impl Command {
    /// What a key does; nothing while somebody writes, or with other modifiers.
    ///
    /// What the key says counts. On a keyboard that says nothing of ours there, as one of Cyrillic letters, the key at the same place
    /// does it.
    #[must_use]
    pub fn of(key: Key<'_>) -> Option<Self> {
        if key.in_field {
            return None;
        }
        let said = key.key.to_lowercase();
        if key.third {
            return Self::single(&said).filter(|_| !said.starts_with(|it: char| it.is_ascii_alphabetic()));
        }
        if key.alt {
            return Self::single(&said).filter(|_| !key.ctrl && key.is_made_with_option());
        }
        let letter = if said.is_ascii() { said.as_str() } else { key.letter_at_its_place() };
        if key.ctrl {
            return match (letter, key.shift) {
                ("z", false) => Some(Self::Undo),
                ("z", true) | ("y", false) => Some(Self::Redo),
                _ => None,
            };
        }
        Self::single(letter).or_else(|| Self::single(key.sign_at_its_place()))
    }

    /// Whether it states or takes back something about what is in front of somebody.
    pub const fn answers(self) -> bool {
        matches!(
            self,
            Self::Answer(_) | Self::Zero | Self::Clear | Self::DontKnow | Self::Confidence(_) | Self::Confirm | Self::LeaveOut
        )
    }

    /// What a key does that says this.
    fn single(said: &str) -> Option<Self> {
        match said {
            "1" => Some(Self::Answer(0)),
            "2" => Some(Self::Answer(1)),
            "3" => Some(Self::Answer(2)),
            "4" => Some(Self::Answer(3)),
            "5" => Some(Self::Answer(4)),
            "6" => Some(Self::Answer(5)),
            "7" => Some(Self::Answer(6)),
            "8" => Some(Self::Answer(7)),
            "9" => Some(Self::Answer(8)),
            "0" => Some(Self::Zero),
            "backspace" => Some(Self::Clear),
            "d" => Some(Self::DontKnow),
            "s" => Some(Self::Confidence(0)),
            "t" => Some(Self::Confidence(1)),
            "a" => Some(Self::Confidence(2)),
            "c" => Some(Self::Confirm),
            "x" => Some(Self::LeaveOut),
            "e" => Some(Self::Change),
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

impl Key<'_> {
    /// Whether it is a bracket or the like that is made with the option key, as on keyboards of Apple: pressed without, the key says
    /// a letter or digit.
    fn is_made_with_option(&self) -> bool {
        // `KeyL`, `Digit5`; those of brackets begin otherwise.
        let is_letter_or_digit = matches!(self.code.as_bytes(), [b'K' | b'D', ..]);
        is_letter_or_digit && !self.key.starts_with(|it: char| it.is_ascii_alphanumeric())
    }

    /// What keys without Latin letters stand for.
    fn letter_at_its_place(&self) -> &str {
        match (self.code, self.shift) {
            (code, true) if code.as_bytes() == SLASH => "?",
            (code, false) if code.as_bytes() == SLASH => "/",
            ("KeyA", _) => "a",
            ("KeyC", _) => "c",
            ("KeyD", _) => "d",
            ("KeyE", _) => "e",
            ("KeyJ", _) => "j",
            ("KeyK", _) => "k",
            ("KeyM", _) => "m",
            ("KeyN", _) => "n",
            ("KeyS", _) => "s",
            ("KeyT", _) => "t",
            ("KeyX", _) => "x",
            ("KeyY", _) => "y",
            ("KeyZ", _) => "z",
            ("Numpad0", _) => "0",
            ("Numpad1", _) => "1",
            ("Numpad2", _) => "2",
            ("Numpad3", _) => "3",
            ("Numpad4", _) => "4",
            ("Numpad5", _) => "5",
            ("Numpad6", _) => "6",
            ("Numpad7", _) => "7",
            ("Numpad8", _) => "8",
            ("Numpad9", _) => "9",
            _ => "",
        }
    }

    /// What keys in the row of digits and beside the letters stand for where they say something else, without shift.
    fn sign_at_its_place(&self) -> &str {
        match self.code {
            _ if self.shift => "",
            "Digit0" => "0",
            "Digit1" => "1",
            "Digit2" => "2",
            "Digit3" => "3",
            "Digit4" => "4",
            "Digit5" => "5",
            "Digit6" => "6",
            "Digit7" => "7",
            "Digit8" => "8",
            "Digit9" => "9",
            "BracketLeft" => "[",
            "BracketRight" => "]",
            _ => "",
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
        assert_eq!(pressed("9"), Some(Command::Answer(8)), "as many answers as a model may have");
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

    fn at(code: &'static str, key: &'static str) -> Key<'static> {
        Key { key, code, ..Key::default() }
    }

    #[test]
    fn digits_answer_on_keyboards_that_have_something_else_there() {
        for (layout, keys) in [
            ("French", ["&", "é", "\"", "'", "à"]),
            ("Czech", ["+", "ě", "š", "č", "é"]),
            ("Lithuanian", ["ą", "č", "ę", "ė", "0"]),
            ("Arabic", ["١", "٢", "٣", "٤", "٠"]),
        ] {
            let pressed = ["Digit1", "Digit2", "Digit3", "Digit4", "Digit0"].into_iter().zip(keys);
            let commands: Vec<_> = pressed.map(|(code, key)| Command::of(at(code, key))).collect();
            let answers = (0..4).map(|place| Some(Command::Answer(place)));
            assert_eq!(commands, answers.chain([Some(Command::Zero)]).collect::<Vec<_>>(), "{layout}");
        }
        let with_shift = |code, key| Command::of(Key { shift: true, ..at(code, key) });
        assert_eq!(with_shift("Digit1", "1"), Some(Command::Answer(0)), "a digit in France");
        assert_eq!(with_shift("Digit1", "!"), None, "a sign in the United States");
        assert_eq!(with_shift("Digit7", "/"), Some(Command::Search), "in Germany");
        assert_eq!(Command::of(at("Numpad1", "End")), None, "while the digits there are off");
    }

    #[test]
    fn letters_of_other_scripts_count_by_their_place_and_latin_ones_by_what_they_say() {
        for (code, key, command) in [
            ("KeyJ", "о", Command::NextIndicator),
            ("KeyK", "Л", Command::PreviousIndicator),
            ("KeyA", "ش", Command::Confidence(2)),
            ("KeyS", "σ", Command::Confidence(0)),
            ("KeyN", "т", Command::Onward),
            ("KeyD", "в", Command::DontKnow),
            ("Slash", "ظ", Command::Search),
            ("BracketLeft", "х", Command::PreviousPractice),
            ("BracketRight", "ъ", Command::NextPractice),
            ("KeyQ", "a", Command::Confidence(2)),
            ("Semicolon", "m", Command::More),
        ] {
            assert_eq!(Command::of(at(code, key)), Some(command), "{key}");
        }
        assert_eq!(Command::of(Key { shift: true, ..at("Slash", "؟") }), Some(Command::Help));
        for (code, key) in [("KeyA", "q"), ("KeyM", ","), ("KeyS", "o"), ("KeyQ", ";")] {
            assert_eq!(Command::of(at(code, key)), None, "{key}");
        }
    }

    #[test]
    fn brackets_are_found_wherever_they_are_made() {
        for (code, key, command) in [("Digit8", "[", Command::PreviousPractice), ("Digit9", "]", Command::NextPractice)] {
            assert_eq!(Command::of(Key { third: true, ..at(code, key) }), Some(command));
            assert_eq!(Command::of(Key { third: true, ctrl: true, alt: true, ..at(code, key) }), Some(command));
        }
        for (code, key) in [("Digit5", "["), ("KeyL", "[")] {
            assert_eq!(Command::of(Key { alt: true, ..at(code, key) }), Some(Command::PreviousPractice), "with option");
        }
        for (code, key) in [("BracketLeft", "ü"), ("BracketLeft", "Dead"), ("BracketLeft", "^")] {
            assert_eq!(Command::of(at(code, key)), Some(Command::PreviousPractice), "by its place");
        }
    }

    #[test]
    fn what_the_browser_does_with_a_key_is_not_ours_on_any_keyboard() {
        for (code, key) in [("Digit1", "1"), ("KeyT", "е"), ("KeyN", "т"), ("BracketLeft", "["), ("KeyA", "å"), ("Digit1", "&")]
        {
            assert_eq!(Command::of(Key { ctrl: true, ..at(code, key) }), None, "{key}");
            assert_eq!(Command::of(Key { alt: true, ..at(code, key) }), None, "{key}");
            assert_eq!(Command::of(Key { ctrl: true, alt: true, ..at(code, key) }), None, "{key}");
        }
        assert_eq!(Command::of(Key { third: true, ..at("KeyA", "a") }), None);
    }

    #[test]
    fn undo_and_redo_are_where_the_letters_are() {
        for (code, key) in [("KeyW", "z"), ("KeyY", "z"), ("KeyZ", "я"), ("KeyZ", "ζ"), ("KeyZ", "ئ")] {
            assert_eq!(Command::of(Key { ctrl: true, ..at(code, key) }), Some(Command::Undo), "{key}");
            assert_eq!(Command::of(Key { ctrl: true, shift: true, ..at(code, key) }), Some(Command::Redo), "{key}");
        }
        assert_eq!(Command::of(Key { ctrl: true, ..at("KeyY", "н") }), Some(Command::Redo));
        assert_eq!(Command::of(Key { ctrl: true, ..at("KeyZ", "y") }), Some(Command::Redo), "in Germany");
    }
}
