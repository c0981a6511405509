//! The cross-references as a mapping collection of OSCAL: from practices and statements to the items of each framework. None says that a level
//! fulfills an item.

use serde_json::{Value, json};

use super::dossier::{Dossier, FrameworkTold, ReferenceTold};
use super::oscal::{control, id_of_names, lines, metadata, plain, resource, statement};
use super::without_empty;

/// Where relations come from that OSCAL has no word for.
const RELATIONS: &str = "urn:plumbline:oscal:relationship";

/// The mapping collection.
pub(super) fn mapping(dossier: &Dossier) -> Value {
    let (source, model) = resource(&dossier.model, &dossier.about);
    let mut resources = vec![model];
    let mappings: Vec<Value> = dossier
        .frameworks
        .iter()
        .map(|it| {
            let (target, framework) = resource(&it.framework, &it.publisher);
            resources.push(framework);
            one(dossier, it, &source, &target)
        })
        .collect();
    json!({ "mapping-collection": {
        "uuid": id_of_names(&["mapping-collection", &dossier.model.id, &dossier.model.edition, &dossier.made]),
        "metadata": metadata(dossier, &dossier.model.name),
        "provenance": {
            "method": "hybrid",
            "matching-rationale": "semantic",
            "status": "draft",
            "mapping-description": lines([dossier.words.no_conformity.as_str()]),
        },
        "mappings": mappings,
        "back-matter": { "resources": resources },
    } })
}

fn one(dossier: &Dossier, it: &FrameworkTold, source: &str, target: &str) -> Value {
    let of = [&dossier.model.id, &dossier.model.edition, &it.framework.id].map(String::as_str);
    let [model, edition, framework] = of;
    json!({
        "uuid": id_of_names(&["mapping", model, edition, framework]),
        "source-resource": { "type": "catalog", "href": source },
        "target-resource": { "type": "catalog", "href": target },
        "maps": it.references.iter().map(|reference| map(dossier, of, reference)).collect::<Vec<_>>(),
    })
}

fn map(dossier: &Dossier, [model, edition, framework]: [&str; 3], it: &ReferenceTold) -> Value {
    let level = it.level.to_string();
    let names = ["map", model, edition, framework, &it.practice, &level, &it.item];
    let sources: Vec<Value> = if it.statements.is_empty() {
        vec![json!({ "type": "control", "id-ref": control(&it.practice) })]
    } else {
        it.statements.iter().map(|id| json!({ "type": "statement", "id-ref": statement(id) })).collect()
    };
    // Both have something in common: a word of OSCAL. That one works toward the other: a word of ours, and said so.
    let (relationship, namespace) = if it.supports { ("supports", Some(RELATIONS)) } else { ("intersects-with", None) };
    without_empty(json!({
        "uuid": id_of_names(&names),
        "ns": namespace,
        "relationship": relationship,
        "sources": sources,
        "targets": [{ "type": "control", "id-ref": plain(&it.item) }],
        "remarks": lines([dossier.level_name(it.level).as_str(), &it.rationale]),
    }))
}
