import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { entriesOf, findNumber } from '#core/tree/tree.ts';
import type { ListBody } from '#rules/detectors/openapi/collection.ts';
import { activityNouns } from '#rules/words/growing-nouns.ts';

/** What a team counts as bounded. */
export interface BoundedListOptions {
  /** Words in the plural: `countries`. */
  readonly lookups: readonly string[];
  readonly boundedItems: number;
}

/** The word for what a path lists, in the plural as written: `orders` of `/orders`, `/orders/list`. */
export function listedThing(path: string): string {
  const segments = segmentsOf(path).map(wordsOf);
  const last = segments.at(-1)?.at(-1) ?? '';
  return listWords.has(last) ? (segments.at(-2)?.at(-1) ?? last) : last;
}

/** True for a list that stays short whatever is stored, and for one whose path does not clearly name a collection. */
export function isBoundedList(
  operation: Operation,
  list: ListBody,
  scope: Scope,
  { lookups, boundedItems }: BoundedListOptions,
): boolean {
  const segments = segmentsOf(operation.path).map(wordsOf);
  const last = segments.at(-1)?.at(-1) ?? '';
  const thing = listedThing(operation.path);
  const isKnown = activityNouns.has(singularOf(thing));
  const isFew = lookups.some((word) => thing === word || (word.length >= 5 && !isKnown && thing.endsWith(word)));
  // `/invoices/{id}/attachments`: an item has a few.
  const isPart = itemParts.has(thing) && endsBelowItem(operation.path);
  const isGiven = hasWord(segments.at(-1), givenWords) || hasWord(segments.at(-2), settingWords);
  const isCurrent = hasWord(segments.at(-1), currentWords);
  const isDns = segments.some(([word = '']) => word === 'dns');
  const isSummary = segments.some((words) => hasWord(words, summaryWords));
  if (isFew || isPart || isGiven || isCurrent || isSummary || isDns || !namesCollection(last)) return true;
  if (areTexts(list) || isOfNow(operation)) return true;
  return hasBound(operation, list, boundedItems) || isNarrowed(effectiveParameters(operation, scope));
}

/** What belongs to one item, and is written by hand. */
const itemParts = new Set(['attachments', 'addresses', 'contacts']);

function endsBelowItem(path: string): boolean {
  return segmentsOf(path).at(-2)?.includes('{') ?? false;
}

/** Names, codes and the like are values of something, not things that are stored. */
function areTexts({ items: { types } }: ListBody): boolean {
  return types.length === 1 && types[0] === 'string';
}

/** True where the text says that only what is current is listed unless more is asked for. */
function isOfNow({ description, summary }: Operation): boolean {
  const now = /\bby default\b[^.]{0,60}\b(?:current|latest|most recent|today)/i;
  return [summary, description].some((text) => now.test(text?.value ?? ''));
}

const settingWords = new Set(
  'oauth sso saml settings setting config configuration preferences limit limits protection restrictions policy'.split(
    ' ',
  ),
);

/** A summary has as many lines as it has groups. */
const summaryWords = new Set(
  'stats statistics insights traffic analytics metrics summary summaries usage popular trending latest pending'.split(
    ' ',
  ),
);

/** Words for what the publisher chose, not what was stored. */
const givenWords = new Set(['default', 'defaults', 'available', 'supported', 'builtin', 'allowed']);

/** Words for what is so now, or was set up: there are a few at any time. */
const currentWords = new Set(
  'open active current running cron scheduled upcoming recurring repeating live online'.split(' '),
);

const listWords = new Set(['list', 'all', 'history']);

function hasWord(words: readonly string[] | undefined, wanted: ReadonlySet<string>): boolean {
  return words?.some((word) => wanted.has(word)) ?? false;
}

/** A plural, or a word that says that this is a list. */
function namesCollection(word: string): boolean {
  return singularOf(word) !== word || listWords.has(word);
}

/** `maxItems` on the array, or `x-bounded` on the array, the operation or its path item. */
function hasBound({ tree, pathItem }: Operation, { array }: ListBody, limit: number): boolean {
  const maximum = findNumber(array.tree, 'maxItems');
  if (maximum !== undefined && maximum.value <= limit) return true;
  return [tree, pathItem.tree, array.tree].some((node) => entriesOf(node).some(({ key }) => key.value === 'x-bounded'));
}

/** True when the caller has to name the items (`?ids=1,2,3`), or may give a window in time or a place on the map. */
function isNarrowed(parameters: readonly Parameter[]): boolean {
  const query = parameters.filter(({ in: place }) => place?.value === 'query');
  const names = query.map(({ name }) => foldedName(name?.value ?? ''));
  const namesItems = query.some(
    ({ name, required }) =>
      required?.value === true && /(?:id|key|name|code|symbol)s$/.test(foldedName(name?.value ?? '')),
  );
  const isSince = query.some(
    ({ name, required }) => required?.value === true && windowStart.test(foldedName(name?.value ?? '')),
  );
  const hasWindow =
    isSince ||
    names.some((name) => windowLength.test(name)) ||
    (names.some((name) => windowStart.test(name)) && names.some((name) => windowEnd.test(name)));
  return namesItems || hasWindow || names.some((name) => /^lat(?:itude)?$/.test(name));
}

const windowStart = /^(?:start|from|since|begin|after)|(?:after|from|since|start|gte?)$/;
const windowEnd = /^(?:end|to|until|till|before)|(?:before|to|until|end|lte?)$/;
const windowLength = /^(?:lookback|timeframe|timerange|daterange|duration)|^(?:date|day|week|month)$/;
