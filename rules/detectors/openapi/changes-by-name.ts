import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import { nounMakers } from '#core/text/action-verbs.ts';
import { wordsOf } from '#core/text/casing.ts';
import { changingVerbs, namingWords, readingWords } from '#rules/words/changing-verbs.ts';

/**
 * The verb that both the path of an operation and its operation id (or its summary) begin with, where that changes something: `cancel` for
 * `/orders/{id}/cancel`. Undefined where any of its texts says that it reads, or that this is a noun.
 */
export function changingVerb({ path, operationId, summary, responses }: Operation): string | undefined {
  const last = segmentsOf(path).findLast((segment) => !segment.includes('{')) ?? '';
  const words = wordsOf(last);
  const [verb = '', object = ''] = words;
  if (!changingVerbs.has(verb) || nounMakers.has(object) || words.some((word) => namingWords.has(word)))
    return undefined;
  // What leads on to another site begins something there: `/users/google/start`.
  if (responses.some(({ status }) => status.value.startsWith('3') && status.value !== '304')) return undefined;
  const id = idWords(operationId?.value ?? '', path);
  const text = wordsOf((summary?.value ?? '').slice(0, longestStart));
  // What a GET called “Create an order” answers may be a form.
  if (formVerbs.has(verb) && !isForm(id[0] ?? '', verb)) return undefined;
  const said = [id, text].filter(({ length }) => length > 0);
  if (said.length === 0 || said.some(reads)) return undefined;
  return said.some(([first = '']) => isForm(first, verb)) && said.every((each) => !speaksOfThing(each))
    ? verb
    : undefined;
}

/** The words of an operation id without what generators put around them: `OrdersController_cancel`, `cancelUsingGET`. */
function idWords(id: string, path: string): readonly string[] {
  const words = wordsOf(id);
  const own = words.slice(words.indexOf('controller') + 1);
  const using = own.indexOf('using');
  const said = using > 0 ? own.slice(0, using) : own;
  const [method, ...others] = said;
  const inPath = new Set(wordsOf(path));
  // `getSitesRemove` for GET /sites/remove is made of method and path: it says nothing of its own.
  const isMade = method === 'get' && others.every((word) => inPath.has(word) || word === 'by');
  return isMade ? [] : said;
}

const formVerbs: ReadonlySet<string> = new Set(['create', 'add', 'insert', 'update', 'edit', 'modify']);

/** So much of a summary is looked at, in UTF-16 units. */
const longestStart = 80;

/** `Checks …`, `orders_get`, `Whether …` */
function reads(words: readonly string[]): boolean {
  return [words[0] ?? '', ...words.slice(1, 3)].some((word) =>
    [word, word.replace(/s$/, ''), word.replace(/es$/, '')].some((each) => readingWords.has(each)),
  );
}

/** `restoreStatus`, “Status of a restore request” */
function speaksOfThing(words: readonly string[]): boolean {
  return (
    words.some((word) => askingWords.has(word)) || namingWords.has(words[0] ?? '') || namingWords.has(words[1] ?? '')
  );
}

const askingWords: ReadonlySet<string> = new Set(['preflight', 'preview', 'form', 'status']);

/** `cancels`, `cancel`, `cancelling` */
function isForm(word: string, verb: string): boolean {
  if (word === verb || word === `${verb}s` || word === `${verb}es`) return true;
  const [, stem = ''] = /^(.{2,}?)(?:ing|ed)$/.exec(word) ?? [];
  return stem !== '' && (stem === verb || `${stem}e` === verb || stem === `${verb}${verb.at(-1)}`);
}
