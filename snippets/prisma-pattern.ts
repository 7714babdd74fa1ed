import type { FieldLine } from '#core/prisma/edit.ts';
import type { Provider } from '#core/prisma/provider.ts';
import type { PatternInfo } from '#snippets/pattern-info.ts';

/** Texts may hold placeholders (placeholders.ts); `⟦singular⟧` is the model under the cursor. */
export interface PrismaPattern extends PatternInfo {
  readonly language: 'prisma';
  /** Databases that lack what it needs. */
  readonly unfitFor?: readonly Provider[];
  /** Where it is written as a contributed snippet. */
  readonly context: 'schema' | 'model';
  /** Blocks put at the end of the schema; refused when one of their names is taken. */
  readonly blocks?: readonly PrismaBlock[];
  /** The names of the blocks are examples: a taken one gets a number. */
  readonly hasExampleNames?: true;
  /** Models other parts refer to, put at the end where the schema has none of that name. */
  readonly support?: readonly ModelBlock[];
  /** What the model under the cursor is given. */
  readonly members?: Members;
  /** What the models of `support` are given, by name. */
  readonly otherMembers?: { readonly [model: string]: readonly Column[] };
}

export interface Members {
  readonly columns: readonly Column[];
  readonly attributes?: readonly BlockAttribute[];
}

/** `@@index([a, b])`; left out of a model that has not all of its fields. */
export interface BlockAttribute {
  readonly name: 'index' | 'unique' | 'id';
  readonly fields: readonly string[];
}

export type PrismaBlock = ModelBlock | EnumBlock;

export interface ModelBlock extends Members {
  readonly kind: 'model';
  readonly name: string;
  readonly documentation?: string;
  /** The fields of a composite primary key. */
  readonly key?: readonly string[];
  /** What the table is called where not like the model. */
  readonly table?: string;
}

export interface EnumBlock {
  readonly kind: 'enum';
  readonly name: string;
  readonly documentation?: string;
  readonly values: readonly string[];
}

/** A field; how its type is written depends on the database (prisma-fields.ts). */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly isOptional?: true;
  /** Beside those that the type brings: `@default(now())`. */
  readonly attributes?: string;
  /** What the column is called where not like the field. */
  readonly mapped?: string;
  /** How the schema writes it, name and all; everything else is left aside. */
  readonly line?: FieldLine;
  /** A comment on a line above it. */
  readonly documentation?: string;
}

export type ColumnType =
  /** `key` is a primary key the client makes; `currency` an ISO 4217 code; `moment` a point in time. */
  | 'key'
  | 'string'
  | 'integer'
  | 'moment'
  | 'json'
  | 'amount'
  | 'currency'
  | { readonly kind: 'enum'; readonly name: string }
  /** A foreign key: the type of the other model's id. */
  | { readonly kind: 'id of'; readonly model: string }
  /** The side of a relation that holds the foreign key. */
  | {
      readonly kind: 'one';
      readonly model: string;
      readonly foreignKey: string;
      readonly onDelete: 'Cascade' | 'Restrict';
      readonly relation?: string;
    }
  | { readonly kind: 'many'; readonly model: string; readonly relation?: string };
