import type { MissingPart } from '#core/openapi/reference/missing-part.ts';
import { readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import { maximumHops } from '#core/openapi/reference/resolve-reference.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { ReferenceOutcome, Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { type MissingComponent, missingComponent } from '#rules/fixes/openapi/missing-component.ts';
import { type MeantPlace, nearestPlace } from '#rules/fixes/openapi/nearest-place.ts';

/** A reference that leads nowhere. */
export interface LostReference extends MeantPlace {
  readonly kind: 'lost';
  readonly uri: string;
  readonly pointer: readonly string[];
  readonly target: string;
  readonly span: Span;
  readonly fault: string;
  /** The uri of the file that is not there. */
  readonly missingFile: string | undefined;
  readonly missingPart: MissingPart | undefined;
  readonly component: MissingComponent | undefined;
}

/** Undefined where a reference leads somewhere, or nothing is known of where it leads. */
export function lostReference(reference: Reference, scope: Scope): LostReference | undefined {
  const outcome = scope.outcome(reference);
  const fault = faultOf(outcome, reference);
  if (fault === undefined) return undefined;
  const { section, location, target, targetSpan: span, isDynamic } = reference;
  const { uri } = section;
  const pointer = [...pointerOf(location), isDynamic ? '$dynamicRef' : '$ref'];
  const missingFile = outcome === 'missing-file' ? readReferenceTarget(target, uri).uri : undefined;
  const missingPart = scope.missingPart(reference);
  const component = missingComponent(reference, missingPart, scope);
  const found = { ...nearestPlace(reference, scope), missingFile, missingPart, component };
  return { kind: 'lost', uri, pointer, target, span, fault: `${fault}${fileInstead(found)}`, ...found };
}

/** Names the file that is there, where one differs from the missing one in case or slashes alone. */
function fileInstead({ missingFile, place }: Pick<LostReference, 'missingFile' | 'place'>): string {
  return missingFile === undefined || place === undefined ? '' : `, but “${fileOf(place)}”`;
}

/** Undefined where the target is found or nothing is known of it; a remote one is the engine's to mention. */
function faultOf(outcome: ReferenceOutcome, { target }: Reference): string | undefined {
  switch (outcome) {
    case 'missing-file':
      return `leads nowhere: there is no file “${fileOf(target)}” here`;
    case 'missing-pointer':
      return `leads nowhere: ${target.startsWith('#') || target === '' ? 'this file' : `“${fileOf(target)}”`} has no such place`;
    case 'circular':
      return 'leads only back to itself; write what is meant in its place';
    case 'too-long':
      return `leads through more than ${maximumHops} other references, and is not followed; refer to where they lead in the end`;
    case 'found':
    case 'remote':
    case 'outside-workspace':
    case 'unread':
    case 'broken':
    case 'other-kind':
    case 'unsupported':
      return undefined;
    default:
      return outcome satisfies never;
  }
}

/** What a reference says before its `#`. */
export function fileOf(target: string): string {
  return target.split('#')[0] ?? '';
}
