/**
 * Places as near to the wanted ones as can be (least squares), in their order, where the next one begins at least `needs[i]` after
 * place i. By pooling adjacent violators: what is too close moves as one block to its mean.
 */
export function separate(wanted: readonly number[], needs: readonly number[]): readonly number[] {
  const offsets: number[] = [];
  const blocks: { sum: number; count: number }[] = [];
  let offset = 0;
  for (const [index, place] of wanted.entries()) {
    offsets.push(offset);
    let block = { sum: place - offset, count: 1 };
    for (let last = blocks.at(-1); last !== undefined && meanOf(last) > meanOf(block); last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
    offset += needs[index] ?? 0;
  }
  const means = blocks.flatMap((block) => Array.from({ length: block.count }, () => meanOf(block)));
  return offsets.map((each, index) => each + (means[index] ?? 0));
}

function meanOf({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count;
}
