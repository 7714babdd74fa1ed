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
): Promise<{ readonly [name: string]: QuestionFigures }> {
  const figures: [string, QuestionFigures][] = [];
  for (const { name, method, params } of questions) {
    const times: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const start = performance.now();
      await server.ask(method, params(uri));
      times.push(performance.now() - start);
    }
    const [first = 0, ...again] = times;
    figures.push([name, { first, again: percentilesOf(again) }]);
  }
  return Object.fromEntries(figures);
}
