import type { ItemEvidence } from '#server/protocol.ts';

/** `orders.yaml:12`: the file's name and the line, counted from 1. */
export function placeName({ uri, range }: Pick<ItemEvidence, 'uri' | 'range'>): string {
  return `${decodeName(uri.slice(uri.lastIndexOf('/') + 1))}:${range.start.line + 1}`;
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
