//! Time and new ids. The rest of the program takes them as arguments.

use crate::model::BadId;
use crate::session::{Date, Timestamp};
use crate::store::When;
use crate::ui::text::intl;

/// The present moment by this machine's clock.
pub fn now() -> Timestamp {
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit into 53 bits")]
    let millis = js_sys::Date::now() as i64;
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Today's date where the user is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let small = |number: u32| i8::try_from(number).unwrap_or(1);
    let year = i16::try_from(now.get_full_year()).unwrap_or(1970);
    Date::new(year, small(now.get_month() + 1), small(now.get_date())).unwrap_or_default()
}

/// The present moment where the user is, by this machine's clock.
pub fn here_and_now() -> When {
    #[allow(clippy::cast_possible_truncation, reason = "minutes of a day")]
    let ahead = -js_sys::Date::new_0().get_timezone_offset() as i32;
    When { at: now(), ahead }
}

/// A moment in the user's own words and time zone, as “23 Nov 2026, 10:15”.
pub fn in_words(at: Timestamp) -> String {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds since 1970 fit into 53 bits")]
    let millis = at.as_millisecond() as f64;
    intl::moment(millis)
}

/// A new id: a UUID that sorts by the time it was made.
pub fn new_id<Id>() -> Id
where
    Id: TryFrom<String, Error = BadId>,
{
    let mut random = [0; 10];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // Without randomness ids still differ by their time.
        let _ = crypto.get_random_values_with_u8_array(&mut random);
    }
    let millis = u64::try_from(now().as_millisecond()).unwrap_or_default();
    let text = uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid().to_string();
    #[allow(clippy::expect_used, reason = "a UUID is made of hexadecimal digits and hyphens, which an id may have")]
    Id::try_from(text).expect("a UUID is an id")
}
