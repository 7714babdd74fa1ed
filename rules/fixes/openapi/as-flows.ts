import type { UnknownField } from '#core/openapi/spec/fault.ts';
import type { Change, Fix } from '#core/rule.ts';
import { findEntry, findString } from '#core/tree/tree.ts';
import { renamedFields } from '#rules/words/field-remedies.ts';

/** What each flow of 3.x needs beside its scopes. */
const needs: ReadonlyMap<string, readonly string[]> = new Map([
  ['implicit', ['authorizationUrl']],
  ['password', ['tokenUrl']],
  ['clientCredentials', ['tokenUrl']],
  ['authorizationCode', ['authorizationUrl', 'tokenUrl']],
]);

/** The one flow that 2.0 writes into a security scheme, below `flows`; undefined where something is missing in it, or too much there. */
export function asFlows(
  { map, pointer, object }: UnknownField,
  names: readonly string[],
  uri: string,
): Fix | undefined {
  const written = object === 'security-scheme' ? findString(map, 'flow')?.value : undefined;
  if (map === undefined || written === undefined || findEntry(map, 'flows') !== undefined) return undefined;
  const moved = names.filter((name) => name !== 'flow');
  const changes = flowChanges(written, moved, pointer.slice(0, -1), uri);
  const title = `Write the flow as “${flowName(written)}” below “flows”`;
  return changes && { title, safety: 'review', changes };
}

/** The same of a scheme at a pointer, which has these fields beside its `flow`. */
export function flowChanges(
  written: string,
  moved: readonly string[],
  above: readonly string[],
  uri: string,
): readonly [Change, ...Change[]] | undefined {
  const flow = flowName(written);
  const wanted = needs.get(flow);
  const isWhole = wanted?.every((name) => moved.includes(name)) === true;
  if (!isWhole || !moved.every((name) => name === 'scopes' || wanted?.includes(name))) return undefined;
  const to = [...above, 'flows', flow];
  const remove: Change = { kind: 'remove', uri, pointer: [...above, 'flow'] };
  const moves = moved.map((name): Change => ({ kind: 'move', uri, pointer: [...above, name], to: [...to, name] }));
  const scopes: Change = { kind: 'set', uri, pointer: [...to, 'scopes'], value: {}, ifAbsent: true };
  return [remove, ...moves, ...(moved.includes('scopes') ? [] : [scopes])];
}

function flowName(written: string): string {
  return renamedFields.get('oauth-flows')?.get(written) ?? written;
}
