//! Fields as the browser sees them.

use web_sys::{Element, HtmlInputElement};

/// Whether somebody is in a field: what is written into it then gets in the way of what they type.
pub fn has_focus(field: &Element) -> bool {
    field.matches(":focus").unwrap_or_default()
}

/// Whether a field holds something that is no value, as a part of a date: its value is empty then.
pub fn holds_no_value(field: &HtmlInputElement) -> bool {
    field.validity().bad_input()
}
