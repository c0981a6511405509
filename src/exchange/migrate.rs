//! Brings session files of older versions up to the present one, a single step per version.

use serde_json::Value;

use super::VERSION;

/// A step from one version to the next. It alters only what that version altered and keeps what it does not know.
type Step = fn(&mut Value);

/// The steps: the first leads from version 1 to 2. There are none as long as version 1 is the only one.
const STEPS: [Step; VERSION as usize - 1] = [];

/// Brings a file of `version` (1 to [`VERSION`]) up to date.
pub(super) fn migrate(file: &mut Value, version: u64) {
    for (step, from) in STEPS.iter().zip(1..) {
        if from >= version {
            step(file);
        }
    }
}
