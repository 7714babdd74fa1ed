import { wordsOf } from '#core/text/casing.ts';

/** What tells that a name is one of a time. */
const timeWords: ReadonlySet<string> = new Set('at on date time datetime timestamp ts utc'.split(' '));

/** What is called differently most often, by what it is called here. */
const synonyms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    created: 'create created creation inserted insert added',
    updated: 'update updated modified modification lastmodified lastupdated lastupdate changed',
    deleted: 'delete deleted deletion removed',
    started: 'start started began begin',
    finished: 'finish finished end ended complete completed completion',
    expires: 'expire expires expired expiry expiration',
  }).flatMap(([name, others]) => others.split(' ').map((other) => [other, name] as const)),
);

/** The same for names of one time: `createdAt`, `creation_date`, `created`; empty where the name says nothing else. */
export function timeKey(name: string): string {
  const words = wordsOf(name).filter((word) => !timeWords.has(word));
  const rest = words.join('');
  return synonyms.get(rest) ?? rest;
}
