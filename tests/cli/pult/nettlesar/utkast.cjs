// What is typed and not saved: it stands after the page is loaded anew, after another part, after a
// save elsewhere and after «Avslutt», and is sent once however often a button is pressed.
"use strict";

const { readFileSync, writeFileSync } = require("node:fs");
const { goTo, here, open, plan, reach, run, type, unfold } = require("./tastatur.cjs");

const GOAL = "delmål.reiseliv";
const MEASURES = `${GOAL}.tiltak`;
const TRAIL = `${MEASURES}.vintersti`;
const FUNDING = `${TRAIL}.budsjett.2032.finansiering`;

const value = (page, id) => page.evaluate((name) => document.getElementById(name)?.value, id);
const isOpen = (page, id) => page.evaluate((name) => document.getElementById(name).open, id);
const said = (page) => page.evaluate(() => document.getElementById("melding").textContent);
const saved = (page, id) =>
  page.waitForFunction((name) => document.getElementById(name)?.closest(".blokk").innerText.includes("Lagra."), id);
const count = (text, part) => text.split(part).length - 1;

run(async (page) => {
  const seen = {};
  const asked = [];
  page.on("dialog", (dialog) => asked.push(dialog.type()) && dialog.accept());

  // A new measure begun, another part looked at, and back; then the page is loaded anew.
  await goTo(page, GOAL);
  await unfold(page, `sn-${MEASURES}`, `n-${MEASURES}`);
  await type(page, `ny-${MEASURES}..tittel`, "Halvskrive tiltak");
  await Promise.all([page.waitForEvent("load"), page.click("nav a[href*='del=avtale']")]);
  await Promise.all([page.waitForEvent("load"), page.goBack()]);
  seen.back = [await value(page, `ny-${MEASURES}..tittel`), await isOpen(page, `n-${MEASURES}`)];
  await page.reload();
  seen.reload = [await value(page, `ny-${MEASURES}..tittel`), await isOpen(page, `n-${MEASURES}`)];
  seen.asked = asked.splice(0);
  await page.evaluate((id) => (document.getElementById(id).value = ""), `ny-${MEASURES}..tittel`);

  // A text left in a field when the page is loaded anew is saved when it is back.
  await type(page, `f-${GOAL}.tittel`, "Reiseliv i alle veker");
  await page.reload();
  await saved(page, `f-${GOAL}.tittel`);
  seen.field = await value(page, `f-${GOAL}.tittel`);
  seen.asked.push(...asked);

  // Typed fast: what the link leads away from is saved first.
  await type(page, `f-${GOAL}.vekt`, "61");
  await Promise.all([page.waitForEvent("load"), page.click("nav a[href*='del=avtale']")]);
  seen.left = readFileSync(plan, "utf8").includes("vekt: 61");

  // A year chosen and half filled in, while a saved field makes the form another one.
  await goTo(page, TRAIL);
  await open(page, `${TRAIL}.budsjett.2032`);
  await unfold(page, `sn-${TRAIL}.budsjett`, `n-${TRAIL}.budsjett`);
  await type(page, `nk-${TRAIL}.budsjett`, "2039");
  await type(page, `ny-${TRAIL}.budsjett..kostnad`, "12 000");
  await page.keyboard.press("ArrowLeft");
  const before = readFileSync(plan, "utf8");
  writeFileSync(plan, before.replace("        nr: 1\n", "        nr: 1\n        samarbeid: [Bondelaget]\n"));
  await page.waitForFunction((id) => document.getElementById(id), `f-${TRAIL}.samarbeid.0`);
  seen.year = [await value(page, `nk-${TRAIL}.budsjett`), await value(page, `ny-${TRAIL}.budsjett..kostnad`), await here(page)];
  await page.keyboard.type("7");
  seen.caret = await value(page, `ny-${TRAIL}.budsjett..kostnad`);

  // Enter adds it, and adds it once.
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.waitForFunction((id) => document.getElementById(id), `k-${TRAIL}.budsjett.2039`);
  seen.added = [count(readFileSync(plan, "utf8"), "2039:"), await value(page, `nk-${TRAIL}.budsjett`)];
  await goTo(page, GOAL);
  await unfold(page, `sn-${MEASURES}`, `n-${MEASURES}`);
  await type(page, `ny-${MEASURES}..tittel`, "Berre eitt");
  await reach(page, `legg-${MEASURES}`);
  await Promise.all([
    page.waitForEvent("load"),
    page.evaluate((id) => [1, 2, 3].forEach(() => document.getElementById(id).click()), `legg-${MEASURES}`),
  ]);
  seen.once = [count(readFileSync(plan, "utf8"), "tittel: Berre eitt"), await page.title()];

  // Taken away on its own page: what is shown is what it lay in.
  await reach(page, `bort-${MEASURES}.berre-eitt`);
  await page.keyboard.press("Enter");
  await page.waitForFunction((id) => document.body.dataset.del === id, GOAL);
  seen.gone = [await page.title(), new URL(page.url()).searchParams.get("del")];

  // Arrow keys in the choice of sub-goal move nothing.
  await goTo(page, TRAIL);
  await reach(page, `f-${TRAIL}.delmål`);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  seen.unmoved = new URL(page.url()).searchParams.get("del") === TRAIL;
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  seen.moved = new URL(page.url()).searchParams.get("del");

  // A text longer than what a browser sends from a page that is left.
  await goTo(page, "samandrag");
  await page.fill("#f-samandrag", "Lang tekst. ".repeat(7000));
  await page.keyboard.press("Tab");
  await saved(page, "f-samandrag");

  // «Avslutt» tells once of what is not saved, and where.
  await goTo(page, GOAL);
  await unfold(page, `sn-${MEASURES}`, `n-${MEASURES}`);
  await type(page, `ny-${MEASURES}..tittel`, "Enno ikkje");
  await reach(page, "avslutt");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("melding").textContent.includes("ikkje lagra"));
  seen.end = [await said(page), await here(page)];
  await page.evaluate((id) => (document.getElementById(id).value = ""), `ny-${MEASURES}..tittel`);
  await type(page, `f-${GOAL}.vekt`, "62");
  await page.click("#avslutt");
  await page.waitForFunction(() => document.activeElement.tagName === "H1");
  seen.ended = [await page.evaluate(() => document.activeElement.textContent), readFileSync(plan, "utf8").includes("vekt: 62")];
  return seen;
});
