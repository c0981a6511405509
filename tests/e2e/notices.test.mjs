// What others made and the app ships: who made it and on which terms stands in the app.
import assert from "node:assert/strict";
import { root, scene } from "./browser.mjs";
import * as way from "./way.mjs";

scene("about leads to everything that others made, each with its terms", async (page) => {
  await page.goto("./about");
  await page.getByRole("link", { name: "Software by others in Plumbline, and its licences" }).click();
  await way.arrived(page, "Made with the work of others");
  const notices = await (await fetch(new URL("notices.json", root))).json();
  const rows = page.locator(".notice-list > li");
  await rows.first().waitFor();
  assert.equal(await rows.count(), notices.packages.length);
  for (const [name, words] of [["leptos", "Permission is hereby granted"], ["echarts", "Apache License"], ["zrender", "Redistribution and use"], ["Rust standard library", "Permission is hereby granted"]]) {
    const row = rows.filter({ has: page.locator("summary", { hasText: new RegExp(`^${name} `) }) });
    await row.locator("summary").click();
    await row.getByText(words).first().waitFor();
  }
});

scene("without the list the page says so", { allow: /notices\.json|ERR_FAILED/ }, async (page) => {
  await page.route("**/notices.json", (route) => route.abort());
  await page.goto("./notices");
  await page.getByText("The list could not be loaded. Try again when you are online.").waitFor();
});
