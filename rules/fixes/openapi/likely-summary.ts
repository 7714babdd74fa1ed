import { endsInExpression, segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import { capitalised, wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';
import { resourceNouns } from '#core/text/resource-nouns.ts';
import { operationVerbs } from '#rules/words/operation-verbs.ts';

type Named = Pick<Operation, 'method' | 'path' | 'origin'> & { readonly operationId: string | undefined };

/** What an operation does, in a few words made of its id, or else of its method and path; undefined where neither tells. */
export function likelySummary(operation: Named): string | undefined {
  const { operationId, method, path, origin } = operation;
  const words = operationId === undefined ? [] : wordsOf(operationId);
  if (words.length > 1 && operationVerbs.has(words[0] ?? ''))
    return asSentence(words.map(asWritten(operationId ?? '')));
  return origin === 'path' ? summaryOfPath(method, path) : undefined;
}

/** Abbreviations in capitals are kept where the id writes other words otherwise: `showSiteTLSCertificate`. */
function asWritten(operationId: string): (word: string) => string {
  const capitals = /[a-z]/.test(operationId) ? (operationId.match(/[A-Z][A-Z\d]+(?![a-z])/g) ?? []) : [];
  const known = new Map(capitals.map((each) => [each.toLowerCase(), each]));
  return (word) => known.get(word) ?? word;
}

/** `List order lines`, `Get an order line`, `List lines of an order`; undefined for paths that end in no known noun. */
function summaryOfPath(method: string, path: string): string | undefined {
  const isItem = endsInExpression(path);
  const segment = segmentsOf(path).findLast((each) => !each.includes('{')) ?? '';
  const words = wordsOf(segment);
  const noun = words.at(-1) ?? '';
  const singular = singularOf(noun);
  if (!resourceNouns.has(singular)) return undefined;
  const one = [...words.slice(0, -1), singular];
  const many = [...words.slice(0, -1), pluralOf(singular)];
  // A resource in the singular is the only one of its kind, or none.
  if (!isItem && noun === singular) return undefined;
  const of = ownerOf(path, segment);
  if (!isItem && method === 'get') return asSentence(['list', ...many, ...of]);
  const verb = isItem ? itemVerbs.get(method) : method === 'post' ? 'create' : undefined;
  return verb === undefined ? undefined : asSentence([verb, ...withArticle(one), ...of]);
}

/** `of an order` for `/orders/{id}/lines`; none where the one above is not known, or there is none. */
function ownerOf(path: string, segment: string): readonly string[] {
  const segments = segmentsOf(path);
  const [above = '', parameter = ''] = segments.slice(0, segments.lastIndexOf(segment)).slice(-2);
  const words = above.includes('{') || !parameter.includes('{') ? [] : wordsOf(above);
  const noun = words.at(-1) ?? '';
  const singular = singularOf(noun);
  return resourceNouns.has(singular) ? ['of', ...withArticle([...words.slice(0, -1), singular])] : [];
}

function withArticle(words: readonly string[]): readonly string[] {
  return [/^[aeio]/.test(words[0] ?? '') ? 'an' : 'a', ...words];
}

const itemVerbs: ReadonlyMap<string, string> = new Map([
  ['get', 'get'],
  // It may be there already, or not.
  ['put', 'store'],
  ['patch', 'update'],
  ['delete', 'delete'],
]);

function asSentence([first = '', ...others]: readonly string[]): string {
  return [capitalised(first), ...others].join(' ');
}
