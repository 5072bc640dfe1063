// Opens each page in Chromium, wide, narrow and as printed, and asks axe-core about it.
// In: JSON on stdin, {"browser": path, "pages": [url]}. Out: JSON on stdout, one verdict a page.
const { createRequire } = require('node:module')
const { readFileSync } = require('node:fs')

// The packages lie in the folder this is started in, not beside this file.
const packages = createRequire(`${process.cwd()}/`)
const { chromium } = packages('playwright-core')
const axe = packages.resolve('axe-core/axe.min.js')

const VIEWS = [
  { name: '1280 px', media: 'screen', width: 1280 },
  { name: '320 px', media: 'screen', width: 320 },
  // A4 within the margins of 25 mm that the stylesheet sets.
  { name: 'print', media: 'print', width: 605 }
]
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'
]

async function judge (browser, url) {
  const page = await browser.newPage()
  const fetched = []
  page.on('request', request => fetched.push(request.url()))
  await page.goto(url)
  const scripts = await page.evaluate(() => document.scripts.length)
  await page.addScriptTag({ path: axe })
  const views = []
  for (const view of VIEWS) views.push(await look(page, view))
  await page.close()
  const outside = fetched.filter(address => address !== url && !address.startsWith('data:'))
  return { url, scripts, outside, views }
}

async function look (page, { name, media, width }) {
  await page.setViewportSize({ width, height: 800 })
  await page.emulateMedia({ media })
  return await page.evaluate(async name => {
    const { scrollWidth, clientWidth } = document.documentElement
    const { violations, passes } = await globalThis.axe.run({ resultTypes: ['violations'] })
    return {
      name,
      overflow: scrollWidth - clientWidth,
      passes: passes.length,
      violations: violations.map(({ id, help, nodes }) => (
        { id, help, count: nodes.length, first: nodes[0].html.slice(0, 160) }
      ))
    }
  }, name)
}

async function main () {
  const { browser: executablePath, pages } = JSON.parse(readFileSync(0, 'utf8'))
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  const waiting = [...pages]
  const verdicts = []
  const work = async () => {
    while (waiting.length > 0) verdicts.push(await judge(browser, waiting.shift()))
  }
  await Promise.all([work(), work()])
  await browser.close()
  process.stdout.write(JSON.stringify(verdicts))
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`)
  process.exit(2)
})
