import type { ListEnvelope } from '#core/openapi/resources/list-envelope.ts';

/** The form of a list as people write it down: `[ … ]`, `{ data, meta }`, `{ _embedded: { orders }, _links }`. */
export function shownEnvelope({ kind, items, about }: ListEnvelope): string {
  if (items === undefined) return '[ … ]';
  const name = shortName(items.name.value);
  const others = about.slice(0, mostShown).map((each) => shortName(each.name.value));
  const rest = about.length > mostShown ? ['…'] : [];
  if (kind === 'hal') return `{ ${[`_embedded: { ${name} }`, ...others, ...rest].join(', ')} }`;
  return `{ ${[name, ...others, ...rest].join(', ')} }`;
}

const mostShown = 3;

/** So much of a name is shown, in UTF-16 units. */
const longest = 20;

function shortName(name: string): string {
  return name.length > longest ? `${name.slice(0, longest)}…` : name;
}
