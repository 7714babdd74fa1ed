import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { JudgedPart } from '#core/openapi/resources/path-resource.ts';
import type { Scope } from '#core/rule.ts';
import { crudVerbs } from '#core/text/action-verbs.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';

/** What a path is about, as its segments say. */
export interface PathNouns {
  /** `items` of `/orders/{id}/items/{itemId}`. */
  readonly noun: string | undefined;
  /** What it stands below, in the singular: `order`. */
  readonly parent: string | undefined;
}

/**
 * The last thing a path of the description names, and what that stands below; of any other text the last word. Nothing where something
 * is done that says more than the method: what is sent to `/users/login` is no user.
 */
export function pathNouns(path: string, scope: Pick<Scope, 'resource'>): PathNouns {
  const parts = scope.resource(path)?.parts ?? [];
  const things = parts.filter(isThing);
  if (parts.some(isCall)) return { noun: undefined, parent: undefined };
  const last = things.at(-1);
  if (last === undefined) return { noun: lastWord(path), parent: undefined };
  const before = things.at(-2);
  return { noun: last.key, parent: before && singular(before.key) };
}

function isCall({ kind, key }: JudgedPart): boolean {
  return kind === 'action' && !crudVerbs.includes(key.toLowerCase());
}

/** True for what may be stored. */
export function isThing({ kind, key }: JudgedPart): boolean {
  return (
    !key.includes('{') && (kind === 'collection' || kind === 'singleton' || kind === 'unknown' || kind === 'qualifier')
  );
}

function lastWord(path: string): string | undefined {
  return segmentsOf(path).findLast((segment) => !segment.includes('{') && !crudVerbs.includes(segment.toLowerCase()));
}

function singular(segment: string): string {
  const words = wordsOf(segment);
  return [...words.slice(0, -1), singularOf(words.at(-1) ?? '')].join('-');
}
