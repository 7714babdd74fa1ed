import type { Judged } from '#core/openapi/resources/path-resource.ts';
import { shownWord } from '#core/openapi/resources/shown-word.ts';
import type { Word } from '#core/openapi/resources/word.ts';
import { writes } from '#core/openapi/resources/writes.ts';

/** What a word is that tells nothing by itself, and has no id behind it. */
export function judgedByMethods({ key, form, node, parent }: Word): Judged {
  const methods = node.methods;
  if (node.facts.length === 0)
    return { kind: 'prefix', reason: `nothing is answered at ${shownWord(key)} itself, and no id stands behind it` };
  if (methods === undefined) return { kind: 'unknown', reason: 'its methods are not known' };
  const isBelow = parent?.kind === 'collection' || parent?.kind === 'item';
  if (isBelow && /^(?:bulk|batch|mass|many|all)$/i.test(key))
    return { kind: 'action', reason: `${shownWord(key)} says that it is done to many` };
  const isRead = methods.includes('get');
  if (writes(methods) && isRead && !methods.includes('post'))
    return { kind: 'singleton', reason: 'it is read and written as a whole, and no id stands behind it' };
  if (writes(methods) && form === 'singular' && !methods.includes('post'))
    return { kind: 'singleton', reason: 'it is written as a whole, and no id stands behind it' };
  return { kind: 'unknown', reason: `neither the word ${shownWord(key)} nor its methods tell what it is` };
}
