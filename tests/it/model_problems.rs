//! Who mends a model, profile or list by hand sees every mistake in it at once, with its place and what is expected there.

use crate::support::{remove, set, tiny};
use plumbline::model::{Level, Problems, read_former_words, read_glossary, read_list, read_model, read_profile};
use serde_json::{Value, json};

const COOLING: &str = "/groups/0/groups/0/practices/0";

/// What is said about the tiny model after a change.
fn model_after(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut file = crate::support::json("tests/data/tiny-model.json");
    change(&mut file);
    said(read_model(file.to_string().as_bytes()))
}

/// What is said about the tiny profile after a change.
fn profile_after(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut file = crate::support::json("tests/data/tiny-profile.json");
    change(&mut file);
    said(read_profile(file.to_string().as_bytes(), &tiny()))
}

/// What is said about a list of these files.
fn list_of(files: &Value) -> Vec<String> {
    let file = json!({"format": "plumbline-list", "version": 1, "files": files});
    said(read_list(file.to_string().as_bytes()))
}

fn said<T>(result: Result<T, Problems>) -> Vec<String> {
    result.err().iter().flat_map(Problems::all).map(plumbline::ui::problem).collect()
}

#[test]
fn a_model_that_has_nothing_of_the_smm_is_read() {
    let model = tiny();
    assert_eq!(model.top(), Level::new(2));
    assert!(model.scopes.is_empty());
    let practices: Vec<_> = model.practices().iter().map(|practice| practice.id.as_str()).collect();
    assert_eq!(practices, ["lager.kalt.kuehlen", "lager.mehl", "haende.waschen"]);
    let path: Vec<_> =
        model.path_to(&crate::support::id("lager.kalt.kuehlen")).iter().map(|group| group.name.get("de").to_owned()).collect();
    assert_eq!(path, ["Lager", "Kalte Räume"]);
}

#[test]
fn a_text_without_a_translation_appears_in_the_files_first_language() {
    let model = tiny();
    assert_eq!(model.title.get("en"), "Clean bakery");
    assert_eq!(model.title.get("fr"), "Saubere Backstube");
    assert_eq!(model.about.get("en"), model.about.get("de"));
}

#[test]
fn all_problems_of_a_model_are_reported_at_once_in_the_order_of_the_file() {
    let problems = model_after(|file| {
        set(file, "/edition", json!("Version 2"));
        set(file, "/levels/1/name/de", json!("  "));
        set(file, &format!("{COOLING}/objective"), json!("Milch verdirbt nicht."));
        set(file, &format!("{COOLING}/levels/1/indicators/1/id"), json!("k1a"));
        remove(file, &format!("{COOLING}/levels/2/indicators/0/text"));
        set(file, &format!("{COOLING}/levels/2/indicators/1/kind"), json!("checked"));
        set(file, &format!("{COOLING}/levels/2/indicators/2/shelf_life_months"), json!(0));
        set(file, "/groups/1/practices/0/name", json!({"en": "Washing hands"}));
    });
    let cooling = "groups[0].groups[0].practices[0]";
    assert_eq!(
        problems,
        [
            "edition: “Version 2” is no id: use 1 to 120 of the characters a-z, 0-9, “.”, “-” and “_”".to_owned(),
            "levels[1].name.de: this text is empty".to_owned(),
            format!("{cooling}.objective: a text is expected here, as {{\"language\": \"words\"}}"),
            format!("{cooling}.levels[1].indicators[1]: the id “k1a” is used twice in this file"),
            format!("{cooling}.levels[2].indicators[0]: “text” is missing"),
            format!("{cooling}.levels[2].indicators[1].kind: “checked” is not one of “done”, “assured”"),
            format!("{cooling}.levels[2].indicators[2].shelf_life_months: a whole number from 1 to 120 is expected here"),
            "groups[1].practices[0].name: the text is missing in “de”, the file's first language".to_owned(),
        ]
    );
}

#[test]
fn all_that_is_wrong_about_whom_a_statement_is_for_is_said_with_its_place() {
    let problems = model_after(|file| {
        set(file, &format!("{COOLING}/levels/1/example"), json!({ "sector": { "de": "Bahn" } }));
        set(file, &format!("{COOLING}/levels/1/indicators/0/for"), json!("maker"));
        set(file, &format!("{COOLING}/levels/1/indicators/1/for"), json!([]));
        set(file, &format!("{COOLING}/levels/2/indicators/0/for"), json!(["maker", "baker"]));
        set(file, &format!("{COOLING}/levels/2/indicators/0/context"), json!(["kitchen"]));
        set(file, &format!("{COOLING}/levels/2/indicators/0/technology"), json!("both"));
        set(file, &format!("{COOLING}/levels/2/indicators/1/lasts"), json!("release"));
        remove(file, &format!("{COOLING}/levels/2/indicators/2/shelf_life_months"));
        set(file, &format!("{COOLING}/levels/2/indicators/2/lasts"), json!("for ever"));
    });
    let levels = "groups[0].groups[0].practices[0].levels";
    assert_eq!(
        problems,
        [
            format!("{levels}[1].example: “text” is missing"),
            format!("{levels}[1].indicators[0].for: a list […] is expected here"),
            format!("{levels}[1].indicators[1].for: this list is empty: leave it out, or name something"),
            format!("{levels}[2].indicators[0].for[1]: “baker” is not one of “maker”, “operator”, “provider”, “importer”"),
            format!("{levels}[2].indicators[0].context[0]: “kitchen” is not one of “device”, “edge”, “cloud”, “end_to_end”"),
            format!("{levels}[2].indicators[0].technology: “both” is not one of “it”, “ot”"),
            format!(
                "{levels}[2].indicators[1].lasts: “shelf_life_months” and “lasts” are both there: an answer stays true for a time, or \
                 until something"
            ),
            format!("{levels}[2].indicators[2].lasts: “for ever” is not one of “release”, “event”"),
        ]
    );
}

#[test]
fn an_id_is_used_once_no_matter_by_what() {
    let practice_as_group = model_after(|file| set(file, "/groups/1/practices/0/id", json!("lager")));
    assert_eq!(practice_as_group, ["groups[1].practices[0]: the id “lager” is used twice in this file"]);
    let indicator_as_practice =
        model_after(|file| set(file, "/groups/1/practices/0/levels/1/indicators/0/id", json!("lager.mehl")));
    assert_eq!(
        indicator_as_practice,
        ["groups[1].practices[0].levels[1].indicators[0]: the id “lager.mehl” is used twice in this file"]
    );
}

#[test]
fn a_hole_in_the_scale_is_reported_once_and_not_blamed_on_the_practices() {
    let problems = model_after(|file| set(file, "/levels/2/level", json!(3)));
    assert_eq!(problems, ["levels[2]: level 3 stands where level 2 is expected: levels go from 0 or 1 up without a hole"]);
}

#[test]
fn a_rung_that_cannot_be_read_is_not_blamed_on_the_practices() {
    let problems = model_after(|file| remove(file, "/levels/2/name"));
    assert_eq!(problems, ["levels[2]: “name” is missing"]);
}

#[test]
fn a_scale_needs_two_levels() {
    let problems = model_after(|file| {
        set(file, "/levels", json!([{"level": 0, "name": {"de": "Nichts"}, "meaning": {"de": "Nichts."}}]));
    });
    assert_eq!(problems.first().map(String::as_str), Some("the scale “levels” has 1 levels; 2 to 10 are expected"));
}

#[test]
fn a_practice_has_every_level_of_the_scale_in_order() {
    let missing = model_after(|file| remove(file, "/groups/1/practices/0/levels/2"));
    assert_eq!(missing, ["groups[1].practices[0]: “levels” has 2 entries; the model's scale has 3 levels"]);

    let swapped = model_after(|file| {
        set(file, "/groups/1/practices/0/levels/1/level", json!(2));
        set(file, "/groups/1/practices/0/levels/2/level", json!(1));
    });
    assert_eq!(
        swapped,
        [
            "groups[1].practices[0].levels[1]: level 2 stands where level 1 is expected: levels go from 0 or 1 up without a hole",
            "groups[1].practices[0].levels[2]: level 1 stands where level 2 is expected: levels go from 0 or 1 up without a hole",
        ]
    );
}

#[test]
fn a_level_may_ask_for_nothing_of_its_own_and_the_lowest_never_asks_for_anything() {
    let none = model_after(|file| remove(file, "/groups/0/practices/0/levels/1/indicators"));
    assert_eq!(none, Vec::<String>::new());
    let at_the_bottom = model_after(|file| {
        let indicator = json!([{
            "id": "m0", "kind": "done", "text": {"de": "Mehl"}, "evidence": {"de": "Mehl"}, "shelf_life_months": 1
        }]);
        set(file, "/groups/0/practices/0/levels/0/indicators", indicator);
    });
    assert_eq!(at_the_bottom, ["groups[0].practices[0].levels[0]: level 0 means that nothing is in place: it has no indicators"]);
}

#[test]
fn a_rule_that_cannot_be_worked_out_is_a_mistake_and_never_left_out_silently() {
    let other = model_after(|file| set(file, "/scoring", json!({"level": "product", "weights": [1]})));
    assert_eq!(
        other,
        [
            "scoring: “weights” is not one of “level”, “passes_from”, “share”, “answers”, “not_applicable”, “compensated”, “rollup”"
                .to_owned(),
            "scoring.level: “product” is not one of “cumulative”, “sum”, “share”, “chosen”".to_owned(),
        ]
    );
    assert_eq!(model_after(|file| set(file, "/scoring", json!({}))), Vec::<String>::new());
}

#[test]
fn values_of_the_wrong_type_are_reported_with_what_is_expected() {
    for (pointer, value, problem) in [
        ("/id", json!(7), "id: a text in quotes is expected here"),
        ("/title/en", json!(["Clean"]), "title.en: a text in quotes is expected here"),
        ("/groups", json!({}), "groups: a list […] is expected here"),
        ("/groups/0", json!("Lager"), "groups[0]: “id” is missing"),
        ("/levels/1/level", json!("1"), "levels[1].level: a whole number from 0 to 10 is expected here"),
        ("/levels/1/level", json!(1.5), "levels[1].level: a whole number from 0 to 10 is expected here"),
        ("/levels/1/level", json!(-1), "levels[1].level: a whole number from 0 to 10 is expected here"),
        (
            "/groups/1/practices/0/levels/1/actions",
            json!("Seife kaufen"),
            "groups[1].practices[0].levels[1].actions: a list […] is expected here",
        ),
        (
            "/groups/0/groups/0/practices/0/examples/0",
            json!([]),
            "groups[0].groups[0].practices[0].examples[0]: “sector” is missing",
        ),
        (
            "/groups/0/groups/0/practices/0/aliases",
            json!(["Kühlkette"]),
            "groups[0].groups[0].practices[0].aliases: lists of names are expected here, as {\"language\": [\"name\", \"name\"]}",
        ),
        (
            "/groups/0/groups/0/practices/0/aliases/de/1",
            json!(""),
            "groups[0].groups[0].practices[0].aliases.de[1]: this text is empty",
        ),
        (
            "/scopes",
            json!([{"scope": "galaxy", "name": {"de": "x"}, "meaning": {"de": "x"}}]),
            "scopes[0].scope: “galaxy” is not one of “general”, “industry”, “system”",
        ),
    ] {
        let problems = model_after(|file| set(file, pointer, value));
        assert_eq!(problems.first().map(String::as_str), Some(problem), "{problems:#?}");
    }
}

#[test]
fn a_model_names_its_languages_before_it_can_have_texts() {
    let none = model_after(|file| set(file, "/languages", json!([])));
    assert_eq!(none, ["“languages” names no language"]);
    let missing = model_after(|file| remove(file, "/languages"));
    assert_eq!(missing, ["“languages” is missing"]);
    let no_list = model_after(|file| set(file, "/languages", json!("de")));
    assert_eq!(no_list, ["languages: a list […] is expected here"]);
    let blank = model_after(|file| set(file, "/languages/1", json!(" ")));
    assert_eq!(blank, ["languages[1]: this text is empty"], "that English texts are in no language follows from it");
    let of_a_profile = profile_after(|file| remove(file, "/languages"));
    assert_eq!(of_a_profile, ["“languages” is missing"]);
}

#[test]
fn every_text_is_in_a_language_of_the_file() {
    let mistyped = model_after(|file| {
        set(file, "/title", json!({"dee": "Saubere Backstube", "en": "Clean bakery"}));
        set(file, "/about/fr", json!("Une boulangerie"));
        set(file, &format!("{COOLING}/aliases/ne"), json!(["cold chain"]));
    });
    assert_eq!(
        mistyped,
        [
            "title.dee: the language “dee” is not among the file's languages".to_owned(),
            "about.fr: the language “fr” is not among the file's languages".to_owned(),
            "groups[0].groups[0].practices[0].aliases.ne: the language “ne” is not among the file's languages".to_owned(),
        ]
    );
    let in_a_profile = profile_after(|file| set(file, "/targets/0/reason/en", json!("Milk goes off.")));
    assert_eq!(in_a_profile, ["targets[0].reason.en: the language “en” is not among the file's languages"]);
}

#[test]
fn a_list_that_is_not_there_is_one_problem() {
    for (pointer, place, name) in [
        ("/levels", "", "levels"),
        ("/groups", "", "groups"),
        ("/groups/1/practices/0/levels", "groups[1].practices[0]", "levels"),
    ] {
        let place = if place.is_empty() { String::new() } else { format!("{place}.") };
        let missing = model_after(|file| remove(file, pointer));
        assert_eq!(missing, [format!("{}: “{name}” is missing", place.trim_end_matches('.')).trim_start_matches(": ")]);
        let no_list = model_after(|file| set(file, pointer, json!("many")));
        assert_eq!(no_list, [format!("{place}{name}: a list […] is expected here")]);
    }
    for (pointer, place) in [
        ("/groups/1/practices", "groups[1].practices"),
        ("/groups/1/practices/0/levels/1/indicators", "groups[1].practices[0].levels[1].indicators"),
    ] {
        let no_list = model_after(|file| set(file, pointer, json!("many")));
        assert_eq!(no_list, [format!("{place}: a list […] is expected here")]);
    }
}

#[test]
fn a_model_has_practices() {
    let empty = model_after(|file| set(file, "/groups", json!([])));
    assert_eq!(empty, ["the model has no practice"]);
    let empty_group = model_after(|file| remove(file, "/groups/1/practices/0"));
    assert_eq!(empty_group, ["groups[1]: the group holds neither groups nor practices"]);
}

#[test]
fn a_file_of_a_newer_version_is_refused_without_guessing_at_what_is_in_it() {
    let newer = model_after(|file| {
        set(file, "/version", json!(2));
        remove(file, "/groups");
    });
    assert_eq!(newer, ["this file is of version 2, newer than this Plumbline knows (1): open it with a newer Plumbline"]);
}

#[test]
fn a_version_is_a_whole_number_from_1_up() {
    for version in [json!(0), json!(-1), json!("1"), json!(1.0), json!(null)] {
        let problems = model_after(|file| set(file, "/version", version));
        assert_eq!(problems, ["“version” is missing or no whole number from 1 up"]);
    }
}

#[test]
fn a_file_of_another_format_says_what_it_is() {
    let other = model_after(|file| set(file, "/format", json!("plumbline-session")));
    assert_eq!(other, ["this file says that it is a “plumbline-session”, a “plumbline-model” is expected"]);
    let none = model_after(|file| remove(file, "/format"));
    assert_eq!(none, ["“format” is missing; a “plumbline-model” is expected"]);
}

#[test]
fn what_is_no_json_object_is_refused() {
    assert_eq!(said(read_model(b"")), ["the file is empty"]);
    assert_eq!(said(read_model(b"[]")), ["this is no JSON object"]);
    assert_eq!(said(read_model(b"\x89PNG\r\n\x1a\n")), ["this is no JSON: line 1, column 1; the reader says: “expected value”"]);
    assert_eq!(
        said(read_model(b"{\n \"format\": \"plumbline-model\",\n}")),
        ["this is no JSON: line 3, column 1; the reader says: “trailing comma”"]
    );
}

#[test]
fn all_problems_of_a_profile_are_reported_at_once_in_the_order_of_the_file() {
    let problems = profile_after(|file| {
        set(file, "/notice", json!({"de": ""}));
        set(file, "/targets/0/practice", json!("lager.kuehlschrank"));
        set(file, "/targets/1/level", json!(3));
        set(file, "/minimums/0/level", json!(0));
        set(file, "/indicators/0/scope", json!("general"));
        set(file, "/indicators/0/id", json!("k1a"));
    });
    assert_eq!(
        problems,
        [
            "notice.de: this text is empty",
            "targets[0]: the model “backstube” has no practice “lager.kuehlschrank”",
            "targets[1].level: a whole number from 0 to 2 is expected here",
            "minimums[0].level: a whole number from 1 to 2 is expected here",
            "indicators[0]: an indicator of general scope belongs into the model; a profile adds “industry” or “system” ones",
            "indicators[0]: the model already has an indicator “k1a”",
        ]
    );
}

#[test]
fn a_profile_has_one_target_per_practice() {
    let problems = profile_after(|file| set(file, "/targets/1/practice", json!("lager.kalt.kuehlen")));
    assert_eq!(problems, ["targets[1]: there are two targets for “lager.kalt.kuehlen”"]);
}

#[test]
fn a_second_target_is_reported_even_when_something_else_is_wrong_with_it() {
    let problems = profile_after(|file| {
        set(file, "/targets/1/practice", json!("lager.kalt.kuehlen"));
        remove(file, "/targets/1/reason");
    });
    assert_eq!(problems, ["targets[1]: there are two targets for “lager.kalt.kuehlen”", "targets[1]: “reason” is missing"]);
}

#[test]
fn a_profile_for_another_model_is_refused() {
    let problems = profile_after(|file| set(file, "/model", json!("iot-smm")));
    assert_eq!(problems, ["the profile is for the model “iot-smm”, not for “backstube”"]);
}

#[test]
fn a_profiles_indicators_have_ids_of_their_own() {
    let problems = profile_after(|file| {
        let second = file.pointer("/indicators/0").cloned().unwrap_or_default();
        set(file, "/indicators", json!([second.clone(), second]));
    });
    assert_eq!(problems, ["indicators[1]: the id “torten.k1” is used twice in this file"]);
}

#[test]
fn a_profile_adds_nothing_to_level_0() {
    let problems = profile_after(|file| set(file, "/indicators/0/level", json!(0)));
    assert_eq!(problems, ["indicators[0].level: a whole number from 1 to 2 is expected here"]);
}

#[test]
fn a_list_cannot_lead_out_of_its_folder() {
    let bad = [
        "../secret.json",
        "a/b.json",
        "a\\b.json",
        "https://example.org/x.json",
        "%2e%2e/x.json",
        ".hidden.json",
        "x.html",
        "x y.json",
        "ü.json",
    ];
    let expected: Vec<_> = (0..)
        .zip(bad)
        .map(|(index, name)| format!("files[{index}]: “{name}” is no plain file name that ends with .json"))
        .collect();
    assert_eq!(list_of(&json!(bad)), expected);
    assert_eq!(list_of(&json!(["retail-pos.json", "A_2.json"])), Vec::<String>::new());
}

#[test]
fn a_list_holds_texts() {
    assert_eq!(
        list_of(&json!([1, "", "x.json"])),
        ["files[0]: a text in quotes is expected here", "files[1]: this text is empty"]
    );
    assert_eq!(list_of(&json!("x.json")), ["files: a list […] is expected here"]);
}

#[test]
fn a_problem_shows_no_more_of_a_long_text_than_fits_on_a_line() {
    let problems = model_after(|file| set(file, "/id", json!("X".repeat(100_000))));
    assert!(problems.iter().all(|problem| problem.len() < 200), "{} bytes", problems.join("").len());
}

#[test]
fn all_problems_of_a_glossary_are_reported_at_once() {
    let term = |id: &str, more: Value| {
        let mut term = json!({"id": id, "name": {"de": "Teig"}, "meaning": {"de": "Mehl und Wasser."}});
        for (name, value) in more.as_object().into_iter().flatten() {
            set(&mut term, &format!("/{name}"), value.clone());
        }
        term
    };
    let glossary = |terms: Value| {
        let file = json!({"format": "plumbline-glossary", "version": 1, "model": tiny().id.as_str(), "edition": "1",
                          "languages": ["de"], "terms": terms});
        said(read_glossary(file.to_string().as_bytes(), &tiny()))
    };
    assert_eq!(glossary(json!([term("teig", json!({"practices": ["lager.mehl"]}))])), Vec::<String>::new());
    assert_eq!(glossary(json!([])), ["the glossary explains no word"]);
    let wrong = json!([
        term("teig", json!({"see": ["hefe"], "practices": ["lager.salz"]})),
        term("teig", json!({})),
        term("brot", json!({"see": ["brot", "kruste"]})),
    ]);
    assert_eq!(
        glossary(wrong),
        [
            "terms[0].practices[0]: the model “backstube” has no practice “lager.salz”",
            "terms[1]: the id “teig” is used twice in this file",
            "terms[0]: “see” names “hefe”, which the glossary does not explain",
            "terms[2]: “see” names “kruste”, which the glossary does not explain",
            "terms[2]: a word can't send the reader to itself",
        ]
    );
    let empty = json!([term("teig", json!({"meaning": {"de": " "}}))]);
    assert_eq!(glossary(empty), ["terms[0].meaning.de: this text is empty"]);
}

#[test]
fn all_that_is_wrong_with_a_demand_from_outside_is_said_at_once() {
    let problems = profile_after(|file| {
        set(file, "/minimums/0/id", json!("Das Amt"));
        set(file, "/minimums/0/needs", json!(["k2a", "torten.k1", "m1", "k9"]));
        let applies =
            json!({ "to": ["maker", "baker"], "places": ["EU"], "what": "Torten", "from": "11.12.2027", "until": "2027-13-01" });
        set(file, "/minimums/0/applies", applies);
        set(file, "/minimums/0/law", json!({ "name": {}, "link": "http://example.org" }));
    });
    assert_eq!(
        problems,
        [
            "minimums[0].id: “Das Amt” is no id: use 1 to 120 of the characters a-z, 0-9, “.”, “-” and “_”",
            "minimums[0].applies.to[1]: “baker” is not one of “maker”, “operator”, “importer”, “provider”",
            "minimums[0].applies.places[0]: “EU” is no id: use 1 to 120 of the characters a-z, 0-9, “.”, “-” and “_”",
            "minimums[0].applies.what: a text is expected here, as {\"language\": \"words\"}",
            "minimums[0].applies.from: a day is expected here, as “2026-11-23”",
            "minimums[0].applies.until: a day is expected here, as “2026-11-23”",
            "minimums[0].law.name: the text is missing in “de”, the file's first language",
            "minimums[0].law.link: an address that begins with https:// is expected here",
        ]
    );
}

#[test]
fn what_a_demand_needs_has_to_be_asked_for_its_practice() {
    let problems = profile_after(|file| {
        set(file, "/minimums/0/needs", json!(["k2a", "torten.k1", "m1", "k9"]));
        set(file, "/minimums/0/applies", json!({ "from": "2027-12-11", "until": "2027-12-10" }));
    });
    assert_eq!(
        problems,
        [
            "minimums[0].applies: “until” is a day before “from”",
            "minimums[0]: “needs” names “m1”, which neither the model nor this profile asks for “lager.kalt.kuehlen”",
            "minimums[0]: “needs” names “k9”, which neither the model nor this profile asks for “lager.kalt.kuehlen”",
        ]
    );
}

#[test]
fn two_demands_have_not_the_same_id() {
    let one = json!({ "id": "amt", "practice": "lager.kalt.kuehlen", "level": 1, "source": { "de": "Das Amt" } });
    let problems = profile_after(|file| set(file, "/minimums", json!([one, one])));
    assert_eq!(problems, ["minimums[1]: the id “amt” is used twice in this file"]);
}

#[test]
fn all_problems_of_words_about_changes_are_reported_at_once() -> Result<(), Problems> {
    let model = read_model(&crate::support::bytes("tests/data/tiny-model-v2.json"))?;
    let item = |id: &str| json!({"id": id, "was": {"de": "Es war so."}, "why": {"de": "Darum."}});
    let words = |of: &str, items: Value| {
        let file = json!({"format": "plumbline-changes", "version": 1, "model": of, "edition": "v2", "languages": ["de"],
                          "items": items});
        said(read_former_words(file.to_string().as_bytes(), &model))
    };
    let own = model.id.as_str();
    assert_eq!(words(own, json!([item("m2"), item("lager.mehl")])), Vec::<String>::new());
    let mut wrong = json!([item("m2"), item("m2"), item("k1a"), item("m2-grenze"), item("k2a")]);
    remove(&mut wrong, "/4/why");
    set(&mut wrong, "/4/was", json!({"de": " "}));
    assert_eq!(
        words("kueche", wrong),
        [
            "the list of changes is for the model “kueche”, not for “backstube”",
            "items[1]: the id “m2” is used twice in this file",
            "items[2]: the model does not say what became of “k1a”",
            "items[3]: the model does not say what became of “m2-grenze”",
            "items[4].was.de: this text is empty",
            "items[4]: “why” is missing",
        ]
    );
    Ok(())
}
