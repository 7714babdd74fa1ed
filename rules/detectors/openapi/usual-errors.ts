import { effectiveParameters, effectiveRequestBody, effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import type { HouseOperation } from '#rules/detectors/openapi/error-uses.ts';
import type { HouseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { namesResource } from '#rules/detectors/openapi/names-resource.ts';
import { perHouse } from '#rules/detectors/openapi/per-house.ts';
import { isPublic } from '#rules/detectors/openapi/public-operation.ts';
import { takesInput } from '#rules/detectors/openapi/takes-input.ts';
import type { ErrorSite } from '#rules/fixes/openapi/error-site.ts';
import { otherParameterWords } from '#rules/words/other-parameters.ts';

/** What the errors of an operation depend on: an `item` its path names, `input` it may refuse, input that is `checked`, `credentials` it wants. */
export function errorTraits(operation: Operation, scope: Scope): readonly string[] {
  const mayTakeInput =
    operation.path.includes('{') ||
    effectiveParameters(operation, scope).some((parameter) => parameter.in?.value !== 'header') ||
    effectiveRequestBody(operation, scope) !== undefined;
  const isSecured = effectiveSecurity(operation, scope) !== undefined && !isPublic(operation, scope);
  const isItem = namesResource(operation, scope, otherParameterWords);
  return [
    ...(isItem ? ['item'] : []),
    ...(mayTakeInput ? ['input'] : []),
    ...(takesInput(operation, scope) ? ['checked'] : []),
    ...(isSecured ? ['credentials'] : []),
  ];
}

/**
 * The errors that operations of this kind usually document here, those of its group where it has some, else of all, and what
 * would be asked for beside them.
 */
export function usualErrors(
  { site, traits }: { readonly site: ErrorSite; readonly traits: readonly string[] },
  house: HouseErrors,
): readonly string[] {
  return usualOfKind(house, JSON.stringify([site.group, traits]));
}

const usualOfKind = perHouse((house, key): readonly string[] => {
  const [ownGroup, traits]: readonly [string, readonly string[]] = JSON.parse(key);
  const { operations } = house;
  const documented = operations.filter(({ uses }) => uses.some(({ status }) => isClientError(status)));
  const group = documented.filter((operation) => operation.group === ownGroup);
  const usual = [group, documented].map((near) => frequent(near, traits)).find(({ length }) => length > 0);
  if (usual === undefined && documented.length === 0) return ['default'];
  const errors = usual ?? [traits.includes('input') ? '400' : 'default'];
  const isCovered = errors.some((status) => status === '4XX' || status === 'default');
  return isCovered ? errors : withExpected(errors, traits, operations);
});

/** With what other rules would ask for then. */
function withExpected(
  errors: readonly string[],
  traits: readonly string[],
  operations: readonly HouseOperation[],
): readonly string[] {
  const isHabit = operations.some(({ uses }) => uses.some(({ status }) => status === '401'));
  const wants401 = isHabit && traits.includes('credentials') && !errors.includes('403');
  const wants404 = traits.includes('item') && !errors.includes('410');
  const wants400 = traits.includes('checked') && !errors.some(isInvalid) ? usualInvalid(operations) : [];
  return [...new Set([...errors, ...wants400, ...(wants401 ? ['401'] : []), ...(wants404 ? ['404'] : [])])].sort();
}

function isInvalid(status: string): boolean {
  return status === '400' || status === '422';
}

/** What more operations document of 400 and 422; nothing where none documents either. */
function usualInvalid(operations: readonly HouseOperation[]): readonly string[] {
  const statuses = operations.flatMap(({ uses }) => uses.map(({ status }) => status)).filter(isInvalid);
  const count = statuses.filter((status) => status === '422').length;
  return statuses.length === 0 ? [] : [count * 2 > statuses.length ? '422' : '400'];
}

function isClientError(status: string): boolean {
  return status.startsWith('4') || status === 'default';
}

/** The statuses at least half of these operations document, as far as they apply; else the most frequent one that does. */
function frequent(operations: readonly HouseOperation[], traits: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { uses } of operations) {
    for (const { status } of uses) {
      if (isClientError(status) && applies(status, traits)) counts.set(status, (counts.get(status) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (most === undefined) return [];
  const usual = [...counts].flatMap(([status, count]) => (count * 2 >= operations.length ? status : []));
  return usual.length > 0 ? usual.sort() : [most[0]];
}

function applies(status: string, traits: readonly string[]): boolean {
  if (status === '404' || status === '410') return traits.includes('item');
  if (status === '401' || status === '403') return traits.includes('credentials');
  if (status === '400' || status === '422') return traits.includes('input');
  return status === '4XX' || status === 'default' || status === '429';
}
