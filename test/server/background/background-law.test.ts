import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { rulebook } from '#rules/rulebook.ts';
import { Random } from '../../support/random.ts';
import { withFolder } from '../../support/with-folder.ts';
import { TestClient } from '../ask-server.ts';
import { backgroundInChannel } from './background-in-channel.ts';
import { firstTexts, paths, someText } from './background-texts.ts';

/** Another seed gives other runs, minutes give more of them; a failure names its seed. */
const { PLUMBLINE_SEED = '1', PLUMBLINE_SOAK_MINUTES = '0' } = process.env;
const soakMinutes = Number(PLUMBLINE_SOAK_MINUTES);
const runs = 8;
const stepsPerRun = 24;

describe('the background', () => {
  it('makes no difference to what is published, counted, reported and offered, whatever is edited', async function () {
    this.timeout(soakMinutes > 0 ? 0 : 3_600_000);
    const end = performance.now() + soakMinutes * 60_000;
    for (let run = 0; run < runs || performance.now() < end; run++) await checkRun(Number(PLUMBLINE_SEED) + run);
  });
});

/** Plays the same edits against a server with a background and one without, in one folder. */
function checkRun(seed: number): Promise<void> {
  return withFolder({}, (folder) => checkRunIn(folder, seed));
}

async function checkRunIn(folder: string, seed: number): Promise<void> {
  const background = { start: backgroundInChannel(rulebook), worthThread: 1 };
  const clients = [new TestClient(folder, { rulebook, background }), new TestClient(folder, { rulebook })] as const;
  const desk = new TwoServers(clients, new Random(seed));
  try {
    await desk.play();
  } catch (error) {
    assert.fail(`PLUMBLINE_SEED=${seed}\n${desk.log.join('\n')}\n${error instanceof Error ? error.message : error}`);
  } finally {
    for (const client of clients) await client.stop();
  }
}

class TwoServers {
  readonly log: string[] = [];
  readonly #clients: readonly [TestClient, TestClient];
  readonly #random: Random;
  readonly #open = new Set<string>();
  #isOn = true;

  constructor(clients: readonly [TestClient, TestClient], random: Random) {
    this.#clients = clients;
    this.#random = random;
  }

  async play(): Promise<void> {
    const [one] = this.#clients;
    for (const [path, text] of firstTexts(this.#random)) one.writeFile(path, text);
    await this.#both((client) => client.start());
    for (let step = 0; step < stepsPerRun; step++) {
      for (let edits = this.#random.below(3); edits >= 0; edits--) await this.#step();
      if (step % 2 === 0) await this.#compare();
    }
    await this.#compare();
    for (const client of this.#clients) assert.deepEqual(client.errors, []);
  }

  async #step(): Promise<void> {
    const path = this.#random.pick(paths);
    switch (this.#random.below(9)) {
      case 0:
      case 1:
        return this.#open.has(path) ? this.#close(path) : this.#openFile(path);
      case 2:
      case 3:
        return this.#edit(path);
      case 4:
      case 5:
        return this.#write(path);
      case 6:
        return this.#delete(path);
      case 7:
        return this.#fixAll(path);
      default:
        return this.#change();
    }
  }

  async #openFile(path: string): Promise<void> {
    this.log.push(`open ${path}`);
    this.#open.add(path);
    const text = someText(path, this.#random);
    await this.#both((client) => client.open(path, text));
  }

  async #close(path: string): Promise<void> {
    this.log.push(`close ${path}`);
    this.#open.delete(path);
    await this.#both((client) => client.close(path));
  }

  async #edit(path: string): Promise<void> {
    if (!this.#open.has(path)) return;
    this.log.push(`edit ${path}`);
    const [client] = this.#clients;
    const before = client.document(path).getText();
    const after = someText(path, this.#random);
    await this.#both((each) => each.replace(path, before, after));
  }

  async #write(path: string): Promise<void> {
    this.log.push(`write ${path}`);
    this.#clients[0].writeFile(path, someText(path, this.#random));
    await this.#both((client) => client.filesChanged(path));
  }

  async #delete(path: string): Promise<void> {
    this.log.push(`delete ${path}`);
    this.#clients[0].writeFile(path, '');
    this.#clients[0].deleteFile(path);
    await this.#both((client) => client.filesChanged(path));
  }

  /** Of a file that is open or not. Before everything is reviewed, what is found in it may not be all yet. */
  async #fixAll(path: string): Promise<void> {
    this.log.push(`fix all of ${path}`);
    await this.#compare();
    await this.#compareAnswers((client) => client.request('plumbline/fixAll', { uri: client.uri(path) }));
    const position = { line: this.#random.below(20), character: 7 };
    const range = { start: position, end: { line: position.line + 5, character: 0 } };
    await this.#compareAnswers((client) => {
      const textDocument = { uri: client.uri(path) };
      return client.send('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
    });
  }

  async #change(): Promise<void> {
    const preset = this.#random.pick(['recommended', 'strict']);
    const enable = this.#random.below(6) > 0;
    if (this.#random.below(2) === 0) {
      this.log.push('read all again');
      return this.#both(async (client) => void (await client.request('plumbline/reviewWorkspace', {})));
    }
    this.log.push(`preset ${preset}, ${enable ? 'on' : 'off'}`);
    this.#isOn = enable;
    await this.#both((client) => client.changeSettings({ preset, enable }));
    // The server asks back.
    for (let times = 0; times < 3; times++) await this.#compareAnswers(askSomething);
  }

  /** Waits until all is reviewed, and compares. */
  async #compare(): Promise<void> {
    await this.#compareAnswers((client) => client.request('plumbline/checklist', {}));
    await this.#compareAnswers((client) => client.request('plumbline/report', {}));
    const [actual, expected] = this.#clients.map((client) => this.#shownIn(client));
    assert.deepEqual(actual, expected);
    const [counted, expectedCounts] = this.#clients.map(({ reviewed }) => reviewed.at(-1)?.files);
    assert.deepEqual(counted, expectedCounts);
  }

  /**
   * What the editor shows, by uri; nothing of a file that is not open, or not reviewed, is nothing at all. Switched off, it
   * depends on the time whether a document opened shortly before was reviewed.
   */
  #shownIn(client: TestClient): unknown {
    const open = new Set([...this.#open].map((path) => client.uri(path)));
    const shown = new Map(client.published.map((params) => [params.uri, params]));
    const isShown = ({ uri, version, diagnostics }: PublishDiagnosticsParams) =>
      diagnostics.length > 0 || (this.#isOn && open.has(uri) && version !== undefined);
    return new Map([...shown].filter(([, params]) => isShown(params)).sort());
  }

  async #compareAnswers(ask: (client: TestClient) => Promise<unknown>): Promise<void> {
    const [one, other] = this.#clients;
    assert.deepEqual(await ask(one), await ask(other));
  }

  async #both(tell: (client: TestClient) => Promise<void>): Promise<void> {
    for (const client of this.#clients) await tell(client);
  }
}

function askSomething(client: TestClient): Promise<unknown> {
  return client.request('plumbline/rulePage', { ruleId: 'openapi/server-https' });
}
