/** How long a step is silent before it is told that it goes on, and how often on a terminal that keeps its lines, in seconds. */
const first = 3;
const everyLine = 15;

/**
 * Waits for a step that may take long and prints nothing itself. On a terminal its seconds are counted in one line, which
 * is gone afterwards; elsewhere there is a line now and then.
 *
 * @template T
 * @param {string} name what goes on: "installing packages"
 * @param {Promise<T>} step
 * @returns {Promise<T>}
 */
export async function showLife(name, step) {
  const started = Date.now();
  const { isTTY } = process.stdout;
  let isShown = false;
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    if (seconds < first || (!isTTY && seconds % everyLine !== 0)) return;
    process.stdout.write(isTTY ? `\r\u001b[K${name} … ${seconds} s` : `${name} … ${seconds} s\n`);
    isShown = true;
  }, 1000);
  try {
    return await step;
  } finally {
    clearInterval(timer);
    if (isTTY && isShown) process.stdout.write('\r\u001b[K');
  }
}
