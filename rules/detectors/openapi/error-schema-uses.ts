import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { combinedSchemas, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { documentedErrors, idOf } from '#rules/detectors/openapi/documented-errors.ts';
import { describesProblem, isOAuthError } from '#rules/detectors/openapi/error-schema.ts';
import { wordList } from '#rules/words/word-list.ts';

/** A component that is the JSON body of an error, whose properties are all known. */
export interface ErrorSchemaUse {
  readonly id: string;
  readonly schema: Schema;
  readonly name: string;
  readonly isProblem: boolean;
}

/** The shared schemas of the errors of an operation under some statuses, each once. Those that are choices, or that lead nowhere, are left out. */
export function errorSchemaUses(
  operation: Operation,
  isMeant: (status: string) => boolean,
  scope: Pick<Scope, 'resolve'>,
): readonly ErrorSchemaUse[] {
  const uses = new Map<string, ErrorSchemaUse>();
  for (const { status, response } of documentedErrors(operation)) {
    if (!isMeant(status.value)) continue;
    const media = scope.resolve(response)?.content.find(({ name }) => isJsonMediaType(name.value));
    const schema = scope.resolve(media?.schema);
    if (schema?.name === undefined || !isKnown(schema, scope)) continue;
    const id = idOf(schema.section.uri, pointerOf(schema.location));
    uses.set(id, { id, schema, name: schema.name.value, isProblem: describesProblem(schema, scope) });
  }
  return [...uses.values()];
}

/** What says in words what went wrong: without one it is the state of a thing. */
const sayingWords: ReadonlySet<string> = new Set(
  wordList('message msg error errors errormessage detail details title errordescription'),
);

/** An object that lists what it has; the errors of token endpoints are not for the API to choose. */
function isKnown(schema: Schema, scope: Pick<Scope, 'resolve'>): boolean {
  const parts = combinedSchemas(schema, scope);
  const isOpen = parts.some(
    ({ oneOf, anyOf, allOf, additionalProperties }) =>
      oneOf.length + anyOf.length > 0 ||
      typeof additionalProperties === 'object' ||
      additionalProperties === true ||
      allOf.some((part) => scope.resolve(part) === undefined),
  );
  const names = propertiesOf(schema, scope).map(({ name }) => name.value);
  return !isOpen && names.some((name) => sayingWords.has(foldedName(name))) && !isOAuthError(names);
}
