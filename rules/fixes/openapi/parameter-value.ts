import type { DescriptionContext } from '#core/openapi/model.ts';
import type { PlainValue } from '#core/tree/tree.ts';

/** A parameter as a fix writes it; `schema` holds plain JSON Schema keywords. */
export interface NewParameter {
  readonly name: string;
  readonly in: 'query' | 'header';
  readonly required?: boolean;
  readonly description: string;
  readonly schema: { readonly [keyword: string]: PlainValue };
}

/** The Parameter Object; 2.0 writes the keywords of the schema beside the others. */
export function parameterValue(
  { version }: DescriptionContext,
  { name, in: place, required, description, schema }: NewParameter,
): PlainValue {
  const head = { name, in: place, ...(required === undefined ? {} : { required }), description };
  return version === '2.0' ? { ...head, ...schema } : { ...head, schema };
}
