/** The largest of numbers, however many: spread into a call they would overflow the stack. `least` where there are none. */
export function largest(least: number, numbers: Iterable<number>): number {
  let most = least;
  for (const number of numbers) if (number > most) most = number;
  return most;
}
