// Opens pages in Chromium and prints, as JSON, what a reader and a machine find in them.
//
//   node page.mjs CHROMIUM PAGE.html... > findings.json
//
// For each page: its words in reading order, its links, what the console said, what it
// asked the network for, how far it scrolls sideways at 320 px, what axe-core finds in
// light and dark, its outline and its data block.
import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [executablePath, ...pages] = process.argv.slice(2)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic']
const browser = await chromium.launch({ executablePath, args })
const findings = []
for (const page of pages) findings.push(await inspect(page))
await browser.close()
process.stdout.write(JSON.stringify(findings))

async function inspect(path) {
  const url = pathToFileURL(path).href
  const context = await browser.newContext()
  const page = await context.newPage()
  const said = []
  const requests = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  page.on('request', (request) => requests.push(request.url()))
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(url)
  const found = await page.evaluate(read)
  found.violations = []
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(axe)
    const { violations } = await page.evaluate(() => window.axe.run())
    for (const { id, nodes } of violations) {
      found.violations.push(`${colorScheme}: ${id}: ${nodes.map((n) => n.html).join(' ')}`)
    }
  }
  await context.close()
  const isOther = (asked) => asked !== url && !asked.startsWith('data:')
  return { page: path, said, requests: requests.filter(isOther), ...found }
}

// Runs inside of the page.
function read() {
  const lines = ['']
  const links = []
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      lines[lines.length - 1] += node.data
      return
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return
    if (node.tagName === 'A') links.push(node.getAttribute('href'))
    const isBlock = node.tagName === 'BR' || getComputedStyle(node).display !== 'inline'
    if (isBlock) lines.push('')
    node.childNodes.forEach(walk)
    if (isBlock) lines.push('')
  }
  walk(document.querySelector('main'))
  const words = lines.flatMap((line) => line.split(/\s+/)).filter((word) => word !== '')
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  const data = document.querySelector('script[type="application/ld+json"]')
  return {
    title: document.title,
    lang: document.documentElement.lang,
    words,
    links,
    levels: headings.map((heading) => Number(heading.tagName[1])),
    scripts: document.scripts.length,
    data: data && JSON.parse(data.textContent),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }
}
