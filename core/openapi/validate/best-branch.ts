import type { Fault, NearestBranch } from '#core/openapi/validate/fault.ts';
import type { Outcome } from '#core/openapi/validate/outcome.ts';
import type { SchemaSite } from '#core/openapi/validate/schema-site.ts';
import { textOf } from '#core/openapi/validate/text-keywords.ts';
import { entriesOf, findString, findValue, type MapNode, type TreeNode } from '#core/tree/tree.ts';

/**
 * What is told where a value fits no branch: the faults of the one that is meant, be it named by a discriminator or be it the only one
 * that comes closest; else that none fits.
 */
export function bestFaults(
  keyword: 'anyOf' | 'oneOf',
  outcomes: readonly Outcome[],
  schema: SchemaSite,
  value: TreeNode,
  named: number | undefined,
): readonly Fault[] {
  const meant = named === undefined ? undefined : outcomes[named];
  if (meant !== undefined) return meant.faults;
  const ranked = outcomes.map((outcome) => ({ outcome, rank: rankOf(outcome, value) }));
  const least = Math.min(...ranked.map(({ rank }) => rank));
  const [best, other] = ranked.filter(({ rank }) => rank === least);
  const none = (nearest?: NearestBranch): Fault => {
    return { kind: 'none-fits', value, schema, keyword, count: outcomes.length, nearest };
  };
  if (least >= wrongType) return [commonType(outcomes, value) ?? none()];
  if (best === undefined) return [none()];
  if (other === undefined) return best.outcome.faults;
  const kind = least >= wrongKind ? commonKind(outcomes, value) : undefined;
  if (kind !== undefined) return [kind];
  const [fault] = best.outcome.faults;
  return [none(fault && { index: outcomes.indexOf(best.outcome), fault })];
}

const wrongType = 10_000;
const wrongKind = 100;

/** How far a branch is from what was meant: of another type, of another kind by a property that tells kinds apart, or how many faults. */
function rankOf({ faults }: Outcome, value: TreeNode): number {
  if (faults.some((fault) => fault.value === value && (fault.kind === 'type' || fault.kind === 'nothing')))
    return wrongType;
  const children = new Set(entriesOf(value).map(({ value: child }) => child));
  const isOtherKind = faults.some((fault) => fault.kind === 'enum' && children.has(fault.value));
  return (isOtherKind ? wrongKind : 0) + faults.length;
}

/** Where all branches want another type, the value is of none of them all. */
function commonType(outcomes: readonly Outcome[], value: TreeNode): Fault | undefined {
  const faults = outcomes.map(({ faults }) => faults.find((fault) => fault.kind === 'type' && fault.value === value));
  const [first] = faults;
  if (first?.kind !== 'type') return undefined;
  const expected = new Set(faults.flatMap((fault) => (fault?.kind === 'type' ? fault.expected : [])));
  return faults.includes(undefined) ? undefined : { ...first, expected: [...expected] };
}

/** Where all branches want another value of one property, which tells them apart, it is none that any of them takes. */
function commonKind(outcomes: readonly Outcome[], value: TreeNode): Fault | undefined {
  const [first, ...others] = outcomes;
  for (const { value: child } of entriesOf(value)) {
    const ofChild = ({ faults }: Outcome) => faults.find((fault) => fault.kind === 'enum' && fault.value === child);
    const own = first && ofChild(first);
    if (own?.kind !== 'enum') continue;
    const same = others.map(ofChild);
    if (same.includes(undefined)) continue;
    const allowed = [own, ...same].flatMap((fault) => (fault?.kind === 'enum' ? fault.allowed : []));
    return { ...own, allowed };
  }
  return undefined;
}

/** The branch that the discriminator beside the branches names for a value (OpenAPI 3.1.1 §4.8.25); undefined where none does. */
export function branchNamedBy(schema: MapNode, branches: readonly TreeNode[], value: TreeNode): number | undefined {
  const discriminator = findValue(schema, 'discriminator');
  const property = findString(discriminator, 'propertyName')?.value;
  const kind = property === undefined ? undefined : textOf(findValue(value, property));
  if (kind === undefined) return undefined;
  const target = findString(findValue(discriminator, 'mapping'), kind)?.value ?? kind;
  const index = branches.findIndex((branch) => {
    const written = findString(branch, '$ref')?.value;
    return written !== undefined && (written === target || written.endsWith(`/${target}`));
  });
  return index < 0 ? undefined : index;
}
