import type { OpenFrame, OpenFrames } from '#core/ask/complete/tree/open-frames.ts';
import type { TypedPlace } from '#core/ask/complete/tree/typed-place.ts';
import type { MetPlace } from '#core/ask/complete/tree/typing.ts';

/** What a line of its own may be that begins at a column: a key, an item, or the first of either. */
export function placesAt(frames: OpenFrames, column: number): Pick<MetPlace, 'places' | 'isFresh'> | undefined {
  const frame = frames.around(column);
  if (frame === undefined) return frames.top === undefined ? fresh([]) : undefined;
  if (frame.column < column) return mayHoldMore(frame) ? fresh(frames.pathOf(frame, true)) : undefined;
  const path = frames.pathOf(frame, false);
  if (frame.node.kind === 'map') return { places: [...deeper(frame, frames), { path, as: 'key' }], isFresh: false };
  const holder = frames.holderOf(frame);
  const isBeside = holder?.node.kind === 'map' && holder.column === column;
  const beside = isBeside ? [{ path: frames.pathOf(holder, false), as: 'key' as const }] : [];
  return { places: [{ path, as: 'item' }, ...beside], isFresh: false };
}

/** Editors that do not indent a new line leave it at the column of the key that it belongs to. */
function deeper(frame: OpenFrame, frames: OpenFrames): readonly TypedPlace[] {
  if (!mayHoldMore(frame)) return [];
  const path = frames.pathOf(frame, true);
  return [
    { path, as: 'key', isDeeper: true },
    { path, as: 'item', isDeeper: true },
  ];
}

function fresh(path: readonly string[]): Pick<MetPlace, 'places' | 'isFresh'> {
  return {
    places: [
      { path, as: 'key' },
      { path, as: 'item' },
    ],
    isFresh: true,
  };
}

/** True where nothing stands yet under the key, or behind the dash, that came last. */
function mayHoldMore({ node, entry }: OpenFrame): boolean {
  if (node.kind === 'list') return node.items.length > 0 && node.items.at(-1) === undefined;
  return entry !== undefined && entry.value === undefined;
}
