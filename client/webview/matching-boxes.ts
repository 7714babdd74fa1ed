/** What can be found by its name. */
export interface NamedBox {
  readonly id: string;
  readonly name: string;
}

/** The boxes whose names hold what is looked for, whatever the case: first those that begin with it, the shorter ones first. */
export function matchingBoxes<B extends NamedBox>(boxes: readonly B[], query: string): readonly B[] {
  const sought = query.trim().toLowerCase();
  if (sought === '') return [];
  const found = boxes.flatMap((box) => {
    const place = box.name.toLowerCase().indexOf(sought);
    return place < 0 ? [] : [{ box, isFirst: place === 0 }];
  });
  return found
    .sort(
      (a, b) =>
        Number(b.isFirst) - Number(a.isFirst) ||
        a.box.name.length - b.box.name.length ||
        (a.box.name < b.box.name ? -1 : 1),
    )
    .map(({ box }) => box);
}
