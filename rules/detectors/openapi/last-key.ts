/** The key or list index a pointer ends with; empty at the root of a file. */
export function lastKey(pointer: readonly string[]): string {
  return pointer.at(-1) ?? '';
}
