import { foreignKeysOf } from '#core/prisma/relation.ts';
import { wordsOf } from '#core/text/casing.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import type { FilterParameter } from '#rules/detectors/cross/filter-parameter.ts';
import type { ListedModel } from '#rules/detectors/cross/listed-model.ts';
import { isTenantName } from '#rules/detectors/cross/tenant-column.ts';
import { callerWords, plainIdNames } from '#rules/words/callers.ts';

/**
 * What a query of the list has a value for beside what is asked: what the path says, the tenant, and who is calling, unless the
 * request chooses that, too.
 */
export function fixedColumns(
  { model, owners }: ListedModel,
  parameters: readonly FilterParameter[],
): ReadonlySet<string> {
  const chosen = new Set(
    parameters.flatMap(({ parameter, names }) =>
      parameter.required?.value === true ? [] : names.map((name) => fieldFor(model, name)?.name.value),
    ),
  );
  const foreign = foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value));
  const callers = foreign.filter((name) => !chosen.has(name) && isCaller(name));
  const tenants = model.fields.map(({ name }) => name.value).filter(isTenantName);
  const required = parameters.flatMap(({ parameter, names }) =>
    parameter.required?.value === true ? names.flatMap((name) => fieldFor(model, name)?.name.value ?? []) : [],
  );
  return new Set([...owners, ...callers, ...tenants, ...required]);
}

/** True for a foreign key that is called after somebody, such as `userId`, or after what they did. */
function isCaller(column: string): boolean {
  const words = wordsOf(column).filter((word) => !plainIdNames.has(word));
  return callerWords.has(words.at(-1) ?? '') || words.at(-1) === 'by';
}
