import { prismaUses } from '#core/ask/prisma-uses.ts';
import type { BlockReference } from '#core/ask/use.ts';
import { attributeOf } from '#core/prisma/attribute.ts';
import { blockNameOf, namespaceOf } from '#core/prisma/block-name.ts';
import { insertBlockAttributeEdit } from '#core/prisma/edit.ts';
import { fieldOf, isScalarType } from '#core/prisma/field.ts';
import type { PrismaCompositeType, PrismaEnum, PrismaModel, PrismaSection, PrismaValue } from '#core/prisma/model.ts';
import type { Change, Collector, Fix, Survey } from '#core/rule.ts';
import type { Edit } from '#core/text/span.ts';
import { NotUnderstood } from '#core/work/understood.ts';
import { insertMapEdit } from '#rules/fixes/prisma/map-name.ts';

/** What gets another name in the client; in the database it keeps its own. */
export type Rename =
  | { readonly kind: 'model' | 'enum'; readonly from: string; readonly to: string }
  | { readonly kind: 'field' | 'enum-value'; readonly block: string; readonly from: string; readonly to: string };

/**
 * Gives things of a schema other names, wherever they are used. `@map` and `@@map` keep the name in the database, so that nothing is
 * to be migrated. `uri` is any file of the schema.
 */
export function renameFix(title: string, uri: string, renames: readonly [Rename, ...Rename[]]): Fix {
  return { title, safety: 'review', changes: { rootUri: uri, make: (survey) => changesFor(renames, survey) } };
}

type Block = PrismaModel | PrismaEnum | PrismaCompositeType;

const everyBlock: Collector<Block> = {
  on: ['prisma.model', 'prisma.enum', 'prisma.type'],
  isClosed: () => false,
  gather: (node) =>
    node.kind === 'prisma.model' || node.kind === 'prisma.enum' || node.kind === 'prisma.type' ? [node] : [],
};

interface Placed {
  readonly section: PrismaSection;
  readonly edit: Edit;
}

function changesFor(renames: readonly Rename[], survey: Survey): readonly [Change, ...Change[]] {
  const blocks = survey.gathered(everyBlock).map(({ value }) => value);
  const bySection = new Map<PrismaSection, Edit[]>();
  for (const { section, edit } of renames.flatMap((rename) => editsFor(rename, blocks))) {
    const edits = bySection.get(section) ?? [];
    bySection.set(section, edits);
    // Where something stands twice by mistake, it is renamed twice.
    if (!edits.some((each) => isSameEdit(each, edit))) edits.push(edit);
  }
  const [first, ...rest] = [...bySection].flatMap(([section, [edit, ...others]]): readonly Change[] =>
    edit === undefined ? [] : [{ kind: 'text', section, edits: [edit, ...others] }],
  );
  if (first === undefined) throw new NotUnderstood();
  return [first, ...rest];
}

function isSameEdit(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}

function editsFor(rename: Rename, blocks: readonly Block[]): readonly Placed[] {
  const owner = rename.kind === 'field' || rename.kind === 'enum-value' ? rename.block : rename.from;
  const [block, ...others] = blocks.filter(({ name }) => name.value === owner);
  // Which of them is meant is not said.
  if (others.some(({ section }) => namespaceOf(section) !== (block && namespaceOf(block.section))))
    throw new NotUnderstood();
  const own = block && !isTaken(rename, block, blocks) ? ownEdits(rename, block, blocks) : undefined;
  if (block === undefined || own === undefined) throw new NotUnderstood();
  return [...own, ...useEdits(rename, block, blocks)];
}

/** True where something else has the new name. */
function isTaken({ kind, to }: Rename, block: Block, blocks: readonly Block[]): boolean {
  if (kind === 'model' || kind === 'enum') return isScalarType(to) || blocks.some(({ name }) => name.value === to);
  const names = block.kind === 'prisma.enum' ? block.values : block.fields;
  return names.some(({ name }) => name.value === to);
}

/** The new name where the thing stands, and the old one for the database; undefined where it is not there. */
function ownEdits(rename: Rename, block: Block, blocks: readonly Block[]): readonly Placed[] | undefined {
  if (rename.kind === 'field') return fieldEdits(rename, block, blocks);
  if (rename.kind === 'enum-value') return valueEdits(rename, block);
  const name = placed(block.section, block.name.span, rename.to);
  if (block.kind === 'prisma.type') return [name];
  if (attributeOf(block, 'map') !== undefined) return [name];
  const map = `@@map(${JSON.stringify(rename.from)})`;
  const edit = block.kind === 'prisma.model' ? insertBlockAttributeEdit(block, map) : insertAtEnd(block, map);
  return [name, { section: block.section, edit }];
}

function fieldEdits({ from, to }: Rename, block: Block, blocks: readonly Block[]): readonly Placed[] | undefined {
  const field = block.kind === 'prisma.enum' ? undefined : fieldOf(block, from);
  if (field === undefined) return undefined;
  const { section } = field;
  const name = placed(section, field.name.span, to);
  const type = blockNameOf(field.type)?.name.value;
  const isModel = blocks.some((one) => one.kind === 'prisma.model' && one.name.value === type);
  if (isModel || attributeOf(field, 'relation') !== undefined || attributeOf(field, 'map') !== undefined) return [name];
  return [name, { section, edit: insertMapEdit(field, from) }];
}

function valueEdits({ from, to }: Rename, block: Block): readonly Placed[] | undefined {
  const value = block.kind === 'prisma.enum' ? block.values.find(({ name }) => name.value === from) : undefined;
  if (value === undefined) return undefined;
  const map = value.mapped === undefined ? ` @map(${JSON.stringify(from)})` : '';
  return [placed(block.section, value.name.span, `${to}${map}`)];
}

/** Where else the name stands: types, keys and indexes, relations, defaults, conditions of indexes. */
function useEdits(rename: Rename, owner: Block, blocks: readonly Block[]): readonly Placed[] {
  const wanted = rename.kind === 'field' ? 'field' : rename.kind === 'enum-value' ? 'enum-value' : 'type';
  const sections = new Set(blocks.map(({ section }) => section));
  const used = [...sections].flatMap((section) =>
    prismaUses(section)
      .named(rename.from)
      .filter(({ kind, block, way }) => kind === wanted && way.length === 0 && isNamed(owner, block))
      .map(({ value }) => placed(section, value.span, rename.to)),
  );
  return rename.kind === 'field' ? [...used, ...conditionEdits(rename, owner)] : used;
}

function isNamed({ name, section }: Block, { name: written, qualifier }: BlockReference): boolean {
  return written === name.value && (qualifier === undefined || qualifier === namespaceOf(section));
}

/** `where: { deletedAt: null }` of a partial index. */
function conditionEdits({ from, to }: Rename, model: Block): readonly Placed[] {
  if (model.kind !== 'prisma.model') return [];
  const attributes = [...model.attributes, ...model.fields.flatMap((field) => field.attributes)];
  const values = attributes.flatMap(({ args }) => args.map(({ value }) => value));
  return values
    .flatMap(keysOf)
    .filter(({ value }) => value === from)
    .map(({ span }) => placed(model.section, span, to));
}

function keysOf(value: PrismaValue) {
  return value.kind === 'object' ? value.entries.map(({ key }) => key) : [];
}

/** Before the closing brace, behind a blank line where the block has no attribute yet. */
function insertAtEnd({ section: { text }, body, attributes, values }: PrismaEnum, attribute: string): Edit {
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const first = values[0]?.name.span.start ?? body.start;
  const indentation = /[ \t]*$/.exec(text.slice(body.start, first))?.[0] ?? '  ';
  const lineStart = /[ \t]*$/.exec(text.slice(body.start, body.end))?.index ?? 0;
  const end = body.start + lineStart;
  return {
    span: { start: end, end },
    newText: `${attributes.length > 0 ? '' : lineBreak}${indentation}${attribute}${lineBreak}`,
  };
}

function placed(section: PrismaSection, span: Edit['span'], newText: string): Placed {
  return { section, edit: { span, newText } };
}
