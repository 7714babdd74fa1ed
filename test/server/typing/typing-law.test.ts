import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rulebook } from '#rules/rulebook.ts';
import { Random } from '../../support/random.ts';
import { withFolder } from '../../support/with-folder.ts';
import { TestClient } from '../ask-server.ts';
import { backgroundInChannel } from '../background/background-in-channel.ts';
import { firstTexts, paths, someText } from '../background/background-texts.ts';
import { TurnedClock } from './turned-clock.ts';

/** Another seed gives other runs, minutes give more of them; a failure names its seed. */
const { PLUMBLINE_SEED = '1', PLUMBLINE_SOAK_MINUTES = '0' } = process.env;
const soakMinutes = Number(PLUMBLINE_SOAK_MINUTES);
const runs = 6;
const stepsPerRun = 12;
const mostKeys = 12;

/** What the engine says of other things than the text. */
const notOfText = ['remote-reference', 'unread-reference', 'unused-ignore', 'config'];

const letters = [...'aeinorstxSO1'];
const words = [
  'x',
  '\n',
  '  ',
  ': ',
  '"',
  "'",
  '{',
  ']',
  '#',
  'summary',
  "$ref: '#/components/schemas/Or",
  '- ',
  '@id',
  '?',
  '}',
];

describe('a server that waits for the typing to rest', () => {
  it('shows nothing new before, keeps nothing that is gone, and then shows what one does that does not wait', async function () {
    this.timeout(soakMinutes > 0 ? 0 : 3_600_000);
    const end = performance.now() + soakMinutes * 60_000;
    let readable = 0;
    for (let run = 0; run < runs || performance.now() < end; run++)
      readable += await checkRun(Number(PLUMBLINE_SEED) + run);
    assert.ok(readable > 5 * runs, `it was read ${readable} times`);
  });
});

/** Types the same into a server that waits and one that does not, in one folder; every other time with a background. */
function checkRun(seed: number): Promise<number> {
  return withFolder({}, (folder) => checkRunIn(folder, seed));
}

async function checkRunIn(folder: string, seed: number): Promise<number> {
  const clock = new TurnedClock();
  const random = new Random(seed);
  const background = seed % 2 === 0 ? { background: { start: backgroundInChannel(rulebook), worthThread: 1 } } : {};
  const calm = new TestClient(folder, { rulebook, clock, settings: { typingRest: 1500 }, ...background });
  const clients = { calm, hasty: new TestClient(folder, { rulebook }) };
  const desk = new Desk(clients, clock, random);
  try {
    await desk.play();
    return desk.readable;
  } catch (error) {
    return assert.fail(
      `PLUMBLINE_SEED=${seed}\n${desk.log.join('\n')}\n${error instanceof Error ? error.message : error}`,
    );
  } finally {
    for (const client of Object.values(clients)) await client.stop();
  }
}

class Desk {
  readonly log: string[] = [];
  /** How often it was looked whether what was gone was gone. */
  readable = 0;
  #roles = '';
  /** The files that were typed in since the last rest. */
  readonly #typed = new Set<string>();
  readonly #calm: TestClient;
  readonly #hasty: TestClient;
  readonly #clock: TurnedClock;
  readonly #random: Random;
  readonly #open: string[] = [];

  constructor(
    { calm, hasty }: { readonly calm: TestClient; readonly hasty: TestClient },
    clock: TurnedClock,
    random: Random,
  ) {
    this.#calm = calm;
    this.#hasty = hasty;
    this.#clock = clock;
    this.#random = random;
  }

  async play(): Promise<void> {
    for (const [path, text] of firstTexts(this.#random)) this.#calm.writeFile(path, text);
    await this.#both((client) => client.start());
    for (let step = 0; step < stepsPerRun; step++) {
      if (step % 3 === 0) await this.#openFile();
      await this.#replaceAll();
      const before = shownIn(this.#calm);
      this.#roles = Object.keys(this.#hasty.reviewed.at(-1)?.files ?? {})
        .sort()
        .join();
      for (let keys = this.#random.below(mostKeys); keys >= 0; keys--) {
        await this.#press();
        this.#compareWhileTyping(before);
      }
      this.log.push('rest');
      this.#typed.clear();
      this.#clock.turn();
      await this.#settled();
      assert.deepEqual(shownIn(this.#calm), shownIn(this.#hasty));
      assert.deepEqual(this.#calm.reviewed.at(-1)?.files, this.#hasty.reviewed.at(-1)?.files);
    }
  }

  #compareWhileTyping(before: Shown): void {
    const [calm, hasty] = [shownIn(this.#calm), shownIn(this.#hasty)];
    for (const [uri, shown] of calm) {
      const known = new Set(before.get(uri)?.map(textOf));
      assert.deepEqual(
        shown.map(textOf).filter((text) => !known.has(text)),
        [],
        `new in ${uri}`,
      );
    }
    if (!this.#isReadable(hasty)) return;
    this.readable++;
    for (const [uri, shown] of calm) {
      const found = new Set(hasty.get(uri)?.map(({ code }) => code));
      assert.deepEqual(
        shown.map(({ code }) => code).filter((code) => !found.has(code)),
        [],
        `gone in ${uri}`,
      );
    }
  }

  /** True where everything typed in is read as what it was. */
  #isReadable(hasty: Shown): boolean {
    const isOfText = (code: string) =>
      code.startsWith('plumbline/') && !notOfText.includes(code.slice('plumbline/'.length));
    const roles = Object.keys(this.#hasty.reviewed.at(-1)?.files ?? {}).sort();
    if (roles.join() !== this.#roles) return false;
    const typed = [...this.#typed].flatMap((path) => hasty.get(this.#hasty.uri(path)) ?? []);
    return !typed.some(({ code }) => isOfText(String(code)));
  }

  async #openFile(): Promise<void> {
    const closed = paths.filter((path) => !this.#open.includes(path) && /yaml$|json$|prisma$/.test(path));
    const path = closed[this.#random.below(closed.length)];
    if (path === undefined) return;
    this.log.push(`open ${path}`);
    this.#open.push(path);
    const text = someText(path, this.#random);
    await this.#both((client) => client.open(path, text));
    await this.#settled();
  }

  /** Another version of one of the open files. */
  async #replaceAll(): Promise<void> {
    const path = this.#open[this.#random.below(this.#open.length)] ?? 'a.yaml';
    this.log.push(`replace ${path}`);
    // A short text may pass for typed.
    this.#typed.add(path);
    const before = this.#calm.document(path).getText();
    const after = someText(path, this.#random);
    await this.#both((client) => client.replace(path, before, after));
    await this.#settled();
  }

  /** A key in one of the open files, mostly near the last one. */
  async #press(): Promise<void> {
    const path = this.#open[this.#random.below(this.#open.length)] ?? 'a.yaml';
    const document = this.#calm.document(path);
    const { length } = document.getText();
    const start = this.#random.below(length + 1);
    this.#typed.add(path);
    const end = this.#random.below(6) === 0 ? Math.min(length, start + 1 + this.#random.below(9)) : start;
    const pieces = this.#random.below(8) === 0 ? words : letters;
    const newText = this.#random.below(5) === 0 ? '' : (pieces[this.#random.below(pieces.length)] ?? 'x');
    this.log.push(`${path}: ${start}–${end} ${JSON.stringify(newText)}`);
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    await this.#both((client) => client.edit(path, [{ range, newText }]));
    await this.#settled();
  }

  /** Answered when everything is reviewed. */
  async #settled(): Promise<void> {
    await this.#both(async (client) => void (await client.request('plumbline/checklist', {})));
  }

  async #both(tell: (client: TestClient) => Promise<void>): Promise<void> {
    for (const client of [this.#calm, this.#hasty]) await tell(client);
  }
}

type Shown = ReadonlyMap<string, TestClient['published'][number]['diagnostics']>;

/** Of files of which something is shown. */
function shownIn({ published }: TestClient): Shown {
  const last = new Map(published.map(({ uri, diagnostics }) => [uri, diagnostics]));
  return new Map([...last].filter(([, { length }]) => length > 0).sort());
}

function textOf({ code, message }: Shown extends ReadonlyMap<string, readonly (infer D)[]> ? D : never): string {
  return `${code} ${message}`;
}
