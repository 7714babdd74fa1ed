import type { Schema } from '#core/openapi/model.ts';
import type { View } from '#core/openapi/view.ts';
import type { Usages } from '#core/rule.ts';

/** Whether requests hold what is written at a place: `unknown` in a component, which goes wherever it is used. */
export type Sent = 'yes' | 'no' | 'unknown';

/** Told from the place alone, which costs nothing. */
export function sentAt({ section, location }: Pick<View, 'section' | 'location'>): Sent {
  let [outer, inner, at] = ['', '', location];
  for (; at.parent !== undefined; at = at.parent) [outer, inner] = [at.key, outer];
  const [root, kind] = section.pointer;
  if (root === 'components' || root === 'responses') {
    const holder = root === 'responses' ? root : kind;
    return holder === 'responses' || holder === 'headers' ? 'no' : 'unknown';
  }
  if (root !== 'paths') return 'unknown';
  if (outer === 'parameters') return 'yes';
  if (inner === 'responses') return 'no';
  return inner === 'parameters' || inner === 'requestBody' ? 'yes' : 'unknown';
}

/** The same of a schema, for certain. */
export function isSent(schema: Schema, { usage }: Pick<Usages, 'usage'>): boolean {
  const sent = sentAt(schema);
  return sent === 'yes' || (sent === 'unknown' && usage(schema).inRequest);
}
