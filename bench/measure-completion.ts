import { ChunkedText } from '#core/text/chunked-text.ts';
import { Random } from '../test/support/random.ts';
import { type BenchLanguage, findEditPlaces } from './edit-places.ts';
import { type Percentiles, percentilesOf } from './percentiles.ts';
import type { ServerProcess } from './server-process.ts';

/** So many keys are pressed. */
const keystrokes = 100;

/**
 * How long completion takes that is asked for as a key is pressed, the review of that key still to come, in milliseconds: new lines in
 * properties and fields, references, lists of tags. `version` is that of the document; undefined where the text has no such place.
 */
export async function measureCompletion(
  server: ServerProcess,
  uri: string,
  typed: { readonly text: string; readonly language: BenchLanguage; readonly version: number },
): Promise<Percentiles | undefined> {
  const { text, language } = typed;
  const lines = ChunkedText.of(text);
  const places = [...wordPlaces(text), ...linePlaces(text, language)];
  const random = new Random(3);
  const times: number[] = [];
  let { version } = typed;
  await server.change(uri, ++version, [{ text }]);
  for (let round = 0; round < keystrokes && places.length > 0; round++) {
    const { offset, newText } = places[random.below(places.length)] ?? { offset: 0, newText: '' };
    const start = lines.positionAt(offset);
    const published = server.change(uri, ++version, [{ range: { start, end: start }, text: newText }]);
    const asked = performance.now();
    const end = lines.edited(offset, offset, newText).positionAt(offset + newText.length);
    await server.ask('textDocument/completion', { textDocument: { uri }, position: end });
    times.push(performance.now() - asked);
    await published;
    await server.change(uri, ++version, [{ range: { start, end }, text: '' }]);
  }
  return percentilesOf(times);
}

interface Typed {
  readonly offset: number;
  readonly newText: string;
}

/** So many places of a kind are enough. */
const mostPlaces = 500;

/** In references, and where a tag or an argument begins. */
function wordPlaces(text: string): readonly Typed[] {
  const found: Typed[] = [];
  for (const { index, 0: match } of text.matchAll(/\$ref["']?: ["']?#\/|tags["']?: ?\[|@relation\(fields: \[/g)) {
    found.push({ offset: index + match.length, newText: 'c' });
  }
  const step = Math.max(1, Math.floor(found.length / mostPlaces));
  return found.filter((_, place) => place % step === 0);
}

/** A new line in front of a member, with the first letter of another one. */
function linePlaces(text: string, language: BenchLanguage): readonly Typed[] {
  const { members } = findEditPlaces(text, language);
  const step = Math.max(1, Math.floor(members.length / mostPlaces));
  return members
    .filter((_, place) => place % step === 0)
    .map(({ offset, pieces: [first = ''] }) => ({ offset, newText: first.slice(0, first.search(/\w/) + 1) }));
}
