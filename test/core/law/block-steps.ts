import { cutDescription } from '#core/openapi/cut-description.ts';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import type { Edit, Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { treeLanguageOf } from '#core/tree/tree-language.ts';
import type { Random } from '../../support/random.ts';
import { difference } from '../../support/text-edits.ts';
import { happens, pickFrom } from './chance.ts';
import type { Desk } from './desk.ts';
import { someUri } from './some-uri.ts';
import type { StepKind, Table } from './step.ts';
import { describeEdits } from './text-steps.ts';

/** Edits of whole blocks: a path item, a component, a model. */
export const blockSteps: readonly StepKind[] = [
  { name: 'swap blocks', weight: 6, act: swapBlocks },
  { name: 'move a block', weight: 5, act: moveBlock },
  { name: 'cut a block', weight: 3, act: cutBlock },
  { name: 'copy a block', weight: 3, act: copyBlock },
  { name: 'paste', weight: 6, act: paste },
  { name: 'rename everywhere', weight: 6, act: renameEverywhere },
  { name: 'take back', weight: 8, act: takeBack },
];

/** A block with its place in its file; blocks of one `parent` can change places. */
interface Block {
  readonly uri: string;
  readonly span: Span;
  readonly text: string;
  readonly parent: string;
}

function swapBlocks({ desk, random }: Table): string | undefined {
  const blocks = someBlocks(desk, random);
  const first = pickFrom(random, blocks);
  const siblings = blocks.filter((block) => block !== first && block.parent === first?.parent);
  const second = pickFrom(random, siblings);
  if (first === undefined || second === undefined) return undefined;
  return edit(desk, first.uri, [
    { span: first.span, newText: second.text },
    { span: second.span, newText: first.text },
  ]);
}

function moveBlock({ desk, random }: Table): string | undefined {
  const blocks = someBlocks(desk, random);
  const block = pickFrom(random, blocks);
  const target = pickFrom(random, blocks);
  if (block === undefined || target === undefined || target === block) return undefined;
  const at = target.span.start;
  if (at === block.span.end) return undefined;
  return edit(desk, block.uri, [
    { span: block.span, newText: '' },
    { span: { start: at, end: at }, newText: block.text },
  ]);
}

function cutBlock({ desk, random }: Table): string | undefined {
  const block = pickFrom(random, someBlocks(desk, random));
  if (block === undefined) return undefined;
  desk.clipboard = block.text;
  return edit(desk, block.uri, [{ span: block.span, newText: '' }]);
}

function copyBlock(table: Table): string | undefined {
  table.desk.clipboard = pickFrom(table.random, someBlocks(table.desk, table.random))?.text ?? '';
  return paste(table);
}

/** Mostly where a block begins. */
function paste({ desk, random }: Table): string | undefined {
  const target = pickFrom(random, someBlocks(desk, random));
  if (target === undefined || desk.clipboard === '') return undefined;
  const at = happens(random, 0.8) ? target.span.start : target.span.end;
  return edit(desk, target.uri, [{ span: { start: at, end: at }, newText: desk.clipboard }]);
}

/** A name that is written several times gets another one, mostly in all files; now and then one that is taken. */
function renameEverywhere({ desk, random }: Table): string | undefined {
  const source = pickFrom(random, desk.uris);
  const names = source === undefined ? [] : namesIn(desk.textOf(source));
  const name = pickFrom(random, names);
  if (name === undefined) return undefined;
  const newName = (happens(random, 0.4) ? pickFrom(random, names) : undefined) ?? `${name}2`;
  const isEverywhere = happens(random, 0.8);
  for (const uri of desk.uris) {
    const places = [...desk.textOf(uri).matchAll(new RegExp(`(?<!\\w)${name}(?!\\w)`, 'g'))];
    const edits = places.map(({ index }) => ({ span: { start: index, end: index + name.length }, newText: newName }));
    if (edits.length > 0 && (isEverywhere || uri === source)) desk.edit(uri, edits);
  }
  return `rename ${name} to ${newName} ${isEverywhere ? 'everywhere' : `in ${source}`}`;
}

function namesIn(text: string): readonly string[] {
  return [
    ...[...text.matchAll(/#\/(?:[\w-]+\/)+(\w{2,})/g)].map((match) => match[1] ?? ''),
    ...[...text.matchAll(/^ *"?([A-Za-z]\w{2,})"?:/gm)].map((match) => match[1] ?? ''),
    ...[...text.matchAll(/^(?:model|enum|type) (\w+)/gm)].map((match) => match[1] ?? ''),
  ];
}

/** Undo: a file gets a text it had before, told as one edit or as a whole text. */
export function takeBack({ desk, random }: Table): string | undefined {
  const rounds = happens(random, 0.7) ? 1 : 1 + random.below(5);
  const told: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = desk.takeBack();
    if (before === undefined || !desk.uris.includes(before.uri)) break;
    const { uri, text } = before;
    if (happens(random, 0.2)) desk.replace(uri, text);
    else desk.edit(uri, [difference(desk.textOf(uri), text)]);
    desk.takeBack();
    told.push(uri);
  }
  return told.length === 0 ? undefined : `take back in ${told.join(', ')}`;
}

function edit(desk: Desk, uri: string, edits: readonly Edit[]): string {
  desk.edit(uri, edits);
  return describeEdits(uri, edits);
}

/** The blocks of a file, as cutting it afresh finds them. */
function someBlocks(desk: Desk, random: Random): readonly Block[] {
  const uri = someUri({ desk, random }) ?? '';
  const text = desk.textOf(uri);
  if (sourceKindOf(uri).role === 'text' && sourceKindOf(uri).language?.id === 'prisma') return prismaBlocks(uri, text);
  return sourceKindOf(uri).role === 'text' && sourceKindOf(uri).language?.id === 'openapi' ? treeBlocks(uri, text) : [];
}

function prismaBlocks(uri: string, text: string): readonly Block[] {
  const { sections, starts } = cutPrisma({ uri, text });
  return sections.map((section, index) => {
    const start = starts[index] ?? 0;
    return { uri, span: { start, end: start + section.text.length }, text: section.text, parent: '' };
  });
}

function treeBlocks(uri: string, text: string): readonly Block[] {
  const { sections, starts } = cutDescription({ uri, text, language: treeLanguageOf(uri) ?? 'yaml' });
  return sections.flatMap((section, index) => {
    const { start, end } = spanOf(section);
    const offset = starts[index] ?? 0;
    if (section.isHeader || section.key === undefined || end <= start) return [];
    const parent = JSON.stringify(section.pointer.slice(0, -1));
    return [{ uri, span: { start: offset + start, end: offset + end }, text: section.text.slice(start, end), parent }];
  });
}

/** In JSON without the comma and the brackets behind it. */
function spanOf({ language, text, key, tree }: TreeSection): Span {
  if (language === 'yaml') return { start: 0, end: text.length };
  return { start: key?.span.start ?? 0, end: tree?.span.end ?? 0 };
}
