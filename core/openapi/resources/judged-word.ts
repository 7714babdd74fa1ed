import {
  type Held,
  heldBy,
  isCalled,
  isKept,
  isOfAnother,
  namesOne,
  shownParameter,
} from '#core/openapi/resources/held-parameter.ts';
import { judgedByMethods } from '#core/openapi/resources/judged-by-methods.ts';
import { asAlias, byItsLetters } from '#core/openapi/resources/judged-letters.ts';
import { lastWord } from '#core/openapi/resources/last-word.ts';
import { isMount } from '#core/openapi/resources/mount.ts';
import { isSaidBy } from '#core/openapi/resources/named-noun.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import type { Judged, PathResource } from '#core/openapi/resources/path-resource.ts';
import { shownWord } from '#core/openapi/resources/shown-word.ts';
import type { Word } from '#core/openapi/resources/word.ts';
import { formOfWord, isPlural } from '#core/openapi/resources/word-form.ts';
import { isOnly, writes } from '#core/openapi/resources/writes.ts';
import { crudVerbs } from '#core/text/action-verbs.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';

/** What a part without a parameter in it is: the first that says something decides. */
export function judgedWord(node: PathNode, parent: PathResource | undefined): Judged {
  const { key } = node;
  const word: Word = { key, node, parent, form: formOfWord(key), held: heldBy(node) };
  return (
    byItsLetters(word) ??
    behindAction(word) ??
    asAlias(word) ??
    asVerb(word) ??
    asEither(word) ??
    asQualifier(word) ??
    asHolder(word) ??
    asNoun(word) ??
    judgedByMethods(word)
  );
}

function behindAction({ parent, held }: Word): Judged | undefined {
  if (parent?.kind !== 'action' && parent?.kind !== 'argument') return undefined;
  const action = parent.parts.findLast(({ kind }) => kind === 'action');
  if (action !== undefined)
    return { kind: 'argument', reason: `it stands behind ${shownWord(action.key)}, which is an action` };
  return held === undefined
    ? { kind: 'unknown', reason: 'nothing before it names one of many' }
    : { kind: 'qualifier', reason: `it says what else is looked for` };
}

/** `/orders/{id}/cancel`, `/createOrder`; but `/deploy-keys/{id}` are kept. */
function asVerb({ key, form, held, node }: Word): Judged | undefined {
  if (form !== 'verb') return undefined;
  if (isGroup(node))
    return { kind: 'prefix', reason: `nothing is answered at ${shownWord(key)} itself, and actions stand behind it` };
  const [first = '', ...others] = wordsOf(key);
  const isThing = others.length > 0 && isPlural(lastWord(key)) && !crudVerbs.includes(first);
  if (isThing && held !== undefined && isKept(held)) return { kind: 'collection', reason: namesOne(key, held) };
  return { kind: 'action', reason: `${shownWord(key)} says what is done` };
}

/** `/convert/getQuote`, `/convert/acceptQuote` */
function isGroup({ facts, children }: PathNode): boolean {
  return facts.length === 0 && [...children.keys()].some((key) => /^\w/.test(key) && formOfWord(key) === 'verb');
}

/** `/rooms/{id}/report`, `/notifications/test/{x}`: what is answered there tells whether it is done or stored. */
function asEither({ key, form, parent, node, held }: Word): Judged | undefined {
  if (form !== 'either') return undefined;
  const own = node.methods;
  const isRead = own?.includes('get') === true;
  if (own === undefined) return { kind: 'unknown', reason: `${shownWord(key)} may be a noun or a verb` };
  if (held !== undefined && (isKept(held) || (isRead && own.includes('post'))))
    return { kind: 'collection', reason: namesOne(key, held) };
  const isCall = crudVerbs.includes(key.toLowerCase()) && (isOnly(own, 'post') || isOnly(own, 'put'));
  if (isCall || isListing(key, node, parent, held))
    return { kind: 'action', reason: `${shownWord(key)} says what is done` };
  const isBelow = parent?.kind === 'collection' || parent?.kind === 'item' || parent?.kind === 'singleton';
  const isDone = own.length > 0 ? isOnly(own, 'post') : parent?.kind === 'collection';
  if (isBelow && isDone)
    return { kind: 'action', reason: `${shownWord(key)} is a verb as often as a noun, and nothing is read there` };
  if (held !== undefined && parent?.kind !== 'collection' && (node.facts.length > 0 || !isOfAnother(key, held)))
    return { kind: 'collection', reason: namesOne(key, held) };
  return isRead && writes(own)
    ? { kind: 'singleton', reason: 'it is read and written, and no id stands behind it' }
    : { kind: 'unknown', reason: `${shownWord(key)} may be a noun or a verb` };
}

/** `/pins/list`, `/archive/list`; but `/list/{id}` and `/v1/list` are lists. */
function isListing(key: string, node: PathNode, parent: PathResource | undefined, held: Held | undefined): boolean {
  if (!/^list$/i.test(key)) return false;
  if (parent?.kind === 'collection') return true;
  return held === undefined && node.children.size === 0 && parent !== undefined && !isMount(nameOf(parent));
}

/** `/agencies/prison/{id}`, `/users/by-email/{email}`, `/branches/country/{countryCode}` */
function asQualifier({ key, form, parent, held }: Word): Judged | undefined {
  if (held === undefined || parent?.kind !== 'collection' || (form !== 'singular' && form !== 'word')) return undefined;
  const holder = shownWord(nameOf(parent));
  const { name } = held;
  const isBy = wordsOf(key)[0] === 'by' || foldedName(key) === foldedName(name ?? '');
  if (isBy || (isSaidBy(name, key) && !isKept(held)))
    return { kind: 'qualifier', reason: `it says by what ${holder} are looked for` };
  return form === 'singular' && !isKept(held)
    ? { kind: 'qualifier', reason: `a singular behind ${holder} says which of them` }
    : undefined;
}

/** `/orders/{id}`: an id stands behind it. That of something else tells nothing: `/roll-count/{prisonId}`. */
function asHolder({ key, form, node, held }: Word): Judged | undefined {
  if (held === undefined) return undefined;
  if (form !== 'plural' && isCalled(held))
    return { kind: 'unknown', reason: `${shownParameter(held)} behind it takes nothing but a POST` };
  const isElse = form !== 'plural' && node.facts.length === 0 && isOfAnother(key, held) && !isKept(held);
  return isElse
    ? { kind: 'unknown', reason: `${shownParameter(held)} behind it may be the id of something else` }
    : { kind: 'collection', reason: namesOne(key, held) };
}

function asNoun({ key, form, node }: Word): Judged | undefined {
  const isThere = node.facts.length > 0;
  if (form === 'figure' && isThere) return { kind: 'singleton', reason: `${shownWord(key)} is found out, not stored` };
  if (form === 'single' && isThere)
    return { kind: 'singleton', reason: `${shownWord(key)} is one thing, though it looks like a plural` };
  return form === 'plural' ? { kind: 'collection', reason: `${shownWord(key)} is a plural` } : undefined;
}

function nameOf({ parts }: PathResource): string {
  return parts.at(-1)?.key ?? '';
}
