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
    const lists = this.parts.flatMap(({ types }) => (types.length === 0 ? [] : [new Set(types)]));
    const [first, ...others] = lists;
    if (first === undefined) return this.#branchTypes();
    return new Set([...first].filter((type) => others.every((types) => allows(types, type))));
  }

  /** Those of all branches; undefined where one does not say, or there are none. */
  #branchTypes(): ReadonlySet<string> | undefined {
    const branches = [...this.branches('oneOf'), ...this.branches('anyOf')].map((branch) =>
      this.#scope.resolve(branch),
    );
    const types = branches.flatMap((branch) => branch?.types ?? []);
    return branches.length > 0 && branches.every((branch) => (branch?.types.length ?? 0) > 0)
      ? new Set(types)
      : undefined;
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

  /** By name, the schema that says most of it: the part's own before what it includes. */
  get properties(): ReadonlyMap<string, SchemaProperty & { readonly owner: Schema }> {
    const found = new Map<string, SchemaProperty & { readonly owner: Schema }>();
    for (const owner of this.parts)
      for (const property of ownProperties(owner, this.#scope))
        if (!found.has(property.name.value)) found.set(property.name.value, { ...property, owner });
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
}

/** True where values of one type fit a list of types: every integer is a number. */
export function allows(types: ReadonlySet<string>, type: string): boolean {
  return types.has(type) || (type === 'integer' && types.has('number'));
}
