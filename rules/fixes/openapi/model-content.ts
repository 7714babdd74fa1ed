import { isJsonMediaType, isProblemMediaType } from '#core/openapi/effective/media-type-name.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { ErrorBody, PlainMap } from '#rules/detectors/openapi/error-body.ts';
import type { HouseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { perHouse } from '#rules/detectors/openapi/per-house.ts';

/** True for what can be said once more without a new finding. */
export function isModel(house: HouseErrors, { value, flaws, hasContent }: ErrorBody): boolean {
  if (flaws.includes('leads nowhere') || flaws.includes('no schema')) return false;
  if (!hasContent || flaws.includes('unsaid problem') || !isPlainJson(value)) return true;
  return !tellsProblems(house);
}

/** Content in the media type a new error has: a problem is called one where those that are not are told of. */
export function modelContent(house: HouseErrors, { flaws }: ErrorBody, content: PlainMap): PlainMap {
  if (!flaws.includes('unsaid problem') || !tellsUnsaid(house)) return content;
  const [json] = Object.keys(content).filter(isJsonMediaType);
  const entries = Object.entries(content).map(([name, media]) => [name === json ? problemJson : name, media] as const);
  return Object.fromEntries(entries);
}

const problemJson = 'application/problem+json';

function isPlainJson({ content }: PlainMap): boolean {
  const names = isMap(content) ? Object.keys(content) : [];
  return names.some(isJsonMediaType) && !names.some(isProblemMediaType);
}

interface Shares {
  readonly all: number;
  readonly problems: number;
  readonly unsaid: number;
}

const shares = perHouse((house): Shares => {
  const bodies = house.uses.flatMap((use) => house.bodyOf(use) ?? []);
  const unsaid = bodies.filter(({ flaws }) => flaws.includes('unsaid problem')).length;
  const problems = bodies.filter(({ value }) => isMap(value['content']) && namesProblem(value['content'])).length;
  const plain = bodies.filter(({ value }) => isPlainJson(value)).length;
  return { all: problems + plain, problems, unsaid };
});

function namesProblem(content: PlainMap): boolean {
  return Object.keys(content).some(isProblemMediaType);
}

/** As another rule counts: most errors are problems, so that others are told of. */
function tellsProblems(house: HouseErrors): boolean {
  const { all, problems } = shares(house);
  return problems > 0 && problems * 2 >= all;
}

/** … or nearly all are problems that do not say so. */
function tellsUnsaid(house: HouseErrors): boolean {
  const { all, unsaid } = shares(house);
  return tellsProblems(house) || unsaid * 5 >= all * 4;
}
