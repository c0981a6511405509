// The app starts wherever it is hosted and whichever address is opened first, and nothing complains.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { below, complaints, root, start } from "./browser.mjs";

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

for (const [where, home] of [["at the root of a host", root], ["below a path", below]]) {
  for (const path of ["", "an/address/that.is/no-file"]) {
    test(`it starts ${where}, opened at /${path}`, async () => {
      const page = await browser.newPage();
      const found = complaints(page);
      await page.goto(home + path);
      await page.waitForFunction(() => document.body.innerText.trim() !== "");
      await page.waitForLoadState("networkidle");
      assert.deepEqual(found, []);
      assert.equal(await page.evaluate(() => document.baseURI), home);
      await page.close();
    });
  }

  test(`it runs no inline script ${where}`, async () => {
    const html = await (await fetch(home, { headers: { accept: "text/html" } })).text();
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)/);
  });
}

test("the chart library is there to be loaded, and draws", async () => {
  const page = await browser.newPage();
  const found = complaints(page);
  await page.goto(root);
  await page.addScriptTag({ url: `${root}charts/echarts.js` });
  const drawn = await page.evaluate(() => {
    const place = document.body.appendChild(document.createElement("div"));
    const chart = globalThis.echarts.init(place, null, { renderer: "svg", width: 200, height: 200 });
    chart.setOption({
      radar: { indicator: [{ name: "a", max: 4 }, { name: "b", max: 4 }, { name: "c", max: 4 }] },
      series: [{ type: "radar", data: [{ value: [1, 2, 3] }] }],
    });
    return place.querySelectorAll("svg path").length;
  });
  assert.ok(drawn > 0);
  assert.deepEqual(found, []);
  await page.close();
});
