// Without network, and from one version to the next: what was visited once works on, and no two versions work side by side.
import assert from "node:assert/strict";
import { test } from "node:test";
import { below, notBelow, root, scene, soon } from "./browser.mjs";
import { Host, notKept, versionOf } from "./host.mjs";
import { practice, retail } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHES = practice("hardening.vulnerability.patching").name.en;
/** What is said about a host that is stopped, and about its breaking on purpose. */
const STOPPED = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_FAILED|Failed to fetch/;

/** A test with a host of its own, whose app the browser may keep. */
function kept(sentence, { url = root, skip = false, allow = STOPPED, ...more }, play) {
  let host;
  const prepare = async (context) => {
    host = await Host.of(url);
    context.setDefaultNavigationTimeout(20_000);
    return host.address;
  };
  scene(sentence, { skip: notKept || skip, allow, serviceWorkers: "allow", prepare, baseURL: url, ...more }, async (page, context) => {
    try {
      await play(page, host, context);
    } finally {
      await host.stop().catch(() => undefined);
    }
  });
}

/** Opens a page of the app and waits until the browser keeps all of it. */
async function visit(page, host, path = "") {
  await page.goto(host.address + path);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Begins an assessment at the host of the test. */
async function begin(page, host, name) {
  await page.goto(host.address);
  await page.getByRole("button", { name: "New assessment" }).click();
  await way.arrived(page, "Set up");
  await page.getByLabel("Name of the system").fill(name);
}

/** A new page in the same browser. */
async function another(context, host, path = "") {
  const page = await context.newPage();
  await page.goto(host.address + path);
  return page;
}

const announced = (page) => page.getByText("A new version of Plumbline is ready.");
const useIt = (page) => page.getByRole("button", { name: "Use the new version" });
const cacheNames = (page) => page.evaluate(async () => (await caches.keys()).sort());

for (const [where, url, skip] of [["at the root of a host", root, false], ["below a path", below, notBelow]]) {
  kept(`after one visit everything works with the host stopped, ${where}`, { url, skip }, async (page, host, context) => {
    await visit(page, host);
    await host.stop();
    // The page that was open when it was kept.
    await page.getByRole("button", { name: "New assessment" }).click();
    await way.arrived(page, "Set up");
    await page.getByRole("checkbox", { name: "Manufacturing line" }).check();
    await way.step(page, "Assess");
    await page.getByRole("link", { name: `Quick pass of ${PATCHES}` }).click();
    await way.answerQuick(page, 1);
    await way.step(page, "Results");
    await page.locator(".chart").first().locator("svg path").first().waitFor({ state: "attached" });
    const results = page.url();
    assert.ok(results.startsWith(host.address));
    // The same address, opened anew, and in another page.
    await page.reload();
    await way.arrived(page, "Results");
    const other = await another(context, host, results.slice(host.address.length).replace(/results$/, `full/${practice("hardening.vulnerability.patching").id}`));
    await way.arrived(other, PATCHES);
    // What is loaded when somebody asks for it.
    await other.goto(host.address);
    await other.getByText("Look at an example").click();
    await other.locator("ul.examples").getByRole("button").first().click();
    await way.arrived(other, "Results");
    await other.goto(results.replace(/results$/, "frameworks"));
    await other.getByRole("heading", { level: 1 }).waitFor();
    await other.getByRole("option", { name: /NIST/ }).first().waitFor({ state: "attached" });
    await other.goto(`${host.address}notices`);
    await other.getByText("leptos", { exact: true }).or(other.getByText(/^leptos /)).first().waitFor();
  });
}

kept("the worker is of this version, holds each of its files, and nothing else", {}, async (page, host) => {
  await visit(page, host);
  const held = await page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(url);
    return found;
  });
  const wanted = [...host.build.files.map(([path]) => path), ...host.build.data].map((path) => host.address + path);
  assert.deepEqual(held.filter((url) => !url.includes("?data=")).sort(), wanted.sort());
});

kept("a new version is announced, waits until it is wanted, and comes to all open pages at once", {}, async (page, host, context) => {
  await visit(page, host);
  await begin(page, host, "Mill");
  const second = await another(context, host);
  await second.getByRole("heading", { name: "Your assessments" }).waitFor();
  host.publish("second");
  await second.reload();
  await announced(second).waitFor();
  await announced(page).waitFor();
  // As long as nobody wants it, every page is of the version that is there: also one that is opened now.
  const third = await another(context, host, "about");
  await way.arrived(third, "About");
  for (const open of [page, second, third]) assert.equal(await versionOf(open), "first");
  // What was typed last is saved before the pages are loaded anew.
  await page.getByLabel("Name of the system").fill("Old mill");
  await useIt(second).click();
  for (const open of [page, second, third]) await soon(async () => assert.equal(await versionOf(open), "second"));
  await page.getByText("Old mill", { exact: true }).waitFor();
  assert.equal(await page.getByLabel("Name of the system").inputValue(), "Old mill");
  const names = await cacheNames(page);
  assert.ok(names.length > 0 && names.every((name) => name.includes(host.build.version)), names.join());
});

kept("a new version that nobody asks for comes when all pages were closed", {}, async (page, host, context) => {
  await visit(page, host);
  host.publish("second");
  await page.reload();
  await announced(page).waitFor();
  await page.getByRole("button", { name: "Later" }).click();
  await announced(page).waitFor({ state: "detached" });
  await page.goto("about:blank");
  await page.close();
  const next = await context.newPage();
  await soon(async () => {
    await next.goto(host.address);
    const version = await versionOf(next);
    await next.goto("about:blank");
    assert.equal(version, "second");
  });
});

for (const [what, breakIt] of [
  ["whose page is missing", (host) => host.broken.set("", 404)],
  ["whose host fails halfway", (host) => host.broken.set("models/iot-smm.json", 503)],
  ["of which a file is another than the list says", (host) => {
    host.build = { ...host.build, files: host.build.files.map(([path, hash]) => [path, path === "notices.json" ? hash.replace(/^.{8}/, "00000000") : hash]) };
  }],
]) {
  kept(`a new version ${what} leaves the old one working`, { allow: /./ }, async (page, host) => {
    await visit(page, host);
    const before = await cacheNames(page);
    breakIt(host);
    host.publish("second");
    const failed = page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return new Promise((done) => {
        registration.addEventListener("updatefound", () => {
          const { installing } = registration;
          installing.addEventListener("statechange", () => done(installing.state));
        });
        registration.update();
      });
    });
    assert.equal(await failed, "redundant");
    await soon(async () => assert.deepEqual(await cacheNames(page), before));
    await host.stop();
    await page.reload();
    assert.equal(await versionOf(page), "first");
    assert.equal(await announced(page).count(), 0);
    await begin(page, host, "Mill");
    await page.getByRole("checkbox", { name: "Manufacturing line" }).check();
    await way.step(page, "Results");
    await page.locator(".chart").first().locator("svg path").first().waitFor({ state: "attached" });
  });
}

kept("a page with something that can't be saved holds a new version up", {}, async (page, host, context) => {
  await visit(page, host);
  await begin(page, host, "Mill");
  const second = await another(context, host, "about");
  await way.arrived(second, "About");
  await page.evaluate(() => {
    // As a full storage answers.
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.getByLabel("Name of the system").fill("Mill with a name that is not saved");
  await page.getByText(/^Not saved/).first().waitFor();
  host.publish("second");
  await second.reload();
  await useIt(second).click();
  await second.getByText("The new version waits: a page holds something").waitFor();
  for (const open of [page, second]) assert.equal(await versionOf(open), "first");
  assert.equal(await page.getByLabel("Name of the system").inputValue(), "Mill with a name that is not saved");
  await page.close();
  await useIt(second).click();
  await soon(async () => assert.equal(await versionOf(second), "second"));
});

kept("caches of others at the same address are left alone", {}, async (page, host) => {
  await visit(page, host);
  const others = ["their app", "plumbline", `plumbline ${new URL("/elsewhere/", host.address)} app 1`];
  const ours = `plumbline ${host.address} app of-long-ago`;
  await page.evaluate((names) => Promise.all(names.map((name) => caches.open(name))), [...others, ours]);
  host.publish("second");
  await page.reload();
  await useIt(page).click();
  await soon(async () => assert.equal(await versionOf(page), "second"));
  await soon(async () => {
    const names = await cacheNames(page);
    assert.deepEqual(others.filter((name) => !names.includes(name)), []);
    assert.ok(!names.includes(ours));
  });
});

kept("what the host changes in its profiles shows without a new version, as a whole, and stays without network", {}, async (page, host) => {
  await visit(page, host);
  const renamed = { ...retail, name: { en: "Shops and tills" } };
  host.change("profiles/retail-pos.json", JSON.stringify(renamed));
  const added = { ...retail, id: "kiosks", name: { en: "Kiosks" } };
  host.change("profiles/kiosks.json", JSON.stringify(added));
  const list = JSON.parse(host.text("profiles/index.json"));
  host.change("profiles/index.json", JSON.stringify({ ...list, files: [...list.files, "kiosks.json"] }));
  const offered = async () => {
    await page.goto(`${host.address}?new`);
    await way.arrived(page, "Set up");
    await page.getByRole("checkbox", { name: "Manufacturing line" }).waitFor();
    return (await page.getByRole("checkbox", { name: /^(Retail point of sale|Shops and tills|Kiosks)/ }).evaluateAll((boxes) => boxes.map((box) => box.labels[0].innerText.split("\n")[0]))).sort();
  };
  const first = await offered();
  assert.ok(first.length === 1 && first[0].startsWith("Retail point of sale"), first.join());
  await soon(async () => {
    const now = await offered();
    assert.equal(now.length, 2, now.join());
    assert.ok(now[0].startsWith("Kiosks") && now[1].startsWith("Shops and tills"), now.join());
  });
  await host.stop();
  assert.equal((await offered()).length, 2);
});

kept("while the host has another version, its questions are not mixed into this one", {}, async (page, host) => {
  await visit(page, host);
  host.publish("second");
  host.change("profiles/retail-pos.json", JSON.stringify({ ...retail, name: { en: "Shops and tills" } }));
  for (let time = 0; time < 2; time += 1) {
    await page.goto(`${host.address}?new`);
    await way.arrived(page, "Set up");
    await page.getByRole("checkbox", { name: "Retail point of sale" }).waitFor();
    assert.equal(await versionOf(page), "first");
  }
});

for (const [where, baseURL, skip] of [["at the root of a host", root, false], ["below a path", below, notBelow]]) {
  scene(`the app can be installed ${where}, and starts there`, { baseURL, skip: notKept || skip, serviceWorkers: "allow" }, async (page, context) => {
    await page.goto("./");
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const client = await context.newCDPSession(page);
    const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
    // The browser under test runs without the window that it would show.
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
    const { url, data, errors } = await client.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    const manifest = JSON.parse(data);
    for (const address of [manifest.start_url, manifest.scope, ...manifest.shortcuts.map(({ url }) => url), manifest.file_handlers[0].action]) {
      assert.ok(new URL(address, url).href.startsWith(baseURL), address);
    }
    for (const { src, sizes, type } of manifest.icons) {
      const size = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, new URL(src, url).href);
      if (type === "image/png") assert.equal(size, sizes, src);
    }
    assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
  });
}

scene("the shortcut for something new begins it, and going back does not begin another", async (page) => {
  await page.goto("./about");
  await way.arrived(page, "About");
  await page.goto("./?new");
  await way.arrived(page, "Set up");
  await page.goBack();
  await way.arrived(page, "About");
  await page.goto("./");
  await soon(async () => assert.equal(await page.getByRole("link", { name: /^Continue / }).count(), 1));
});

scene("the shortcut for going on leads to the last place, or to the start when there is none", async (page) => {
  await page.goto("./?last");
  await way.arrived(page, "Is your security as good as it needs to be?");
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Targets");
  await page.goto("./?last");
  await way.arrived(page, "Targets");
  await page.getByText("Mill", { exact: true }).waitFor();
});

scene("a file that the system opens with the app is read like one that was chosen", {
  prepare: (context) =>
    context.addInitScript(() => {
      const file = new File(["[]"], "from-outside.json", { type: "application/json" });
      const launchQueue = { setConsumer: (consume) => consume({ files: [{ getFile: async () => file }] }) };
      Object.defineProperty(window, "launchQueue", { value: launchQueue });
    }),
}, async (page) => {
  await page.goto("./");
  await page.getByText("“from-outside.json” was not opened").waitFor();
});

test("a build for development leaves no worker behind", { skip: notKept ? false : "this is a build for release" }, async () => {
  const text = await (await fetch(new URL("sw.js", root))).text();
  assert.match(text, /unregister\(\)/);
});
