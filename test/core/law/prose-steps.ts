import { pickFrom } from './chance.ts';
import { someUri } from './some-uri.ts';
import type { StepKind, Table } from './step.ts';
import { describeEdits } from './text-steps.ts';
import { phrases } from './vocabulary.ts';

/** Edits of descriptions and summaries, and of what stands under the same keys elsewhere. */
export const proseSteps: readonly StepKind[] = [
  { name: 'write prose', weight: 20, act: (table) => editProse(table, insertPhrase) },
  { name: 'rewrite prose', weight: 16, act: (table) => editProse(table, replaceByPhrase) },
];

type EditText = (text: string, phrase: string, table: Table) => string;

function editProse(table: Table, edit: EditText): string | undefined {
  const uri = someUri(table);
  if (uri === undefined) return undefined;
  const text = table.desk.textOf(uri);
  const place = pickFrom(table.random, [...text.matchAll(/(?<=(?:description|summary)"?: *"?)[\w$][^"\n{}[\]#:]*/g)]);
  if (place === undefined) return undefined;
  const newText = edit(place[0], pickFrom(table.random, phrases) ?? '', table);
  const edits = [{ span: { start: place.index, end: place.index + place[0].length }, newText }];
  table.desk.edit(uri, edits);
  return describeEdits(uri, edits);
}

function insertPhrase(text: string, phrase: string, { random }: Table): string {
  const at = random.below(text.length + 1);
  return `${text.slice(0, at)} ${phrase}${text.slice(at)}`;
}

function replaceByPhrase(_text: string, phrase: string): string {
  return phrase;
}
