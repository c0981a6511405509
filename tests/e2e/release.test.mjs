// What comes with a release for those who want to know what it is: the bill of materials and the list of hashes.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { get } from "node:http";
import { test } from "node:test";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { root } from "./browser.mjs";
import { notKept } from "./host.mjs";

const skip = notKept && "only a build for release has them";
const SCHEMAS = new URL("../node_modules/@cyclonedx/cyclonedx-library/res/schema/", import.meta.url);
const schema = (name) => JSON.parse(readFileSync(new URL(`${name}.SNAPSHOT.schema.json`, SCHEMAS), "utf8"));
/** The bytes of a file as they are at the host: what is compressed stays so. */
const got = (path) =>
  new Promise((done, failed) => {
    get(new URL(path, root), { agent: false }, async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      return response.statusCode === 200 ? done(Buffer.concat(chunks)) : failed(new Error(`${path}: ${response.statusCode}`));
    }).on("error", failed);
  });

test("the bill of materials is valid, and names what the app is made of", { skip }, async () => {
  const [bill, { packages }] = [JSON.parse(await got("bom.cdx.json")), JSON.parse(await got("notices.json"))];
  const ajv = new Ajv({ strict: false });
  for (const name of ["spdx", "jsf-0.82", "cryptography-defs"]) ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  addFormats(ajv);
  // Addresses in any script, which no bill of ours has.
  for (const name of ["iri-reference", "idn-email"]) ajv.addFormat(name, true);
  const isValid = ajv.compile(schema("bom-1.6"));
  assert.ok(isValid(bill), JSON.stringify(isValid.errors));
  assert.ok(!isValid({ ...bill, components: [{ name: "a" }] }), "the schema finds what is wrong");
  // The app says in its own list what others made: the same, by other names for Rust's library.
  const names = (list) => list.map(({ name, version }) => `${name} ${version}`).filter((name) => !/^(Rust|rust-std) /.test(name)).sort();
  assert.deepEqual(names(bill.components), names(packages));
});

test("every file of the release is in the list of hashes, and is what it says", { skip }, async () => {
  const lines = (await got("SHA256SUMS")).toString("utf8").trim().split("\n");
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  assert.ok(sums.size > 50);
  for (const [path, sum] of sums) {
    // For hosts: it is not served.
    if (path === "_headers") continue;
    assert.equal(createHash("sha256").update(await got(path)).digest("hex"), sum, path);
  }
  const worker = (await got("sw.js")).toString("utf8");
  const { files, data } = JSON.parse(/^const BUILD = (.*);$/m.exec(worker)[1]);
  for (const path of [...files.map(([path]) => path || "index.html"), ...data]) assert.ok(sums.has(path), path);
  for (const path of ["bom.cdx.json", "SHA256SUMS"]) assert.ok(!files.some(([kept]) => kept === path), `${path} is not kept by the worker`);
});
