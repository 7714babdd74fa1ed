import { effectiveParameters, effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType, mediaTypeEssence } from '#core/openapi/effective/media-type-name.ts';
import type { MediaType, Operation, Parameter } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { entriesOf, findEntry } from '#core/tree/tree.ts';
import { pagingParameters } from '#rules/detectors/openapi/paging-parameter.ts';

/** True for an operation with a body or a query that can be wrong by what is said of it: a JSON body or form with a schema, a parameter that is required or has limits. */
export function takesInput(operation: Operation, scope: Scope): boolean {
  if (effectiveRequestBody(operation, scope)?.content.some((media) => canBeWrong(media, scope)) === true) return true;
  const asked = effectiveParameters(operation, scope).filter((parameter) => parameter.in?.value === 'query');
  if (asked.length === 0) return false;
  const paging = new Set(pagingParameters(operation, scope).map(({ name }) => name));
  return asked.some((parameter) => !paging.has(parameter.name?.value ?? '') && isChecked(parameter, scope));
}

const forms = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)$/;

function canBeWrong({ name, schema }: MediaType, scope: Scope): boolean {
  const resolved = scope.resolve(schema);
  if (resolved === undefined || entriesOf(resolved.tree).length + resolved.properties.length === 0) return false;
  return isJsonMediaType(name.value) || forms.test(mediaTypeEssence(name.value)) || name.value === '*/*';
}

const limits = ['pattern', 'minLength', 'enum', 'format', 'minItems'] as const;

/** Required, or one of a few: what is optional and of any value is hardly refused. */
function isChecked({ name, required, schema }: Parameter, scope: Scope): boolean {
  const resolved = scope.resolve(schema);
  if (resolved === undefined || /^(?:api[-_]?)?version$|^v$/i.test(name?.value ?? '')) return false;
  if (required?.value === true && resolved.types.length > 0) return true;
  const isNumber = resolved.types.some((type) => type === 'integer' || type === 'number');
  return limits.some(
    (keyword) => (keyword !== 'format' || !isNumber) && findEntry(resolved.tree, keyword) !== undefined,
  );
}
