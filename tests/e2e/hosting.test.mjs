// How the app is hosted: at the root of a host or below a path, any page opened first, asking nobody else for anything, and with
// files beside it that somebody mends, breaks or exchanges without compiling.
import assert from "node:assert/strict";
import { test } from "node:test";
import { below, notBelow, root, scene, soon, storage } from "./browser.mjs";
import { practice, retail, smm, tiny, tinyProfile } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = "hardening.vulnerability.patching";
const PATCHES = practice(PATCHING).name.en;
const PLACES = [
  ["at the root of a host", root, false],
  ["below a path", below, notBelow],
];

/** Answers requests for a hosted file with something else. */
const host = (context, file, content) =>
  context.route(`**/${file}`, (route) =>
    route.fulfill({ contentType: "application/json", body: typeof content === "string" ? content : JSON.stringify(content) }),
  );

/** The address of the open assessment, up to the name of its page. */
const place = (page) => page.url().replace(/[^/]*$/, "");

/** The problems of a hosted file, as the page lists them. */
async function problems(page, summary) {
  const details = page.getByRole("region", { name: "Files with problems" }).getByRole("group").filter({ hasText: summary });
  await details.getByText(summary, { exact: true }).click();
  return details.getByRole("listitem").allInnerTexts();
}

for (const [where, baseURL, skip] of PLACES) {
  for (const path of ["", "an/address/that.is/no-file"]) {
    scene(`it starts ${where}, opened at /${path}`, { baseURL, skip }, async (page) => {
      await page.goto(`./${path}`);
      await way.arrived(page, path ? "Nothing here" : "Is your security as good as it needs to be?");
      assert.equal(await page.evaluate(() => document.baseURI), baseURL);
      await page.getByRole("link", { name: path ? "To the start page" : "Plumbline", exact: true }).click();
      await way.canBegin(page);
      assert.equal(page.url(), baseURL);
    });
  }

  test(`it runs no inline script ${where}`, { skip }, async () => {
    const html = await (await fetch(baseURL, { headers: { accept: "text/html" } })).text();
    assert.match(html, /<script[^>]*\bsrc=/);
    // What is only data does not run.
    assert.doesNotMatch(html, /<script(?![^>]*\b(?:src=|type="application\/json"))/);
  });

  scene(`the short way works and stays ${where}`, { baseURL, skip }, async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    const stays = async () => {
      const links = await page.getByRole("link").evaluateAll((links) => links.map((link) => link.href));
      assert.ok(links.length > 0);
      assert.deepEqual([page.url(), ...links].filter((address) => !address.startsWith(baseURL)), []);
    };
    await way.begin(page, { name: "Mill", profile: "Manufacturing line" });
    await stays();
    for (const name of ["Targets", "Assess"]) {
      await way.step(page, name);
      await stays();
    }
    await page.getByRole("link", { name: `Quick pass of ${PATCHES}` }).click();
    await way.arrived(page, PATCHES);
    await way.answerQuick(page, 1);
    await stays();
    await page.getByRole("link", { name: "Go to the statements of this practice" }).click();
    await page.getByText("Which description fits best?").waitFor({ state: "detached" });
    await stays();
    await way.step(page, "Results");
    await page.getByRole("img", { name: /^Current level and target/ }).locator("svg path").first().waitFor({ state: "attached" });
    assert.ok((await way.resultRows(page)).some((row) => row.join("|") === `14 ${PATCHES}|1 quick pass|2|1 level short`));
    await stays();
    await way.step(page, "Share");
    await stays();
    await page.getByRole("link", { name: "About" }).click();
    await way.arrived(page, "About");
    await stays();
    await way.home(page);
    await page.getByRole("link", { name: "Continue Mill" }).click();
    await way.arrived(page, "Share");
    assert.ok(asked.length > 5);
    for (const url of asked) assert.ok(url.startsWith(baseURL) || url.startsWith("data:"), url);
  });

  scene(`every page can be opened by its address ${where}`, { baseURL, skip }, async (page) => {
    await way.begin(page, { name: "Mill", profile: "Manufacturing line" });
    const here = place(page);
    for (const [path, heading] of [
      ["setup", "Set up"],
      ["", "Set up"],
      ["targets", "Targets"],
      ["assess", "Assess"],
      [`quick/${PATCHING}`, PATCHES],
      [`full/${PATCHING}`, PATCHES],
      ["results", "Results"],
      ["share", "Share"],
    ]) {
      await page.goto(here + path);
      await way.arrived(page, heading);
      await page.getByText("Mill", { exact: true }).waitFor();
    }
    await page.goto("./about");
    await way.arrived(page, "About");
  });

  scene(`an address that a host or a file browser makes of one leads where that does ${where}`, { baseURL, skip }, async (page) => {
    await way.begin(page, { name: "Mill" });
    const here = new URL(place(page), baseURL).href;
    const app = new URL(baseURL).href;
    for (const [made, meant, heading] of [
      [`${app}index.html`, app, "Your assessments"],
      [`${app}404.html`, app, "Your assessments"],
      [`${app}INDEX.HTML?a=1#b`, `${app}?a=1#b`, "Your assessments"],
      [`${app}about/`, `${app}about`, "About"],
      [`${app}/about`, `${app}about`, "About"],
      [`${app}Settings`, `${app}settings`, "Settings"],
      [`${here}targets/`, `${here}targets`, "Targets"],
      [`${here}/results//`, `${here}results`, "Results"],
    ]) {
      await page.goto(made);
      await way.arrived(page, heading);
      assert.equal(page.url(), meant);
    }
  });

  scene(`an address that leads nowhere says so ${where}`, { baseURL, skip }, async (page) => {
    await way.begin(page, { name: "Mill" });
    const here = place(page);
    for (const address of ["./nothing", "./about/nothing", `${here}nothing`, `${here}quick/no.such.practice`, `${here}full/no.such.practice`]) {
      await page.goto(address);
      await way.arrived(page, "Nothing here");
      await page.getByRole("link", { name: "To the start page" }).click();
      await way.arrived(page, "Your assessments");
    }
    await page.goto("./s/not-here/targets");
    await way.arrived(page, "This assessment can't be opened");
    await page.getByText("There is no such assessment in this browser.").waitFor();
  });
}

scene("the page's policy refuses inline scripts, markup that acts, and other hosts", { allow: /./ }, async (page) => {
  await way.openStart(page);
  const refused = await page.evaluate(async () => {
    const found = [];
    document.addEventListener("securitypolicyviolation", (event) => found.push(event.effectiveDirective));
    const tried = (act) => {
      try {
        act();
        return "done";
      } catch (why) {
        return why.name;
      }
    };
    const script = document.createElement("script");
    const outcomes = [
      tried(() => (script.textContent = "globalThis.ran = true")),
      tried(() => document.body.append(script.appendChild(document.createTextNode("globalThis.ran = true")).parentNode)),
      tried(() => (document.createElement("div").innerHTML = "<img src=x onerror='globalThis.ran = true'>")),
      tried(() => (document.createElement("script").src = "https://elsewhere.invalid/a.js")),
    ];
    await fetch("https://elsewhere.invalid/").catch(() => undefined);
    const image = document.createElement("img");
    await new Promise((done) => {
      image.onerror = done;
      image.src = "https://elsewhere.invalid/pixel.png";
    });
    return { found: [...new Set(found)].sort(), outcomes, ran: globalThis.ran };
  });
  assert.deepEqual(refused.outcomes, ["TypeError", "done", "TypeError", "TypeError"]);
  for (const directive of ["connect-src", "img-src", "require-trusted-types-for"]) assert.ok(refused.found.includes(directive), directive);
  assert.equal(refused.ran, undefined);
});

for (const [where, baseURL, skip] of PLACES) {
  test(`hosted ${where}, everything comes with the headers that keep others out`, { skip }, async () => {
    for (const path of ["", "s/a/results", "boot.js", "models/index.json"]) {
      const { headers } = await fetch(new URL(path, baseURL), { headers: { accept: "text/html" } });
      assert.match(headers.get("content-security-policy"), /default-src 'none'.*frame-ancestors 'none'/, path);
      assert.equal(headers.get("x-content-type-options"), "nosniff", path);
      assert.equal(headers.get("referrer-policy"), "no-referrer", path);
      assert.match(headers.get("permissions-policy"), /camera=\(\)/, path);
    }
  });
}

for (const [how, content, summary, places] of [
  ["that is no JSON", "{ \"format\": ", "profiles/retail-pos.json is not used: 1 problem", [/./]],
  [
    "with two mistakes",
    { ...retail, targets: retail.targets.map((one, index) => [{ ...one, level: 9 }, { ...one, practice: "no.such" }][index] ?? one) },
    "profiles/retail-pos.json is not used: 2 problems",
    [/^targets\[0\]\.level: /, /^targets\[1\](\.practice)?: /],
  ],
]) {
  scene(`a profile ${how} disables that profile alone and says what is wrong where`, async (page, context) => {
    await host(context, "profiles/retail-pos.json", content);
    await way.openStart(page);
    const found = await problems(page, summary);
    assert.equal(found.length, places.length);
    for (const [index, place] of places.entries()) assert.match(found[index], place);
    await page.getByRole("button", { name: "New assessment" }).click();
    await way.arrived(page, "Set up");
    await page.getByRole("checkbox").first().waitFor();
    assert.equal(await page.getByRole("checkbox", { name: retail.name.en }).count(), 0);
    await page.getByRole("checkbox", { name: "Manufacturing line" }).check();
    await page.getByRole("link", { name: "Targets 0 of 18, 18 to confirm" }).waitFor();
  });
}

scene("a profile that is not there disables that profile alone", { allow: /404/ }, async (page, context) => {
  await context.route("**/profiles/retail-pos.json", (route) => route.fulfill({ status: 404, body: "" }));
  await way.openStart(page);
  assert.deepEqual(await problems(page, "profiles/retail-pos.json is not used: 1 problem"), [
    "the file could not be loaded: the host answered 404",
  ]);
});

scene("a session that uses a profile which is broken now keeps its targets", async (page, context) => {
  await way.begin(page, { name: "Mill", profile: "Retail point of sale" });
  await way.step(page, "Targets");
  const before = await way.targets(page);
  await host(context, "profiles/retail-pos.json", "[]");
  await page.reload();
  await way.arrived(page, "Targets");
  assert.deepEqual(await way.targets(page), before);
  await way.targetCard(page, PATCHES).getByText("Proposed by the profile “retail-pos”, which is not here.").waitFor();
});

scene("a broken model shows its problems instead of questions, and touches no session", async (page, context) => {
  await way.begin(page, { name: "Mill", profile: "Manufacturing line" });
  await way.step(page, "Targets");
  const address = page.url();
  const before = await way.targets(page);
  await way.home(page);
  const stored = await storage(page);

  const broken = structuredClone(smm);
  broken.groups[0].groups[0].practices[0].levels[1].description = {};
  delete broken.groups[1].groups[0].practices[1].name;
  await host(context, "models/iot-smm.json", broken);
  await page.reload();
  await page.getByRole("alert").getByText(/^No questions could be loaded\./).waitFor();
  assert.ok(await page.getByRole("button", { name: "New assessment" }).isDisabled());
  await page.getByRole("heading", { name: "Mill" }).waitFor();
  const found = await problems(page, "models/iot-smm.json is not used: 2 problems");
  assert.match(found[0], /^groups\[0\]\.groups\[0\]\.practices\[0\]\.levels\[1\]\.description/);
  assert.match(found[1], /^groups\[1\]\.groups\[0\]\.practices\[1\](\.name)?: /);
  await page.getByRole("link", { name: "Continue Mill" }).click();
  await way.arrived(page, "This assessment can't be opened");
  await page.getByText(/^The session is about the model “iot-smm”, which this Plumbline does not have/).waitFor();
  assert.equal((await problems(page, "models/iot-smm.json is not used: 2 problems")).length, 2);
  assert.deepEqual(await storage(page), stored);

  await context.unroute("**/models/iot-smm.json");
  await page.goto(address);
  await way.arrived(page, "Targets");
  assert.deepEqual(await way.targets(page), before);
});

scene("a new edition of the model shows its words and keeps what was said", async (page, context) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Assess");
  await way.openFull(page, PATCHES);
  await way.arrived(page, PATCHES);
  const [first, second] = practice(PATCHING).levels[1].indicators;
  await way.answerStatement(page, first.text.en, "Met");
  await way.answerStatement(page, second.text.en, "Partly");

  const edition = structuredClone(smm);
  edition.edition = "2027-01";
  const patching = edition.groups[2].groups[0].practices[1];
  assert.equal(patching.id, PATCHING);
  patching.name.en = "Keeping software up to date";
  patching.levels[1].indicators.unshift({ ...first, id: `${PATCHING}.l1.new`, text: { en: "There is a list of what can be updated." } });
  edition.groups.reverse();
  await host(context, "models/iot-smm.json", edition);
  await page.reload();
  await way.arrived(page, "Keeping software up to date");
  const answer = (text) => way.chosen(way.statement(page, text));
  assert.equal(await answer("There is a list of what can be updated."), undefined);
  assert.equal(await answer(first.text.en), "Met");
  assert.equal(await answer(second.text.en), "Partly");
  await way.step(page, "Set up");
  await page.getByText(/edition 2027-01/).waitFor();
});

scene("another model with three levels and no scopes works without compiling anything", async (page, context) => {
  await host(context, "models/index.json", { format: "plumbline-list", version: 1, files: ["tiny-model.json"] });
  await host(context, "models/tiny-model.json", tiny);
  await host(context, "profiles/index.json", { format: "plumbline-list", version: 1, files: ["tiny-profile.json"] });
  await host(context, "profiles/tiny-profile.json", tinyProfile);
  await way.begin(page, { name: "Backhaus", profile: "Torten" });
  await page.getByText(/^The questions are those of the Clean bakery, edition v1\./).waitFor();
  await way.step(page, "Targets");
  assert.deepEqual(await way.targets(page), { Cooling: { level: "2" }, "Mehl trocken halten": { level: "0" }, "Hände waschen": {} });
  assert.equal(await way.targetLevels(page, "Cooling").getByRole("radio").count(), 3);
  await page.getByRole("link", { name: "Go to assess" }).click();
  await page.getByRole("link", { name: "Begin the quick pass" }).click();
  for (const [index, [name, level]] of [["Cooling", 1], ["Mehl trocken halten", 2], ["Hände waschen", 0]].entries()) {
    await way.arrived(page, name);
    assert.equal(await page.getByRole("group", { name: "Which description fits best?" }).getByRole("radio").count(), 5);
    assert.equal(await page.getByText("How specific is what you do?").count(), 0);
    await way.answerQuick(page, level);
    await way.next(page, index === 2);
  }
  await way.arrived(page, "Results");
  await soon(async () =>
    assert.deepEqual((await way.resultRows(page)).slice(1), [
      ["Storage", "lowest 1 · spread 1–2", "0–2", "largest: 1 level short"],
      ["Kalte Räume", "lowest 1", "2", "largest: 1 level short"],
      ["1 Cooling", "1 quick pass", "2 outside min. 1", "1 level short"],
      ["2 Mehl trocken halten", "2 quick pass", "0", "2 levels more than needed"],
      ["Hände", "lowest 0", "–", ""],
      ["3 Hände waschen", "0 quick pass", "no target", "no target"],
    ]),
  );
});
