import { type Location, pointerOf } from '#core/openapi/view.ts';

/** What a place within a description belongs to, as findings name it: `schema “Order”`, `GET /orders`; undefined where its pointer does not tell. */
export function ownerTitle(location: Location): string | undefined {
  const [first = '', second = '', third = '', fourth] = pointerOf(location);
  if (first === 'definitions') return `schema “${second}”`;
  if (first === 'components') {
    const kind = kinds.get(second);
    return kind === undefined ? undefined : `${kind} “${third}”`;
  }
  if (first === 'paths' || first === 'webhooks')
    return methods.test(third) && fourth !== undefined ? `${third.toUpperCase()} ${second}` : second;
  return undefined;
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['schemas', 'schema'],
  ['responses', 'response'],
  ['requestBodies', 'request body'],
  ['parameters', 'parameter'],
  ['headers', 'header'],
]);

const methods = /^(?:get|put|post|delete|options|head|patch|trace|query)$/;
