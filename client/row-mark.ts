import type { ChecklistItemState } from '#server/protocol.ts';

/** `failing` for findings and for a no; `open` for what is not known, not answered, or answered for something else. */
export function rowMark(item: ChecklistItemState): 'passing' | 'failing' | 'open' {
  if (item.kind === 'automatic') {
    if (item.state === 'unknown') return 'open';
    return item.state === 'findings' ? 'failing' : 'passing';
  }
  if (item.answer === undefined || item.stale !== undefined) return 'open';
  return item.answer.verdict === 'no' ? 'failing' : 'passing';
}
