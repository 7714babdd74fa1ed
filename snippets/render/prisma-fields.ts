import type { FieldLine } from '#core/prisma/edit.ts';
import type { Provider } from '#core/prisma/provider.ts';
import type { BlockAttribute, Column, ColumnType } from '#snippets/prisma-pattern.ts';

/** The schema that fields are written for. */
export interface PrismaTarget {
  /** Undefined: only what every relational database can do. */
  readonly provider: Provider | undefined;
  /** The native type its fields of type DateTime have: `@db.Timestamptz(3)`; empty for none. */
  readonly momentAttribute: string;
  /** How the foreign key of a model is typed; undefined for a model that is not there yet. */
  readonly idTypeOf: (model: string) => IdType | undefined;
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
  idTypeOf: () => undefined,
};

/** The parts of a column's line. */
export function fieldLine({ name, type, isOptional, attributes = '' }: Column, target: PrismaTarget): FieldLine {
  const written = typeText(type, target);
  const suffix = isOptional ? '?' : '';
  return {
    name,
    type: written.type + suffix,
    attributes: [written.attributes, defaultFor(written.type, attributes)].filter((part) => part !== '').join(' '),
  };
}

/** `@@index([a, b])` */
export function blockAttribute({ name, fields }: BlockAttribute): string {
  return `@@${name}([${fields.join(', ')}])`;
}

interface TypeText {
  readonly type: string;
  readonly attributes: string;
}

const relational: ReadonlySet<Provider | undefined> = new Set(['postgresql', 'mysql', 'sqlserver', 'cockroachdb']);

function typeText(type: ColumnType, target: PrismaTarget): TypeText {
  if (typeof type !== 'string') return relationText(type, target);
  const { provider } = target;
  switch (type) {
    case 'key':
      return { type: 'String', attributes: keyAttributes(provider) };
    case 'string':
      return { type: 'String', attributes: '' };
    case 'integer':
      return { type: 'Int', attributes: '' };
    case 'moment':
      return { type: 'DateTime', attributes: target.momentAttribute };
    case 'json':
      return provider === 'sqlserver'
        ? { type: 'String', attributes: '@db.NVarChar(Max)' }
        : { type: 'Json', attributes: '' };
    case 'amount':
      return { type: 'Decimal', attributes: relational.has(provider) ? '@db.Decimal(19, 4)' : '' };
    case 'currency':
      return { type: 'String', attributes: relational.has(provider) ? '@db.Char(3)' : '' };
    default:
      return type satisfies never;
  }
}

function relationText(type: Exclude<ColumnType, string>, target: PrismaTarget): TypeText {
  switch (type.kind) {
    case 'enum':
      return { type: target.provider === 'sqlserver' ? 'String' : type.name, attributes: '' };
    case 'id of': {
      const id = target.idTypeOf(type.model);
      return id === undefined
        ? { type: 'String', attributes: keyNativeType(target.provider) }
        : { type: id.type, attributes: id.nativeType };
    }
    case 'one':
      return { type: type.model, attributes: `@relation(${relationArguments(type, target)})` };
    case 'many':
      return {
        type: `${type.model}[]`,
        attributes: type.relation === undefined ? '' : `@relation("${type.relation}")`,
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
    ...actions(type, target.provider),
  ].join(', ');
}

/** SQL Server knows no Restrict and no circles; MongoDB asks for no action in a circle. */
function actions(
  { onDelete, relation }: Extract<ColumnType, { kind: 'one' }>,
  provider: Provider | undefined,
): readonly string[] {
  const isSelfRelation = relation !== undefined;
  if (isSelfRelation && (provider === 'sqlserver' || provider === 'mongodb')) {
    return ['onDelete: NoAction', 'onUpdate: NoAction'];
  }
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
