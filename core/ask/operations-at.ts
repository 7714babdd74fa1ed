import type { ToldOperation } from '#core/ask/resource-tree.ts';
import { sectionStarts } from '#core/ask/section-starts.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { writtenMethod } from '#core/openapi/effective/written-method.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import { schemaNames } from '#core/openapi/resources/schema-names.ts';
import { shiftSpan } from '#core/text/span.ts';
import { ifUnderstood } from '#core/work/understood.ts';

/** Where a path stands. */
export interface Place {
  readonly uri: string;
  readonly offset: number;
}

/** That of what stands nowhere, or in text that is not understood. */
export const nowhere: Place = { uri: '', offset: Number.POSITIVE_INFINITY };

/** The operations of a path, and where it stands. */
export function operationsAt(
  { template, methods }: PathResource,
  description: Description,
): { readonly operations: readonly ToldOperation[]; readonly place: Place } {
  const item = ifUnderstood(() => description.find('openapi.path-item', template));
  if (item === undefined || methods?.length === 0) return { operations: [], place: nowhere };
  const startOf = ({ section }: Pick<typeof item, 'section'>): number => {
    const document = description.files.get(section.uri);
    return document === undefined ? 0 : (sectionStarts(document).get(section) ?? 0);
  };
  const operations = item.operations.map((operation): ToldOperation => {
    const span = shiftSpan(operation.anchor, startOf(operation));
    const method = writtenMethod(operation);
    const schemas = schemaNames(operation, description);
    return { method, path: item.path.value, operation: undefined, schemas, uri: operation.section.uri, span };
  });
  return { operations, place: { uri: item.section.uri, offset: item.anchor.start + startOf(item) } };
}
