import type { Judgement } from '#core/judge-unit.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewNode, Section } from '#core/rule.ts';
import type { SectionId } from '#core/tree/section.ts';

/** The sections a judgement names places of, and those it holds views of. */
export interface NamedSections {
  readonly places: ReadonlySet<SectionId>;
  readonly views: ReadonlySet<SectionId>;
}

/** Looks for sections in what was found and in the facts gathered. */
export function namedSections({ findings, facts }: Judgement): NamedSections {
  const named = { places: new Set<SectionId>(), views: new Set<SectionId>() };
  for (const finding of findings) addPlaces(finding, named.places);
  for (const { facts: gathered } of facts.values()) {
    for (const { section, value } of gathered) {
      named.places.add(section.id);
      addNamed(value, named, deepest);
    }
  }
  return named;
}

function addPlaces({ section, finding }: RawFinding, places: Set<SectionId>): void {
  places.add(section.id);
  for (const related of finding.related ?? []) places.add(related.section.id);
}

/** Facts are flat; deeper lie values that users wrote. */
const deepest = 8;

interface Named {
  readonly places: Set<SectionId>;
  readonly views: Set<SectionId>;
}

function addNamed(value: unknown, named: Named, depth: number): void {
  if (typeof value !== 'object' || value === null || depth === 0) return;
  if (isSection(value)) named.places.add(value.id);
  else if (isView(value)) named.views.add(value.section.id);
  else if (value instanceof Map || value instanceof Set) for (const item of value) addNamed(item, named, depth - 1);
  else for (const part of Object.values(value)) addNamed(part, named, depth - 1);
}

function isSection(value: object): value is Section {
  return 'problems' in value && 'id' in value && 'text' in value;
}

function isView(value: object): value is ReviewNode {
  return 'section' in value && 'kind' in value && /^(?:openapi|prisma)\./.test(String(value.kind));
}
