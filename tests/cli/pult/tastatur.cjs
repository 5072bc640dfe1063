// Goes through the desk in Chromium by keyboard alone. Arguments: the folder of the npm packages,
// Chromium, the address, the plan file. Writes what was seen as JSON.
"use strict";

const { readFileSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const [folder, chromium, address, plan] = process.argv.slice(2);
const packages = createRequire(`${folder}/`);
const axe = packages.resolve("axe-core/axe.min.js");

const MEASURE = "delmål.reiseliv.tiltak.vintersti";
const YEAR = `${MEASURE}.budsjett.2032`;
const SHARE = `${YEAR}.finansiering.kommune`;

async function reach(page, id) {
  for (let at = 0; at < 400; at += 1) {
    const here = await page.evaluate(() => document.activeElement.id);
    if (here === id) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${id}`);
}

async function open(page, id) {
  await reach(page, `s-${id}`);
  if (!(await page.evaluate((name) => document.getElementById(name).open, `k-${id}`))) {
    await page.keyboard.press("Enter");
  }
}

async function follow(page, part) {
  const wanted = `/?del=${encodeURIComponent(part)}`;
  for (let at = 0; at < 400; at += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement.getAttribute("href"))) === wanted) {
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
      return;
    }
  }
  throw new Error(`The keyboard does not reach ${part}`);
}

async function write(page, id, text) {
  await reach(page, `f-${id}`);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.closest(".blokk").innerText.includes("Lagra."));
}

async function faults(page) {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { violations, passes } = await window.axe.run(document, { iframes: false });
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return [...violations.map((each) => each.id), ...(wide ? ["wide"] : []), ...(passes.length ? [] : ["nothing"])];
  });
}

(async () => {
  const browser = await packages("playwright-core").chromium.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
  const page = await context.newPage();
  const seen = { errors: [], faults: {} };
  page.on("pageerror", (error) => seen.errors.push(error.message));
  await page.goto(address);

  // To the measure by the links of the parts, and to the amount by Tab alone.
  for (const part of ["delmål", "delmål.reiseliv", MEASURE]) await follow(page, part);
  await open(page, YEAR);
  await write(page, `${YEAR}.kostnad`, "1 234 000");
  await open(page, SHARE);
  await write(page, `${SHARE}.beløp`, "334 000");
  seen.focus = await page.evaluate(() => document.activeElement.id);
  const document_ = page.frames().find((frame) => frame.url().includes("/dokument/"));
  seen.shown = await document_
    .waitForFunction(() => document.body.textContent.replace(/\s/g, " ").includes("1 234"), null, { timeout: 20000 })
    .then(() => true, () => false);

  // Somebody else writes in the file what is being written here.
  await page.goto(`${new URL(address).origin}/?del=${encodeURIComponent("delmål.reiseliv")}`);
  const title = "delmål.reiseliv.tittel";
  await reach(page, `f-${title}`);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Mitt");
  writeFileSync(plan, readFileSync(plan, "utf8").replace("tittel: Reiseliv heile året", "tittel: Ditt"));
  await page.waitForFunction((id) => document.getElementById(id).innerText.includes("«Ditt»"), `b-${title}`);
  const typed = () => page.evaluate((id) => document.getElementById(id).value, `f-${title}`);
  seen.conflict = [await typed()];
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  seen.conflict.push(await typed(), await page.evaluate(() => document.activeElement.textContent));
  await page.keyboard.press("Enter");
  seen.conflict.push(await typed());

  for (const part of ["", "avtale", "kommunar", "delmål", "delmål.reiseliv", MEASURE, "budsjett"]) {
    await page.goto(`${new URL(address).origin}/?del=${encodeURIComponent(part)}`);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      seen.faults[`${part} ${width}`] = await faults(page);
    }
  }
  await browser.close();
  process.stdout.write(JSON.stringify(seen));
})().catch((error) => {
  process.stderr.write(String(error.stack));
  process.exit(1);
});
