/** A promise that is resolved from outside; resolving it again has no effect. */
export class Deferred {
  readonly promise: Promise<void>;
  #resolve = () => {};

  constructor() {
    this.promise = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  resolve(): void {
    this.#resolve();
  }
}
