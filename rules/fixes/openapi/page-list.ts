import { foldedName } from '#core/text/casing.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { largest } from '#core/work/largest.ts';
import { defaultInText, maximumInText } from '#rules/detectors/openapi/bound-in-text.ts';
import type { PagingParameter } from '#rules/detectors/openapi/paging-parameter.ts';
import type { PagingStyle } from '#rules/detectors/openapi/paging-style.ts';
import { addParameters } from '#rules/fixes/openapi/add-parameters.ts';
import { leadOnLike } from '#rules/fixes/openapi/lead-on.ts';
import type { ListSite } from '#rules/fixes/openapi/list-site.ts';
import { valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { reworded } from '#rules/fixes/openapi/reworded.ts';

/** Pages a list as another one is paged: its parameters, what its pages hold beside the items, its headers. */
export function pageLike(site: ListSite, style: PagingStyle): readonly TreeChange[] {
  return [...takeParameters(site, style), ...leadOnLike(site, style, 'all')];
}

/** Gives an operation the parameters it has not. */
function takeParameters(site: ListSite, style: PagingStyle): readonly TreeChange[] {
  const taken = new Set(site.taken.map(foldedName));
  const missing = style.parameters.filter(({ name }) => !taken.has(foldedName(name)));
  const [first, ...others] = missing.map((parameter) => writtenFor(parameter, site, style));
  return first === undefined ? [] : addParameters(site.parameters, [first, ...others]);
}

function writtenFor({ role, value }: PagingParameter, site: ListSite, style: PagingStyle): PlainValue {
  const written = valueIn(reworded(value, style.noun, site.noun), site.parameters.uri);
  return role === 'limit' ? bounded(written) : written;
}

/** A parameter for the page size, with a maximum: the one its text names, else one that its default respects. */
export function bounded(parameter: PlainValue): PlainValue {
  if (!isMap(parameter) || '$ref' in parameter) return parameter;
  const { schema } = parameter;
  if (schema !== undefined) return { ...parameter, schema: isMap(schema) ? boundedSchema(schema, parameter) : schema };
  return boundedSchema(parameter, parameter);
}

function boundedSchema(schema: Values, { description }: Values): Values {
  const isNumber = schema['type'] === 'integer' || schema['type'] === 'number';
  if (!isNumber || ['maximum', 'exclusiveMaximum', 'enum', 'allOf'].some((key) => key in schema)) return schema;
  const texts = [description, schema['description']].filter((text) => typeof text === 'string');
  const seen = [schema['default'], schema['example']].map((value) => (typeof value === 'number' ? value : 0));
  return { ...schema, maximum: maximumInText(texts) ?? largest(100, [...seen, defaultInText(texts)]) };
}

type Values = { readonly [key: string]: PlainValue };
