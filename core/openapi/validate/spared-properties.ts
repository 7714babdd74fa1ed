import { type SchemaSite, siteBelow } from '#core/openapi/validate/schema-site.ts';
import { entriesOf, findBoolean, findValue, itemsOf, type TreeNode } from '#core/tree/tree.ts';

/** Which way values go; `either` where a schema does not say, or may go both. */
export type Direction = 'request' | 'response' | 'either';

/** Where a `$ref` of a schema leads. */
type Follow = (schema: SchemaSite) => SchemaSite | undefined;

/**
 * The properties that need not be there though they are required: requests have none that are `readOnly`, responses none that are
 * `writeOnly` (OpenAPI 3.0.4, Schema Object, Fixed Fields). They may be described anywhere in the schema.
 */
export class SparedProperties {
  readonly #parts: readonly SchemaSite[];
  readonly #keywords: readonly SparingKeyword[];
  readonly #follow: Follow;
  /** The properties of all parts by name, made when somebody asks. */
  #properties: ReadonlyMap<string, readonly SchemaSite[]> | undefined;
  readonly #known = new Map<string, boolean>();

  constructor(schema: SchemaSite, direction: Direction, follow: Follow) {
    this.#parts = everythingIn(schema, follow);
    this.#keywords = sparingKeywords[direction];
    this.#follow = follow;
  }

  has(name: string): boolean {
    this.#properties ??= propertiesIn(this.#parts);
    const known =
      this.#known.get(name) ??
      (this.#properties.get(name) ?? []).some((property) => isSpared(property, this.#keywords, this.#follow));
    this.#known.set(name, known);
    return known;
  }
}

function propertiesIn(parts: readonly SchemaSite[]): ReadonlyMap<string, readonly SchemaSite[]> {
  const byName = new Map<string, SchemaSite[]>();
  for (const part of parts) {
    for (const { key, value } of entriesOf(findValue(part.tree, 'properties'))) {
      if (value === undefined) continue;
      const property = siteBelow(part, value, 'properties', key.value);
      const others = byName.get(key.value);
      if (others === undefined) byName.set(key.value, [property]);
      else others.push(property);
    }
  }
  return byName;
}

function isSpared(property: SchemaSite, keywords: readonly SparingKeyword[], follow: Follow): boolean {
  const says = ({ tree }: SchemaSite): boolean =>
    keywords.some((keyword) => findBoolean(tree, keyword)?.value === true);
  const isPlain = entriesOf(property.tree).every(({ key }) => !partKeywords.has(key.value));
  return isPlain ? says(property) : everythingIn(property, follow).some(says);
}

const partKeywords = new Set(['$ref', 'allOf', 'anyOf', 'oneOf', 'then', 'else']);

type SparingKeyword = 'readOnly' | 'writeOnly';

const sparingKeywords: { readonly [D in Direction]: readonly SparingKeyword[] } = {
  request: ['readOnly'],
  response: ['writeOnly'],
  either: ['readOnly', 'writeOnly'],
};

const branchLists = ['allOf', 'anyOf', 'oneOf'] as const;
const branches = ['then', 'else'] as const;

/** So many schemas may one be made of; in more nobody looks. */
const mostParts = 200;

/** A schema and all that speak of the same value. */
function everythingIn(schema: SchemaSite, follow: Follow): readonly SchemaSite[] {
  const seen = new Set<TreeNode>();
  const found: SchemaSite[] = [];
  const pending = [schema];
  for (let part = pending.pop(); part !== undefined && found.length < mostParts; part = pending.pop()) {
    if (seen.has(part.tree)) continue;
    seen.add(part.tree);
    found.push(part);
    const target = findValue(part.tree, '$ref') === undefined ? undefined : follow(part);
    if (target !== undefined) pending.push(target);
    for (const branch of branchesOf(part)) {
      if (found.length + pending.length >= mostParts) break;
      pending.push(branch);
    }
  }
  return found;
}

function* branchesOf(schema: SchemaSite): Iterable<SchemaSite> {
  for (const keyword of branchLists)
    for (const [index, tree] of itemsOf(findValue(schema.tree, keyword)).entries())
      yield siteBelow(schema, tree, keyword, index);
  for (const keyword of branches) {
    const tree = findValue(schema.tree, keyword);
    if (tree !== undefined) yield siteBelow(schema, tree, keyword);
  }
}
