import type { ByKind } from '#core/node.ts';
import type { DocumentBase, SectionBase, SectionId } from '#core/text/section.ts';
import type { Located, Span } from '#core/text/span.ts';

export type PrismaDialect = 'prisma7' | 'prisma8';

/**
 * One block of a Prisma schema (with the comments and blank lines before it), or the rest of the file after the last one.
 */
export interface PrismaSection extends SectionBase {
  readonly kind: 'prisma';
  /** `<uri>#model:User`; a second block of the same name gets `~2`, trivia after the last block `<uri>#end`. */
  readonly id: SectionId;
  readonly dialect: PrismaDialect;
  /** Of Prisma 8: what its blocks stand in; undefined where they stand in none. */
  readonly namespace: PrismaNamespace | undefined;
  /** Of Prisma 8: where its named types stand; undefined where it is no such block. */
  readonly types: PrismaTypesBlock | undefined;
  readonly nodes: readonly PrismaNode[];
}

/** `namespace auth { … }`: several of one name are one. */
export interface PrismaNamespace {
  readonly name: Located<string>;
  /** From its keyword to its closing brace. */
  readonly span: Span;
}

/** `types { … }`: it has no name of its own. */
export interface PrismaTypesBlock {
  readonly keyword: Span;
  /** From its keyword to its closing brace. */
  readonly span: Span;
}

/** A Prisma file cut into blocks. */
export interface PrismaDocument extends DocumentBase {
  readonly kind: 'prisma';
  readonly dialect: PrismaDialect;
  readonly sections: readonly PrismaSection[];
}

/** What every Prisma view has. */
export interface PrismaView {
  readonly section: PrismaSection;
  /** The whole thing: for a block from its keyword to its closing brace, for a field its line without comments and break. */
  readonly span: Span;
  /** Where a finding about the whole thing is shown: its name. */
  readonly anchor: Span;
  /** The text of `///` and block comments before it (and on its own line), without marks; empty when there is none. */
  readonly documentation: string;
}

interface PrismaBlock extends PrismaView {
  readonly name: Located<string>;
  /** Between the braces, from after the opening line's break to before the closing brace. */
  readonly body: Span;
}

/** A `model`; `isView` for a `view` block. */
export interface PrismaModel extends PrismaBlock {
  readonly kind: 'prisma.model';
  readonly isView: boolean;
  readonly fields: readonly PrismaField[];
  /** `@@id`, `@@unique`, `@@index`, `@@map` … in order. */
  readonly attributes: readonly PrismaAttribute[];
}

export interface PrismaField extends PrismaView {
  readonly kind: 'prisma.field';
  readonly name: Located<string>;
  /** The model the field belongs to, or the composite type's name. */
  readonly model: Located<string>;
  /** `String`, `User`, `Unsupported("circle")` or, in Prisma 8, `pgvector.Vector(1536)`; without `[]` and `?`. */
  readonly type: Located<string>;
  readonly isList: boolean;
  readonly isOptional: boolean;
  /** Those that are written at it. */
  readonly attributes: readonly PrismaAttribute[];
  /** Where its type is a named type, as rules see it: `type` is what that stands for. */
  readonly named?: NamedTypeUse;
}

/** A named type as the type of a field. */
export interface NamedTypeUse {
  /** As it is written. */
  readonly name: string;
  /** What the named type says that the field does not say itself. */
  readonly attributes: readonly PrismaAttribute[];
}

/** `@id`, `@db.VarChar(10)`, `@@index([a, b])` … `name` is without the `@`s: `id`, `db.VarChar`, `index`. */
export interface PrismaAttribute {
  readonly name: Located<string>;
  readonly span: Span;
  readonly args: readonly PrismaArgument[];
  /** Its text, where it comes from a named type: that stands elsewhere. */
  readonly written?: string;
}

export interface PrismaArgument {
  readonly name: Located<string> | undefined;
  readonly value: PrismaValue;
  readonly span: Span;
}

export type PrismaValue =
  | { readonly kind: 'string'; readonly span: Span; readonly value: string }
  | { readonly kind: 'number'; readonly span: Span; readonly value: string }
  | { readonly kind: 'path'; readonly span: Span; readonly value: string }
  | { readonly kind: 'call'; readonly span: Span; readonly name: string; readonly args: readonly PrismaArgument[] }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly PrismaValue[] }
  | {
      readonly kind: 'object';
      readonly span: Span;
      readonly entries: readonly { readonly key: Located<string>; readonly value: PrismaValue }[];
    };

/** An `enum` block. */
export interface PrismaEnum extends PrismaBlock {
  readonly kind: 'prisma.enum';
  readonly values: readonly PrismaEnumValue[];
  readonly attributes: readonly PrismaAttribute[];
}

export interface PrismaEnumValue {
  readonly name: Located<string>;
  readonly span: Span;
  /** The name in the database where `@map` gives one. */
  readonly mapped: string | undefined;
}

/** A composite `type` block (MongoDB). */
export interface PrismaCompositeType extends PrismaBlock {
  readonly kind: 'prisma.type';
  readonly fields: readonly PrismaField[];
}

/** `Email = String @db.VarChar(191)`, in a `types` block of Prisma 8. Whatever namespace a field stands in, it may be its type. */
export interface PrismaNamedType extends PrismaView {
  readonly kind: 'prisma.named-type';
  readonly name: Located<string>;
  /** What it stands for, as the type of a field: `String`, `VarChar(191)`, the name of an enum. */
  readonly type: Located<string>;
  readonly isList: boolean;
  readonly isOptional: boolean;
  readonly attributes: readonly PrismaAttribute[];
}

/** A block of Prisma 8 whose keyword an extension brings along. Its name may be the type of a field; what stands in it nobody reads. */
export interface PrismaExtensionBlock extends PrismaBlock {
  readonly kind: 'prisma.extension-block';
  readonly keyword: string;
}

/** A `datasource` block. */
export interface PrismaDatasource extends PrismaBlock {
  readonly kind: 'prisma.datasource';
  /** `postgresql`, `mysql`, `sqlite`, `sqlserver`, `mongodb`, `cockroachdb`; undefined when not a literal. */
  readonly provider: Located<string> | undefined;
  readonly relationMode: Located<string> | undefined;
  readonly settings: readonly PrismaSetting[];
}

/** A `generator` block. */
export interface PrismaGenerator extends PrismaBlock {
  readonly kind: 'prisma.generator';
  readonly provider: Located<string> | undefined;
  readonly settings: readonly PrismaSetting[];
}

export interface PrismaSetting {
  readonly key: Located<string>;
  readonly value: PrismaValue | undefined;
}

/** Every kind of Prisma view a rule can be written for. A field is visited after its model. */
export type PrismaNode =
  | PrismaModel
  | PrismaField
  | PrismaEnum
  | PrismaCompositeType
  | PrismaNamedType
  | PrismaExtensionBlock
  | PrismaDatasource
  | PrismaGenerator;

declare module '#core/text/section.ts' {
  interface SectionTypes {
    readonly prisma: PrismaSection;
  }
  interface DocumentTypes {
    readonly prisma: PrismaDocument;
  }
}

declare module '#core/node.ts' {
  interface NodeTypes extends ByKind<PrismaNode> {}
}
