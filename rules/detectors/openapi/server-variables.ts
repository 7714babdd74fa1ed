import type { Server } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, type NamedPlace } from '#core/openapi/place.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Finding } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { findEntry, itemsOf, type TreeNode } from '#core/tree/tree.ts';
import { lacksField } from '#rules/detectors/openapi/lacks-field.ts';

/** The variables a server defines; undefined where what stands there is not known: behind a `$ref`, no map, or under a misspelt key. */
export function definedVariables(server: Server): readonly NamedPlace[] | undefined {
  const { tree } = server;
  const variables = findEntry(tree, 'variables')?.value;
  const isKnown = variables === undefined || (variables.kind === 'map' && !findEntry(variables, '$ref'));
  if (tree.kind !== 'map' || !isKnown) return undefined;
  if (findEntry(tree, 'variables') === undefined && !lacksField(tree, 'variables')) return undefined;
  return entryPlaces(childPlace(server, 'variables'));
}

/** A default that is none of the values there are, `demand` saying by which authority; numbers count as they are written. */
export function wrongDefault({ name, tree, location }: NamedPlace, demand: string): Finding | undefined {
  const written = findEntry(tree, 'default')?.value;
  const allowed = itemsOf(findEntry(tree, 'enum')?.value).map(textOf);
  const value = textOf(written);
  if (written === undefined || value === undefined || allowed.length === 0 || allowed.includes(value)) return undefined;
  const known = allowed.filter((each) => each !== undefined);
  const meant = nearestName(value, known) ?? known[0];
  if (meant === undefined || known.length < allowed.length) return undefined;
  const message = `The default “${value}” of the server variable “${name.value}” is not one of its values, as it ${demand}.`;
  const pointer = [...pointerOf(location), 'default'];
  const changes = [{ kind: 'set', uri: location.section.uri, pointer, value: meant }] as const;
  return { span: written.span, message, fixes: [{ title: `Use “${meant}” by default`, safety: 'review', changes }] };
}

function textOf(node: TreeNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}
