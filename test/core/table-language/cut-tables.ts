import { copyOf } from '#core/text/copy-of.ts';
import { groupEdits } from '#core/text/edit-groups.ts';
import { type SyntaxProblem, sectionMark } from '#core/text/section.ts';
import type { Edit, Located } from '#core/text/span.ts';
import { startsOf } from '#core/text/starts-of.ts';
import type { Steps } from '#core/work/steps.ts';
import type { TableDocument, TableNode, TableSection } from './model.ts';

interface TableFile {
  readonly uri: string;
  readonly text: string;
}

/** A section for each line that begins with `table`, and one for what stands before the first. */
export function* cutTables({ uri, text }: TableFile, before: TableDocument | undefined): Steps<TableDocument> {
  const known = new Map(before?.sections.map((section) => [section.id, section]));
  const counts = new Map<string, number>();
  const sections: TableSection[] = [];
  for (const part of text.split(/^(?=table\b)/m)) {
    const name = nameOf(part);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const id = `${uri}#${name}${count === 1 ? '' : `~${count}`}`;
    const old = known.get(id);
    sections.push(old?.text === part ? old : readTable({ id, uri, text: copyOf(part) }));
    yield;
  }
  return tableDocument(uri, sections);
}

/** The same tables, of which some say something else; undefined where others might come or go. */
export function* editTables(before: TableDocument, edits: readonly Edit[]): Steps<TableDocument | undefined> {
  const { uri, starts } = before;
  const sections = [...before.sections];
  const groups = groupEdits(edits, starts, (piece) => sections[piece]?.text ?? '');
  for (const { first, last, text } of groups ?? []) {
    const old = sections[first];
    const isWhole = text.endsWith('\n') || first === sections.length - 1;
    const isOne = first === last && isWhole && text.split(/^(?=table\b)/m).length === 1;
    if (old === undefined || !isOne || text === '' || nameOf(text) !== nameOf(old.text)) return undefined;
    sections[first] = readTable({ id: old.id, uri, text: copyOf(text) });
    yield;
  }
  return groups && tableDocument(uri, sections);
}

export function tableDocument(uri: string, sections: readonly TableSection[]): TableDocument {
  const text = sections.map((section) => section.text).join('');
  return { kind: 'table', uri, text, sections, starts: startsOf(sections) };
}

function nameOf(text: string): string {
  return /^table[ \t]+(\w+)/.exec(text)?.[1] ?? '';
}

type TableText = Pick<TableSection, 'id' | 'uri' | 'text'>;

function readTable(parts: TableText): TableSection {
  const nodes: TableNode[] = [];
  const problems: SyntaxProblem[] = [];
  const section: TableSection = { [sectionMark]: true, kind: 'table', ...parts, nodes, problems };
  for (const match of parts.text.matchAll(/^[ \t]*([^\r\n#]*[^\s#])[ \t]*(?:#.*)?$/gm)) {
    const [all, line = ''] = match;
    const node = readLine(line, match.index + all.indexOf(line), section);
    const span = { start: match.index, end: match.index + all.length };
    if (node === undefined) problems.push({ code: 'syntax', span, message: `“${line}” is no table and no column.` });
    else nodes.push(node);
  }
  return section;
}

function readLine(line: string, start: number, section: TableSection): TableNode | undefined {
  const located = (value: string, from = 0): Located<string> => {
    const at = start + line.indexOf(value, from);
    return { value, span: { start: at, end: at + value.length } };
  };
  const span = { start, end: start + line.length };
  const [, table] = /^table[ \t]+(\w+)$/.exec(line) ?? [];
  if (table !== undefined) return { kind: 'table.table', section, span, name: located(table, 'table'.length) };
  const [, name, arrow, type] = /^(\w+)[ \t]+(->)?[ \t]*(\w+)$/.exec(line) ?? [];
  if (name === undefined || type === undefined) return undefined;
  const leadsTo = arrow !== undefined;
  return { kind: 'table.column', section, span, name: located(name), type: located(type, name.length), leadsTo };
}
