/** @typedef {(step: () => unknown) => void} Defer notes what to undo at the end */

const signals = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });

/**
 * Runs the main part of a script. What it deferred is undone in reverse order when it ends, fails, or is interrupted.
 * Then the process exits: with the number it returned, 1 after printing an error, or the usual code of a signal.
 *
 * @param {(defer: Defer) => Promise<number>} main
 */
export async function runWithCleanup(main) {
  /** @type {(() => unknown)[]} */
  const steps = [];
  let isInterrupted = false;
  /** @type {Promise<number>} */
  const interrupted = new Promise((resolve) => {
    for (const [signal, code] of Object.entries(signals)) {
      process.on(signal, () => {
        isInterrupted = true;
        resolve(code);
      });
    }
  });
  const finished = main((step) => steps.push(step)).catch((error) => {
    // What fails then fails because of the end.
    if (!isInterrupted) console.error(error instanceof Error ? error.message : error);
    return 1;
  });
  const code = await Promise.race([finished, interrupted]);
  for (const step of steps.reverse()) await undo(step);
  process.exit(code);
}

/** @param {() => unknown} step */
async function undo(step) {
  try {
    await step();
  } catch (error) {
    console.error('Cleaning up:', error);
  }
}
