import { attributeOf } from '#core/prisma/attribute.ts';
import { type FieldLine, insertFieldsEdits } from '#core/prisma/edit.ts';
import { isScalarType } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { compositeTypeOf, enumOf } from '#core/prisma/named-block.ts';
import { writtenType } from '#core/prisma/stands-for.ts';
import type { BaseScope, Fix } from '#core/rule.ts';
import { isEmptyInOldRows } from '#rules/detectors/change/empty-in-old-rows.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';

/**
 * Writes a field that is gone where it stood: so that the client no longer knows it and the column stays for a release, or as it was. A
 * required one without a default may be empty then, since rows come that have no value for it. None where its type is gone, too.
 */
export function fieldBack(
  former: PrismaField,
  before: PrismaModel,
  model: PrismaModel,
  scope: BaseScope,
): readonly Fix[] {
  if (!isTypeThere(former, scope) || model.fields.some(({ name }) => name.value === former.name.value)) return [];
  const line = lineOf(former);
  const name = former.name.value;
  const after = placeOf(former, before, model);
  const fix = (title: string, written: FieldLine): Fix =>
    prismaFix(title, 'review', model.section, ...insertFieldsEdits(model, [written], after));
  const asItWas = fix(`Bring \`${name}\` back`, line);
  if (isKey(former, before)) return [asItWas];
  const isFilled = !isEmptyInOldRows(former);
  const attributes = [line.attributes, '@ignore'].filter((text) => text !== '').join(' ');
  const ignored: FieldLine = { ...line, type: isFilled ? line.type : `${line.type}?`, attributes };
  const title = `Keep \`${name}\` for a release with \`@ignore\`${isFilled ? '' : ', optional'}`;
  return [fix(title, ignored), asItWas];
}

/** The parts of its line as they were written. */
function lineOf(field: PrismaField): FieldLine & { attributes: string } {
  const { name, isList, isOptional, attributes } = field;
  const { text } = field.section;
  return {
    name: name.value,
    type: `${writtenType(field)}${isList ? '[]' : ''}${isOptional ? '?' : ''}`,
    attributes: attributes.map(({ span }) => text.slice(span.start, span.end)).join(' '),
  };
}

/** The name of the field it stood behind and that is there still. */
function placeOf(former: PrismaField, before: PrismaModel, model: PrismaModel): string | undefined {
  const above = before.fields.slice(0, before.fields.indexOf(former)).reverse();
  return above.find(({ name }) => model.fields.some((field) => field.name.value === name.value))?.name.value;
}

function isTypeThere(field: PrismaField, scope: BaseScope): boolean {
  const name = writtenType(field);
  if (isScalarType(name) || name.startsWith('Unsupported(')) return true;
  if (field.named !== undefined) return scope.find('prisma.named-type', name) !== undefined;
  return enumOf(field, scope) !== undefined || compositeTypeOf(field, scope) !== undefined;
}

/** What tells rows apart can be neither empty nor ignored. */
function isKey(field: PrismaField, model: PrismaModel): boolean {
  if (attributeOf(field, 'id') !== undefined) return true;
  return indexesOf(model).some(
    ({ kind, fields }) => kind === 'id' && fields.some(({ value }) => value === field.name.value),
  );
}
