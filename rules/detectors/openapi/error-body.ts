import { readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { idOf } from '#rules/detectors/openapi/documented-errors.ts';
import type { ResponseFlaw } from '#rules/detectors/openapi/response-flaws.ts';

/** What a Response Object says, read from plain data. */
export interface ErrorBody {
  /** The file its `$ref`s count from. */
  readonly uri: string;
  readonly value: PlainMap;
  readonly description: string | undefined;
  /** Equal for responses with the same media types and schemas, whatever their descriptions, headers and examples say. */
  readonly signature: string;
  /** True with content, or a schema (2.0). */
  readonly hasContent: boolean;
  /** True where a schema that is referred to bears a name of one kind of error alone: `ValidationError`. */
  readonly isSpecific: boolean;
  readonly headers: PlainMap;
  readonly flaws: readonly ResponseFlaw[];
}

export interface PlainMap {
  readonly [key: string]: PlainValue;
}

/** Undefined for anything but a map, and for a `$ref`. */
export function readErrorBody(
  value: PlainValue,
  uri: string,
  findFlaws: () => readonly ResponseFlaw[],
): ErrorBody | undefined {
  if (!isMap(value) || '$ref' in value) return undefined;
  const { description, headers } = value;
  const content = isMap(value['content']) ? value['content'] : {};
  const schemas = 'schema' in value ? [['', value['schema']] as const] : mediaSchemas(content);
  let flaws: readonly ResponseFlaw[] | undefined;
  const parts = schemas.map(([name, schema]) => `${name} ${schemaKey(schema, uri, 0)}`).sort();
  return {
    uri,
    value,
    description: typeof description === 'string' ? description : undefined,
    signature: parts.join('\n'),
    hasContent: parts.length > 0,
    isSpecific: parts.some((part) => specificNames.test(part)),
    headers: headers !== undefined && isMap(headers) ? headers : {},
    get flaws() {
      flaws ??= findFlaws();
      return flaws;
    },
  };
}

const specificNames =
  /#\S*(?:valid|unprocessable|not_?found|missing|conflict|duplicate|unauthori|forbidden|rate_?limit|throttl|toomany|badrequest|bad_request|payment|\d{3})[^/]*$/i;

function mediaSchemas(content: PlainMap): readonly (readonly [string, PlainValue | undefined])[] {
  return Object.entries(content).map(([name, media]) => [name, isMap(media) ? media['schema'] : undefined]);
}

/** The target of a `$ref`, else the names of the properties; a choice or combination by those of its parts. */
function schemaKey(schema: PlainValue | undefined, uri: string, depth: number): string {
  if (!isMap(schema) || depth > deepest) return '';
  const { $ref } = schema;
  if (typeof $ref === 'string') {
    const target = readReferenceTarget($ref, uri);
    return target.kind === 'pointer' ? idOf(target.uri, target.pointer) : $ref;
  }
  const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => {
    const list = schema[key];
    return Array.isArray(list) ? [`${key}(${list.map((part) => schemaKey(part, uri, depth + 1)).join()})`] : [];
  });
  const { properties, items, type } = schema;
  const names = isMap(properties)
    ? Object.entries(properties).map(([name, value]) => property(name, value, uri, depth))
    : [];
  const list = items === undefined ? [] : [`[${schemaKey(items, uri, depth + 1)}]`];
  return [...names.sort(), ...parts, ...list].join() || (typeof type === 'string' ? type : '');
}

const deepest = 3;

function property(name: string, value: PlainValue, uri: string, depth: number): string {
  const inner = schemaKey(value, uri, depth + 1);
  return inner === '' || /^\w+$/.test(inner) ? name : `${name}{${inner}}`;
}
