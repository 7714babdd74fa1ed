const generatorFunction: object = Object.getPrototypeOf(function* () {});
/** The `next` of all generators. */
const { next } = (function* (): Generator<unknown> {})();

/** True for a function that gives back generators. */
export function isGeneratorFunction(work: object): boolean {
  return Object.getPrototypeOf(work) === generatorFunction;
}

/** True where it is plain that nothing is said. */
export function saysNothing(said: Iterable<unknown>): boolean {
  return Array.isArray(said) && said.length === 0;
}

/**
 * Calls `take` for each thing a rule says, with what it is said `of`; `isGenerator` where a generator says it. Most rules have nothing to
 * say of most nodes: that costs next to nothing. The generators of different rules are objects of different shapes, and whoever asks all
 * of them for their `next` has it looked up each time.
 */
export function forEachSaid<T, O>(
  said: Iterable<T>,
  isGenerator: boolean,
  take: (thing: T, of: O) => void,
  of: O,
): void {
  if (isGenerator) {
    for (let step = next.call(said as Generator<T>); step.done !== true; step = next.call(said as Generator<T>))
      take(step.value as T, of);
  } else if (Array.isArray(said)) for (let index = 0; index < said.length; index++) take(said[index], of);
  else for (const thing of said) take(thing, of);
}
