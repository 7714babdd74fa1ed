import { segmentsOf, templateNames } from '#core/openapi/effective/path-template.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { isTenantName } from '#rules/detectors/cross/tenant-column.ts';
import { plainIdNames } from '#rules/words/callers.ts';
import { tenantNouns } from '#rules/words/growing-nouns.ts';

/** What the rows of a list belong to, by its path. */
export interface ListParent {
  /** Whoever owns everything, so that it has many rows. */
  readonly isTenant: boolean;
  /** The column that says so: `customerId`; undefined where no column is called after it. */
  readonly column: string | undefined;
}

/** The parents a path names, outermost first: `customerId` of `/customers/{id}/orders`. */
export function listParents(path: string, model: PrismaModel): readonly ListParent[] {
  const segments = segmentsOf(path);
  return segments.flatMap((segment, at) => {
    const [name] = templateNames(segment);
    return name === undefined ? [] : [parentOf(name.value, singularNoun(segments[at - 1]), model)];
  });
}

function parentOf(name: string, noun: string, model: PrismaModel): ListParent {
  const isPlain = plainIdNames.has(foldedName(name));
  const names = isPlain ? [`${noun}${name}`, `${noun}Id`] : [`${name}Id`, name, `${noun}Id`];
  const field = names.map((each) => fieldFor(model, each)).find((each) => each !== undefined);
  const column = field?.name.value;
  const isTenant = isTenantName(column ?? `${noun}Id`) || tenantNouns.has(noun);
  return { isTenant, column };
}

function singularNoun(segment: string | undefined): string {
  const words = wordsOf(segment?.includes('{') === false ? segment : '');
  const last = words.at(-1);
  return last === undefined ? '' : [...words.slice(0, -1), singularOf(last)].join('');
}
