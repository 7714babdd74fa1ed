import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { endsInParameter } from '#rules/detectors/openapi/collection.ts';
import { isUpsert } from '#rules/detectors/openapi/upsert.ts';

/**
 * True for a PUT or POST on a path that ends in a name, unless something says that it changes what is there already: then there
 * is nothing that could be missing (RFC 9110 §9.3.4).
 */
export function mayCreateAtPath(operation: Operation, scope: Scope): boolean {
  const { method, path, responses } = operation;
  if ((method !== 'put' && method !== 'post') || !endsInParameter(path)) return false;
  if (responses.some(({ status }) => status.value === '201') || isUpsert(operation)) return true;
  const words = [operation.operationId, operation.summary].flatMap((text) => wordsOf(text?.value ?? ''));
  const verb = words.find((word) => changing.has(word) || creating.has(word));
  if (verb !== undefined) return creating.has(verb);
  return method === 'post' || !isMadeByCollection(path, scope);
}

const changing = forms('update change modify edit replace patch rename alter adjust amend save');
const creating = forms('create add insert register upsert declare define provision install');

/** Where the collection takes a POST, it gives the ids. */
function isMadeByCollection(path: string, scope: Scope): boolean {
  const collection = scope.resource(path)?.parent;
  return collection !== undefined && scope.resource(collection)?.methods?.includes('post') === true;
}

/** Verbs and their forms for the third person: `update`, `updates`. */
function forms(verbs: string): ReadonlySet<string> {
  return new Set(verbs.split(' ').flatMap((verb) => [verb, `${verb}s`]));
}
