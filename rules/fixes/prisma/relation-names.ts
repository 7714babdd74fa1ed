import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { bareType } from '#core/prisma/named-block.ts';
import { relationOf } from '#core/prisma/relation.ts';
import { toCamelCase, toPascalCase, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { keyNameOf } from '#rules/detectors/prisma/foreign-key-name.ts';
import {
  backName,
  forwardName,
  isPluralKnown,
  type RelationStyle,
  secondBackName,
} from '#rules/detectors/prisma/relation-style.ts';

/** What the two sides of a new relation are called. */
export interface RelationNames {
  readonly own: string;
  readonly back: string;
  /** There is one row on the other side. */
  readonly isOne: boolean;
  /** In quotes and with a comma, where it needs a name of its own; else empty. */
  readonly relation: string;
}

/** Undefined where a name is taken, or its plural not known. */
export function relationNames(
  field: PrismaField,
  model: PrismaModel,
  target: PrismaModel,
  style: RelationStyle,
  siblings: readonly PrismaModel[],
): RelationNames | undefined {
  const stem = keyNameOf(field)?.stem ?? [];
  const isOne = isUniqueAlone(model, field.name.value);
  const needsName = model === target || hasRelation(model, target);
  const own = [stem, [...stem, ...singularWords(target)]]
    .map((words) => forwardName(words, target, style))
    .find((name) => !hasField(model, name));
  const usual = backName(model, isOne, style);
  const back = needsName ? namedBack(stem, usual, model === target, style) : usual;
  const isTaken = own === undefined || own === back || hasField(target, back);
  if (stem.length === 0 || isTaken || !isPluralKnown(model, isOne, style, siblings)) return undefined;
  return { own, back, isOne, relation: needsName ? `${JSON.stringify(nameLike(stem, model, siblings))}, ` : '' };
}

/** `staff member` of `staff_members`: the relation leads to one. */
function singularWords({ name }: PrismaModel): readonly string[] {
  const words = wordsOf(name.value);
  return [...words.slice(0, -1), singularOf(words.at(-1) ?? '')];
}

function namedBack(stem: readonly string[], usual: string, isSelf: boolean, style: RelationStyle): string {
  return isSelf && stem[0] === 'parent' ? 'children' : secondBackName(stem, usual, style);
}

/** The name of the relation as others are written: with a capital, or without. */
function nameLike(stem: readonly string[], { name }: PrismaModel, siblings: readonly PrismaModel[]): string {
  const names = siblings.flatMap(({ fields }) => fields.flatMap((field) => relationOf(field)?.name?.value ?? []));
  const isLower = names.filter((one) => /^[a-z]/.test(one)).length * 2 > names.length;
  const words = stem.join('_');
  return isLower ? toCamelCase(`${name.value}_${words}`) : toPascalCase(`${name.value}_${words}`);
}

function isUniqueAlone(model: PrismaModel, column: string): boolean {
  return indexesOf(model).some(
    ({ kind, fields, where }) =>
      (kind === 'unique' || kind === 'id') && where === undefined && fields.length === 1 && fields[0]?.value === column,
  );
}

function hasField({ fields }: PrismaModel, name: string): boolean {
  return fields.some((field) => field.name.value === name);
}

function hasRelation(model: PrismaModel, target: PrismaModel): boolean {
  const leads = (from: PrismaModel, to: PrismaModel): boolean =>
    from.fields.some((field) => bareType(field) === to.name.value);
  return leads(model, target) || leads(target, model);
}
