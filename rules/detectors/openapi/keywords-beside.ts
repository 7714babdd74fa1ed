import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { UnknownField } from '#core/openapi/spec/fault.ts';
import type { Finding } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { fieldHome } from '#rules/detectors/openapi/field-home.ts';
import { holdersOfSchema } from '#rules/detectors/openapi/of-schema.ts';
import { objectTitle, quoted } from '#rules/detectors/openapi/spec-words.ts';
import { intoSchema } from '#rules/fixes/openapi/into-schema.ts';

/** Keywords of a schema that stand beside it, at a parameter, header or media type: all of one object are one slip. */
export function keywordsBeside(
  fault: UnknownField,
  names: readonly string[],
  version: OpenApiVersion,
  uri: string,
): Finding {
  const { object, key } = fault;
  const fix = intoSchema(fault, names, version, uri);
  const many = holdersOfSchema.get(object) ?? 'objects';
  return {
    span: key.span,
    message: messageOf(fault, names, version),
    fixes: fix === undefined ? [] : [fix],
    cause: {
      key: `${object} schema ${fix === undefined}`,
      message: (count) => `What belongs in the “schema” of ${count} ${many} stands beside it.`,
      ...(fix && { fixTitle: (count: number) => `Move what belongs there into the “schema” of ${count} ${many}` }),
    },
  };
}

function messageOf({ object, map, pointer }: UnknownField, names: readonly string[], version: OpenApiVersion): string {
  const all = quoted(names, 'and');
  const isSchema = object === 'media-type' && findEntry(map, 'schema') === undefined;
  if (isSchema) return `“${pointer.at(-2) ?? ''}” is written as a schema itself. Put ${all} below “schema”.`;
  const [are, belong] = names.length === 1 ? ['is no field', 'it belongs'] : ['are no fields', 'they belong'];
  const keywords = names.filter((name) => name !== 'collectionFormat');
  const title = objectTitle(version, object);
  if (keywords.length === 0) return `${all} ${are} of ${title}: ${fieldHome(version, object, 'collectionFormat')}.`;
  const where =
    keywords.length === names.length ? 'in a Schema Object below “schema”' : 'in “schema”, “style” and “explode”';
  return `${all} ${are} of ${title}: ${belong} ${where}.`;
}
