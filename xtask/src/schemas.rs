//! Writes the JSON Schemas in `public/schemas`, from the types of the program.

use crate::run::{Run, step};
use anyhow::{Context, Result};

/// Writes all of them: a test that is otherwise left out does it, since it has everything that it takes.
pub fn write() -> Result<()> {
    step("Writing the JSON Schemas", "1 minute at first", || {
        let write =
            Run::new("cargo").args(["test", "--quiet", "--no-default-features", "--test", "it", "schemas::", "--", "--ignored"]);
        write.shown().context("could not write the schemas")
    })
}
