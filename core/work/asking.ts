/** True while a rule asks: what is not understood must not be answered then. Whatever else reads takes it as it is. */
let asked = false;

export function isAsking(): boolean {
  return asked;
}

/** Runs work that asks, or within it work that does not. */
export function whileAsking<T>(isAsked: boolean, work: () => T): T {
  const outer = asked;
  asked = isAsked;
  try {
    return work();
  } finally {
    asked = outer;
  }
}
