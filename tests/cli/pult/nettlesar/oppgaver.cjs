// Five tasks as a plan author has them, each done from the first page by keyboard alone.
"use strict";

const { add, follow, open, point, reach, reason, run, task, type, write } = require("./tastatur.cjs");

const HOMES = "delmål.bustad";
const CIRCLE = `${HOMES}.tiltak.bustad-kompetansesirkel`;
const KOMMUNAR = ["fyresdal", "kviteseid", "nissedal", "seljord", "tokke", "vinje"];

const TASKS = {
  async "eit nytt tiltak med budsjett i to år"(page) {
    await follow(page, "delmål", HOMES);
    await add(page, `${HOMES}.tiltak`, "", {
      tittel: "Felles bustadportal",
      skildring: "Kommunane viser ledige tomter og hus på éin stad.",
      statlege_midlar: "nei",
    });
    const budget = `${HOMES}.tiltak.felles-bustadportal.budsjett`;
    for (const year of ["2026", "2027"]) {
      await add(page, budget, year, { kostnad: "0,2 mill." });
      await add(page, `${budget}.${year}.finansiering`, "fylkeskommune", { beløp: "200 000" });
    }
  },
  async "eit endra budsjett med grunn"(page) {
    await follow(page, "delmål", HOMES, CIRCLE);
    const year = `${CIRCLE}.budsjett.2027`;
    await open(page, year);
    await write(page, `${year}.kostnad`, "330 000");
    await write(page, `${year}.finansiering.tiltaksmidlar`, "150 000");
    await reason(page, `${CIRCLE}.budsjett`, "Sirkelen har ei samling mindre.");
  },
  async "eit tiltak avslutta med vurdering"(page) {
    await follow(page, "delmål", HOMES, CIRCLE);
    await add(page, `${CIRCLE}.avslutning`, "", { utfall: "stansa", vurdering: "Møta held fram utan tilskot." }, true);
  },
  async "eit tiltak flytta til eit anna delmål, med grunn"(page) {
    await follow(page, "delmål", HOMES, CIRCLE);
    await type(page, `f-${CIRCLE}.delmål`, "Meir");
    await reach(page, `til-${CIRCLE}.delmål`);
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    const there = CIRCLE.replace("bustad.", "kompetanse.");
    await reason(page, there, "Sirkelen er for heile kommunen.");
  },
  async "seks vedtak, eitt med eit ekstra punkt"(page) {
    for (const [at, kommune] of KOMMUNAR.entries()) {
      await follow(page, ...(at ? [] : ["kommunar"]), `kommunar.${kommune}`);
      const decision = `kommunar.${kommune}.vedtak`;
      await open(page, decision);
      await write(page, `${decision}.dato`, `${at + 10}.2.2026`);
      await write(page, `${decision}.saksnummer`, `${at + 1}/26`);
      await write(page, `${decision}.utfall`, "vedteke");
      if (kommune === "tokke") {
        await point(page, `${decision}.tilleggspunkt`, "Kommunestyret bed om ein rapport i juni.");
      }
    }
  },
  async "ein tekst skriven om, med liste og lenkje"(page) {
    await follow(page, "samandrag");
    await write(page, "samandrag", "Planen har *tre* delmål:\n\n- bustader\n- arbeidsplassar\n- kompetanse\n\nMeir på [nettet](https://example.org/plan).");
  },
};

run(async (page) => {
  await TASKS[task](page);
  return {};
});
