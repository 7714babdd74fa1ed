import type { ReviewNode } from '#core/node.ts';
import { errorResponses } from '#core/openapi/effective/documented-responses.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation, OrReference, Parameter, Response, Schema } from '#core/openapi/model.ts';
import { targetName } from '#core/openapi/reference/target-name.ts';
import { lastWord } from '#core/openapi/resources/last-word.ts';
import { foldedName } from '#core/text/casing.ts';
import { casingOfName } from '#core/text/name-casing.ts';

/**
 * What an API does alike in many places: how path segments, parameters and properties are written, what ids are, how lists page, which
 * shape errors have.
 */
export type HabitKind = 'segment' | 'path-parameter' | 'query-parameter' | 'property' | 'id' | 'paging' | 'error';

/** One case of a habit, as plain data. */
export interface HabitFact {
  readonly kind: HabitKind;
  /** `camel`, `uuid`, `cursor`, the name of the response or schema of an error … */
  readonly value: string;
}

/** Names of query parameters that page, without casing and separators. */
export interface PagingWords {
  readonly cursor: ReadonlySet<string>;
  readonly offset: ReadonlySet<string>;
  readonly limit: ReadonlySet<string>;
}

/** What a node says by itself: nothing beyond its own section is read, so that rules may gather it as facts. */
export function habitFacts(node: ReviewNode, paging: PagingWords): readonly HabitFact[] {
  switch (node.kind) {
    case 'openapi.path-item':
      return node.origin === 'path' ? segmentsOf(node.path.value).flatMap((segment) => cased('segment', segment)) : [];
    case 'openapi.parameter':
      return parameterFacts(node);
    case 'openapi.schema':
      return node.properties.flatMap(({ name }) => cased('property', name.value));
    case 'openapi.operation':
      return node.origin === 'path' ? [...pagingFacts(node, paging), ...errorFacts(node)] : [];
    default:
      return [];
  }
}

function cased(kind: HabitKind, name: string): readonly HabitFact[] {
  const value = casingOfName(name);
  return value === undefined ? [] : [{ kind, value }];
}

function parameterFacts(parameter: Parameter): readonly HabitFact[] {
  const name = parameter.name?.value ?? '';
  const place = parameter.in?.value;
  if (place === 'query') return cased('query-parameter', name);
  if (place !== 'path') return [];
  const value = lastWord(name) === 'id' || lastWord(name) === 'uuid' ? idStyle(parameter.schema) : undefined;
  return [...cased('path-parameter', name), ...(value === undefined ? [] : [{ kind: 'id' as const, value }])];
}

function idStyle(schema: OrReference<Schema> | undefined): string | undefined {
  if (schema?.kind !== 'openapi.schema') return undefined;
  const [type, ...others] = schema.types;
  if (type === 'integer' && others.length === 0) return 'integer';
  return type === 'string' && others.length === 0 ? (schema.format?.value === 'uuid' ? 'uuid' : 'string') : undefined;
}

/** Shared parameters count by the names of their components. */
function pagingFacts({ method, parameters }: Operation, words: PagingWords): readonly HabitFact[] {
  if (method !== 'get') return [];
  const names = parameters.map((each) => foldedName(nameOf(each)));
  const has = (wanted: ReadonlySet<string>): boolean => names.some((name) => wanted.has(name));
  const value = has(words.cursor) ? 'cursor' : has(words.offset) ? 'offset' : has(words.limit) ? 'limit' : undefined;
  return value === undefined ? [] : [{ kind: 'paging', value }];
}

function nameOf(parameter: OrReference<Parameter>): string {
  return parameter.kind === 'openapi.reference' ? targetName(parameter.target) : (parameter.name?.value ?? '');
}

function errorFacts(operation: Operation): readonly HabitFact[] {
  return errorResponses(operation).flatMap(({ response }) => {
    const value = errorShape(response);
    return value === undefined ? [] : [{ kind: 'error', value }];
  });
}

/** The name of what it refers to, or the properties of what is written out. */
function errorShape(response: OrReference<Response>): string | undefined {
  if (response.kind === 'openapi.reference') return targetName(response.target);
  const schema = response.content[0]?.schema;
  if (schema === undefined) return undefined;
  if (schema.kind === 'openapi.reference') return targetName(schema.target);
  const names = schema.properties.map(({ name }) => name.value);
  return names.length === 0 ? undefined : `{ ${names.slice(0, 5).join(', ')} }`;
}
