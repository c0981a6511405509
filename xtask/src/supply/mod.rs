//! What others made and this project uses: under which licences, from where, and how many times the same thing. The tests here look
//! at every package that is locked, and fail with all that is not as the [`rules`] want it.

#[cfg(test)]
mod cargo;
#[cfg(test)]
mod licence;
#[cfg(test)]
mod npm;
pub mod packages;
#[cfg(test)]
mod rules;

#[cfg(test)]
mod tests {
    use super::{cargo, npm};
    use anyhow::Result;

    #[test]
    fn everything_in_use_is_as_the_rules_want_it() -> Result<()> {
        let mut wrong = cargo::check()?;
        wrong.extend(npm::check()?);
        assert!(
            wrong.is_empty(),
            "use others, or say in xtask/src/supply/rules.rs why these may stay:\n  {}",
            wrong.join("\n  ")
        );
        Ok(())
    }
}
