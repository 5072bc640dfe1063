// The desk as the README shows it: a measure of the plan, and the document at the same place. Takes a
// picture of it, and tells what stands in the picture.
"use strict";

const { goTo, reach, run, task: file } = require("./tastatur.cjs");

const MEASURE = "delmål.arbeidsplassar.tiltak.arbeid-gron-region";

run(async (page) => {
  await page.setViewportSize({ width: 1280, height: 760 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await goTo(page, MEASURE);
  await page.waitForFunction(() => document.getElementById("dokument").contentDocument.readyState === "complete");
  await reach(page, `f-${MEASURE}.skildring`);
  await page.waitForFunction(() => document.getElementById("dokument").contentDocument.querySelector("[data-stad]"));
  await page.screenshot({ path: file });
  return page.evaluate(() => ({
    words: [
      ...[...document.querySelectorAll("#delane a, #del-tittel")].map((each) => each.textContent.trim()),
      ...[...document.querySelectorAll("#skjema label")].slice(0, 8).map((each) => each.textContent.trim()),
      document.activeElement.value,
      document.getElementById("dokument").contentDocument.querySelector("[data-stad]").textContent.trim(),
    ],
  }));
});
