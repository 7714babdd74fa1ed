import type { Context } from 'mocha';

/**
 * The editor as a person sees it: keys, a pointer, a picture. Only the browser-hosted VS Code has it; in a desktop one a
 * story that needs it is skipped with `skipWithoutPage(this)`. A selector is one of Playwright's: CSS, `text=…`.
 */
export const page = {
  /** Presses one key or chord, as `Control+.` or `Enter`. */
  press: (keys: string) => ask('press', { keys }),
  type: (text: string) => ask('type', { text }),
  click: (selector: string) => ask('click', { selector }),
  hover: (selector: string) => ask('hover', { selector }),
  /** The visible text of the first element that matches; fails when none appears within two minutes. */
  read: (selector: string) => ask('read', { selector }),
  /** Whether an element matches now. */
  has: async (selector: string) => (await ask('has', { selector })) === 'true',
  /** Writes `<name>.png` to `.vscode-test/screenshots`, or to the folder PLUMBLINE_SCREENSHOTS; answers with its path. */
  screenshot: (name: string) => ask('screenshot', { name }),
};

/** Skips the running story where there is no page to use. */
export function skipWithoutPage(context: Context): void {
  if (address() === undefined) context.skip();
}

async function ask(action: string, request: Record<string, string>): Promise<string> {
  const response = await fetch(`${address()}/${action}`, { method: 'POST', body: JSON.stringify(request) });
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null) throw new Error(`${action}: no answer`);
  if ('error' in answer) throw new Error(`${answer.error}`);
  return 'value' in answer ? `${answer.value}` : '';
}

function address(): string | undefined {
  return process.env['PLUMBLINE_STORY_PAGE'];
}
