// Two tabs on one plan: what is added in either stands, and a step back is seen in both.
"use strict";

const { goTo, run, type, unfold } = require("./tastatur.cjs");

const GOAL = "delmål.reiseliv";
const LIST = "innstilling";

run(async (page) => {
  const other = await page.context().newPage();
  await goTo(page, GOAL);
  await goTo(other, "samandrag");
  // The other tab is not told of what is saved meanwhile.
  await other.route("**/tilstand*", () => {});
  await other.reload();
  await type(page, `f-${GOAL}.vekt`, "61");
  await page.keyboard.press("Tab");
  await page.waitForFunction((id) => document.getElementById(id).closest(".blokk").innerText.includes("Lagra."), `f-${GOAL}.vekt`);
  await type(other, `ny-${LIST}`, "Eit punkt til.");
  await other.keyboard.press("Enter");
  await other.waitForFunction(() => document.getElementById("f-innstilling.3"));
  await type(page, `f-${GOAL}.vekt`, "62");
  await page.keyboard.press("Tab");
  await page.waitForFunction((id) => document.getElementById(id).dataset.lagra === "62", `f-${GOAL}.vekt`);
  await goTo(other, "kommunar");
  await goTo(page, "avtale");
  await unfold(other, "sn-kommunar", "n-kommunar");
  const [name, number] = await other.$$eval("#n-kommunar [data-ny]", (all) => all.map((each) => each.id));
  await type(other, name, "Fjella");
  await type(other, number, "9903");
  await type(page, "f-avtale.pilot", "Toppane");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.getElementById("f-avtale.pilot").closest(".blokk").innerText.includes("Lagra."));
  await Promise.all([other.waitForURL(/del=kommunar\.fjella/), other.keyboard.press("Enter")]);
  await page.waitForFunction(() => !document.getElementById("angre").disabled);
  return { added: await other.title() };
});
