import type { Fault } from '#core/openapi/validate/fault.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Fix, Scope } from '#core/rule.ts';
import { meantName } from '#rules/detectors/openapi/meant-name.ts';
import { shortened } from '#rules/detectors/openapi/shown-value.ts';
import type { PlacedFault } from '#rules/detectors/openapi/value-faults.ts';
import type { WrittenValue } from '#rules/detectors/openapi/written-value.ts';
import { mendedValue } from '#rules/fixes/openapi/mended-value.ts';

interface MendedFix {
  readonly fix: Fix;
  readonly titleOfMany: (count: number) => string;
}

/**
 * Writes a wrong value as it was meant; undefined where nobody knows how. `titleOfMany` is said of several that are mended alike. What
 * says the same text as before is as safe as `safety` says.
 */
export function mendedFix(
  { place, schema, direction }: WrittenValue,
  { fault, steps, isWrittenThere }: PlacedFault,
  safety: Fix['safety'],
  scope: Scope,
): MendedFix | undefined {
  if (!isWrittenThere) return undefined;
  const { section } = place.location;
  const pointer = [...pointerOf(place.location), ...steps];
  if (fault.kind === 'extra-property') return renamed(fault, section.uri, pointer);
  const { version } = schema.context;
  const mended = mendedValue(fault, section, { scope, version, direction, isLenient: true });
  if (mended === undefined) return undefined;
  const { value, literal, title, titleOfMany, isSameText } = mended;
  const fix: Fix = {
    title,
    safety: isSameText ? safety : 'review',
    changes: [{ kind: 'set', uri: section.uri, pointer, value, ...(literal !== undefined && { literal }) }],
  };
  return { fix, titleOfMany };
}

function renamed(
  fault: Extract<Fault, { kind: 'extra-property' }>,
  uri: string,
  pointer: readonly string[],
): MendedFix | undefined {
  const name = meantName(fault);
  if (name === undefined) return undefined;
  const written = fault.key.value;
  const title = `Rename “${shortened(written)}” to “${shortened(name)}”`;
  const change = { kind: 'rename', uri, pointer: [...pointer, written], name } as const;
  return { fix: { title, safety: 'review', changes: [change] }, titleOfMany: (count) => `${title} in ${count} places` };
}
