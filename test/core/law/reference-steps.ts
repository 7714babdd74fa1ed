import { cutDescription } from '#core/openapi/cut-description.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { entriesOf, itemsOf, type TreeNode } from '#core/tree/tree.ts';
import { treeLanguageOf } from '#core/tree/tree-language.ts';
import { happens, pickFrom } from './chance.ts';
import { type Desk, folder } from './desk.ts';
import { someUri } from './some-uri.ts';
import type { StepKind, Table } from './step.ts';
import { describeEdits } from './text-steps.ts';

/** Edits of `$ref`s: to sections and into them, in every direction between files, through others, to nowhere. */
export const referenceSteps: readonly StepKind[] = [
  { name: 'point a $ref elsewhere', weight: 10, act: pointElsewhere },
  { name: 'replace a value by a $ref', weight: 4, act: replaceByReference },
];

const oddTargets = [
  ...[
    '#here',
    '#/components/schemas/Nowhere',
    '#/components/schemas',
    '#',
    '',
    './',
    './missing.yaml',
    './missing.json#/a',
  ],
  ...[
    'https://example.com/common.yaml#/X',
    '../outside.yaml#/X',
    '#/paths/~1users/get',
    './api.yaml',
    '%E0%A4%A',
    '#/a/0',
  ],
];

function pointElsewhere({ desk, random }: Table): string | undefined {
  const uri = someUri({ desk, random });
  const places = uri === undefined ? [] : [...desk.textOf(uri).matchAll(/(?<=\$ref"?: *)["']?[^"'\s,}]*["']?/g)];
  const place = pickFrom(random, places);
  if (uri === undefined || place === undefined) return undefined;
  const newText = quoted(uri, someTarget({ desk, random }, uri));
  return edit(desk, uri, place.index, place.index + place[0].length, newText);
}

/** A map that stands as a value becomes a reference, with all that is in it. */
function replaceByReference({ desk, random }: Table): string | undefined {
  const uri = pickFrom(random, treeUris(desk));
  const value = uri === undefined ? undefined : pickFrom(random, valuesOf(uri, desk.textOf(uri)));
  if (uri === undefined || value?.node.kind !== 'map') return undefined;
  const newText = `{ "$ref": ${quoted(uri, someTarget({ desk, random }, uri))} }`;
  return edit(desk, uri, value.start, value.end, `${newText}${uri.endsWith('json') ? '' : '\n'}`);
}

function someTarget({ desk, random }: Pick<Table, 'desk' | 'random'>, from: string): string {
  if (happens(random, 0.2)) return pickFrom(random, oddTargets) ?? '';
  const uri = happens(random, 0.5) ? from : (pickFrom(random, treeUris(desk)) ?? from);
  const value = pickFrom(random, valuesOf(uri, desk.textOf(uri)));
  const fragment = value === undefined || value.pointer.length === 0 ? '' : `#${formatPointer(value.pointer)}`;
  return `${uri === from ? '' : relative(from, uri)}${fragment}`;
}

interface Value {
  readonly pointer: readonly string[];
  readonly node: TreeNode;
  readonly start: number;
  readonly end: number;
}

/** Every map of a file with its pointer. */
function valuesOf(uri: string, text: string): readonly Value[] {
  const { sections, starts } = cutDescription({ uri, text, language: treeLanguageOf(uri) ?? 'yaml' });
  const values: Value[] = [];
  for (const [index, { tree, pointer }] of sections.entries()) {
    if (tree !== undefined) collectValues(tree, pointer, starts[index] ?? 0, values);
  }
  return values;
}

function collectValues(node: TreeNode, pointer: readonly string[], offset: number, values: Value[]): void {
  if (pointer.length > 12 || node.kind === 'scalar') return;
  if (node.kind === 'map') {
    values.push({ pointer, node, start: offset + node.span.start, end: offset + node.span.end });
  }
  for (const { key, value } of entriesOf(node)) {
    if (value !== undefined) collectValues(value, [...pointer, key.value], offset, values);
  }
  for (const [index, item] of itemsOf(node).entries()) collectValues(item, [...pointer, String(index)], offset, values);
}

function treeUris(desk: Desk): readonly string[] {
  return desk.uris.filter((uri) => sourceKindOf(uri).role === 'text' && sourceKindOf(uri).language?.id === 'openapi');
}

function relative(from: string, to: string): string {
  const depth = from.slice(folder.length).split('/').length - 1;
  return `${depth === 0 ? './' : '../'.repeat(depth)}${to.slice(folder.length)}`;
}

function quoted(uri: string, target: string): string {
  return uri.endsWith('json') ? JSON.stringify(target) : `'${target}'`;
}

function edit(desk: Desk, uri: string, start: number, end: number, newText: string): string {
  const edits = [{ span: { start, end }, newText }];
  desk.edit(uri, edits);
  return describeEdits(uri, edits);
}
