import type { ErrorBody } from '#rules/detectors/openapi/error-body.ts';
import { mostCommon, type PlacedUse } from '#rules/detectors/openapi/house-errors.ts';
import { perHouse } from '#rules/detectors/openapi/per-house.ts';

/**
 * The body most 4xx responses share, in a third of the operations at least; that of others where there are no 4xx. One that is made
 * for one error alone does not count.
 */
export const mostUsedBody = perHouse((house): ErrorBody | undefined => {
  const clientErrors = house.uses.filter(({ status }) => status.startsWith('4'));
  // A 429 often comes from what stands before the server.
  const own = clientErrors.filter(({ status }) => status !== '429');
  for (const uses of [own, clientErrors, house.uses]) {
    const known = uses.flatMap((use) => {
      const body = house.bodyOf(use);
      return body === undefined ? [] : [{ use, body }];
    });
    const alike = mostCommon(withoutSpecific(known), ({ body }) => body.signature);
    // What only a few operations share is not the house's.
    if (alike[0] !== undefined && operationsOf(alike) * 3 >= operationsOf(known)) return alike[0].body;
  }
  return undefined;
});

interface KnownUse {
  readonly use: PlacedUse;
  readonly body: ErrorBody;
}

/** Without bodies that bear the name of one kind of error, unless they serve several statuses. */
function withoutSpecific(known: readonly KnownUse[]): readonly KnownUse[] {
  const statuses = new Map<string, Set<string>>();
  for (const { use, body } of known) {
    statuses.set(body.signature, (statuses.get(body.signature) ?? new Set()).add(use.status));
  }
  return known.filter(({ body }) => !body.isSpecific || (statuses.get(body.signature)?.size ?? 0) > 2);
}

function operationsOf(known: readonly KnownUse[]): number {
  return new Set(known.map(({ use }) => use.operation)).size;
}
