// The desk itself: a figure and its place in the document, what somebody else writes meanwhile, and
// each part looked through for what keeps people out.
"use strict";

const { readFileSync, renameSync, writeFileSync } = require("node:fs");
const { faults, follow, goTo, here, open, plan, reach, run, type, unfold, write } = require("./tastatur.cjs");

const MEASURE = "delmål.reiseliv.tiltak.vintersti";
const YEAR = `${MEASURE}.budsjett.2032`;
const SHARE = `${YEAR}.finansiering.kommune`;
const TITLE = "delmål.reiseliv.tittel";

run(async (page) => {
  const seen = { faults: {} };
  await follow(page, "delmål", "delmål.reiseliv", MEASURE);
  await open(page, YEAR);
  await write(page, `${YEAR}.kostnad`, "1 234 000");
  await open(page, SHARE);
  await write(page, `${SHARE}.beløp`, "334 000");
  await reach(page, `f-${SHARE}.beløp`);
  seen.focus = await here(page);
  const shown = page.frames().find((frame) => frame.url().includes("/dokument/"));
  const isShown = () => document.body.textContent.replace(/\s/g, " ").includes("1 234");
  seen.shown = await shown.waitForFunction(isShown, null, { timeout: 20000 }).then(() => true, () => false);

  // What a new source would make of the sums, before it is there.
  await unfold(page, `sn-${YEAR}.finansiering`, `n-${YEAR}.finansiering`);
  await type(page, `ny-${YEAR}.finansiering..beløp`, "77 000");
  const isSummed = () => document.getElementById("summar").innerText.replace(/\s/g, " ").includes("1 311 000");
  seen.summed = await page.waitForFunction(isSummed, null, { timeout: 20000 }).then(() => true, () => false);
  await type(page, `ny-${YEAR}.finansiering..beløp`, "");

  await goTo(page, "delmål.reiseliv");
  await type(page, `f-${TITLE}`, "Mitt");
  writeFileSync(plan, readFileSync(plan, "utf8").replace("tittel: Reiseliv heile året", "tittel: Ditt"));
  await page.waitForFunction((id) => document.getElementById(id).innerText.includes("«Ditt»"), `b-${TITLE}`);
  const typed = () => page.evaluate((id) => document.getElementById(id).value, `f-${TITLE}`);
  seen.conflict = [await typed()];
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  seen.conflict.push(await typed(), await page.evaluate(() => document.activeElement.textContent));
  await page.keyboard.press("Enter");
  seen.conflict.push(await typed());

  // The file goes away while something is being written, and comes back.
  await reach(page, `f-${TITLE}`);
  await page.keyboard.type(" og meir");
  const away = (is) =>
    page.waitForFunction((wanted) => document.getElementById("funn").innerText.includes("let seg ikkje lese") === wanted, is);
  renameSync(plan, `${plan}.borte`);
  await away(true);
  seen.away = [await typed()];
  renameSync(`${plan}.borte`, plan);
  await away(false);
  seen.away.push(await typed());
  await page.keyboard.press("Enter");
  await page.waitForFunction((id) => document.getElementById(id).innerText.includes("Lagra."), `b-${TITLE}`);

  for (const part of ["", "avtale", "kommunar", "kommunar.toppdal", "delmål", "delmål.reiseliv", MEASURE, "budsjett"]) {
    await goTo(page, part);
    await page.evaluate(() => document.querySelectorAll("#skjema details").forEach((each) => (each.open = true)));
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      seen.faults[`${part} ${width}`] = await faults(page);
    }
  }
  return seen;
});
