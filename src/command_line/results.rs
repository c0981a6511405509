//! Whether files are as they should be, and what follows from them.

use serde_json::{Value, json};

use super::arguments::Source;
use super::opening::{Desk, Opened};
use super::signatures::{self, ToldSignOff};
use super::told::{due as due_told, for_programs, lines, name, practice};
use crate::analysis::{due, results};
use crate::exchange::Checksum;
use crate::model::{MODEL_FORMAT, ProblemAt, read_own_model, read_profile};
use crate::ui::text as t;

/// Whether each file is a file of ours, and the conditions that were asked for.
pub fn check(desk: &mut Desk<'_>) -> Vec<u8> {
    let asked = desk.asked;
    let (mut words, mut values) = (Vec::new(), Vec::new());
    for source in &asked.files {
        let file = source.name();
        match checked(desk, source) {
            Ok(Fine { kind, name, missing_profiles, sign_offs }) => {
                words.push(t::file_is_fine(&file, kind, &name));
                let mut told =
                    json!({ "file": file, "is_fine": true, "kind": kind, "name": name, "missing_profiles": missing_profiles });
                let (told_words, told_values): (Vec<_>, Vec<_>) = sign_offs.into_iter().map(|it| (it.words, it.value)).unzip();
                words.extend(told_words);
                // What has none is told as before.
                if let Some(told) = told.as_object_mut().filter(|_| !told_values.is_empty()) {
                    told.insert("sign_offs".to_owned(), Value::Array(told_values));
                }
                values.push(told);
            }
            Err(why) => {
                values.push(json!({ "file": file, "is_fine": false, "why": why }));
                desk.refuse(&why);
            }
        }
    }
    if asked.json { for_programs(&Value::Array(values)) } else { lines(&words) }
}

/// A file that is as it should be.
struct Fine {
    /// What kind of file it is.
    kind: &'static str,
    /// What it is called.
    name: String,
    /// The profiles that it uses and that are not here.
    missing_profiles: Vec<String>,
    /// Who signed it, and whether that still holds.
    sign_offs: Vec<ToldSignOff>,
}

/// Looks at a file.
fn checked(desk: &mut Desk<'_>, source: &Source) -> Result<Fine, String> {
    let fine = |kind, name: String| Ok(Fine { kind, name, missing_profiles: Vec::new(), sign_offs: Vec::new() });
    let bytes = desk.bytes(source)?;
    let file: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let word = |name: &str| file.get(name).and_then(Value::as_str).unwrap_or_default();
    let wrong = |problems| t::about_file(&source.name(), &t::problems(&problems));
    match word("format") {
        MODEL_FORMAT => {
            let in_lines = |found: Vec<ProblemAt>| found.iter().map(t::problem_to_mend).collect::<Vec<_>>().join("\n");
            let own = read_own_model(&bytes);
            let model = own.map_err(|found| t::about_file(&source.name(), &in_lines(found.in_file(&bytes))))?.model;
            let positions = model.ids_by_position();
            if !positions.is_empty() {
                desk.tell(t::about_file(&source.name(), &t::ids_are_positions(&positions)));
            }
            fine("model", model.title.get(t::tag()).to_owned())
        }
        "plumbline-profile" => {
            let unknown = || t::about_file(&source.name(), &t::model_not_here(word("model")));
            let model = desk.library.plain_model(word("model"))?.ok_or_else(unknown)?;
            fine("profile", read_profile(&bytes, &model).map_err(wrong)?.name.get(t::tag()).to_owned())
        }
        _ => {
            let opened = desk.opened(source, &bytes)?;
            let assessment = opened.assessment(desk.today());
            desk.look_at(&opened, &assessment, &results(&assessment));
            let name = opened.name();
            let sign_offs = signatures::told(&assessment);
            drop(assessment);
            Ok(Fine { kind: "assessment", name, missing_profiles: opened.preview.missing_profiles, sign_offs })
        }
    }
}

/// What follows from each assessment.
pub fn results_of_all(desk: &mut Desk<'_>) -> Vec<u8> {
    let (mut words, mut values) = (Vec::new(), Vec::new());
    for opened in desk.open_all() {
        if !words.is_empty() {
            words.push(String::new());
        }
        let (told, value) = of_one(desk, &opened);
        words.extend(told);
        values.push(value);
    }
    if desk.asked.json { for_programs(&Value::Array(values)) } else { lines(&words) }
}

/// What follows from an assessment, in lines for people and as a value for programs.
fn of_one(desk: &mut Desk<'_>, opened: &Opened) -> (Vec<String>, Value) {
    let today = desk.today();
    let assessment = opened.assessment(today);
    let results = results(&assessment);
    let counts = desk.look_at(opened, &assessment, &results);
    let due = due(&assessment, &results, today, t::tag());
    let mut words = vec![t::results_of(&opened.name(), &opened.file, today)];
    words.extend(t::counted(&results).into_iter().map(|counted| counted.words));
    words.extend(t::duties_missed(&results).or_else(|| t::duties_unsaid(&results)));
    words.extend(results.practices.iter().map(|it| t::line_of(&name(it, &opened.asked), &t::standing(it))));
    words.extend(due.iter().map(t::due_line));
    let value = json!({
        "file": opened.file,
        "name": opened.name(),
        "session": opened.session.id.as_str(),
        "model": { "id": opened.session.model.id.as_str(), "edition": opened.session.model.edition.as_str() },
        "as_of": today.to_string(),
        "is_as_written": opened.checksum != Checksum::Differs,
        "missing_profiles": opened.preview.missing_profiles,
        "practices": results.practices.iter().map(|it| practice(it, &opened.asked)).collect::<Vec<_>>(),
        "counts": counts.iter().map(|(condition, count)| (condition.key().to_owned(), Value::from(*count))).collect::<serde_json::Map<_, _>>(),
        "due": due.iter().map(due_told).collect::<Vec<_>>(),
    });
    (words, value)
}
