import { get_datamodel, lint } from '@prisma/prisma-schema-wasm';

/** File name and text, as Prisma takes them. */
export type PrismaFiles = readonly (readonly [string, string])[];

/**
 * How Prisma words what its parser, not its validation, refuses. The names with a digit or a hyphen are refused later,
 * whatever they stand for, so we count them as syntax. Commas and missing values in arguments are looked for only in
 * attributes Prisma knows: we report them everywhere.
 */
const syntaxMessages = [
  /This line is invalid\. It does not start with any known Prisma schema keyword/,
  /This block is invalid\. It does not start with any known Prisma schema keyword/,
  /This line is not a valid field or attribute definition/,
  /This line is not an enum value definition/,
  /This line is not a valid definition within a (?:datasource|generator)/,
  /This field declaration is invalid\. It is either missing a name or a type/,
  /Invalid type definition\. Please check the documentation/,
  /Fields are required by default, `!` is no longer required/,
  /To specify a list, please use `Type\[\]` instead of `\[Type\]`/,
  /Optional lists are not supported/,
  /Field declarations don't require a `:`/,
  /Property \S+ in (?:datasource|generator) \S+ needs to be assigned a value/,
  /Trailing commas are not valid in attribute arguments/,
  /The `\S+` argument is missing a value/,
  /Unknown escape sequence/,
  /Invalid unicode escape sequence/,
  /The name of a (?:Model|Field|Enum|Enum Value|Composite type|view|Attribute) must not start with a number/,
  /The character `-` is not allowed in (?:Model|Field|Enum|Enum Value|Composite type|view|Attribute) names/,
];

/** Prisma's parser itself breaks on some texts; its panic hook wants this registry. */
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => undefined } });

/** True when Prisma has an answer for a text: it did not panic, and it did look into composite types. */
export function isJudgedByPrisma(files: PrismaFiles): boolean {
  try {
    return !lint(JSON.stringify(files)).includes('Composite types are not supported');
  } catch {
    return false;
  }
}

/** The syntax errors Prisma sees in the files of one schema. */
export function prismaSyntaxErrors(files: PrismaFiles): readonly string[] {
  const diagnostics: readonly { readonly is_warning: boolean; readonly text: string }[] = JSON.parse(
    lint(JSON.stringify(files)),
  );
  return diagnostics
    .filter(({ is_warning, text }) => !is_warning && syntaxMessages.some((message) => message.test(text)))
    .map(({ text }) => text);
}

/** What Prisma holds against a schema, warnings left out. */
export function prismaErrors(files: PrismaFiles): readonly string[] {
  const diagnostics: readonly { readonly is_warning: boolean; readonly text: string }[] = JSON.parse(
    lint(JSON.stringify(files)),
  );
  return diagnostics.filter(({ is_warning }) => !is_warning).map(({ text }) => text);
}

export interface OracleField {
  readonly name: string;
  readonly dbName?: string | null;
  readonly type: string;
  readonly isList: boolean;
  readonly isRequired: boolean;
  readonly isId: boolean;
  readonly isUnique: boolean;
  readonly isUpdatedAt?: boolean;
  readonly nativeType?: readonly [string, readonly string[]] | null;
  readonly default?: unknown;
  readonly relationFromFields?: readonly string[];
  readonly relationToFields?: readonly string[];
  readonly relationOnDelete?: string;
  readonly relationOnUpdate?: string;
  readonly documentation?: string;
}

export interface OracleModel {
  readonly name: string;
  readonly dbName: string | null;
  readonly fields: readonly OracleField[];
  readonly documentation?: string;
}

export interface OracleIndex {
  readonly model: string;
  readonly type: string;
  readonly isDefinedOnField: boolean;
  readonly name?: string;
  readonly dbName?: string;
  readonly algorithm?: string;
  readonly clustered?: boolean;
  readonly fields: readonly { readonly name: string; readonly sortOrder?: string; readonly length?: number }[];
}

export interface OracleDatamodel {
  readonly enums: readonly {
    readonly name: string;
    readonly dbName: string | null;
    readonly values: readonly { readonly name: string; readonly dbName: string | null }[];
  }[];
  readonly models: readonly OracleModel[];
  readonly types: readonly OracleModel[];
  readonly indexes: readonly OracleIndex[];
}

/** Prisma's own model of a schema; undefined when it refuses the schema, for whatever reason. */
export function prismaDatamodel(files: PrismaFiles): OracleDatamodel | undefined {
  try {
    return JSON.parse(get_datamodel(JSON.stringify({ prismaSchema: files, noColor: true })));
  } catch {
    return undefined;
  }
}
