//! Plain values as YAML: members in lines, indented, and all words in double quotes, so that none can be taken for anything else.

use std::fmt::Write;

use serde_json::Value;

/// A value as a document of YAML.
pub(super) fn yaml(value: &Value) -> String {
    let mut text = String::new();
    put(&mut text, value, 0);
    text
}

/// Puts a value after a name or a dash.
fn put(text: &mut String, value: &Value, depth: usize) {
    let begin = |text: &mut String| {
        if !text.is_empty() {
            text.push('\n');
            text.extend(std::iter::repeat_n("  ", depth));
        }
    };
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, value) in members {
                begin(text);
                text.push_str(&quoted(name));
                text.push(':');
                put(text, value, depth + 1);
            }
        }
        Value::Array(all) if !all.is_empty() => {
            for value in all {
                begin(text);
                text.push('-');
                put(text, value, depth + 1);
            }
        }
        Value::String(words) => {
            text.push(' ');
            text.push_str(&quoted(words));
        }
        // The rest is written as in JSON.
        other => _ = write!(text, " {other}"),
    }
    if depth == 0 {
        text.push('\n');
    }
}

/// Words in double quotes. What may not stand in a document of YAML, and what readers take for the end of a line, stands as its number.
fn quoted(words: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in words.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            ' '..='~' | '\u{a0}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}' => {
                quoted.push(sign);
            }
            _ => _ = write!(quoted, "\\U{:08x}", u32::from(sign)),
        }
    }
    quoted.push('"');
    quoted
}
