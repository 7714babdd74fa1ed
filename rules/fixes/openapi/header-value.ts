import type { DescriptionContext } from '#core/openapi/model.ts';
import type { PlainValue } from '#core/tree/tree.ts';

/** A header as a fix writes it; `schema` holds plain JSON Schema keywords. */
export interface NewHeader {
  readonly description: string;
  readonly schema: { readonly [keyword: string]: PlainValue };
}

/** How long to wait (RFC 9110 §10.2.3). */
export const retryAfter: NewHeader = {
  description: 'Seconds to wait before the next request (RFC 9110 §10.2.3).',
  schema: { type: 'integer', minimum: 0 },
};

/** The Header Object; 2.0 writes the keywords of the schema beside the description. */
export function headerValue({ version }: DescriptionContext, { description, schema }: NewHeader): PlainValue {
  return version === '2.0' ? { description, ...schema } : { description, schema };
}
