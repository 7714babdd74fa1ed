import { type Location, pointerOf } from '#core/openapi/view.ts';

/** What a place within a description belongs to, as findings name it: `schema “Order”`, `GET /orders`; undefined where its pointer does not tell. */
export function ownerTitle(location: Location): string | undefined {
  const head = location.section.pointer;
  // A component mostly has a section of its own: then the place within it need not be known.
  const isTelling = head[0] === 'components' ? head.length > 2 : head[0] === 'definitions' && head.length > 1;
  const [first = '', second = '', third = '', fourth] = isTelling ? head : pointerOf(location);
  if (first === 'definitions') return `schema “${second}”`;
  if (first === 'components') {
    const kind = kinds.get(second);
    return kind === undefined ? undefined : `${kind} “${third}”`;
  }
  if (first !== 'paths' && first !== 'webhooks') return undefined;
  return methods.has(third) && fourth !== undefined ? `${third.toUpperCase()} ${second}` : second;
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['schemas', 'schema'],
  ['responses', 'response'],
  ['requestBodies', 'request body'],
  ['parameters', 'parameter'],
  ['headers', 'header'],
]);

const methods: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
]);
