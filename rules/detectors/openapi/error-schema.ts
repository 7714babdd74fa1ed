import { foundOfShared, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import type { Scope, Usages } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { wordList } from '#rules/words/word-list.ts';

/** A component that describes the body of any error. */
export interface ErrorSchema {
  readonly name: string;
  /** True with the members of a problem (RFC 9457 §3.1). */
  readonly isProblem: boolean;
}

const problemNames = wordList('problem problemdetails problemdetail apiproblem rfc7807problem rfc9457problem');
const errorNames = wordList(
  'error errorresponse apierror apierrorresponse errormodel errorbody errorpayload errordto errors httperror errorresponsebody',
);

/** The description's own problem or error schema: it bears such a name and has such members. */
export function errorSchemaIn(scope: Pick<Scope, 'names' | 'find' | 'resolve'> & Usages): ErrorSchema | undefined {
  const short = scope.names('openapi.schema').filter((name) => name.length <= longest);
  const byName = new Map(short.toReversed().map((name) => [foldedName(name), name]));
  for (const wanted of [...problemNames, ...errorNames]) {
    const name = byName.get(wanted);
    const schema = name === undefined ? undefined : scope.find('openapi.schema', name);
    if (name === undefined || schema === undefined || !isErrorBody(schema, scope)) continue;
    // Part of what succeeds: one error among the `errors` of an answer, say.
    if (scope.usage(schema).inResponse) continue;
    return { name, isProblem: describesProblem(schema, scope) };
  }
  return undefined;
}

const longest = 24;

/** An object that says what went wrong: no enum, no list, no empty object. */
function isErrorBody(schema: Schema, scope: Pick<Scope, 'resolve'>): boolean {
  if (schema.enum !== undefined || schema.types.some((type) => type !== 'object' && type !== 'null')) return false;
  return propertiesOf(schema, scope).some(({ name }) => errorMembers.has(foldedName(name.value)));
}

/** Members that say what went wrong, without casing and separators. */
export const errorMembers: ReadonlySet<string> = new Set(
  wordList(
    'message msg detail details title error errors errormessage errordescription description reason code errorcode',
  ),
);

const problemMembers = ['type', 'title', 'status', 'detail', 'instance'];

/** True for names of which at least three, `title` and one of `type` and `detail` among them, are those of a problem (RFC 9457 §3.1). */
export function hasProblemMembers(names: readonly string[]): boolean {
  const found = problemMembers.filter((member) => names.includes(member));
  if (!found.includes('title') || !(found.includes('type') || found.includes('detail'))) return false;
  return found.length >= 3 || names.length <= 4;
}

/** True for an object with the members of a problem, whose `status`, if it has one, may be a number. */
export function describesProblem(schema: Schema, scope: Pick<Scope, 'resolve'>): boolean {
  return foundOfShared(describesProblem, schema, scope, () => isProblem(schema, scope));
}

function isProblem(schema: Schema, scope: Pick<Scope, 'resolve'>): boolean {
  const properties = propertiesOf(schema, scope);
  if (!hasProblemMembers([...new Set(properties.map(({ name }) => name.value))])) return false;
  const status = properties.find(({ name }) => name.value === 'status');
  const types = scope.resolve(status?.schema)?.types ?? [];
  return types.length === 0 || types.includes('integer') || types.includes('number');
}

/** What a token endpoint answers is not for the API to choose (RFC 6749 §5.2). */
export function isOAuthError(shape: readonly string[]): boolean {
  return (
    shape.includes('error') &&
    shape.every((name) => /^error(?:_description|_uri|_hint|_code)?$/.test(name)) &&
    shape.length > 1
  );
}
