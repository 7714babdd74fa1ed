import { chromium } from 'playwright-core';
import { installBrowser } from './install.mjs';

/**
 * Opens a page in the headless browser, installing that first where it is not; closes the browser on cleanup.
 *
 * @param {import('../with-cleanup.mjs').Defer} defer
 */
export async function openPage(defer) {
  const { executable, env } = await installBrowser();
  const browser = await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    args: browserArguments,
    // Cleanup closes it; a signal is not answered twice.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  defer(() => browser.close());
  return browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 });
}

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
