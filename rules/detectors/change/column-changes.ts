import { attributeText } from '#core/prisma/attribute.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { BaseScope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { foundOnce, unnoted } from '#core/work/note-read.ts';
import { columnNameOf, formerModel } from '#rules/detectors/change/former-model.ts';
import { columnsOf } from '#rules/detectors/prisma/model-columns.ts';

/** A column and what it was. */
export interface ColumnPair {
  readonly former: PrismaField;
  readonly field: PrismaField;
}

/** What became of the columns of a table. */
export interface ColumnChanges {
  readonly former: PrismaModel;
  /** The same column, whatever the field is called. */
  readonly kept: readonly ColumnPair[];
  /** The same field, and another column. */
  readonly mapped: readonly ColumnPair[];
  /** A column that is gone, and the one new one that is like it. */
  readonly renamed: readonly ColumnPair[];
  readonly added: readonly PrismaField[];
  readonly removed: readonly PrismaField[];
}

/** Undefined where the model is new, has another table, or where some of its columns are not known. */
export function columnChanges(model: PrismaModel, scope: BaseScope): ColumnChanges | undefined {
  return foundOnce(columnChanges, model, () => {
    const before = formerModel(model, scope);
    return before === undefined || before.likeness === 'name' ? undefined : changesSince(before.model, model, scope);
  });
}

/** What became of the columns of one model in another; undefined where some of them are not known. */
export function changesSince(former: PrismaModel, model: PrismaModel, scope: BaseScope): ColumnChanges | undefined {
  const now = columnsOf(model, scope)?.columns;
  const then = unnoted(() => columnsOf(former, scope.base))?.columns;
  if (now === undefined || then === undefined) return undefined;
  const byColumn = new Map(then.map((field) => [columnNameOf(field), field]));
  // Of columns that are there twice nobody knows which is meant.
  if (byColumn.size < then.length || new Set(now.map(columnNameOf)).size < now.length) return undefined;
  const kept = pairs(now, (field) => byColumn.get(columnNameOf(field)));
  const isLeft =
    ({ former: paired, field }: ColumnPair) =>
    (each: PrismaField) =>
      each !== paired && each !== field;
  const left = (fields: readonly PrismaField[], done: readonly ColumnPair[]) =>
    fields.filter((each) => done.every((pair) => isLeft(pair)(each)));
  const [news, olds] = [left(now, kept), left(then, kept)];
  const mapped = pairs(news, (field) => olds.find((each) => each.name.value === field.name.value));
  const [added, removed] = [left(news, mapped), left(olds, mapped)];
  const renamed = renamedAmong(added, removed);
  return { former, kept, mapped, renamed, added: left(added, renamed), removed: left(removed, renamed) };
}

function pairs(
  fields: readonly PrismaField[],
  formerOf: (field: PrismaField) => PrismaField | undefined,
): readonly ColumnPair[] {
  return fields.flatMap((field) => {
    const former = formerOf(field);
    return former === undefined ? [] : [{ former, field }];
  });
}

/** One that is gone and one that is new, where either is like no other. Where more than one is gone their names have a word in common. */
function renamedAmong(added: readonly PrismaField[], removed: readonly PrismaField[]): readonly ColumnPair[] {
  return added.flatMap((field) => {
    const like = removed.filter(
      (former) => isLike(field, former) && (removed.length === 1 || haveWordInCommon(field, former)),
    );
    const [former] = like;
    const isMutual = former !== undefined && added.filter((each) => isLike(each, former)).length === 1;
    return former !== undefined && like.length === 1 && isMutual ? [{ former, field }] : [];
  });
}

function haveWordInCommon(a: PrismaField, b: PrismaField): boolean {
  const words = namingWords(b);
  return namingWords(a).some((word) => words.includes(word));
}

/** They say of what kind a column is, not what it holds. */
const kindWords = new Set(['id', 'ids', 'uuid', 'at', 'on', 'by', 'is', 'has', 'to', 'of']);

function namingWords(field: PrismaField): readonly string[] {
  return [...wordsOf(field.name.value), ...wordsOf(columnNameOf(field))].filter((word) => !kindWords.has(word));
}

/** The same type and the same attributes. */
function isLike(a: PrismaField, b: PrismaField): boolean {
  return (
    a.type.value === b.type.value &&
    a.isList === b.isList &&
    a.isOptional === b.isOptional &&
    attributesOf(a) === attributesOf(b)
  );
}

function attributesOf(field: PrismaField): string {
  const written = [...field.attributes, ...(field.named?.attributes ?? [])].filter(({ name }) => name.value !== 'map');
  return written
    .map((attribute) => attributeText(field, attribute))
    .sort()
    .join(' ');
}
