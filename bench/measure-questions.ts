import { ChunkedText } from '#core/text/chunked-text.ts';
import { findRename } from './find-rename.ts';
import { type Percentiles, percentilesOf } from './percentiles.ts';
import { questions } from './questions.ts';
import type { ServerProcess } from './server-process.ts';

/** How long a question takes, in milliseconds: when it is asked for the first time, and again and again. */
export interface QuestionFigures {
  readonly first: number;
  readonly again: Percentiles | undefined;
}

/** So often each question is asked again. */
const rounds = 15;

/** Asks everything of a document that is reviewed. */
export async function measureQuestions(
  server: ServerProcess,
  uri: string,
  text: string,
): Promise<{ readonly [name: string]: QuestionFigures }> {
  const position = ChunkedText.of(text).positionAt(findUse(text));
  const figures: [string, QuestionFigures][] = [];
  for (const { name, method, params } of questions) {
    const times: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const start = performance.now();
      await server.ask(method, params(uri, position));
      times.push(performance.now() - start);
    }
    const [first = 0, ...again] = times;
    figures.push([name, { first, again: percentilesOf(again) }]);
  }
  return Object.fromEntries(figures);
}

/** Where a name that leads elsewhere stands: the schema that is used often, else the first reference, else the first relation. */
function findUse(text: string): number {
  const [, use] = findRename(text);
  if (use !== undefined) return use.span.start;
  const match = /\$ref["']?\s*:\s*\S|^ +\w+ +\w(?=\w*\??(?:\[\])? +@relation)/m.exec(text);
  return match === null ? 0 : match.index + match[0].length;
}
