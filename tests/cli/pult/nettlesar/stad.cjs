// Goes from field to field in Chromium and tells which place in the document is marked. Arguments:
// the folder of the npm packages, Chromium, the address. Writes what was seen as JSON.
"use strict";

const { createRequire } = require("node:module");
const [folder, chromium, address] = process.argv.slice(2);
const packages = createRequire(`${folder}/`);

const MEASURE = "delmål.reiseliv.tiltak.vintersti";

async function place(page, id) {
  await page.evaluate((name) => {
    const field = document.getElementById(`f-${name}`);
    for (let at = field; at; at = at.parentElement) if ("open" in at) at.open = true;
    document.activeElement.blur();
    field.focus();
  }, id);
  return marked(page);
}

// What is marked, whether it is where it is read, and whether the page around stood still.
function marked(page) {
  return page.evaluate(() => {
    const frame = document.getElementById("dokument");
    const [block, ...more] = frame.contentDocument.querySelectorAll("[data-stad]");
    if (!block) return null;
    const { top } = block.getBoundingClientRect();
    const seen = top >= 0 && top < frame.contentWindow.innerHeight;
    return [block.textContent.replace(/\s+/g, " ").trim(), seen && !more.length && window.scrollY === 0];
  });
}

function document_(page) {
  return page.frames().find((frame) => frame.url().includes("/dokument/"));
}

async function shown(page, name) {
  await page.waitForFunction((wanted) => {
    const { contentDocument } = document.getElementById("dokument");
    return contentDocument.URL.endsWith(wanted) && contentDocument.readyState === "complete";
  }, name);
}

(async () => {
  const browser = await packages("playwright-core").chromium.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
  const seen = { errors: [] };
  page.on("pageerror", (error) => seen.errors.push(error.message));
  await page.goto(address);
  await page.goto(`${new URL(address).origin}/?del=${encodeURIComponent(MEASURE)}`);
  await shown(page, "handlingsplan-2031");
  seen.title = await place(page, `${MEASURE}.tittel`);
  seen.text = await place(page, `${MEASURE}.skildring`);
  seen.row = await place(page, `${MEASURE}.ansvarleg`);

  // The heading that is not changed is the one that was there; the mark goes with the new words.
  await document_(page).evaluate(() => (document.querySelector("h1").kept = true));
  await place(page, `${MEASURE}.skildring`);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Andre bygder kan måle snøen slik.");
  await page.evaluate(() => document.activeElement.dispatchEvent(new Event("change", { bubbles: true })));
  await document_(page).waitForFunction(() => document.querySelector("[data-stad]")?.textContent.includes("måle snøen"));
  seen.saved = await marked(page);
  seen.kept = await document_(page).evaluate(() => document.querySelector("h1").kept);

  // Another document is at the place of the field as soon as it is there.
  await place(page, `${MEASURE}.tittel`);
  await page.selectOption("#val", "endringsliste-2030-2031");
  await shown(page, "endringsliste-2030-2031");
  seen.other = await marked(page);
  await Promise.all([page.waitForURL(/del=avtale/), page.click("nav a[href*='del=avtale']")]);
  seen.still = await page.$eval("#val", (choice) => choice.value);
  await browser.close();
  process.stdout.write(JSON.stringify(seen));
})().catch((error) => {
  process.stderr.write(String(error.stack));
  process.exit(1);
});
