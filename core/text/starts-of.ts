/** Where each of the consecutive pieces of a text begins. */
export function startsOf(pieces: readonly { readonly text: string }[]): readonly number[] {
  const starts: number[] = [];
  let start = 0;
  for (const { text } of pieces) {
    starts.push(start);
    start += text.length;
  }
  return starts;
}
