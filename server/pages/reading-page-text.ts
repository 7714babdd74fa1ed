import type { Range } from 'vscode-languageserver';
import type { LostReference } from '#core/ask/lost-references.ts';
import type { ReadingDetails, SectionReading } from '#core/ask/reading-details.ts';
import type { FileReading, Owner } from '#core/ask/reading-of.ts';
import { roleInfo } from '#core/file-role.ts';
import type { Span } from '#core/text/span.ts';
import { type FileNames, fileLink, lineLink } from '#server/pages/place-link.ts';
import { inlineText } from '#server/pages/row-text.ts';
import { shownText } from '#server/shown/shown-text.ts';
import { versionName } from '#server/shown/version-name.ts';

/** How the page names files and places. */
export interface ReadingNames extends FileNames {
  readonly rangeOf: (span: Span) => Range;
}

/** Of more the rest is counted. */
const shownLines = 200;

/** How a file was read, as Markdown: what it is and belongs to, what leads nowhere, what was not understood, and each section. */
export function readingPageText(
  uri: string,
  reading: FileReading,
  details: ReadingDetails,
  names: ReadingNames,
): string {
  const { sections, lost, unclear } = details;
  const line = (span: Span) => lineLink(`line ${names.rangeOf(span).start.line + 1}`, uri, names.rangeOf(span), names);
  const parts = [
    `# How ${inlineText(names.nameOf(uri))} was read`,
    [roleText(reading), ...(reading.unused === undefined ? [configText(reading, names)] : [])].join(' '),
    ...ownersText(reading.owners, names),
    ...lintText(reading.lint, names),
    ...listPart('References without a target', lost, (each) => `${line(each.span)}: ${lostText(each)}`),
    ...listPart('Not understood', unclear, ({ span, message }) => `${line(span)}: ${inlineText(message)}`),
    ...listPart('Sections', sections, (each) => sectionText(each, uri, names)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function roleText({ role, unused }: FileReading): string {
  return role === 'other' ? unusedText(unused) : roleInfo(role).sentence;
}

function unusedText(unused: FileReading['unused']): string {
  if (unused === 'answers') return 'It keeps the answers of the checklist.';
  if (unused === 'settings') return 'It is read for what it says of Prisma schemas, and not reviewed itself.';
  if (unused === 'excluded') return 'It is not reviewed: `include` or `exclude` of the configuration leaves it out.';
  if (unused === 'no-entry') return 'It is not reviewed: it is not among the `entries` of the configuration.';
  return 'It is not reviewed: it has neither `openapi` nor `swagger` at its root, and no description refers to it.';
}

function configText({ config, preset }: FileReading, names: ReadingNames): string {
  const from = config === undefined ? 'There is no `plumbline.yaml` for it' : `${fileLink(config, names)} holds for it`;
  return `${from}; the preset is \`${inlineText(preset)}\`.`;
}

/** What of the configuration of prisma-lint holds here, rule by rule, and what does not. */
function lintText(lint: FileReading['lint'], names: ReadingNames): readonly string[] {
  if (lint === undefined) return [];
  const { uri, taken, left, isProgram } = lint;
  const file = fileLink(uri, names);
  if (isProgram) return [`${file} configures prisma-lint by a program, which is not run: nothing of it is taken over.`];
  const named = (name: string) => `\`${inlineText(shownText(name))}\``;
  const others = left.slice(0, shownLines).map(named).join(', ');
  return [
    ...listPart(
      'Taken over from prisma-lint',
      taken,
      ({ name, level, rules }) =>
        `${named(name)} is ${named(level)} in ${file}: so is ${rules.map(named).join(', ')}, unless \`plumbline.yaml\` sets it`,
    ),
    ...(left.length === 0 ? [] : [`Of ${file} this is not taken over: ${others}.`]),
  ];
}

/** Of a file that many descriptions share, the first. */
const shownOwners = 20;

function ownersText(owners: readonly Owner[], names: ReadingNames): readonly string[] {
  const leftOut = owners.length - shownOwners;
  const shown = owners.slice(0, shownOwners).map((owner) => ownerText(owner, names));
  return leftOut > 0 ? [...shown, `It is part of ${leftOut} more.`] : shown;
}

function ownerText(owner: Owner, names: ReadingNames): string {
  const rows = owner.kind === 'schema' ? schemaRows(owner, names) : descriptionRows(owner, names);
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

type Row = readonly [name: string, value: string];

function descriptionRows(owner: Extract<Owner, { kind: 'description' }>, names: ReadingNames): readonly Row[] {
  const { root, versionText, title, files, schema, original } = owner;
  const written = versionText === undefined ? '' : `, written “${inlineText(shownText(versionText))}”`;
  return [
    ['Description', title === undefined ? 'without a title' : inlineText(shownText(title))],
    ['Root', fileLink(root, names)],
    ['Read as', `${versionName(owner.version)}${written}`],
    ['Files', String(files)],
    original === undefined
      ? ['Compared with', schema === undefined ? 'no Prisma schema' : fileLink(schema, names)]
      : ['Reviewed in its place', fileLink(original, names)],
  ];
}

function schemaRows(owner: Extract<Owner, { kind: 'schema' }>, names: ReadingNames): readonly Row[] {
  const { root, dialect, provider, files, descriptions } = owner;
  const shown = descriptions.slice(0, shownLines).map((uri) => fileLink(uri, names));
  return [
    ['Schema', fileLink(root, names)],
    ['Read as', dialect === 'prisma8' ? 'Prisma 8' : 'Prisma 7'],
    ['Provider', provider === undefined ? 'not known' : inlineText(provider)],
    ['Files', String(files)],
    ['Compared with', shown.length === 0 ? 'no description' : shown.join(', ')],
  ];
}

/** Nothing where there is nothing to list. */
function listPart<T>(title: string, items: readonly T[], textOf: (item: T) => string): readonly string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, shownLines).map((item) => `- ${textOf(item)}`);
  const leftOut = items.length - shown.length;
  const lines = [...shown, ...(leftOut > 0 ? [`- and ${leftOut} more`] : [])];
  return [`## ${title} (${items.length})`, lines.join('\n')];
}

const outcomes: { readonly [O in LostReference['outcome']]: string } = {
  'missing-file': 'there is no such file',
  'missing-pointer': 'there is no such place in the file',
  circular: 'it leads back to itself',
  'too-long': 'it leads on and on',
  remote: 'other hosts are not asked',
  'outside-workspace': 'the file lies outside the workspace',
  unread: 'the file could not be read',
  broken: 'its target could not be understood',
  'other-kind': 'something else stands there than is wanted',
  unsupported: 'references of this kind are not followed',
};

function lostText({ target, outcome }: LostReference): string {
  return `“${inlineText(shownText(target))}”: ${outcomes[outcome]}`;
}

function sectionText(section: SectionReading, uri: string, names: ReadingNames): string {
  const { span } = section;
  const range = names.rangeOf(span);
  // What follows the last line break is the next one's.
  const last = range.end.character === 0 && range.end.line > range.start.line ? range.end.line : range.end.line + 1;
  const lines = last === range.start.line + 1 ? `line ${last}` : `lines ${range.start.line + 1}–${last}`;
  const all = section.readAs();
  const shown = all.slice(0, 10).map((each) => inlineText(shownText(each)));
  const text =
    shown.length === 0 ? 'nothing that is judged' : shown.join(', ') + (all.length > shown.length ? ' …' : '');
  return `${lineLink(lines, uri, range, names)}: ${text}`;
}
