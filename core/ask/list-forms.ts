import type { ToldResource } from '#core/ask/resource-tree.ts';
import type { EnvelopeKind } from '#core/openapi/resources/list-envelope.ts';

/** How many lists of a description have each form, the most frequent first. */
export function listForms(resources: readonly ToldResource[]): ReadonlyMap<EnvelopeKind, number> {
  const counts = new Map<EnvelopeKind, number>();
  const pending = [...resources];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const { form } of next.operations)
      if (form !== undefined) counts.set(form.kind, (counts.get(form.kind) ?? 0) + 1);
    for (const child of next.children) pending.push(child);
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}
