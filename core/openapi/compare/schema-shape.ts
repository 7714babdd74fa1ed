import { keywordsOf } from '#core/openapi/compare/telling-keywords.ts';
import { combinedSchemas, ownProperties } from '#core/openapi/effective/schema-properties.ts';
import type { OrReference, Schema, SchemaProperty } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { equalValues } from '#core/tree/equal-values.ts';
import { findEntry, findValue, itemsOf, type PlainValue, type TreeNode, toPlainValue } from '#core/tree/tree.ts';

/** A keyword, and the schema that says it. */
export interface Said {
  readonly schema: Schema;
  readonly span: Span;
  readonly value: TreeNode;
}

/** What a schema says of values together with all that its `allOf` includes, each keyword with its place. */
export class SchemaShape {
  readonly schema: Schema;
  /** The schema and those it includes, itself first. */
  readonly parts: readonly Schema[];
  readonly #scope: Pick<Scope, 'resolve'>;

  constructor(schema: Schema, scope: Pick<Scope, 'resolve'>) {
    this.schema = schema;
    this.parts = combinedSchemas(schema, scope);
    this.#scope = scope;
  }

  /** Where a keyword is said, by each that says it. */
  said(keyword: string): readonly Said[] {
    return this.parts.flatMap((schema) => {
      const entry = findEntry(schema.tree, keyword);
      return entry?.value === undefined ? [] : [{ schema, span: entry.key.span, value: entry.value }];
    });
  }

  /** The JSON types that values may have, `null` among them; undefined where any may be. */
  get types(): ReadonlySet<string> | undefined {
    return this.#typesWithin(deepestUnion);
  }

  /** True where the types are those of branches, and no part says `type` itself. */
  get isTypedByBranches(): boolean {
    return this.parts.every((part) => !saysType(part)) && this.allBranches.length > 0;
  }

  #typesWithin(depth: number): ReadonlySet<string> | undefined {
    const [first, ...others] = this.parts.filter(saysType).map(({ types }) => new Set(types));
    const said =
      first === undefined
        ? this.#branchTypes(depth)
        : new Set([...first].filter((type) => others.every((types) => allows(types, type))));
    if (this.values?.every((value) => value === null)) return new Set(['null']);
    // `nullable` beside `$ref`s and branches is meant for them, whatever 3.0 says of it.
    return said !== undefined && this.parts.some(isOnlyNullable) ? new Set([...said, 'null']) : said;
  }

  /** Those of all branches; undefined where one does not say, or there are none. */
  #branchTypes(depth: number): ReadonlySet<string> | undefined {
    const branches = this.allBranches;
    if (branches.length === 0 || depth === 0) return undefined;
    const found = new Set<string>();
    for (const branch of branches) {
      const resolved = this.#scope.resolve(branch);
      const types = resolved && new SchemaShape(resolved, this.#scope).#typesWithin(depth - 1);
      if (types === undefined) return undefined;
      for (const type of types) found.add(type);
    }
    return found;
  }

  /** The values of `enum` or `const` that all parts list; undefined where any is taken. */
  get values(): readonly PlainValue[] | undefined {
    const lists = this.parts.flatMap(({ tree }): readonly (readonly PlainValue[])[] => {
      const only = findEntry(tree, 'const')?.value;
      const listed = findValue(tree, 'enum');
      const values = listed?.kind === 'list' ? [itemsOf(listed).map(toPlainValue)] : [];
      return only === undefined ? values : [...values, [toPlainValue(only)]];
    });
    const [first, ...others] = lists;
    return first?.filter((value) => others.every((list) => list.some((other) => equalValues(value, other))));
  }

  /** By name, the schema that says most of it: of several that say as much the part's own before what it includes. */
  get properties(): ReadonlyMap<string, SchemaProperty & { readonly owner: Schema }> {
    const found = new Map<string, SchemaProperty & { readonly owner: Schema }>();
    for (const owner of this.parts)
      for (const property of ownProperties(owner, this.#scope))
        if (saysMore(property.schema, found.get(property.name.value)?.schema))
          found.set(property.name.value, { ...property, owner });
    return found;
  }

  get required(): ReadonlyMap<string, { readonly owner: Schema; readonly span: Span }> {
    const found = new Map<string, { readonly owner: Schema; readonly span: Span }>();
    for (const owner of this.parts)
      for (const { value, span } of owner.required) if (!found.has(value)) found.set(value, { owner, span });
    return found;
  }

  /** The schema of other properties where one is written; false where there may be none. */
  get others(): boolean | OrReference<Schema> {
    for (const { additionalProperties } of this.parts)
      if (additionalProperties !== undefined && additionalProperties !== true) return additionalProperties;
    return true;
  }

  get items(): OrReference<Schema> | undefined {
    for (const { items } of this.parts) if (items !== undefined) return items;
    return undefined;
  }

  /** The branches of a keyword, where one part alone has them. */
  branches(keyword: 'oneOf' | 'anyOf'): readonly OrReference<Schema>[] {
    const [only, ...more] = this.parts.filter((part) => part[keyword].length > 0);
    return only === undefined || more.length > 0 ? [] : only[keyword];
  }

  get allBranches(): readonly OrReference<Schema>[] {
    return [...this.branches('oneOf'), ...this.branches('anyOf')];
  }

  /** True where it is its branches, and says nothing of values beside them but their type. */
  get isUnion(): boolean {
    return (
      this.allBranches.length > 0 &&
      this.parts.length === 1 &&
      keywordsOf(this.schema.tree).every((name) => besideBranches.has(name))
    );
  }
}

/** So deep are unions in unions looked into. */
const deepestUnion = 4;

const besideBranches = new Set([
  'oneOf',
  'anyOf',
  'type',
  'nullable',
  'x-nullable',
  'discriminator',
  'additionalProperties',
]);

function saysType(schema: Schema): boolean {
  return schema.types.length > 0 && !isOnlyNullable(schema);
}

function isOnlyNullable({ types, tree }: Schema): boolean {
  return types.length === 1 && types[0] === 'null' && findEntry(tree, 'type') === undefined;
}

function saysMore(schema: OrReference<Schema>, than: OrReference<Schema> | undefined): boolean {
  return than === undefined || keywordsOf(schema.tree).length > keywordsOf(than.tree).length;
}

/** True where values of one type fit a list of types: every integer is a number. */
export function allows(types: ReadonlySet<string>, type: string): boolean {
  return types.has(type) || (type === 'integer' && types.has('number'));
}
