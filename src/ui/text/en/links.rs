//! The words about links that bring a file along.

use crate::exchange::{LONGEST_LINK, LinkError, LinkTooLong, SAFE_LINK};
use crate::ui::text::intl::number;

/// What came with a link, where a file would have its name.
pub const LINKED: &str = "What came with the link";
pub const AS_LINK: &str = "Make a link of it";
pub const AS_LINK_WORDS: &str = "The link holds all of the file in itself: Plumbline keeps it nowhere, and browsers send that part of a link to no \
    host. Who opens it sees what came, and decides what becomes of it. Nothing that they have is replaced.";
pub const AS_LINK_CARE: &str = "Whoever has the link can read all of it: in a mail, in a chat, in the history of a browser. So can programs that check links in mails. For what \
    is secret, save it with a passphrase.";
pub const MAKE_LINK: &str = "Make the link";
pub const THE_LINK: &str = "The link";
pub const COPY_LINK: &str = "Copy the link";
pub const LINK_COPIED: &str = "The link is copied.";
pub const LINK_NOT_COPIED: &str =
    "The browser does not let it be copied. The link is selected: copy it with the keys or the menu of your device.";
pub const LINK_PICTURE: &str = "The link as a picture, for the camera of a phone";
pub const LINK_NO_PICTURE: &str = "It is too long for a picture that the camera of a phone reads.";

/// What was made, and how long it is.
pub fn link_made(name: &str, characters: usize) -> String {
    let long = number(characters);
    let care = if characters > SAFE_LINK {
        let safe = number(SAFE_LINK);
        format!(" Some programs for mail cut links after {safe}: send it to yourself first, or send the file.")
    } else {
        String::new()
    };
    format!("The link holds “{name}” and is {long} characters long.{care}")
}

/// That it takes too long a link.
pub fn link_too_long(it: LinkTooLong) -> String {
    format!(
        "This would take a link of {} characters, and programs pass on {} at most. Save the file instead.",
        number(it.characters),
        number(LONGEST_LINK)
    )
}

/// Why nothing can be opened from a link.
pub fn link_error(error: LinkError) -> String {
    match error {
        LinkError::NotWhole => {
            "The link is not whole: a part of it got lost on the way, as mail often cuts long links. Ask for it as a file."
                .to_owned()
        }
        LinkError::TooLarge => "What the link unpacks to is larger than any file that is opened here.".to_owned(),
    }
}
