import type { HouseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { perHouse } from '#rules/detectors/openapi/per-house.ts';

/** Of several codes that would do the one that operations of a group document most, else all of them; the first where none is. */
export function usualStatus(house: HouseErrors, codes: readonly [string, ...string[]], group: string): string {
  return usualOf(house, JSON.stringify([codes, group]));
}

const usualOf = perHouse((house, key): string => {
  const [codes, group]: readonly [readonly [string, ...string[]], string] = JSON.parse(key);
  const near = house.uses.filter(({ operation }) => operation.group === group);
  for (const uses of [near, house.uses]) {
    const counts = codes.map((code) => uses.filter(({ status }) => status === code).length);
    const most = Math.max(...counts);
    if (most > 0) return codes[counts.indexOf(most)] ?? codes[0];
  }
  return codes[0];
});
