//! Encrypted files: opened by somebody else's program and theirs by ours, and whatever is not whole says why.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "what is not there ends the test")]

use std::io::{Read, Write};

use age::secrecy::SecretString;
use plumbline::command_line::{BAD_INPUT, FINE, Machine, Outcome, run};
use plumbline::exchange::{Chance, DecryptError, EncryptError, LARGEST, WorkFactor, decrypt, encrypt, is_encrypted};
use proptest::prelude::*;

use crate::support::{bytes, path};

const PASSPHRASE: &str = "plant 4, the tall chimney — größer";

fn chance(seed: u8) -> Chance {
    Chance::new(&std::array::from_fn(|at| seed.wrapping_add(u8::try_from(at).unwrap_or_default()).wrapping_mul(37)))
}

fn ours(plain: &[u8], passphrase: &str) -> Vec<u8> {
    encrypt(plain, passphrase, WorkFactor::LEAST, &chance(1)).unwrap_or_else(|why| panic!("{why:?}"))
}

fn opened(file: &[u8], passphrase: &str) -> Result<Vec<u8>, DecryptError> {
    decrypt(file, passphrase, WorkFactor::MOST_IN_BROWSER)
}

fn theirs(plain: &[u8], passphrase: &str, log_n: u8) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(log_n);
    age::encrypt(&recipient, plain).unwrap_or_else(|why| panic!("{why}"))
}

fn opened_by_them(file: &[u8], passphrase: &str) -> Option<Vec<u8>> {
    let identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    age::decrypt(&identity, file).ok()
}

/// The lengths at which pieces end and begin.
const LENGTHS: [usize; 9] = [0, 1, 100, 65_535, 65_536, 65_537, 131_072, 131_073, 200_000];

#[test]
fn what_is_written_here_is_opened_by_the_reference_and_the_other_way_round() {
    for length in LENGTHS {
        let plain: Vec<u8> = (0..length).map(|at| u8::try_from(at % 251).unwrap_or_default()).collect();
        let file = ours(&plain, PASSPHRASE);
        assert!(is_encrypted(&file) && file.len() < plain.len() + 300, "{length}");
        assert!(opened_by_them(&file, PASSPHRASE).as_ref() == Some(&plain), "{length}: ours by theirs");
        assert!(opened_by_them(&file, "another").is_none());
        assert!(opened(&theirs(&plain, PASSPHRASE, 2), PASSPHRASE).as_ref() == Ok(&plain), "{length}: theirs by ours");
    }
}

#[test]
fn the_work_that_is_written_opens_and_is_what_is_said() {
    let file = encrypt(b"{}", PASSPHRASE, WorkFactor::WRITTEN, &chance(2)).unwrap_or_default();
    let header = String::from_utf8_lossy(&file).lines().take(2).collect::<Vec<_>>().join(" ");
    assert!(header.ends_with(" 17"), "{header}");
    assert_eq!(opened_by_them(&file, PASSPHRASE).as_deref(), Some(&b"{}"[..]));
    assert_eq!(WorkFactor::WRITTEN.memory(), Some(128 << 20));
    assert_eq!(WorkFactor::MOST_IN_BROWSER.memory(), Some(256 << 20));
}

#[test]
fn files_as_letters_open_too() {
    let recipient = age::scrypt::Recipient::new(SecretString::from(PASSPHRASE.to_owned()));
    let mut recipient = recipient;
    recipient.set_work_factor(2);
    for length in LENGTHS {
        let plain = vec![7; length];
        let letters = age::encrypt_and_armor(&recipient, &plain).unwrap_or_default();
        assert!(is_encrypted(letters.as_bytes()));
        let sent = format!("\r\n  {}  \r\n", letters.replace('\n', "\r\n"));
        for file in [letters.as_str(), sent.as_str()] {
            assert!(opened(file.as_bytes(), PASSPHRASE).as_ref() == Ok(&plain), "{length}");
        }
        let cut = letters.get(..letters.len() * 2 / 3).unwrap_or_default();
        assert_eq!(opened(cut.as_bytes(), PASSPHRASE), Err(DecryptError::Cut));
    }
}

#[test]
fn another_passphrase_opens_nothing_and_none_makes_nothing() {
    let file = ours(b"secret", PASSPHRASE);
    for other in ["", "plant 4", "Plant 4, the tall chimney — größer", "plant 4, the tall chimney — größer "] {
        assert_eq!(opened(&file, other), Err(DecryptError::WrongPassphrase), "{other}");
    }
    assert_eq!(encrypt(b"", "", WorkFactor::LEAST, &chance(1)), Err(EncryptError::NoPassphrase));
}

#[test]
fn the_secret_and_the_passphrase_stand_nowhere_in_the_file() {
    let file = ours(b"the name of the plant", PASSPHRASE);
    for words in [&b"plant"[..], b"name of", b"chimney"] {
        assert!(!file.windows(words.len()).any(|part| part == words));
    }
}

#[test]
fn the_same_chance_makes_the_same_file_and_another_one_another() {
    let with = |seed| encrypt(b"x", PASSPHRASE, WorkFactor::LEAST, &chance(seed)).unwrap_or_default();
    assert_eq!(with(1), with(1));
    assert_ne!(with(1), with(2));
}

#[test]
fn every_cut_is_noticed_and_named() {
    let plain = vec![1; 70_000];
    let file = ours(&plain, PASSPHRASE);
    let header = file.len() - 70_000 - 2 * 16 - 16;
    for length in (0..200).chain([header + 16 + 65_552 - 1, header + 16 + 65_552, file.len() - 1]) {
        let cut = file.get(..length).unwrap_or_default();
        let expected = match length {
            // Too short to tell what it is.
            _ if length < "age-encryption.org/".len() => DecryptError::NotEncrypted,
            _ if length <= header + 16 || length == header + 16 + 65_552 => DecryptError::Cut,
            _ => DecryptError::Damaged,
        };
        assert_eq!(opened(cut, PASSPHRASE), Err(expected), "{length}");
    }
}

#[test]
fn every_altered_byte_is_noticed() {
    let file = ours(&[1; 100], PASSPHRASE);
    for at in 0..file.len() {
        for by in [1, 0x20, 0x80] {
            let mut altered = file.clone();
            altered[at] ^= by;
            let why = opened(&altered, PASSPHRASE).err();
            assert!(why.is_some(), "{at}: {by}");
        }
    }
}

#[test]
fn files_for_keys_and_of_later_versions_say_so() {
    let key: age::x25519::Identity = age::x25519::Identity::generate();
    let file = age::encrypt(&key.to_public(), b"x").unwrap_or_default();
    assert_eq!(opened(&file, PASSPHRASE), Err(DecryptError::OtherRecipient { kind: "X25519".to_owned() }));
    let long = format!("age-encryption.org/v1\n-> mlkem768x25519 {}\nabc\n--- abc\n", "A".repeat(1500));
    let kind = "mlkem768x25519".to_owned();
    assert_eq!(opened(long.as_bytes(), PASSPHRASE), Err(DecryptError::OtherRecipient { kind }));
    assert_eq!(opened(b"age-encryption.org/v2\n-> scrypt", PASSPHRASE), Err(DecryptError::OtherVersion));
    for other in [&b""[..], b"{}", b"PK\x03\x04", b"age-encryption"] {
        assert_eq!(opened(other, PASSPHRASE), Err(DecryptError::NotEncrypted));
        assert!(!is_encrypted(other));
    }
}

/// A file whose header asks for so much work.
fn asking(work: &str) -> Vec<u8> {
    let file = ours(b"x", PASSPHRASE);
    let end = file.windows(3).position(|part| part == b" 1\n").unwrap_or_default();
    [&file[..end], format!(" {work}").as_bytes(), &file[end + 2..]].concat()
}

#[test]
fn absurd_work_is_refused_before_it_is_begun() {
    for work in ["19", "20", "30", "63", "64", "255", "256", "9999999999999999999999"] {
        let why = opened(&asking(work), PASSPHRASE);
        assert!(matches!(why, Err(DecryptError::TooMuchWork { .. })), "{work}: {why:?}");
    }
    for work in ["0", "01", "-1", "+1", "1 ", "", "0x1", "1e1"] {
        assert_eq!(opened(&asking(work), PASSPHRASE), Err(DecryptError::Damaged), "{work}");
    }
    assert_eq!(opened(&asking("2"), PASSPHRASE), Err(DecryptError::WrongPassphrase));
}

#[test]
fn a_passphrase_beside_other_ways_in_is_refused() {
    let file = ours(b"x", PASSPHRASE);
    let text = String::from_utf8_lossy(&file).into_owned();
    let lines: Vec<&str> = text.splitn(4, '\n').collect();
    let (first, second) = (lines[1], lines[2]);
    let both = format!("{}\n{first}\n{second}\n-> X25519 abc\nabc\n--- abc\n", lines[0]);
    assert_eq!(opened(both.as_bytes(), PASSPHRASE), Err(DecryptError::Damaged));
}

#[test]
fn what_is_too_large_is_refused_both_ways() {
    let large = vec![0; LARGEST];
    assert!(matches!(encrypt(&large, "x", WorkFactor::LEAST, &chance(1)), Err(EncryptError::TooLarge { .. })));
    let mut more = ours(b"x", "x");
    more.resize(LARGEST + 1, 0);
    assert_eq!(opened(&more, "x"), Err(DecryptError::TooLarge { bytes: LARGEST + 1 }));
}

proptest! {
    #[test]
    fn what_went_in_comes_out(plain in proptest::collection::vec(any::<u8>(), 0..3000), passphrase in ".{1,40}", seed: u8) {
        let file = encrypt(&plain, &passphrase, WorkFactor::LEAST, &chance(seed)).unwrap_or_default();
        prop_assert_eq!(opened(&file, &passphrase), Ok(plain.clone()));
        prop_assert_eq!(opened_by_them(&file, &passphrase), Some(plain));
    }

    #[test]
    fn no_bytes_make_it_fall(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = opened(&bytes, PASSPHRASE);
        let _ = opened(&[&b"age-encryption.org/v1\n-> scrypt "[..], &bytes].concat(), PASSPHRASE);
        let _ = opened(&[&b"-----BEGIN AGE ENCRYPTED FILE-----\n"[..], &bytes].concat(), PASSPHRASE);
    }

    #[test]
    fn lines_that_nearly_fit_make_it_not_fall(lines in proptest::collection::vec("[-> a-zA-Z0-9+/=\r]{0,90}", 0..6), work in 0..400_u32) {
        let salt = "AAAAAAAAAAAAAAAAAAAAAA";
        let _ = opened(format!("age-encryption.org/v1\n{}", lines.join("\n")).as_bytes(), PASSPHRASE);
        let work = if (6..=18).contains(&work) { 19 } else { work };
        let text = format!("age-encryption.org/v1\n-> scrypt {salt} {work}\n{}", lines.join("\n"));
        let _ = opened(text.as_bytes(), PASSPHRASE);
    }
}

/// As the streams of the reference have it, piece by piece.
#[test]
fn a_file_that_was_written_in_small_steps_opens() {
    let passphrase = SecretString::from(PASSPHRASE.to_owned());
    let mut recipient = age::scrypt::Recipient::new(passphrase);
    recipient.set_work_factor(2);
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient));
    let mut file = Vec::new();
    let mut to = encryptor.ok().and_then(|it| it.wrap_output(&mut file).ok()).unwrap_or_else(|| panic!("no writer"));
    for _ in 0..50_000 {
        to.write_all(b"abc").unwrap_or_else(|why| panic!("{why}"));
    }
    to.finish().unwrap_or_else(|why| panic!("{why}"));
    assert!(opened(&file, PASSPHRASE).is_ok_and(|plain| plain == b"abc".repeat(50_000)));
    let mut again = Vec::new();
    let identity = age::scrypt::Identity::new(SecretString::from(PASSPHRASE.to_owned()));
    let back = ours(&plain_of(&file), PASSPHRASE);
    let reader = age::Decryptor::new(&back[..]).ok();
    let reader = reader.and_then(|it| it.decrypt(std::iter::once(&identity as &dyn age::Identity)).ok());
    reader.unwrap_or_else(|| panic!("no reader")).read_to_end(&mut again).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(again, b"abc".repeat(50_000));
}

fn plain_of(file: &[u8]) -> Vec<u8> {
    opened(file, PASSPHRASE).unwrap_or_default()
}

/// Runs some words on a machine that knows a passphrase, or none.
fn said(words: &[&str], input: &[u8], passphrase: Option<&str>) -> Outcome {
    let word = |word: &&str| word.strip_prefix('@').map_or_else(|| (*word).into(), |file| path(file).into_os_string());
    let now = "2026-11-23T10:00:00Z".parse().unwrap_or_default();
    let machine = Machine { now, passphrase: passphrase.map(|it| it.as_bytes().to_vec()), chance: Some(chance(9)) };
    run(words.iter().map(word).collect::<Vec<_>>(), &mut &*input, machine)
}

const EXAMPLE: &str = "@public/examples/bottling-line.json";

#[test]
fn the_command_line_makes_and_opens_encrypted_files_for_every_command() {
    let plain = said(&["convert", EXAMPLE], &[], None);
    let made = said(&["convert", EXAMPLE, "--to", "encrypted"], &[], Some(PASSPHRASE));
    assert_eq!((made.code, made.told.as_str()), (FINE, ""));
    assert_eq!(opened_by_them(&made.out, PASSPHRASE).as_ref(), Some(&plain.out));
    assert_eq!(said(&["convert", "-"], &made.out, Some(PASSPHRASE)), plain);
    for command in ["check", "results", "redact", "report", "fleet", "merge"] {
        let open = said(&[command, "-"], &plain.out, None);
        assert_eq!(said(&[command, "-"], &made.out, Some(PASSPHRASE)), open, "{command}");
        let none = said(&[command, "-"], &made.out, None);
        assert!(none.code == BAD_INPUT && none.told.contains("PLUMBLINE_PASSPHRASE"), "{command}: {}", none.told);
    }
    let other = said(&["check", "-"], &made.out, Some("another"));
    assert!(
        other.code == BAD_INPUT && other.told.contains("does not open it") && !other.told.contains("another"),
        "{}",
        other.told
    );
    let none = said(&["convert", EXAMPLE, "--to", "encrypted"], &[], None);
    assert!(none.code == BAD_INPUT && none.out.is_empty() && none.told.contains("No passphrase"), "{}", none.told);
    let empty = said(&["convert", EXAMPLE, "--to", "encrypted"], &[], Some(""));
    assert!(empty.code == BAD_INPUT && empty.out.is_empty(), "{}", empty.told);
}

#[test]
fn the_passphrase_comes_by_standard_input_or_a_file_and_never_as_an_argument() {
    let words = ["convert", EXAMPLE, "--to", "encrypted", "--passphrase-from", "-"];
    for input in [PASSPHRASE.to_owned(), format!("{PASSPHRASE}\n"), format!("{PASSPHRASE}\r\nmore")] {
        let made = said(&words, input.as_bytes(), None);
        assert_eq!((made.code, made.told.as_str()), (FINE, ""));
        assert!(opened(&made.out, PASSPHRASE).is_ok());
    }
    let file = std::env::temp_dir().join(format!("plumbline-{}-passphrase", std::process::id()));
    std::fs::write(&file, PASSPHRASE).unwrap_or_else(|why| panic!("{why}"));
    let named = file.to_string_lossy();
    let made = said(&["convert", EXAMPLE, "--to", "encrypted", "--passphrase-from", &named], &[], Some("not this one"));
    assert_eq!(said(&["check", "-", "--passphrase-from", &named], &made.out, None).code, FINE);
    let twice = said(&["check", "-", "--passphrase-from", "-"], b"x", None);
    assert!(twice.code == BAD_INPUT && twice.told.contains("only once"), "{}", twice.told);
    assert_eq!(said(&["check", EXAMPLE, "--passphrase", "secret"], &[], None).code, BAD_INPUT);
}

#[test]
fn the_command_line_says_what_is_wrong_with_an_encrypted_file() {
    let plain = bytes("public/examples/bottling-line.json");
    let file = ours(&plain, PASSPHRASE);
    let why = |file: &[u8]| said(&["check", "-"], file, Some(PASSPHRASE)).told;
    assert!(why(&file[..1000]).contains("changed after it was encrypted"), "{}", why(&file[..1000]));
    assert!(why(&file[..100]).contains("ends too early"), "{}", why(&file[..100]));
    assert!(why(&asking("30")).contains("work factor"), "{}", why(&asking("30")));
    assert!(why(&ours(b"no JSON", PASSPHRASE)).contains("JSON"));
}

#[test]
fn a_passphrase_is_the_same_from_a_file_and_a_variable_and_on_every_keyboard() {
    let convert = ["convert", EXAMPLE, "--to", "encrypted"];
    for given in ["\u{feff}größer\r\nnext", "größer\n", "gro\u{308}ßer"] {
        let made = said(&convert, &[], Some(given));
        assert_eq!(made.code, FINE, "{}", made.told);
        for typed in ["größer", "gro\u{308}ßer"] {
            assert_eq!(said(&["check", "-"], &made.out, Some(typed)).code, FINE, "{given:?} {typed:?}");
        }
        assert!(opened_by_them(&made.out, "größer").is_some(), "as most keyboards make it");
    }
    // A file that somebody else made with the other spelling.
    let plain = bytes("public/examples/bottling-line.json");
    assert_eq!(said(&["check", "-"], &theirs(&plain, "gro\u{308}ßer", 4), Some("größer")).code, FINE);
    let blank = said(&convert, &[], Some("secret "));
    assert!(blank.code == FINE && blank.told.contains("blank"), "{}", blank.told);
    for empty in ["", "\n", "\u{feff}"] {
        let told = said(&convert, &[], Some(empty)).told;
        assert!(told.contains("empty"), "{empty:?}: {told}");
    }
}

#[test]
fn what_is_not_encrypted_is_not_called_so() {
    let unused = said(&["convert", EXAMPLE, "--passphrase-from", "-"], b"secret", None);
    assert!(unused.told.contains("of no use"), "{}", unused.told);
    for words in [["convert", EXAMPLE, "-o", "x.json.age"], ["redact", EXAMPLE, "-o", "x.AGE"]] {
        let refused = said(&words, &[], Some("secret"));
        assert!(refused.code == BAD_INPUT && refused.told.contains(".age"), "{}", refused.told);
    }
    assert!(!std::path::Path::new("x.json.age").exists());
}

#[test]
fn letters_are_read_as_mails_leave_them() {
    let recipient = age::scrypt::Recipient::new(SecretString::from(PASSPHRASE.to_owned()));
    let letters = age::encrypt_and_armor(&recipient, b"hello").unwrap_or_default();
    for as_left in [
        letters.replace('\n', "\r\n"),
        letters.replace('\n', "  \n"),
        letters.replacen('\n', "\n\n", 1),
        format!("{letters}\n-- \nAna Ruiz"),
    ] {
        assert_eq!(decrypt(as_left.as_bytes(), PASSPHRASE, WorkFactor::MOST), Ok(b"hello".to_vec()), "{as_left}");
    }
    assert_eq!(opened(letters.trim_end().trim_end_matches('-').as_bytes(), PASSPHRASE), Err(DecryptError::Cut));
}
