/** Every format a report can be printed in, with what the help says of it; each is printed in `report-formats.ts`. */
export const reportFormats = {
  text: 'text for people (default)',
  compact: 'one line a finding',
  markdown: 'a comment for a pull request, ten rows at most',
  changelog: 'what changed, in Markdown to be published (of “plumbline changes”)',
  sql: 'a plan for the migrations of schemas that changed (of “plumbline changes”)',
  json: 'JSON as docs/json-output.md describes it',
} as const;

export type FormatName = keyof typeof reportFormats;

/** In the order they are told. */
export const formatNames = Object.keys(reportFormats) as readonly FormatName[];
