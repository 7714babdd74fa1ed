import { describeCounts } from '#client/finding-counts.ts';
import type { FindingCounts } from '#server/protocol.ts';

/** What is known of the active file. */
export type FileStatus =
  | { readonly kind: 'reviewed'; readonly counts: FindingCounts }
  | { readonly kind: 'reviewing' }
  /** No description and no schema, or not reviewed yet. */
  | { readonly kind: 'hidden' };

export interface StatusText {
  /** May hold icons, as `$(error)`. */
  readonly text: string;
  readonly tooltip: string;
}

/** What the status bar shows; undefined when it shows nothing. */
export function statusText(status: FileStatus): StatusText | undefined {
  switch (status.kind) {
    case 'hidden':
      return undefined;
    case 'reviewing':
      return { text: '$(loading~spin) Plumbline: reviewing…', tooltip: 'Plumbline is reviewing this file.' };
    case 'reviewed':
      return {
        text: `Plumbline: ${countIcons(status.counts)}`,
        tooltip: `Plumbline has ${describeCounts(status.counts)} in this file. Click to show the problems.`,
      };
    default:
      return status satisfies never;
  }
}

function countIcons({ error, warning, info }: FindingCounts): string {
  const parts: string[] = [];
  if (error > 0) parts.push(`$(error) ${error}`);
  if (warning > 0) parts.push(`$(warning) ${warning}`);
  if (info > 0) parts.push(`$(info) ${info}`);
  return parts.length === 0 ? '$(check)' : parts.join(' ');
}
