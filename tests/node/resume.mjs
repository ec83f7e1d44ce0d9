// Validates JSON Resume documents by the official schema and renders them with a theme.
//
//   node resume.mjs RESUME.json... > findings.json
//
// For each document: what the schema says against it, and the text of the page that
// jsonresume-theme-even makes of it.
import schema from '@jsonresume/schema'
import { render } from 'resumed'
import * as theme from 'jsonresume-theme-even'
import { readFileSync } from 'node:fs'

const findings = []
for (const path of process.argv.slice(2)) {
  const resume = JSON.parse(readFileSync(path, 'utf8'))
  const errors = await new Promise((resolve) => schema.validate(resume, (found) => resolve(found ?? [])))
  const page = await render(resume, theme)
  findings.push({ path, errors: errors.map((error) => error.stack), page })
}
process.stdout.write(JSON.stringify(findings))
