//! A link as a picture that the camera of a phone reads (a QR code).

use qrcode::{Color, EcLevel, QrCode};

/// The longest link that is made into a picture, in characters: the squares of longer ones are too small for cameras of phones, on a screen
/// as well as on paper.
pub const LONGEST_IN_PICTURE: usize = 1_500;

/// The white around it that readers need, in squares.
const QUIET: usize = 4;

/// A picture of squares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkPicture {
    /// How many squares it is wide and high, with the white around it.
    pub side: usize,
    /// The dark squares, as the path of an SVG.
    pub path: String,
}

/// The link as a picture; nothing where it is too long for one.
#[must_use]
pub fn link_picture(link: &str) -> Option<LinkPicture> {
    if link.len() > LONGEST_IN_PICTURE {
        return None;
    }
    let code = QrCode::with_error_correction_level(link, EcLevel::L).ok()?;
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (row, colors) in colors.chunks(width.max(1)).enumerate() {
        let mut at = 0;
        for run in colors.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                path.push_str(&format!("M{} {}h{}v1h-{}z", at + QUIET, row + QUIET, run.len(), run.len()));
            }
            at += run.len();
        }
    }
    Some(LinkPicture { side: width + 2 * QUIET, path })
}
