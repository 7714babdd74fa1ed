import { argumentOf, stringValue } from '#core/prisma/attribute.ts';
import type { ModelIndex } from '#core/prisma/indexes.ts';
import type { Located } from '#core/text/span.ts';

/** The name in the database an index is given, with its quotes; undefined where Prisma makes it. */
export function mapArgumentOf({ attribute }: ModelIndex): Located<string> | undefined {
  return stringValue(argumentOf(attribute, 'map')?.value);
}
