const generatorFunction: object = Object.getPrototypeOf(function* () {});
/** The `next` of all generators. */
const { next } = (function* (): Generator<unknown> {})();

/** True for a function that gives back generators. */
export function isGeneratorFunction(work: object): boolean {
  return Object.getPrototypeOf(work) === generatorFunction;
}

/**
 * Calls `take` for each thing a rule says; `isGenerator` where a generator says it. Most rules have nothing to say of most nodes: that
 * costs next to nothing. The generators of different rules are objects of different shapes, and whoever asks all of them for their `next`
 * has it looked up each time.
 */
export function forEachSaid<T>(said: Iterable<T>, isGenerator: boolean, take: (thing: T) => void): void {
  if (isGenerator) {
    for (let step = next.call(said as Generator<T>); step.done !== true; step = next.call(said as Generator<T>))
      take(step.value as T);
  } else if (Array.isArray(said)) for (let index = 0; index < said.length; index++) take(said[index]);
  else for (const thing of said) take(thing);
}
