import { ChunkedText } from '#core/text/chunked-text.ts';
import { type DearPlace, dearPlaces, findDearTyping } from './dear-places.ts';
import { type Percentiles, percentilesOf } from './percentiles.ts';
import type { ServerProcess } from './server-process.ts';

/** So often the word is typed at each place. */
const rounds = 4;

/** From `didChange` to its `publishDiagnostics`, letter by letter, in milliseconds; nothing for places the text does not have. */
export type TypingFigures = { readonly [P in DearPlace]?: Percentiles | undefined };

/** Types at places where a letter may be dear. `version` is that of the document; gives back the last one, too. */
export async function measureTyping(
  server: ServerProcess,
  uri: string,
  text: string,
  start: number,
): Promise<{ readonly typing: TypingFigures; readonly version: number }> {
  let version = start;
  await server.change(uri, ++version, [{ text }]);
  const figures: [DearPlace, Percentiles | undefined][] = [];
  for (const place of dearPlaces) {
    const typed = findDearTyping(text, place);
    if (typed === undefined) continue;
    const { line, character } = ChunkedText.of(text).positionAt(typed.offset);
    const at = (letters: number) => ({ line, character: character + letters });
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const [index, letter] of [...typed.word].entries()) {
        const sent = performance.now();
        await server.change(uri, ++version, [{ range: { start: at(index), end: at(index) }, text: letter }]);
        times.push(performance.now() - sent);
      }
      await server.change(uri, ++version, [{ range: { start: at(0), end: at(typed.word.length) }, text: '' }]);
    }
    figures.push([place, percentilesOf(times)]);
  }
  return { typing: Object.fromEntries(figures), version };
}
