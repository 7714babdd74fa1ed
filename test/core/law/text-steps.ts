import type { Edit } from '#core/text/span.ts';
import { happens, pickFrom } from './chance.ts';
import { someUri } from './some-uri.ts';
import type { Act, StepKind, Table } from './step.ts';
import { pieces, words } from './vocabulary.ts';

const word = /[\w$@./~-]*[\w~]/g;

/** Edits as fingers make them: pieces, words, lines. */
export const textSteps: readonly StepKind[] = [
  { name: 'type a piece', weight: 10, act: typePiece },
  { name: 'type and mistype', weight: 8, act: typeAndMistype },
  { name: 'delete', weight: 5, act: deleteSome },
  { name: 'replace a word', weight: 16, act: replaceWord },
  { name: 'replace a value', weight: 8, act: replaceValue },
  { name: 'delete lines', weight: 4, act: deleteLines },
  { name: 'copy lines', weight: 4, act: copyLines },
  { name: 'move lines', weight: 4, act: moveLines },
  { name: 'indent lines', weight: 3, act: indentLines },
  { name: 'comment lines', weight: 2, act: commentLines },
  { name: 'change line breaks', weight: 1, act: changeLineBreaks },
];

function typePiece(table: Table): string | undefined {
  const { random } = table;
  const text = pickFrom(random, happens(random, 0.8) ? pieces : words) ?? '';
  return onFile(table, (before) => {
    const at = happens(random, 0.5) ? random.below(before.length + 1) : pickFrom(random, lineStarts(before));
    return at === undefined ? [] : [insertion(at, text)];
  });
}

/** Letters one by one, some taken back, as several changes of one review. */
function typeAndMistype({ desk, random }: Table): string | undefined {
  const uri = someUri({ desk, random });
  if (uri === undefined) return undefined;
  let at = random.below(desk.textOf(uri).length + 1);
  const text = pickFrom(random, words) ?? '';
  for (const letter of text) {
    at = Math.min(at, desk.textOf(uri).length);
    const isBack = happens(random, 0.2) && at > 0;
    desk.edit(uri, [isBack ? deletion(at - 1, at) : insertion(at, letter)]);
    at += isBack ? -1 : 1;
  }
  return `type “${text}” into ${uri}`;
}

function deleteSome(table: Table): string | undefined {
  const { random } = table;
  return onFile(table, (before) => {
    const start = random.below(before.length + 1);
    const length = 1 + random.below(happens(random, 0.7) ? 4 : 300);
    return [deletion(start, Math.min(before.length, start + length))];
  });
}

function replaceWord(table: Table): string | undefined {
  const { desk, random } = table;
  const source = pickFrom(random, desk.uris);
  const foreign = happens(random, 0.5) && source !== undefined ? (desk.textOf(source).match(word) ?? []) : words;
  const newText = pickFrom(random, foreign) ?? '';
  return onFile(table, (before) => {
    const match = pickFrom(random, [...before.matchAll(word)]);
    return match === undefined ? [] : [replacement(match.index, match.index + match[0].length, newText)];
  });
}

/** What stands behind a colon, or behind a field's name, becomes what stands there elsewhere. */
function replaceValue(table: Table): string | undefined {
  const { random } = table;
  const value = /(?<=(?::|^ +\w+) +)\S.*?(?=,?\r?$)/gm;
  return onFile(table, (before) => {
    const values = [...before.matchAll(value)];
    const [match, other] = [pickFrom(random, values), pickFrom(random, values)];
    return match && other ? [replacement(match.index, match.index + match[0].length, other[0])] : [];
  });
}

function deleteLines(table: Table): string | undefined {
  const { desk, random } = table;
  return onFile(table, (before) => {
    const { start, end } = someLines(table, before);
    if (happens(random, 0.5)) desk.clipboard = before.slice(start, end);
    return [deletion(start, end)];
  });
}

function copyLines(table: Table): string | undefined {
  return onFile(table, (before) => {
    const { start, end } = someLines(table, before);
    return [insertion(end, before.slice(start, end))];
  });
}

function moveLines(table: Table): string | undefined {
  return onFile(table, (before) => {
    const { start, end } = someLines(table, before);
    const to = pickFrom(
      table.random,
      lineStarts(before).filter((place) => place < start || place > end),
    );
    return to === undefined ? [] : [deletion(start, end), insertion(to, before.slice(start, end))];
  });
}

function indentLines(table: Table): string | undefined {
  const { random } = table;
  const step = pickFrom(random, [' ', '  ', '    ']) ?? '';
  const isOut = happens(random, 0.5);
  return onFile(table, (before) =>
    changeLines(table, before, (line) => (isOut ? line.replace(/^ {1,2}/, '') : step + line)),
  );
}

function commentLines(table: Table): string | undefined {
  const sign = pickFrom(table.random, ['# ', '// ', '/// ']) ?? '';
  return onFile(table, (before) => changeLines(table, before, (line) => sign + line));
}

function changeLineBreaks({ desk, random }: Table): string | undefined {
  const uri = someUri({ desk, random });
  if (uri === undefined) return undefined;
  const text = desk.textOf(uri);
  desk.replace(uri, text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n'));
  return `change the line breaks of ${uri}`;
}

/** Edits some file. */
function onFile({ desk, random }: Table, editsOf: (text: string) => readonly Edit[]): ReturnType<Act> {
  const uri = someUri({ desk, random });
  const edits = uri === undefined ? [] : editsOf(desk.textOf(uri));
  if (uri === undefined || edits.length === 0) return undefined;
  desk.edit(uri, edits);
  return describeEdits(uri, edits);
}

/** Edits in a form that can be read in a report. */
export function describeEdits(uri: string, edits: readonly Edit[]): string {
  const told = edits.map(({ span: { start, end }, newText }) => `[${start}, ${end}) → ${JSON.stringify(newText)}`);
  return `${uri}: ${told.join('; ')}`;
}

function changeLines(table: Table, text: string, change: (line: string) => string): readonly Edit[] {
  const { start, end } = someLines(table, text);
  const lines = text.slice(start, end).split(/(?<=\n)/);
  return [replacement(start, end, lines.map(change).join(''))];
}

function someLines({ random }: Table, text: string): { readonly start: number; readonly end: number } {
  const starts = lineStarts(text);
  const first = random.below(starts.length);
  const count = 1 + random.below(happens(random, 0.6) ? 2 : 12);
  return { start: starts[first] ?? 0, end: starts[first + count] ?? text.length };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function insertion(at: number, newText: string): Edit {
  return replacement(at, at, newText);
}

function deletion(start: number, end: number): Edit {
  return replacement(start, end, '');
}

function replacement(start: number, end: number, newText: string): Edit {
  return { span: { start, end }, newText };
}
