/** True while a rule asks: what is not understood must not be answered then. Whatever else reads takes it as it is. */
let asked = false;

export function isAsking(): boolean {
  return asked;
}

/** Says whether whoever works asks from now on; gives back whether it did, which is to be said again behind the work. */
export function setAsking(isAsked: boolean): boolean {
  const outer = asked;
  asked = isAsked;
  return outer;
}

/** Runs work that asks, or within it work that does not. */
export function whileAsking<T>(isAsked: boolean, work: () => T): T {
  const outer = setAsking(isAsked);
  try {
    return work();
  } finally {
    setAsking(outer);
  }
}
