import type { TextOutput } from '#cli/command-io.ts';

/** Says what is going on, on a terminal, once a run takes longer than a second; leaves no trace. */
export class Progress {
  readonly #output: TextOutput;
  readonly #isShown: boolean;
  readonly #start = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #isOnScreen = false;

  constructor(output: TextOutput, isQuiet: boolean) {
    this.#output = output;
    this.#isShown = output.isTerminal && !isQuiet;
  }

  /** Names the step that begins. One that blocks, and is expected to for long, is named at once: no timer would fire. */
  step(label: string, willBlock = false): void {
    clearTimeout(this.#timer);
    if (!this.#isShown) return;
    const patience = willBlock ? 0 : Math.max(0, 1000 - (performance.now() - this.#start));
    if (patience === 0) this.#print(label);
    else this.#timer = setTimeout(() => this.#print(label), patience).unref();
  }

  /** Takes the line away; to be called before anything else is printed. */
  end(): void {
    clearTimeout(this.#timer);
    if (this.#isOnScreen) this.#output.write('\r\u001b[K');
    this.#isOnScreen = false;
  }

  #print(label: string): void {
    this.#isOnScreen = true;
    this.#output.write(`\r\u001b[K${label}`);
  }
}
