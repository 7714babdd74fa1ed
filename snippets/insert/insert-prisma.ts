import type { FileEdits } from '#core/fix/file-edits.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { Review } from '#core/review.ts';
import { toCamelCase } from '#core/text/casing.ts';
import { deletionFlagOf, deletionTimeOf } from '#rules/detectors/prisma/soft-delete.ts';
import type { PatternInsertion } from '#snippets/insert/pattern-insertion.ts';
import { PrismaEditing } from '#snippets/insert/prisma-editing.ts';
import {
  findSchema,
  idTypeOf,
  modelAt,
  type PrismaSchemaTarget,
  writingTarget,
} from '#snippets/insert/prisma-schema-target.ts';
import { withSchemaNames } from '#snippets/insert/schema-names.ts';
import { modelNames, type ResourceNames, replacePlaceholders } from '#snippets/placeholders.ts';
import type { Column, Members, PrismaPattern } from '#snippets/prisma-pattern.ts';

/** Puts a pattern into the Prisma schema a file belongs to: blocks at its end, fields into the model at the offset. */
export function insertPrisma(review: Review, uri: string, pattern: PrismaPattern, offset: number): PatternInsertion {
  const target = findSchema(review, uri);
  if (target === undefined) return { problem: 'The file is part of no Prisma schema.' };
  const { filled, model, problem } = prepared(pattern, target, offset);
  if (problem !== undefined) return { problem };
  const editing = new PrismaEditing(target, writingTarget(target));
  write(editing, filled, target, model);
  return outcome(editing, uri);
}

/** Why a pattern does not fit at the offset; undefined when it does. */
export function problemInSchema(
  review: Review,
  uri: string,
  pattern: PrismaPattern,
  offset: number,
): string | undefined {
  const target = findSchema(review, uri);
  return target && prepared(pattern, target, offset).problem;
}

function prepared(pattern: PrismaPattern, target: PrismaSchemaTarget, offset: number) {
  const { provider } = target;
  const model = modelAt(target.document, offset);
  const filled = withSchemaNames(fill(pattern, namesFor(pattern, target, model)), target.schema, model);
  const isUnfit = provider !== undefined && pattern.unfitFor?.includes(provider);
  const problem = isUnfit ? `It is not for ${provider}.` : problemWith(filled, target, model);
  return { filled, model, problem };
}

function write(
  editing: PrismaEditing,
  { blocks = [], support = [], members, otherMembers = {} }: PrismaPattern,
  { schema, document }: PrismaSchemaTarget,
  model: PrismaModel | undefined,
): void {
  const added = model === undefined || members === undefined ? undefined : withoutPresent(members, model);
  if (model !== undefined && added !== undefined) editing.addMembers(document.uri, model.name.value, added);
  for (const block of blocks) editing.addBlock(document.uri, block);
  for (const block of support) {
    const wasRelated = added !== undefined && leadsTo(members, block.name) && !leadsTo(added, block.name);
    const columns = wasRelated ? [] : (otherMembers[block.name] ?? []);
    const other = schema.find('prisma.model', block.name, '');
    if (other !== undefined && columns.length > 0) editing.addMembers(other.section.uri, block.name, { columns });
    if (other === undefined) editing.addBlock(document.uri, { ...block, columns: [...block.columns, ...columns] });
  }
}

/** True where there is a relation to the model among new fields: its other side is new then, too. */
function leadsTo(members: Members | undefined, name: string): boolean {
  return (members?.columns ?? []).some(
    ({ type }) => typeof type !== 'string' && type.kind === 'one' && type.model === name,
  );
}

/** Why a pattern does not fit; undefined when it does. */
function problemWith(
  { blocks = [], members, otherMembers = {} }: PrismaPattern,
  { schema }: PrismaSchemaTarget,
  model: PrismaModel | undefined,
): string | undefined {
  const taken = blocks.find(({ name, kind }) => schema.find(`prisma.${kind}`, name) !== undefined);
  if (taken !== undefined) return `The schema has ${taken.name} already.`;
  if (members === undefined) return undefined;
  if (model === undefined) return 'Place the cursor in the model it is for.';
  if (Object.hasOwn(otherMembers, model.name.value))
    return `Place the cursor in a model other than ${model.name.value}.`;
  const added = withoutPresent(members, model);
  if (added.columns.length === 0) return `${model.name.value} has these fields already.`;
  const related = Object.keys(otherMembers).find(
    (name) => leadsTo(added, name) && model.fields.some(({ type }) => type.value === name),
  );
  if (related !== undefined) return `${model.name.value} has a relation to ${related} already.`;
  const others = Object.keys(otherMembers).flatMap((name) => schema.find('prisma.model', name, '') ?? []);
  const keyless = [model, ...others].find((one) => needsId(members, one, otherMembers) && idTypeOf(one) === undefined);
  return keyless && `${keyless.name.value} has no single field marked @id that a foreign key could point at.`;
}

function needsId(
  { columns }: Members,
  { name }: PrismaModel,
  otherMembers: { readonly [model: string]: readonly Column[] },
): boolean {
  const refersToIt = columns.some(
    ({ type }) => typeof type !== 'string' && type.kind === 'id of' && type.model === name.value,
  );
  return refersToIt || Object.keys(otherMembers).length > 0;
}

/** Without the fields the model has, and without attributes on fields it would not have. */
function withoutPresent({ columns, attributes = [] }: Members, model: PrismaModel): Members {
  const present = new Set(model.fields.map(({ name }) => name.value));
  // A deleted row would still hold what is unique.
  const isHeld = deletionTimeOf(model) !== undefined || deletionFlagOf(model) !== undefined;
  const unique = isHeld ? attributes.filter(({ name }) => name === 'unique') : [];
  const kept = attributes.filter((attribute) => !unique.includes(attribute));
  const isOnlyUnique = (column: Column): boolean =>
    column.type === 'string' && unique.some(({ fields }) => fields.includes(column.name));
  const missing = columns.filter((column) => !present.has(column.name) && !isOnlyUnique(column));
  const all = new Set([...present, ...missing.map(({ name }) => name)]);
  return { columns: missing, attributes: kept.filter(({ fields }) => fields.every((field) => all.has(field))) };
}

function namesFor(
  { blocks = [], hasExampleNames }: PrismaPattern,
  { schema }: PrismaSchemaTarget,
  model: PrismaModel | undefined,
): ResourceNames {
  if (!hasExampleNames) return modelNames(model?.name.value ?? 'Item');
  for (let number = 1; ; number++) {
    const names = modelNames(number === 1 ? 'Item' : `Item${number}`);
    const isFree = blocks.every(({ name }) => schema.find('prisma.model', fillText(name, names), '') === undefined);
    if (isFree) return names;
  }
}

function outcome(editing: PrismaEditing, uri: string): PatternInsertion {
  const files: readonly FileEdits[] = editing.files();
  const cursor = editing.firstPlaceIn(uri);
  return { files, ...(cursor === undefined ? {} : { cursor }) };
}

/** The pattern with names in place of its placeholders. */
function fill(pattern: PrismaPattern, names: ResourceNames): PrismaPattern {
  // The same shape comes back: only texts are changed.
  return JSON.parse(fillText(JSON.stringify(pattern), names));
}

function fillText(text: string, names: ResourceNames): string {
  return replacePlaceholders(text, (form) => (form === 'variable' ? toCamelCase(names.singular) : names[form]));
}
