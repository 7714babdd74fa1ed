import { countedNoun } from '#client/finding-counts.ts';
import type { ServiceState } from '#server/protocol.ts';

/** The badge of the checklist: how many rows are left to do, in all services; undefined where there are none. */
export function openWork(
  counts: readonly Pick<ServiceState['counts'], 'failing' | 'open'>[],
): { readonly value: number; readonly tooltip: string } | undefined {
  const failing = counts.reduce((sum, each) => sum + each.failing, 0);
  const open = counts.reduce((sum, each) => sum + each.open, 0);
  const value = failing + open;
  if (value === 0) return undefined;
  const parts = [...(failing > 0 ? [`${failing} to mend`] : []), ...(open > 0 ? [`${open} to decide`] : [])];
  return { value, tooltip: `Open work: ${countedNoun(value, 'row')} of the checklist, ${parts.join(', ')}` };
}
