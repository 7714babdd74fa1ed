import { combinedSchemas, ownProperties } from '#core/openapi/effective/schema-properties.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { pointerOf, type View } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { findNumber, type TreeNode } from '#core/tree/tree.ts';

/** What must exist for a value of a schema to exist. */
export type Demand =
  /** A value of another component; `way` says how it comes in, as “requires “owner””. */
  | {
      readonly kind: 'value';
      readonly of: string;
      readonly name: string;
      readonly way: string;
      readonly isWithin: boolean;
    }
  /** All of these, or one of them. */
  | { readonly kind: 'all' | 'any'; readonly of: readonly Demand[] };

/** Keywords without which a value can be empty. */
export const demandingKeywords = ['required', 'minItems', 'allOf', 'oneOf', 'anyOf', '$ref', '$dynamicRef'] as const;

type Resolving = Pick<Scope, 'resolve'>;

/** Tells a schema apart from all others. */
export function schemaId({ section, location }: View): string {
  return `${section.uri}#${formatPointer(pointerOf(location))}`;
}

/** What a value of a schema cannot be without; undefined where it needs nothing, or that is not known. */
export function instanceDemand(schema: Schema, scope: Resolving): Demand | undefined {
  return new DemandSearch(scope).ofSchema(schema, []);
}

class DemandSearch {
  readonly #scope: Resolving;
  /** Schemas that are looked into: one that is met again is no component. */
  readonly #open = new Set<TreeNode>();

  constructor(scope: Resolving) {
    this.#scope = scope;
  }

  ofSchema(schema: Schema, path: readonly string[]): Demand | undefined {
    if (this.#open.has(schema.tree) || isFreeOfParts(schema)) return undefined;
    this.#open.add(schema.tree);
    const parts = [
      ...schema.allOf.map((part) => this.#of(part, path, 'includes')),
      ...this.#ofContent(schema, path),
      this.#ofChoice(schema.oneOf, path),
      this.#ofChoice(schema.anyOf, path),
    ].filter((part) => part !== undefined);
    this.#open.delete(schema.tree);
    return parts.length < 2 ? parts[0] : { kind: 'all', of: parts };
  }

  /** A component is asked for by name; what stands elsewhere is looked into. */
  #of(target: OrReference<Schema>, path: readonly string[], verb: string): Demand | undefined {
    const schema = this.#scope.resolve(target);
    if (schema === undefined) return undefined;
    if (target.kind !== 'openapi.reference' || schema.role !== 'component') return this.ofSchema(schema, path);
    const isWithin = path.length > 0;
    const way = isWithin ? `requires ${wayTo(path)}` : verb;
    return { kind: 'value', of: schemaId(schema), name: schema.name?.value ?? '', way, isWithin };
  }

  #ofContent(schema: Schema, path: readonly string[]): readonly (Demand | undefined)[] {
    if (schema.types.length > 0 && !schema.types.includes('object')) return [this.#ofItems(schema, path)];
    const parts = schema.allOf.length === 0 ? [schema] : combinedSchemas(schema, this.#scope);
    const required = new Set(parts.flatMap((part) => part.required.map(({ value }) => value)));
    if (required.size === 0) return [];
    return parts.flatMap((part) =>
      ownProperties(part, this.#scope).flatMap(({ name, schema: property }) =>
        required.has(name.value) ? [this.#of(property, [...path, name.value], '')] : [],
      ),
    );
  }

  #ofItems({ tree, items }: Schema, path: readonly string[]): Demand | undefined {
    const least = findNumber(tree, 'minItems')?.value ?? 0;
    return items === undefined || least < 1 ? undefined : this.#of(items, [...path, anItem], '');
  }

  #ofChoice(branches: readonly OrReference<Schema>[], path: readonly string[]): Demand | undefined {
    if (branches.length === 0) return undefined;
    const demands: Demand[] = [];
    for (const branch of branches) {
      const demand = this.#of(branch, path, 'must be');
      if (demand === undefined) return undefined;
      demands.push(demand);
    }
    return { kind: 'any', of: demands };
  }
}

const anItem = '[]';

/** `“lines[].product”`; `an item` of a list that is itself the component. */
function wayTo(path: readonly string[]): string {
  return path.length === 1 && path[0] === anItem ? 'an item' : `“${path.join('.').replaceAll(`.${anItem}`, anItem)}”`;
}

/** True for a schema that also takes values which have no parts: null, texts, what is listed. */
function isFreeOfParts({ types, enum: listed }: Schema): boolean {
  const withParts = types.filter((type) => type === 'object' || type === 'array');
  return listed !== undefined || types.length > withParts.length || withParts.length > 1;
}
