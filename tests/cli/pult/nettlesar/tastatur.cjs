// The desk in Chromium, gone through by keyboard alone, as a script of its own does it. Arguments of
// each: the folder of the npm packages, Chromium, the address, the plan file, and what to do.
"use strict";

const { createRequire } = require("node:module");
const [folder, chromium, address, plan, task] = process.argv.slice(2);
const packages = createRequire(`${folder}/`);
const MANY = 600;

const byId = (page, id, read) => page.evaluate(([name, text]) => new Function("each", `return ${text}`)(document.getElementById(name)), [id, read]);
const here = (page) => page.evaluate(() => document.activeElement.id);

// By Tab, or by Shift and Tab where what is wanted stands before.
async function reach(page, id) {
  for (let at = 0; at < MANY; at += 1) {
    const way = await page.evaluate((name) => {
      const [now, wanted] = [document.activeElement, document.getElementById(name)];
      if (!wanted) return "gone";
      if (now === wanted) return "here";
      return now.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING ? "before" : "after";
    }, id);
    if (way === "here") return;
    if (way === "gone") throw new Error(`There is no ${id}`);
    await page.keyboard.press(way === "before" ? "Shift+Tab" : "Tab");
  }
  throw new Error(`The keyboard does not reach ${id}, but ${await here(page)}`);
}

// A part of the plan, by the links down the side of the page.
async function follow(page, ...parts) {
  for (const part of parts) {
    await reach(page, `del-${part}`);
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  }
}

async function unfold(page, summary, box) {
  await reach(page, summary);
  if (!(await byId(page, box, "each.open"))) await page.keyboard.press("Enter");
}

const open = (page, id) => unfold(page, `s-${id}`, `k-${id}`);

async function type(page, id, text) {
  await reach(page, id);
  if (await byId(page, id, "each.matches('select')")) {
    await page.keyboard.type(text);
    return;
  }
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

async function saved(page, id) {
  await page.waitForFunction(
    (name) => document.getElementById(name)?.closest(".blokk").querySelector(".status").innerText.includes("Lag"),
    id,
  );
}

async function write(page, id, text) {
  await type(page, `f-${id}`, text);
  await page.keyboard.press("Tab");
  await saved(page, `f-${id}`);
}

// The first point of a list.
async function point(page, id, text) {
  await type(page, `ny-${id}`, text);
  await page.keyboard.press("Enter");
  await page.waitForFunction((name) => document.getElementById(name), `f-${id}.0`);
}

// A reason, which goes away with its field when it is given.
async function reason(page, id, text) {
  await page.waitForFunction((name) => document.getElementById(name), `grunn-${id}`);
  await type(page, `grunn-${id}`, text);
  await page.keyboard.press("Tab");
  await page.waitForFunction((name) => !document.getElementById(name), `grunn-${id}`);
}

// What is new: its key where there is one, and each of its fields.
async function add(page, id, key, texts, closed) {
  await unfold(page, `sn-${id}`, `n-${id}`);
  if (key) await type(page, `nk-${id}`, key);
  for (const [name, text] of Object.entries(texts)) {
    const field = await page.evaluate(
      ([box, wanted]) => document.getElementById(box).querySelector(`[data-ny="${wanted}"]`).id,
      [`n-${id}`, name],
    );
    await type(page, field, text);
  }
  await reach(page, `legg-${id}`);
  const before = page.url();
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    ([box, url, gone]) => location.href !== url || !document.getElementById(box) || (!gone && !document.activeElement.closest(`[id="${box}"]`)),
    [`n-${id}`, before, closed],
  );
  await page.waitForLoadState();
}

async function press(page, id, gone) {
  await reach(page, id);
  await page.keyboard.press("Enter");
  if (gone) await page.waitForFunction((name) => !document.getElementById(name), gone);
}

async function faults(page) {
  await page.addScriptTag({ path: packages.resolve("axe-core/axe.min.js") });
  return page.evaluate(async () => {
    const { violations, passes } = await window.axe.run(document, { iframes: false });
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    // Beside each other, each part of the page scrolls by itself.
    const tall = innerWidth > 800 && document.documentElement.scrollHeight > document.documentElement.clientHeight;
    return [...violations.map((each) => each.id), ...(wide ? ["wide"] : []), ...(tall ? ["tall"] : []), ...(passes.length ? [] : ["nothing"])];
  });
}

async function goTo(page, part) {
  await page.goto(`${new URL(address).origin}/?del=${encodeURIComponent(part)}`);
}

// Opens the desk, and writes what a script saw there as JSON, with what failed in the page.
async function run(script) {
  const browser = await packages("playwright-core").chromium.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(address);
    const seen = await script(page);
    process.stdout.write(JSON.stringify({ ...seen, errors }));
  } catch (error) {
    process.stderr.write(String(error.stack));
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

module.exports = { add, faults, follow, goTo, here, open, plan, point, press, reach, reason, run, task, type, unfold, write };
