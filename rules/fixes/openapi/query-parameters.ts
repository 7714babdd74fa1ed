import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import type { RequestBody } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { findEntry, type PlainValue, toPlainValue } from '#core/tree/tree.ts';

/** So many parameters at most make a readable query. */
const most = 5;

/** The properties of a flat JSON body as query parameters; undefined where there is more in it than plain values, or it is written elsewhere. */
export function queryParameters(
  { content }: RequestBody,
  scope: Pick<Scope, 'resolve'>,
): readonly [PlainValue, ...PlainValue[]] | undefined {
  const [media, ...others] = content;
  const schema = media?.schema;
  if (media === undefined || others.length > 0 || !isJsonMediaType(media.name.value)) return undefined;
  if (schema?.kind !== 'openapi.schema' || schema.allOf.length + schema.oneOf.length + schema.anyOf.length > 0)
    return undefined;
  const required = new Set(schema.required.map(({ value }) => value));
  const values = schema.properties.map(({ name, schema: value }): PlainValue | undefined => {
    const isPlain =
      value.kind === 'openapi.schema' && value.types.length > 0 && value.types.every((type) => plain.has(type));
    // Prose of its own says where it is sent.
    if (!isPlain || scope.resolve(value) === undefined || findEntry(value.tree, '$ref') !== undefined) return undefined;
    const isRequired = required.has(name.value) ? { required: true } : {};
    return { name: name.value, in: 'query', ...isRequired, schema: toPlainValue(value.tree) };
  });
  const known = values.filter((value) => value !== undefined);
  const [first, ...more] = known;
  return first === undefined || known.length < values.length || known.length > most ? undefined : [first, ...more];
}

const plain: ReadonlySet<string> = new Set(['string', 'integer', 'number', 'boolean']);
