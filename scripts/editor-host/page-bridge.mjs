import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { editorFolder } from './install.mjs';

/**
 * Lets a story, which runs inside the extension host, use the page around it as a person does: real keys, a real pointer,
 * a picture. An action is `POST <address>/<name>` with a JSON object; `test/vscode/page.ts` is the client.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('../with-cleanup.mjs').Defer} defer
 * @returns {Promise<string>} the address, on this machine and with a secret in its path
 */
export async function openPageBridge(page, defer) {
  const secret = randomUUID();
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(page, secret, request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  defer(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return `http://127.0.0.1:${address.port}/${secret}`;
}

/**
 * What a story may do with the page. A selector is one of Playwright's: CSS, `text=…`, `role=…`.
 *
 * @type {Record<string, (page: import('playwright-core').Page, request: Record<string, string>) => Promise<unknown>>}
 */
const actions = {
  press: (page, { keys = '' }) => page.keyboard.press(keys),
  type: (page, { text: typed = '' }) => page.keyboard.type(typed, { delay: 20 }),
  click: (page, { selector = '' }) => page.locator(selector).first().click({ timeout }),
  hover: (page, { selector = '' }) => page.locator(selector).first().hover({ timeout }),
  // What is drawn has no inner text.
  read: (page, { selector = '' }) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.innerText ?? element.textContent, undefined, { timeout }),
  has: async (page, { selector = '' }) => (await page.locator(selector).count()) > 0,
  async screenshot(page, { name = 'page' }) {
    const path = resolve(process.env.PLUMBLINE_SCREENSHOTS ?? join(editorFolder, 'screenshots'), `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await page.screenshot({ path, scale: 'device', animations: 'disabled' });
    return path;
  },
};

/** Milliseconds for an element to appear: many times what a slow machine needs, since only a failure waits so long. */
const timeout = 120_000;

/**
 * @param {import('playwright-core').Page} page
 * @param {string} secret
 * @param {import('node:http').IncomingMessage} request
 */
async function answer(page, secret, request) {
  const [, given, name = ''] = (request.url ?? '').split('/');
  const action = given === secret && Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) return { status: 404, body: { error: `no action ${name}` } };
  try {
    const value = await action(page, JSON.parse(await text(request)));
    return { status: 200, body: { value } };
  } catch (error) {
    return { status: 500, body: { error: `${name}: ${error instanceof Error ? error.message : error}` } };
  }
}
