import type { ErrorBody } from '#rules/detectors/openapi/error-body.ts';
import { type HouseErrors, mostCommon, type PlacedUse } from '#rules/detectors/openapi/house-errors.ts';
import { mostUsedBody } from '#rules/detectors/openapi/most-used-body.ts';
import { perHouse } from '#rules/detectors/openapi/per-house.ts';

/** Error responses of one status that say the same in their most frequent form. */
export interface AlikeErrors {
  readonly first: PlacedUse;
  /** Undefined where what is shared cannot be read. */
  readonly body: ErrorBody | undefined;
  /** Their descriptions, the most frequent ones first, and an operation that has it. */
  readonly descriptions: readonly { readonly text: string; readonly use: PlacedUse; readonly count: number }[];
}

/** The operation that looks for neighbours. */
interface Place {
  readonly path: string;
  readonly group: string;
}

/** What an operation's neighbours say under a status: those of its path, else of its group, else all, as far as they are no exception. */
export function alikeErrors(house: HouseErrors, { path, group }: Place, status: string): AlikeErrors | undefined {
  const onPath = usesUnder(house, status).filter(({ operation }) => operation.path === path);
  if (onPath.length > 0) return alikeOf(house, onPath);
  const near = inGroup(house, `${status} ${group}`) ?? everywhere(house, status);
  return near === undefined || (near.first.target === undefined && isOdd(house, near.body)) ? undefined : near;
}

/** The readable uses of a status. */
const usesUnder = perHouse((house, status) =>
  house.uses.filter((use) => use.status === status && (use.target ?? use.written) !== undefined),
);

const inGroup = perHouse((house, key): AlikeErrors | undefined => {
  const [status = '', ...group] = key.split(' ');
  const uses = usesUnder(house, status).filter(({ operation }) => operation.group === group.join(' '));
  return uses.length === 0 ? undefined : alikeOf(house, uses);
});

/** Undefined for what is said in one group only, while most errors are those of others. */
const everywhere = perHouse((house, status): AlikeErrors | undefined => {
  const uses = mostCommon(usesUnder(house, status), (use) => formOf(house, use));
  const [first] = uses;
  const isOfOneGroup = uses.every(({ operation }) => operation.group === first?.operation.group);
  const isRare = uses.length * 3 < house.uses.length;
  if (isOfOneGroup && isRare && house.uses.some(({ operation }) => operation.group !== first?.operation.group))
    return undefined;
  return alikeOf(house, uses);
});

function alikeOf(house: HouseErrors, near: readonly PlacedUse[]): AlikeErrors | undefined {
  const uses = mostCommon(near, (use) => formOf(house, use));
  const [first] = uses;
  if (first === undefined) return undefined;
  const known = uses.flatMap((use) => {
    const body = house.bodyOf(use);
    return body === undefined ? [] : [{ use, body }];
  });
  const [most] = mostCommon(known, ({ body }) => body);
  return { first, body: most?.body, descriptions: frequentDescriptions(known) };
}

function frequentDescriptions(known: readonly { readonly use: PlacedUse; readonly body: ErrorBody }[]) {
  const counts = new Map<string, { readonly text: string; readonly use: PlacedUse; count: number }>();
  for (const { use, body } of known) {
    if (body.description === undefined) continue;
    const found = counts.get(body.description) ?? { text: body.description, use, count: 0 };
    counts.set(body.description, found);
    found.count++;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, mostDescriptions);
}

const mostDescriptions = 8;

function formOf(house: HouseErrors, use: PlacedUse): string | undefined {
  return use.target ?? house.bodyOf(use)?.signature;
}

/** True for a body that is not the one more than half of all errors have, or is rare where they have none in common. */
function isOdd(house: HouseErrors, own: ErrorBody | undefined): boolean {
  const usual = mostUsedBody(house);
  if (own === undefined || !own.hasContent || own.signature === usual?.signature) return false;
  return usual === undefined ? isRare(house, own.signature) : isUsual(house);
}

/** True for a body that fewer than a third of the operations with errors have. */
const isRare = perHouse((house, signature) => {
  const known = house.uses.filter((use) => house.bodyOf(use) !== undefined);
  const own = known.filter((use) => house.bodyOf(use)?.signature === signature);
  return (
    new Set(own.map(({ operation }) => operation)).size * 3 < new Set(known.map(({ operation }) => operation)).size
  );
});

const isUsual = perHouse((house) => {
  const bodies = house.uses.flatMap((use) => house.bodyOf(use) ?? []).filter(({ hasContent }) => hasContent);
  const usual = mostUsedBody(house);
  return bodies.filter(({ signature }) => signature === usual?.signature).length * 2 > bodies.length;
});
