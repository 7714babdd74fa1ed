import { ownProperties } from '#core/openapi/effective/schema-properties.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import { locatedStrings } from '#core/openapi/read/located-strings.ts';
import type { Scope } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { entriesOf, findEntry, findValue, itemsOf, type TreeEntry, type TreeNode } from '#core/tree/tree.ts';
import { NotUnderstood } from '#core/work/understood.ts';
import { mayMean } from '#rules/detectors/openapi/may-mean.ts';
import { schemaBranches } from '#rules/detectors/openapi/schema-branches.ts';

type Resolving = Pick<Scope, 'resolve'>;

/** A name that `required` or `dependentRequired` lists, and the schema whose list it is. */
export interface RequiredName {
  readonly name: Located<string>;
  /** From the schema to the item of the list. */
  readonly steps: readonly string[];
  readonly owner: Schema;
}

/** What judges the same value as a schema. */
export interface ObjectParts {
  /** All names of properties, whichever branch has them. */
  readonly properties: ReadonlySet<string>;
  /** Those required in place: by the schema itself and by branches written in it. */
  readonly required: readonly RequiredName[];
  /** True where properties may have other names than those written. */
  readonly isOpen: boolean;
}

/** So many schemas may one be made of; of more nobody says anything. */
const mostParts = 300;

/** Collects them, through all branches and `$ref`s; not known where one leads nowhere. */
export function objectParts(schema: Schema, scope: Resolving): ObjectParts {
  const seen = new Set<TreeNode>();
  const properties = new Set<string>();
  const required: RequiredName[] = [];
  let isOpen = false;
  const pending: Part[] = [{ schema, isOwn: true, isRequiring: true }];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const resolved = scope.resolve(part.schema);
    if (resolved === undefined || seen.size > mostParts) throw new NotUnderstood();
    if (seen.has(resolved.tree)) continue;
    seen.add(resolved.tree);
    for (const { name } of ownProperties(resolved, scope)) properties.add(name.value);
    isOpen ||= entriesOf(resolved.tree).some(opensObject);
    if (part.isOwn && part.isRequiring) required.push(...requiredBy(resolved));
    pending.push(...branchesOf(resolved, part));
  }
  return { properties, required, isOpen };
}

interface Part {
  readonly schema: OrReference<Schema>;
  readonly isOwn: boolean;
  /** False below `not` and `if`: what is named there need not be there. */
  readonly isRequiring: boolean;
}

function branchesOf(resolved: Schema, { isOwn, isRequiring }: Part): readonly Part[] {
  return schemaBranches(resolved).map(({ schema, keyword }) => ({
    schema,
    isOwn: isOwn && schema.kind === 'openapi.schema',
    isRequiring: isRequiring && (early.has(keyword) || (isLater(resolved) && keyword !== 'not' && keyword !== 'if')),
  }));
}

function requiredBy(owner: Schema): readonly RequiredName[] {
  // What a merge brought in is told where it is written.
  const isWritten = findEntry(owner.tree, 'required')?.merged === undefined;
  const written = isWritten ? owner.required : [];
  const always = written.map((name, index) => ({ name, steps: ['required', String(index)], owner }));
  if (!isLater(owner)) return always;
  const depending = entriesOf(findValue(owner.tree, 'dependentRequired')).flatMap(({ key, value }) =>
    locatedStrings(value).map((name, index) => ({
      name,
      steps: ['dependentRequired', key.value, String(index)],
      owner,
    })),
  );
  return [...always, ...depending];
}

/** True where these keywords are known: from 3.1 on. */
function isLater({ context }: Schema): boolean {
  return context.version === '3.1' || context.version === '3.2';
}

const early = new Set(['$ref', 'allOf', 'anyOf', 'oneOf']);

/** The schemas that a schema includes through references and that miss something by themselves. */
export function incompleteParts(schema: Schema, scope: Resolving): readonly Schema[] {
  const seen = new Set<TreeNode>([schema.tree]);
  const found: Schema[] = [];
  const pending = [...schemaBranches(schema)];
  for (let branch = pending.pop(); branch !== undefined; branch = pending.pop()) {
    const resolved = scope.resolve(branch.schema);
    if (resolved === undefined || seen.size > mostParts) throw new NotUnderstood();
    if (seen.has(resolved.tree)) continue;
    seen.add(resolved.tree);
    if (branch.schema.kind === 'openapi.reference' && mayMiss(resolved, noSchemas)) found.push(resolved);
    pending.push(...schemaBranches(resolved));
  }
  return found;
}

/** The names a schema requires in place and describes nowhere; none where other names than those written may be meant. */
export function missingProperties(schema: Schema, scope: Resolving): readonly RequiredName[] {
  if (!mayMiss(schema, noSchemas)) return none;
  const { properties, required, isOpen } = objectParts(schema, scope);
  return isOpen ? none : required.filter(({ name }) => !properties.has(name.value));
}

const none: readonly RequiredName[] = [];
const noSchemas: readonly Schema[] = [];

/** Mostly all that is required stands beside: then nothing needs to be looked up. */
function mayMiss(schema: Schema, outer: readonly Schema[]): boolean {
  const own = outer.length === 0 ? [schema] : [...outer, schema];
  const required = itemsOf(findValue(schema.tree, 'required'));
  const described = required.length > fewNames ? new Set(own.flatMap(namesOf)) : undefined;
  if (required.some((name) => !isDescribed(name, own, described))) return true;
  if (isLater(schema) && findEntry(schema.tree, 'dependentRequired') !== undefined) return true;
  return schemaBranches(schema).some(({ schema: inner }) => inner.kind === 'openapi.schema' && mayMiss(inner, own));
}

/** So many names are looked for one by one. */
const fewNames = 20;

function namesOf({ tree }: Schema): readonly string[] {
  return entriesOf(findValue(tree, 'properties')).map(({ key }) => key.value);
}

function isDescribed(name: TreeNode, schemas: readonly Schema[], described: ReadonlySet<string> | undefined): boolean {
  if (name.kind !== 'scalar' || typeof name.value !== 'string') return true;
  if (described !== undefined) return described.has(name.value);
  for (const { tree } of schemas) if (findEntry(findValue(tree, 'properties'), name.value) !== undefined) return true;
  return false;
}

/** True for what lets an object have properties of other names, and for a key that may be a slip of `properties`. */
function opensObject({ key, value }: TreeEntry): boolean {
  switch (key.value) {
    case 'properties':
      return value?.kind !== 'map';
    case 'required':
      return value?.kind === 'map';
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return value?.kind !== 'scalar' || value.value !== false;
    case 'patternProperties':
    case 'propertyNames':
    case '$dynamicRef':
    case '$recursiveRef':
    case 'x-patternProperties':
      return true;
    default:
      return mayMean(key.value, 'properties');
  }
}
