//! What can be told of a passphrase without knowing where it comes from: how long it is, and whether it is among the first that are guessed.
//! That is a hint and no rule: nobody can see from outside whether words were drawn by chance or are known to half a family.

/// A passphrase as it may be spelled, each way once: some keyboards put a letter and its accent together, others write them one after the
/// other. The first is what most make, and what is written with. Both forms of Unicode come from whoever knows them: a browser does.
#[must_use]
pub fn spellings(typed: &str, together: String, apart: String) -> Vec<String> {
    let mut all = vec![together];
    for other in [apart, typed.to_owned()] {
        if !all.contains(&other) {
            all.push(other);
        }
    }
    all
}

/// What can be told of a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassphraseHint {
    /// Nothing is typed yet.
    Empty,
    /// Among those that are tried first.
    Guessed,
    /// Few enough that all of its length can be tried.
    Short,
    /// Neither short nor long.
    Middle,
    /// As long as several words are.
    Long,
}

/// Below so many letters it is short.
const SHORT: usize = 12;

/// From so many letters on it is long: four words or more.
const LONG: usize = 20;

/// What is left once digits and signs at the ends are taken off, of passphrases that every list of guesses begins with.
const GUESSED: [&str; 30] = [
    "abc",
    "admin",
    "azerty",
    "changeme",
    "default",
    "dragon",
    "football",
    "guest",
    "hallo",
    "hello",
    "iloveyou",
    "letmein",
    "login",
    "master",
    "monkey",
    "p@ssw0rd",
    "pass",
    "passphrase",
    "passw0rd",
    "passwort",
    "password",
    "plumbline",
    "princess",
    "qwerty",
    "qwertz",
    "root",
    "secret",
    "sunshine",
    "test",
    "welcome",
];

/// What can be told of a passphrase.
#[must_use]
pub fn passphrase_hint(passphrase: &str) -> PassphraseHint {
    let letters: Vec<char> = passphrase.trim().to_lowercase().chars().collect();
    match letters.len() {
        0 => PassphraseHint::Empty,
        _ if is_guessed(&letters) => PassphraseHint::Guessed,
        length if length < SHORT => PassphraseHint::Short,
        length if length < LONG => PassphraseHint::Middle,
        _ => PassphraseHint::Long,
    }
}

/// The rows of keys.
const ROWS: [&str; 6] = [
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "1234567890",
    "0987654321",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
];

fn is_guessed(letters: &[char]) -> bool {
    // What repeats is worth no more than what it repeats, with blanks or without.
    let solid: Vec<char> = letters.iter().copied().filter(|letter| !letter.is_whitespace()).collect();
    let once = (1..=solid.len()).find(|length| solid.chunks(*length).all(|chunk| solid.starts_with(chunk))).unwrap_or_default();
    let repeated = solid.get(..once).unwrap_or(&solid);
    is_guessed_first(letters) || (repeated.len() < solid.len() && (repeated.len() < SHORT || is_guessed_first(repeated)))
}

fn is_guessed_first(letters: &[char]) -> bool {
    let text: String = letters.iter().collect();
    if letters.len() > 3 && ROWS.iter().any(|row| row.contains(&text)) {
        return true;
    }
    let bare = text.trim_matches(|letter: char| !letter.is_alphabetic());
    // As 1234567, aaaa and abcdef: each step is the same as the one before.
    let step = |pair: &[char]| match pair {
        [one, next] => i64::from(u32::from(*next)) - i64::from(u32::from(*one)),
        _ => 0,
    };
    let steps: Vec<i64> = letters.windows(2).map(step).collect();
    let first = steps.first().copied().unwrap_or_default();
    let is_run = (-1..=1).contains(&first) && steps.iter().all(|step| *step == first);
    GUESSED.contains(&bare) || GUESSED.contains(&text.as_str()) || is_run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_and_what_is_guessed_first_are_told() {
        for (passphrase, hint) in [
            ("", PassphraseHint::Empty),
            ("   ", PassphraseHint::Empty),
            ("Password123!", PassphraseHint::Guessed),
            ("123qwertz", PassphraseHint::Guessed),
            ("aaaaaaaaaaaaaaaaaaaaaaaaaa", PassphraseHint::Guessed),
            ("12345678", PassphraseHint::Guessed),
            ("987654321", PassphraseHint::Guessed),
            ("abcdefghijklmnop", PassphraseHint::Guessed),
            ("12345678901234567890", PassphraseHint::Guessed),
            ("1234567890", PassphraseHint::Guessed),
            ("passwordpasswordpassword", PassphraseHint::Guessed),
            ("iloveyou iloveyou iloveyou", PassphraseHint::Guessed),
            ("qwertyuiopasdfghjklzxcvbnm", PassphraseHint::Guessed),
            ("abababababababababababab", PassphraseHint::Guessed),
            ("asdfghjkl", PassphraseHint::Guessed),
            ("gH7!x", PassphraseHint::Short),
            ("größerer", PassphraseHint::Short),
            ("bottle chimney", PassphraseHint::Middle),
            ("bottle chimney seven owls", PassphraseHint::Long),
        ] {
            assert_eq!(passphrase_hint(passphrase), hint, "{passphrase}");
        }
    }
}
