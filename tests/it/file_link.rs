//! A file as a link: it comes out as it went in, whatever a program does to it on the way is noticed, and the picture of it is read by
//! somebody else's reader.

#![allow(clippy::panic, clippy::indexing_slicing, reason = "what is not there ends the test")]

use miniz_oxide::deflate::compress_to_vec_zlib;
use plumbline::exchange::{
    Checksum, LARGEST, LONGEST_IN_PICTURE, LONGEST_LINK, LinkError, LinkPicture, file_link, link_picture, open_session,
    packed_in_link, read_session, request, unpack_from_link, write_session,
};
use plumbline::model::{PracticeId, Questionnaire};
use plumbline::session::Session;
use proptest::prelude::*;

use crate::support::any::{cases, session};
use crate::support::talk::Talk;
use crate::support::{bytes, id, smm};

const HOME: &str = "https://plumbline.example/app/";

fn unpacked(link: &str) -> Result<Vec<u8>, LinkError> {
    unpack_from_link(packed_in_link(link).unwrap_or_else(|| panic!("{link} brings nothing along")))
}

/// Questions about a practice for somebody on a phone.
fn questions() -> String {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.add_person("ada");
    let practices: [PracticeId; 1] = [id("hardening.vulnerability.patching")];
    let made = request(&talk.session, &asked, &practices, &id("ada"), None, "By Friday, please.", talk.next_authorship().at);
    made.ok().and_then(|made| write_session(&made).ok()).unwrap_or_else(|| panic!("there are no questions"))
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_session_comes_out_of_its_link_as_it_went_in(session in session()) {
        let file = write_session(&session).unwrap_or_default();
        if let Ok(link) = file_link(HOME, &file) {
            let opened = unpacked(&link).ok().and_then(|bytes| open_session(&bytes).ok());
            let expected = open_session(file.as_bytes()).ok();
            prop_assert_eq!(opened.as_ref().map(|it| &it.session), expected.as_ref().map(|it| &it.session));
            prop_assert!(opened.is_none_or(|it| it.checksum == Checksum::Fits));
        }
    }
}

#[test]
fn a_link_that_was_cut_or_altered_anywhere_brings_nothing() {
    let link = file_link(HOME, &questions()).unwrap_or_default();
    let packed = packed_in_link(&link).unwrap_or_default();
    for length in 1..packed.len() {
        assert_eq!(unpack_from_link(&packed[..length]), Err(LinkError::NotWhole), "cut after {length}");
    }
    for at in 0..packed.len() {
        let other = if packed.as_bytes()[at] == b'A' { 'B' } else { 'A' };
        let altered = format!("{}{other}{}", &packed[..at], &packed[at + 1..]);
        assert_eq!(unpack_from_link(&altered), Err(LinkError::NotWhole), "altered at {at}");
    }
}

#[test]
fn a_link_opens_wherever_programs_broke_its_line_or_ended_a_sentence() {
    let file = questions();
    let link = file_link(HOME, &file).unwrap_or_default();
    let line = unpacked(&link).unwrap_or_default();
    assert_eq!(read_session(&line).ok(), read_session(file.as_bytes()).ok());
    let (first, rest) = link.split_at(100);
    let fragment = link.split('#').nth(1).unwrap_or_default();
    for passed_on in [
        format!("{first}\r\n {rest}"),
        format!("{link}."),
        format!(" {link}\n"),
        format!("#{fragment}"),
        format!("#{}", fragment.replace('=', "%3D")),
        format!("{link}\nBest wishes, Ana"),
        format!("_{link}_"),
        format!("About ticket #12: {first}\n{rest} Best wishes"),
        format!("<{link}>"),
        fragment.as_bytes().chunks(76).map(String::from_utf8_lossy).fold("#".to_owned(), |all, line| all + &line + "\n"),
    ] {
        assert_eq!(unpacked(&passed_on).as_ref(), Ok(&line), "{passed_on}");
    }
    assert_eq!(unpacked("#file="), Err(LinkError::NotWhole), "whatever stood there got lost");
    for nothing in ["", "#", "file=abc", HOME, "https://plumbline.example/#file", "https://plumbline.example/#at=1", "?file=abc"]
    {
        assert_eq!(packed_in_link(nothing), None, "{nothing}");
    }
}

#[test]
fn where_the_app_is_stays_and_what_stood_behind_it_goes() {
    let file = questions();
    assert_eq!(file_link("https://a.example/b/#at=1", &file), file_link("https://a.example/b/", &file));
    assert!(file_link("https://a.example/b/", &file).is_ok_and(|link| link.starts_with("https://a.example/b/#file=")));
}

#[test]
fn what_would_fill_the_memory_or_takes_too_long_a_link_is_refused() {
    use base64::Engine;
    let spell = |bytes: &[u8]| base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes);
    let bomb = spell(&compress_to_vec_zlib(" ".repeat(LARGEST + 1).as_bytes(), 9));
    assert!(bomb.len() < 100_000, "it is a short link that unpacks to a large file");
    assert_eq!(unpack_from_link(&bomb), Err(LinkError::TooLarge));
    // What can't be made smaller: sums of numbers look like chance.
    use sha2::Digest;
    let words: String = (0..1_000_u32).map(|at| spell(&sha2::Sha256::digest(at.to_le_bytes()))).collect();
    let file = serde_json::json!({ "format": "plumbline-session", "words": words }).to_string();
    let refused = file_link(HOME, &file);
    assert!(refused.is_err_and(|it| it.characters > LONGEST_LINK));
}

/// The picture as a camera sees it, each square four dots wide, read by somebody else's reader.
fn read_by_a_camera(picture: &LinkPicture) -> Option<String> {
    const DOTS: usize = 4;
    let mut dark = vec![false; picture.side * picture.side];
    for run in picture.path.split('M').skip(1) {
        let (at, rest) = run.split_once('h')?;
        let (column, row) = at.split_once(' ')?;
        let (column, row): (usize, usize) = (column.parse().ok()?, row.parse().ok()?);
        let length: usize = rest.split('v').next()?.parse().ok()?;
        dark[row * picture.side + column..][..length].fill(true);
    }
    let side = picture.side * DOTS;
    let mut seen =
        rqrr::PreparedImage::prepare_from_greyscale(
            side,
            side,
            |x, y| {
                if dark[(y / DOTS) * picture.side + x / DOTS] { 0 } else { 255 }
            },
        );
    let grids = seen.detect_grids();
    let (_, content) = grids.first()?.decode().ok()?;
    Some(content)
}

#[test]
fn the_picture_of_a_link_is_read_by_a_camera_and_long_links_have_none() {
    let link = file_link(HOME, &questions()).unwrap_or_default();
    let short = format!("{HOME}#file={}", "abc_-XYZ".repeat(20));
    for link in [short, format!("{HOME}{}", "a".repeat(LONGEST_IN_PICTURE - HOME.len()))] {
        let picture = link_picture(&link).unwrap_or_else(|| panic!("{link} has no picture"));
        assert_eq!(read_by_a_camera(&picture), Some(link));
    }
    assert_eq!(link_picture(&format!("{HOME}{}", "a".repeat(LONGEST_IN_PICTURE))), None);
    // Questions about one practice are short enough to be read in the hall.
    assert!(link.len() <= LONGEST_IN_PICTURE, "{} characters", link.len());
}

#[test]
fn a_whole_assessment_goes_into_a_link() {
    for example in ["bottling-line.json", "home-cameras.json", "automotive-gateway.json"] {
        let session: Session =
            read_session(&bytes(&format!("public/examples/{example}"))).unwrap_or_else(|_| panic!("{example}"));
        let link = file_link(HOME, &write_session(&session).unwrap_or_default());
        println!("{example}: {:?}", link.as_ref().map(String::len));
        assert!(link.is_ok(), "{example}: {:?}", link.err());
    }
}
