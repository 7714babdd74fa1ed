import { withTarget } from '#core/openapi/read/read-reference.ts';
import type { OtherKind } from '#core/openapi/reference/other-kind.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { targetName } from '#core/openapi/reference/target-name.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { nearestPlace } from '#rules/fixes/openapi/nearest-place.ts';

/** What a reference to another kind of thing seems to mean: the component of that name that is of the right kind, or the schema within. */
export function placeOfKind(reference: Reference, stands: OtherKind, scope: Scope): string | undefined {
  const { place } = nearestPlace(reference, scope);
  const isNamedAlike =
    place !== undefined && targetName(place).toLowerCase() === targetName(reference.target).toLowerCase();
  if (isNamedAlike && isThere(reference, place, scope)) return place;
  const steps = stepsToSchema(reference, stands);
  if (steps === undefined || reference.to !== 'openapi.schema' || !reference.target.includes('#')) return undefined;
  const within = `${reference.target}${formatPointer(steps)}`;
  return isThere(reference, within, scope) ? within : undefined;
}

function isThere(reference: Reference, target: string, scope: Scope): boolean {
  return scope.outcome(withTarget(reference, target)) === 'found';
}

/** Where what stands there has its schema: a response under the media type that the reference stands in. */
function stepsToSchema({ location }: Reference, stands: OtherKind): readonly string[] | undefined {
  if (stands === 'parameter' || stands === 'header' || stands === 'media-type') return ['schema'];
  const own = pointerOf(location);
  const isInMediaType = own.at(-1) === 'schema' && own.at(-3) === 'content';
  return isInMediaType && (stands === 'response' || stands === 'request-body') ? own.slice(-3) : undefined;
}
