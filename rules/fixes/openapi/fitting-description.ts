import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { AlikeErrors } from '#rules/detectors/openapi/alike-errors.ts';
import type { ErrorSite } from '#rules/fixes/openapi/error-site.ts';
import { reworded } from '#rules/fixes/openapi/reworded.ts';
import { englishFunctionWords, englishWords, plainErrorWords } from '#rules/words/plain-error-words.ts';

/** What one of these errors is called that may be said of another operation, too. */
export function fittingDescription(
  descriptions: AlikeErrors['descriptions'],
  site: ErrorSite,
  status: string,
): string | undefined {
  const fitting = descriptions.find(({ text, use: { operation }, count }) => {
    if (operation.path === site.path) return !isSuccess(text);
    return (
      mayBeSaid(text, operation, site, status) && (count > 1 || (isBrief(text) && !isOfOneCase(text, site, status)))
    );
  });
  return fitting?.text ?? (status === '404' ? notFound(descriptions, site) : undefined);
}

/** True for a text, also one that a body holds, that speaks of nothing the other operation is not about. */
export function mayBeSaid(text: string, from: Neighbour, to: Neighbour, status: string): boolean {
  if (isSuccess(text) || !fits(text, from, to)) return false;
  const [item, other] = [itemNoun(from.path), itemNoun(to.path)];
  // What is not found is what the path tells apart, not what is listed below it.
  if (status !== '404' || item === undefined || foldedName(item) === foldedName(other ?? '')) return true;
  const last = singularOf(wordsOf(item).at(-1) ?? '');
  return !wordsOf(text).some((word) => singularOf(word) === last);
}

function isSuccess(text: string): boolean {
  return /^(?:success|ok)\b/i.test(text);
}

/** True for what may be said of any operation; a longer text that one other operation has is about that one. */
function isBrief(description: string): boolean {
  return wordsOf(description).length <= mostWords;
}

const mostWords = 6;

/** Under these a description may give the one reason that its operation has. */
const reasoned: readonly string[] = ['400', '404', '409', '412', '422'];

/** True for an English text that says more than that the request, or what the operation is about, is wrong: `Order used in invoice`. */
function isOfOneCase(description: string, site: Neighbour, status: string): boolean {
  const texts = description.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (!reasoned.includes(status) || !texts.some((word) => englishWords.has(word))) return false;
  const own = nouns(site);
  return texts.some((word) => !isPlain(word) && !own.has(singularOf(word)));
}

function isPlain(word: string): boolean {
  return plainErrorWords.has(word) || englishFunctionWords.has(word);
}

/** `Dish not found` says of ingredients that there is no such ingredient. */
function notFound(descriptions: AlikeErrors['descriptions'], { path }: ErrorSite): string | undefined {
  const to = itemNoun(path);
  for (const { text, use } of descriptions) {
    const from = itemNoun(use.operation.path);
    if (to === undefined || from === undefined) continue;
    const said = new Set([...wordsOf(from), ...wordsOf(from).map(singularOf)]);
    const words = wordsOf(text);
    const isAlone = words.every((word) => said.has(word) || isPlain(word)) && words.some((word) => said.has(word));
    if (isAlone) return rewordedText(text, from, to);
  }
  return undefined;
}

function rewordedText(description: string, from: string, to: string): string | undefined {
  const value = reworded({ description }, from, to);
  const text = isMap(value) ? value['description'] : undefined;
  return typeof text === 'string' && text !== description ? text : undefined;
}

/** What the last parameter of a path tells apart: `dishes` for `/dishes/{id}/photos`. */
function itemNoun(path: string): string | undefined {
  const segments = segmentsOf(path);
  const parameter = segments.findLastIndex((segment) => segment.includes('{'));
  const noun = segments[parameter - 1];
  return noun?.includes('{') === true ? undefined : noun;
}

/** A description speaks of no resource that the new operation is not about. */
function fits(description: string, from: Neighbour, to: Neighbour): boolean {
  const [own, others] = [nouns(to), nouns(from)];
  const text = foldedName(description);
  const names = [...others].filter((noun) => noun.length >= 5 && text.includes(noun));
  return [...wordsOf(description).map(singularOf), ...names].every((word) => own.has(word) || !others.has(word));
}

export interface Neighbour {
  readonly path: string;
  readonly group: string;
}

/** The words of the path, and its segments and the group without separators. */
function nouns({ path, group }: Neighbour): ReadonlySet<string> {
  const whole = [...segmentsOf(path), group].map(foldedName);
  return new Set([...wordsOf(path), ...whole].map(singularOf));
}
