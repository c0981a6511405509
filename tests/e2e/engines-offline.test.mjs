// Without network, in every engine: after one visit the host is stopped, and everything works on.
import assert from "node:assert/strict";
import { root } from "./browser.mjs";
import { everywhere } from "./engines/everywhere.mjs";
import * as way from "./engines/way.mjs";
import { Host, notKept } from "./host.mjs";
import { practice } from "./model.mjs";

const PATCHES = practice("hardening.vulnerability.patching").name.en;
/** What is said of a host that does not answer. */
const STOPPED = /ERR_CONNECTION|Failed to (fetch|load)|NetworkError|could not connect|connection/i;

everywhere("after one visit one reloads, begins, answers and opens further tabs with the host stopped", { skip: notKept, allow: STOPPED }, async (person) => {
  const host = await Host.of(root);
  try {
    await way.begin(person, "Mill", host.address);
    await person.ask(async () => {
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    });
    await host.stop();
    const before = host.asked.length;
    await person.reload();
    await person.arrives("Set up");
    await person.hasTyped("Name of the system", "Mill");
    await way.openFull(person, PATCHES);
    await way.step(person, "Results");
    await person.follow("Make a report");
    await person.arrives("Report");
    const other = await person.newTab();
    await other.open("./", host.address);
    await other.follow("Continue Mill");
    await other.arrives("Report");
    await other.open("about", host.address);
    await other.arrives("About");
    assert.equal(host.asked.length, before);
  } finally {
    await host.stop().catch(() => undefined);
  }
});
