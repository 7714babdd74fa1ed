import { formatPointer, parsePointer } from '#core/openapi/reference/reference-target.ts';
import type { Cause, Fix } from '#core/rule.ts';
import { lastKey } from '#rules/detectors/openapi/last-key.ts';
import { fileOf, type LostReference } from '#rules/detectors/openapi/lost-reference.ts';
import type { MeantKey } from '#rules/fixes/openapi/meant-keys.ts';

/** What others that lead nowhere for the same reason have in common with it; `creation` writes what it leads to. */
export function lostCause(
  lost: LostReference,
  meant: MeantKey | undefined,
  creation: Fix | undefined,
): Cause | undefined {
  const { target, inRoot, place, missingFile, missingPart } = lost;
  if (inRoot) {
    // A bundler may put all files into one before it follows references.
    return {
      key: 'in root',
      message: (count) =>
        `${count} references lead nowhere in the files they stand in: the places are in the root file.`,
      fixTitle: (count) => `Name the root file in ${count} references`,
    };
  }
  if (missingFile !== undefined) {
    const instead = place === undefined ? '' : ` “${fileOf(place)}” is.`;
    const message = (count: number) =>
      `${count} references lead to “${fileOf(target)}”, a file that is not there.${instead}`;
    if (place === undefined) return { key: `file ${missingFile}`, message };
    const fixTitle = (count: number) => `Refer to “${fileOf(place)}” instead in ${count} places`;
    return { key: `file ${missingFile}`, message, fixTitle };
  }
  if (missingPart === undefined) return namesFragment.test(target) ? ofFragment(lost) : undefined;
  const { pointer } = missingPart;
  const key = `part ${missingPart.uri}#${formatPointer(pointer)}`;
  if (meant !== undefined) return throughStray(key, meant);
  const isWhole = pointer.length === parsePointer(target.slice(target.indexOf('#') + 1)).length;
  const goal = isWhole ? `to “${target}”` : `through “#${formatPointer(pointer)}”`;
  const message = (count: number) => `${count} references lead ${goal}, which is not there.`;
  if (place === undefined) {
    // All that lead to one component have one fix, and its title.
    const fixTitle = (count: number) => `Create the ${count} components that references lead to`;
    return creation === undefined ? { key, message } : { key, message, fixTitle };
  }
  const fixTitle = (count: number) =>
    isWhole
      ? `Refer to “${place}” instead in ${count} places`
      : `Correct ${count} references, as “${target}” to “${place}”`;
  return { key, message, fixTitle };
}

/** A fragment that is no JSON pointer, but the name of an anchor. */
const namesFragment = /^[^#]*#[^/]/;

function ofFragment({ uri, target, place }: LostReference): Cause {
  return {
    key: `fragment ${uri} ${target}`,
    message: (count) => `${count} references lead to “${target}”, which is not there.`,
    ...(place !== undefined && { fixTitle: (count: number) => `Refer to “${place}” instead in ${count} places` }),
  };
}

function throughStray(key: string, { stray, name, fix }: MeantKey): Cause {
  const { section, span, pointer } = stray;
  return {
    key,
    place: { section, span },
    message: (count) =>
      `“${lastKey(pointer)}”: ${count} references lead through “${name}”, which is not there. Is that meant?`,
    fixTitle: () => fix.title,
  };
}
