import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf, mappedName } from '#core/prisma/field.ts';
import type { PrismaAttribute, PrismaDocument, PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { writtenType } from '#core/prisma/stands-for.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { Review } from '#core/review.ts';
import { toSnakeCase } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { isRelationModePrisma } from '#rules/detectors/prisma/indexed-by-database.ts';
import { mostCommon } from '#rules/detectors/prisma/sibling-models.ts';
import {
  type IdType,
  type KeyType,
  keyOf,
  modelPlaceholder,
  type PrismaTarget,
} from '#snippets/render/prisma-fields.ts';

/** The schema a pattern is put into, and the open file of it. */
export interface PrismaSchemaTarget {
  readonly schema: PrismaSchema;
  readonly document: PrismaDocument;
  readonly provider: Provider | undefined;
}

/** Undefined for a file that is no part of a Prisma schema. */
export function findSchema({ workspace }: Review, uri: string): PrismaSchemaTarget | undefined {
  const document = documentOfKind(workspace, uri, 'prisma');
  const schema = document && workspace.schemas.find(({ documents }) => documents.includes(document));
  return document && schema && { schema, document, provider: providerOf(schema.all('prisma.datasource')) };
}

/** The model an offset stands in, comments before it not counted. */
export function modelAt({ sections, starts }: PrismaDocument, offset: number): PrismaModel | undefined {
  for (const [index, section] of sections.entries()) {
    const start = starts[index] ?? 0;
    const model = section.nodes.find(
      (node) => node.kind === 'prisma.model' && start + node.span.start <= offset && offset <= start + node.span.end,
    );
    if (model?.kind === 'prisma.model' && !model.isView) return model;
  }
  return undefined;
}

/** What fields have to follow to fit the schema. */
export function writingTarget({ schema, provider }: PrismaSchemaTarget): PrismaTarget {
  const key = keyType(schema);
  return {
    provider,
    momentAttribute: usualNativeType(schema, ({ type }) => type.value === 'DateTime'),
    textAttribute: usualNativeType(schema, isText),
    isRelationMode: isRelationModePrisma(schema.all('prisma.datasource')),
    key,
    idTypeOf: (name) => {
      const model = schema.find('prisma.model', name, '');
      return model === undefined ? key && keyOf(key, name) : idTypeOf(model);
    },
  };
}

/** How most models write the key that is made with the row: `id String @id @default(cuid())`. */
function keyType(schema: PrismaSchema): KeyType | undefined {
  const keys = schema.all('prisma.model').flatMap((model): readonly KeyType[] => {
    const field = model.fields.find((one) => attributeOf(one, 'id') !== undefined && isOwnKey(one, model));
    if (field === undefined || model.isView) return [];
    const texts = field.attributes.flatMap((attribute) => keyPart(attribute, field, model));
    return [
      {
        name: nameWithoutModel(field, model),
        type: writtenType(field),
        attributes: texts.join(' '),
        nativeType: nativeType(field),
      },
    ];
  });
  return mostCommon(keys, ({ name, type, attributes }) => `${name} ${type} ${attributes}`);
}

/** True for a key that is no foreign key; without a default only where it is a text: a number would have to be counted. */
function isOwnKey(field: PrismaField, model: PrismaModel): boolean {
  if (defaultOf(field)?.kind === 'call') return true;
  const isForeign = foreignKeysOf(model).some(({ fields }) => fields.some(({ value }) => value === field.name.value));
  return field.type.value === 'String' && defaultOf(field) === undefined && !isForeign;
}

/** `⟦model⟧_id` for the key `user_id` of the model `users`. */
function nameWithoutModel({ name: { value } }: PrismaField, model: PrismaModel): string {
  if (!isCalledAfter(value, model)) return value;
  return `${modelPlaceholder}${value.includes('_') ? '_id' : 'Id'}`;
}

/** True for `user_id` and `userId` in `users` and `User`. */
function isCalledAfter(key: string, { name }: PrismaModel): boolean {
  const own = toSnakeCase(name.value).split('_');
  const singular = [...own.slice(0, -1), singularOf(own.at(-1) ?? '')].join('_');
  return [`${singular}_id`, `${own.join('_')}_id`].includes(toSnakeCase(key));
}

/** A String that is no key and no foreign key. */
function isText({ type, attributes, name }: PrismaField): boolean {
  return type.value === 'String' && !attributes.some((one) => one.name.value === 'id') && !/id$/i.test(name.value);
}

/** As written; the name of a column that is called after the model with the placeholder, any other one left out: `_id` and `id` stay. */
function keyPart(attribute: PrismaAttribute, field: PrismaField, model: PrismaModel): readonly string[] {
  const column = mappedName(field)?.value ?? '';
  if (attribute.name.value !== 'map' || column === '_id' || column === 'id') return [textOf(attribute, field)];
  return isCalledAfter(column, model) ? [`@map("${modelPlaceholder}_id")`] : [];
}

function textOf({ span }: PrismaAttribute, { section }: PrismaField): string {
  return section.text.slice(span.start, span.end);
}

/** The single field that is a model's primary key; undefined without one. */
export function idTypeOf(model: PrismaModel): IdType | undefined {
  const field = model.fields.find(({ attributes }) => attributes.some(({ name }) => name.value === 'id'));
  return field && { name: field.name.value, type: writtenType(field), nativeType: nativeType(field) };
}

function nativeType({ section, attributes }: PrismaField): string {
  const native = attributes.find(({ name }) => /^\w+\./.test(name.value));
  return native === undefined ? '' : section.text.slice(native.span.start, native.span.end);
}

/** The native type more than half of such fields have; empty for none. */
function usualNativeType(schema: PrismaSchema, isMeant: (field: PrismaField) => boolean): string {
  const types = schema.all('prisma.model').flatMap(({ fields }) => fields.filter(isMeant).map(nativeType));
  const most = mostCommon(types, (type) => type) ?? '';
  return types.filter((type) => type === most).length * 2 > types.length ? most : '';
}
