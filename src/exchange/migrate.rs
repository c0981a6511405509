//! Brings session files of older versions up to the present one, a single step per version.

use serde_json::Value;

use super::VERSION;

/// A step from one version to the next. It alters only what that version altered and keeps what it does not know.
type Step = fn(&mut Value);

/// The steps: the first leads from version 1 to 2. There are none as long as version 1 is the only one. A step that was released is
/// never changed: `tests/it/golden_files.rs` has a file of every version.
const STEPS: [Step; VERSION as usize - 1] = [];

/// Brings a file of `version` (1 to [`VERSION`]) up to date.
pub(super) fn migrate(file: &mut Value, version: u64) {
    walk(file, version, &STEPS);
}

/// Takes the steps that a file of `version` has not taken yet, one after the other.
fn walk(file: &mut Value, version: u64, steps: &[Step]) {
    for (step, from) in steps.iter().zip(1..) {
        if from >= version {
            step(file);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What a file is after the steps of three made-up versions: one renames, one splits, one looks at what the one before made.
    fn walked(version: u64, mut file: Value) -> Value {
        const STEPS: [Step; 3] = [
            |file| {
                if let Some(members) = file.as_object_mut()
                    && let Some(name) = members.shift_remove("title")
                {
                    members.insert("name".to_owned(), name);
                }
            },
            |file| {
                let name = file.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
                let (first, last) = name.split_once(' ').unwrap_or((&name, ""));
                file["names"] = json!([first, last]);
            },
            |file| file["count"] = json!(file["names"].as_array().map_or(0, Vec::len)),
        ];
        walk(&mut file, version, &STEPS);
        file
    }

    #[test]
    fn a_file_takes_every_step_from_its_own_version_on_and_none_before() {
        let kept = json!({"x-new": [1, null]});
        let title = json!({"title": "Ana Berg", "kept": kept});
        assert_eq!(walked(1, title), json!({"kept": kept, "name": "Ana Berg", "names": ["Ana", "Berg"], "count": 2}));
        let untouched = json!({"title": "Ana Berg", "names": ["a", "b", "c"]});
        assert_eq!(walked(3, untouched), json!({"title": "Ana Berg", "names": ["a", "b", "c"], "count": 3}));
        assert_eq!(walked(4, json!({"title": "x"})), json!({"title": "x"}), "the present version takes none");
    }
}
