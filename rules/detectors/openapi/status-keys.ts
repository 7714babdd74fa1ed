import type { Operation } from '#core/openapi/model.ts';
import { isExtension } from '#core/openapi/place.ts';
import { entriesOf, findEntry, findValue } from '#core/tree/tree.ts';
import { foundOnce } from '#core/work/note-read.ts';

/**
 * The keys under `responses` as written, also those whose response is still empty; undefined when they stand elsewhere
 * (`responses: {$ref: …}`) or are no map.
 */
export function statusKeys(operation: Operation): readonly string[] | undefined {
  return foundOnce(statusKeys, operation, () => readStatusKeys(operation));
}

function readStatusKeys(operation: Operation): readonly string[] | undefined {
  const responses = findValue(operation.tree, 'responses');
  if (responses === undefined) return [];
  if (responses.kind === 'scalar' && responses.value === null) return [];
  if (responses.kind !== 'map' || findEntry(responses, '$ref') !== undefined) return undefined;
  return entriesOf(responses)
    .map(({ key }) => key.value)
    .filter((key) => !isExtension(key));
}
