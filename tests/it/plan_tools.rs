//! The forms of the tools, held against what each says that it takes: `tests/data/tools`, written down from their documentation and code.

use crate::plan_files::{file_of, planned_talk};
use crate::support::any::cases;
use crate::support::plans::planning;
use crate::support::talk::Talk;
use crate::support::{id, path, tiny};
use plumbline::exchange::PlanForm;
use plumbline::model::Questionnaire;
use plumbline::session::{Action, commands, day};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;

type Outcome = Result<(), Box<dyn std::error::Error>>;

const TOOLS: [(PlanForm, &str); 4] = [
    (PlanForm::Jira, "jira"),
    (PlanForm::GitLab, "gitlab"),
    (PlanForm::CisoAssistant, "ciso-assistant"),
    (PlanForm::DefectDojo, "defectdojo"),
];

pub fn rules(tool: &str) -> Result<Value, Box<dyn std::error::Error>> {
    Ok(serde_json::from_str(&std::fs::read_to_string(path(&format!("tests/data/tools/{tool}.json")))?)?)
}

/// What a tool would not take of a file.
pub fn refused(text: &str, rules: &Value) -> Result<Vec<String>, csv::Error> {
    let of = |rule: &Value, name: &str| rule.get(name).is_some_and(|it| it == true);
    let mut refused = Vec::new();
    // The reader here leaves it out by itself; others take it for a part of the first name.
    if text.starts_with('\u{feff}') {
        refused.push("it begins with a mark".to_owned());
    }
    let between = rules["between"].as_str().and_then(|it| it.bytes().next()).unwrap_or(b',');
    // As a tool without mercy: each row has as many cells as the first, or it is an error.
    let mut reader = csv::ReaderBuilder::new().delimiter(between).flexible(false).from_reader(text.as_bytes());
    let head = reader.headers()?.clone();
    let columns = rules["columns"].as_object().cloned().unwrap_or_default();
    let names: BTreeSet<&str> = head.iter().collect();
    if names.len() != head.len() {
        refused.push("two columns have one name".to_owned());
    }
    refused.extend(names.iter().filter(|name| !columns.contains_key(**name)).map(|name| format!("{name}: no such column")));
    let needed = columns.iter().filter(|(_, rule)| of(rule, "required") || of(rule, "required_column"));
    refused.extend(needed.filter(|(name, _)| !names.contains(name.as_str())).map(|(name, _)| format!("{name}: is missing")));
    for (row, record) in reader.records().enumerate() {
        let record = record?;
        for (name, cell) in head.iter().zip(record.iter()) {
            let rule = columns.get(name).unwrap_or(&Value::Null);
            let mut wrong = |why: &str| refused.push(format!("row {row}, {name}: {why}: {cell:?}"));
            if of(rule, "required") && cell.trim().is_empty() {
                wrong("is empty");
            }
            if rule["lines"] == 1 && cell.contains(['\n', '\r']) {
                wrong("has several lines");
            }
            if rule["longest"].as_u64().is_some_and(|longest| cell.chars().count() as u64 > longest) {
                wrong("is too long");
            }
            if of(rule, "day") && !cell.is_empty() && day(cell).is_none() {
                wrong("is no day");
            }
            if of(rule, "label") && cell.contains(char::is_whitespace) {
                wrong("is no label");
            }
            if rule["one_of"].as_array().is_some_and(|words| !cell.is_empty() && !words.iter().any(|word| word == cell)) {
                wrong("is none of its words");
            }
            if let Some(start) = rule["no_line_begins_with"].as_str()
                && cell.lines().any(|line| line.trim_start().starts_with(start))
            {
                wrong("gives an order");
            }
        }
    }
    Ok(refused)
}

#[test]
fn what_tools_say_that_they_take_they_get() -> Outcome {
    let asked = Questionnaire::new(tiny(), Vec::new());
    let mut talk = planned_talk(&asked)?;
    let long = Action {
        title: format!("{}\nend", "Wörter ".repeat(60)),
        note: "one\r\n/close\n  /assign @everybody\n\"quoted\", and so on".to_owned(),
        ..Action::default()
    };
    talk.change(commands::plan_action(id("a5"), long, []));
    for (form, tool) in TOOLS {
        let text = file_of(form, &asked, &talk.session)?;
        assert_eq!(refused(&text, &rules(tool)?)?, Vec::<String>::new(), "{tool}");
        assert!(
            text.contains(&format!("{}end", "Wörter ".repeat(60))),
            "{tool}: a title that is cut off stands in the description"
        );
    }
    let gitlab = file_of(PlanForm::GitLab, &asked, &talk.session)?;
    assert!(gitlab.contains("one\n\\/close\n  \\/assign @everybody"), "{gitlab}");
    Ok(())
}

#[test]
fn what_a_tool_would_not_take_is_noticed() -> Outcome {
    let of = |tool: &str, text: &str| -> Result<Vec<String>, Box<dyn std::error::Error>> { Ok(refused(text, &rules(tool)?)?) };
    assert_eq!(of("gitlab", "title,due_date\na,2027-01-01\n")?, ["description: is missing"]);
    assert_eq!(of("gitlab", "title,description,due_date\n,/close,1.2.2027\n")?.len(), 3);
    assert_eq!(of("defectdojo", "Title,Description,Date,Severity\na,b,2027-01-01,Severe\n")?.len(), 1);
    assert_eq!(of("defectdojo", "\u{feff}Title,Description,Date,Severity\na,b,2027-01-01,Low\n")?, ["it begins with a mark"]);
    assert_eq!(of("ciso-assistant", "name,status\na,todo\n\"b\nc\",to_do\n")?.len(), 2);
    assert_eq!(of("jira", "Summary,Labels,Colour\na,two words,red\n")?.len(), 2);
    assert!(of("jira", "Summary,Labels\na\n").is_err(), "a row that is too short");
    Ok(())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn whatever_is_planned_tools_get_what_they_take(
        said in vec(planning(), 0..30),
        words in vec("[=+@/'\\- \tabä;,\"\n\r]{0,9}", 0..4),
    ) {
        let asked = Questionnaire::new(tiny(), Vec::new());
        let mut talk = Talk::about(asked.model());
        said.into_iter().for_each(|change| drop(talk.change(change)));
        for (at, words) in words.iter().enumerate() {
            let hostile = Action { title: words.clone(), note: words.clone(), cost: words.clone(), ..Action::default() };
            talk.change(commands::plan_action(id(&format!("h{at}")), hostile, []));
        }
        for (form, tool) in TOOLS {
            let text = file_of(form, &asked, &talk.session).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let rules = rules(tool).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let refused = refused(&text, &rules).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(refused, Vec::<String>::new(), "{}: {}", tool, text);
        }
    }
}
