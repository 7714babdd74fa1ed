import type { SyntaxProblem } from '#core/text/section.ts';
import { findMergeMarker } from '#core/tree/read/merge-markers.ts';
import { parseJson, parseJsonEntry, parseJsonHeader } from '#core/tree/read/parse-json.ts';
import { parseYaml } from '#core/tree/read/parse-yaml.ts';
import type { ParsedText } from '#core/tree/read/parsed-text.ts';
import { missingColon } from '#core/tree/read/yaml-cause-values.ts';
import type { TreeLanguage } from '#core/tree/section.ts';
import type { EntryTail, SectionCut } from '#core/tree/section-cut.ts';
import { entriesOf } from '#core/tree/tree.ts';
import { failureProblem } from '#core/work/failure.ts';

/** The text of one section and how it was cut out. */
export interface SectionText {
  readonly uri: string;
  readonly language: TreeLanguage;
  readonly role: SectionCut['role'];
  readonly text: string;
  /** Given for an entry of a JSON file. */
  readonly tail: EntryTail | undefined;
}

/** What a section's text holds; `isSound` is false when the text is valid but not what the cut took it for. */
export interface ParsedSection extends ParsedText {
  readonly isSound: boolean;
}

/** Reads the text of one section. Never throws. */
export function parseSectionText(section: SectionText): ParsedSection {
  try {
    return section.language === 'json' ? parseJsonSection(section) : parseYamlSection(section);
  } catch (error) {
    return { tree: undefined, problems: [failureProblem(error)], isSound: true };
  }
}

function parseJsonSection({ uri, role, text, tail }: SectionText): ParsedSection {
  const dialect = { allowsComments: /\.jsonc$/i.test(uri) };
  if (role === 'whole') return withMarker(text, { ...parseJson(text, dialect), isSound: true });
  const { key, tree, problems } =
    tail === undefined ? parseJsonHeader(text, dialect) : parseJsonEntry(text, dialect, tail);
  return withMarker(text, { tree, problems, isSound: role === 'preamble' || key !== undefined });
}

/** In a broken text a line that a merge left there is what is wrong. */
function withMarker(text: string, parsed: ParsedSection): ParsedSection {
  const marker = parsed.problems.length === 0 ? undefined : findMergeMarker(text);
  return marker === undefined ? parsed : { ...parsed, problems: [marker] };
}

function parseYamlSection({ role, text }: SectionText): ParsedSection {
  switch (role) {
    case 'whole':
      return { ...parseYaml(text), isSound: true };
    case 'entry':
      return parseYamlEntry(text);
    case 'header':
      return { tree: undefined, problems: findStrayLines(text), isSound: true };
    case 'preamble':
      return { tree: undefined, problems: [], isSound: true };
    default:
      return role satisfies never;
  }
}

function parseYamlEntry(text: string): ParsedSection {
  const { tree, problems } = parseYaml(text);
  const entries = entriesOf(tree);
  const isSound = problems.length > 0 || entries.length === 1;
  return { tree: entries[0]?.value, problems, isSound };
}

/** Lines between a header and its first entry that are neither blank nor comments: half-typed keys. */
function findStrayLines(text: string): readonly SyntaxProblem[] {
  const marker = findMergeMarker(text);
  if (marker !== undefined) return [marker];
  const problems: SyntaxProblem[] = [];
  let hasHeader = false;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const start = index + line.indexOf(content);
    if (hasHeader) problems.push(missingColon(content, start));
    hasHeader = true;
  }
  return problems;
}
