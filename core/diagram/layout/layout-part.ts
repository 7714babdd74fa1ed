import type { LayoutBox, LayoutLink } from '#core/diagram/layout/layout.ts';

/** A link between two boxes of a part, by their places in its list. */
export interface PartLink {
  readonly link: LayoutLink;
  readonly from: number;
  readonly to: number;
}

/** Boxes that are connected, directly or by others. */
export interface LayoutPart {
  readonly boxes: readonly LayoutBox[];
  readonly links: readonly PartLink[];
}

/** The boxes by what is connected, in the order of their first ones. Links to boxes that are not there are left out. */
export function layoutParts(boxes: readonly LayoutBox[], links: readonly LayoutLink[]): readonly LayoutPart[] {
  const partOf = connectedParts(boxes, links);
  const parts = new Map<number, { boxes: LayoutBox[]; links: PartLink[] }>();
  const places = new Map<string, number>();
  for (const box of boxes) {
    const part = partNamed(parts, partOf.get(box.id) ?? 0);
    places.set(box.id, part.boxes.length);
    part.boxes.push(box);
  }
  for (const link of links) {
    const [from, to] = [places.get(link.from), places.get(link.to)];
    if (from !== undefined && to !== undefined) {
      partNamed(parts, partOf.get(link.from) ?? 0).links.push({ link, from, to });
    }
  }
  return [...parts.values()];
}

function partNamed<T>(parts: Map<number, { boxes: LayoutBox[]; links: T[] }>, name: number) {
  const part = parts.get(name) ?? { boxes: [], links: [] };
  parts.set(name, part);
  return part;
}

function connectedParts(boxes: readonly LayoutBox[], links: readonly LayoutLink[]): ReadonlyMap<string, number> {
  const neighbours = new Map<string, string[]>(boxes.map(({ id }) => [id, []]));
  for (const { from, to } of links) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const partOf = new Map<string, number>();
  let part = 0;
  for (const { id } of boxes) {
    if (partOf.has(id)) continue;
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (partOf.has(next) || !neighbours.has(next)) continue;
      partOf.set(next, part);
      open.push(...(neighbours.get(next) ?? []));
    }
    part++;
  }
  return partOf;
}
