//! How a text is used where it stands: as a `&str`, in a view, in an attribute, in a sentence.

use std::fmt;
use std::ops::Deref;

#[cfg(feature = "ui")]
use leptos::attr::IntoAttributeValue;
#[cfg(feature = "ui")]
use leptos::prelude::IntoRender;

use super::Words;

impl Words {
    /// The text in the language that is chosen, as a `String`.
    #[must_use]
    pub fn to_owned(self) -> String {
        self.get().to_owned()
    }
}

impl Deref for Words {
    type Target = str;

    fn deref(&self) -> &str {
        self.get()
    }
}

impl fmt::Display for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.get())
    }
}

impl From<Words> for &'static str {
    fn from(words: Words) -> Self {
        words.get()
    }
}

impl From<Words> for String {
    fn from(words: Words) -> Self {
        words.to_owned()
    }
}

#[cfg(feature = "ui")]
impl IntoRender for Words {
    type Output = &'static str;

    fn into_render(self) -> &'static str {
        self.get()
    }
}

#[cfg(feature = "ui")]
impl IntoAttributeValue for Words {
    type Output = &'static str;

    fn into_attribute_value(self) -> &'static str {
        self.get()
    }
}
