import { templateExpressions } from '#core/openapi/effective/path-template.ts';
import { requiredNames } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { ModelIndex } from '#core/prisma/indexes.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { endsInParameter } from '#rules/detectors/openapi/collection.ts';

/** True for a write that makes a row where there is none, and changes it where there is one: nothing can be there already. */
export function isUpsert({ operationId, summary, description }: Operation): boolean {
  const texts = [operationId?.value, summary?.value, description?.value].map((text) => wordsOf(text ?? '').join(' '));
  return texts.some((text) => upsertWords.test(text));
}

const upsertWords =
  /\bupsert|\b(?:create|creates|add|adds|insert|inserts|set|sets|register|registers)(?: \w+){0,2} (?:or|and) (?:update|replace|overwrite|change|modif|edit)|\b(?:update|updates|replace|replaces|change|changes)(?: \w+){0,2} or (?:create|add|insert)|\b(?:get|find|fetch) or create|\b(?:exists? already|already exists?) (?:it|(?:this|that) one|the (?:existing|old|known|same) \w+) (?:is|will be|gets) (?:returned|updated|replaced|overwritten|reused|used|kept)|\bif (?:it|one|they|none|there) (?:does not|doesn t|do not|don t|is none|exists? already|already exists?)/;

/**
 * True for an update whose path names no row, so that the body's own key finds it: its primary key, or a unique field that the
 * body must have, or that a text says the row is found by; and for a PUT whose path names that field: the body repeats it.
 */
export function looksUp(operation: Operation, { kind, fields }: ModelIndex, body: Schema, scope: Scope): boolean {
  if (operation.method === 'post') return false;
  if (kind === 'id') return true;
  const columns = fields.map(({ value }) => foldedName(value));
  if (endsInParameter(operation.path))
    return operation.method === 'put' && columns.every((column) => isInPath(column, operation.path));
  const required = new Set([...requiredNames(body, scope)].map(foldedName));
  const texts = [operation.operationId?.value, operation.summary?.value, operation.description?.value];
  const isFoundBy = texts.some((text) =>
    columns.some((column) =>
      wordsOf(text ?? '')
        .join('')
        .includes(`by${column}`),
    ),
  );
  return isFoundBy || columns.every((column) => required.has(column) || operation.path.includes('{'));
}

/** True where the path has the value of a column: `{serial}`, `{deviceSerial}`. */
function isInPath(column: string, path: string): boolean {
  return templateExpressions(path).some(({ names }) => names.some(({ value }) => foldedName(value).endsWith(column)));
}
