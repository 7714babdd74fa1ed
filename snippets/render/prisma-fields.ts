import type { FieldLine } from '#core/prisma/edit.ts';
import type { Provider } from '#core/prisma/provider.ts';
import { toCamelCase, toSnakeCase } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import type { BlockAttribute, Column, ColumnType } from '#snippets/prisma-pattern.ts';

/** The schema that fields are written for. */
export interface PrismaTarget {
  /** Undefined: only what every relational database can do. */
  readonly provider: Provider | undefined;
  /** The native type its fields of type DateTime have: `@db.Timestamptz(3)`; empty for none. */
  readonly momentAttribute: string;
  /** The native type its texts have: `@db.VarChar(255)`; empty for none. */
  readonly textAttribute: string;
  /** True with `relationMode = "prisma"`. */
  readonly isRelationMode: boolean;
  /** The primary key most models of the schema have; undefined without one. */
  readonly key: KeyType | undefined;
  /** How the foreign key of a model is typed; undefined for a model that is not there yet. */
  readonly idTypeOf: (model: string) => IdType | undefined;
}

/** A primary key that is made when the row is. */
export interface KeyType {
  /** Where keys are called after their models, with `modelPlaceholder` in place of the model. */
  readonly name: string;
  readonly type: string;
  /** As written: `@id @default(uuid()) @db.Uuid`. */
  readonly attributes: string;
  /** The native type: `@db.Uuid`; empty for none. */
  readonly nativeType: string;
}

export interface IdType {
  readonly type: string;
  /** The native type: `@db.Uuid`; empty for none. */
  readonly nativeType: string;
  /** The field's name. */
  readonly name: string;
}

/** A target that nothing is known of. */
export const portableTarget: PrismaTarget = {
  provider: undefined,
  momentAttribute: '',
  textAttribute: '',
  isRelationMode: false,
  key: undefined,
  idTypeOf: () => undefined,
};

/** Stands for a model in the name of its key. */
export const modelPlaceholder = '⟦model⟧';

/** The key as a model has it. */
export function keyOf(key: KeyType, model: string): KeyType {
  const words = toSnakeCase(model).split('_');
  const singular = [...words.slice(0, -1), singularOf(words.at(-1) ?? '')].join('_');
  const name = key.name.replace(modelPlaceholder, singular);
  const isCamel = key.name !== name && !key.name.includes('_');
  return {
    ...key,
    name: isCamel ? toCamelCase(name) : name,
    attributes: key.attributes.replace(modelPlaceholder, singular),
  };
}

/** The parts of a column's line. */
export function fieldLine(column: Column, target: PrismaTarget): FieldLine {
  const { name, type, isOptional, attributes = '', mapped, line } = column;
  if (line !== undefined) return line;
  if (type === 'key' && target.key !== undefined) return target.key;
  const written = typeText(type, target);
  const parts = [
    written.relation ?? '',
    defaultFor(written.type, attributes),
    mapped === undefined ? '' : `@map("${mapped}")`,
    written.nativeType ?? '',
  ];
  return {
    name,
    type: written.type + (isOptional ? '?' : ''),
    attributes: parts.filter((part) => part !== '').join(' '),
  };
}

/** `@@index([a, b])` */
export function blockAttribute({ name, fields }: BlockAttribute): string {
  return `@@${name}([${fields.join(', ')}])`;
}

interface TypeText {
  readonly type: string;
  /** What makes it a key or a relation. */
  readonly relation?: string;
  readonly nativeType?: string;
}

const relational: ReadonlySet<Provider | undefined> = new Set(['postgresql', 'mysql', 'sqlserver', 'cockroachdb']);

function typeText(type: ColumnType, target: PrismaTarget): TypeText {
  if (typeof type !== 'string') return relationText(type, target);
  const { provider } = target;
  switch (type) {
    case 'key':
      return { type: 'String', relation: keyAttributes(provider) };
    case 'string':
      return { type: 'String', nativeType: target.textAttribute };
    case 'integer':
      return { type: 'Int' };
    case 'moment':
      return { type: 'DateTime', nativeType: target.momentAttribute };
    case 'json':
      return provider === 'sqlserver' ? { type: 'String', nativeType: '@db.NVarChar(Max)' } : { type: 'Json' };
    case 'amount':
      return { type: 'Decimal', nativeType: relational.has(provider) ? '@db.Decimal(19, 4)' : '' };
    case 'currency':
      return { type: 'String', nativeType: relational.has(provider) ? '@db.Char(3)' : '' };
    default:
      return type satisfies never;
  }
}

function relationText(type: Exclude<ColumnType, string>, target: PrismaTarget): TypeText {
  switch (type.kind) {
    case 'enum':
      return { type: target.provider === 'sqlserver' ? 'String' : type.name };
    case 'id of': {
      const id = target.idTypeOf(type.model);
      return id === undefined
        ? { type: 'String', nativeType: keyNativeType(target.provider) }
        : { type: id.type, nativeType: id.nativeType };
    }
    case 'one':
      return { type: type.model, relation: `@relation(${relationArguments(type, target)})` };
    case 'many':
      return {
        type: `${type.model}[]`,
        ...(type.relation !== undefined && { relation: `@relation("${type.relation}")` }),
      };
    default:
      return type satisfies never;
  }
}

function relationArguments(type: Extract<ColumnType, { kind: 'one' }>, target: PrismaTarget): string {
  const { relation, foreignKey, model } = type;
  const references = target.idTypeOf(model)?.name ?? 'id';
  return [
    ...(relation === undefined ? [] : [`"${relation}"`]),
    `fields: [${foreignKey}]`,
    `references: [${references}]`,
    ...actions(type, target),
  ].join(', ');
}

/** SQL Server knows no Restrict and no circles; MongoDB, and Prisma in place of the database, ask for no spreading in a circle. */
function actions(
  { onDelete, relation }: Extract<ColumnType, { kind: 'one' }>,
  { provider, isRelationMode }: PrismaTarget,
): readonly string[] {
  const isSelfRelation = relation !== undefined;
  if (isSelfRelation && (provider === 'mongodb' || (provider === 'sqlserver' && !isRelationMode)))
    return ['onDelete: NoAction', 'onUpdate: NoAction'];
  if (isSelfRelation && isRelationMode) return ['onDelete: Restrict', 'onUpdate: Restrict'];
  return [`onDelete: ${provider === 'sqlserver' && onDelete === 'Restrict' ? 'NoAction' : onDelete}`];
}

function keyAttributes(provider: Provider | undefined): string {
  if (provider === 'mongodb') return '@id @default(auto()) @map("_id") @db.ObjectId';
  const nativeType = keyNativeType(provider);
  return `@id @default(uuid())${nativeType === '' ? '' : ` ${nativeType}`}`;
}

function keyNativeType(provider: Provider | undefined): string {
  switch (provider) {
    case 'postgresql':
    case 'cockroachdb':
      return '@db.Uuid';
    case 'sqlserver':
      return '@db.UniqueIdentifier';
    case 'mongodb':
      return '@db.ObjectId';
    case 'mysql':
    case 'sqlite':
    case undefined:
      return '';
    default:
      return provider satisfies never;
  }
}

/** The value of an enum that has become text is text. */
function defaultFor(type: string, attributes: string): string {
  return type === 'String' ? attributes.replace(/@default\(([A-Z]\w*)\)/, '@default("$1")') : attributes;
}
