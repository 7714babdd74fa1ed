import type { Description } from '#core/openapi/description/description.ts';
import { contextKey } from '#core/openapi/description/description-context.ts';
import type { SectionToReview } from '#core/openapi/description/root-sections.ts';
import { countHabits, type Habits } from '#core/openapi/resources/counted-habits.ts';
import { type HabitFact, habitFacts, type PagingWords } from '#core/openapi/resources/habit-facts.ts';
import { visitSection } from '#core/project/visit-section.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** What a description does alike in many places, with counts. In steps; what a section says is kept with it. */
export function* habitsOf(description: Description, paging: PagingWords): Steps<Habits> {
  const facts: HabitFact[] = [];
  const pace = new Pace();
  for (const member of description.sectionsToReview()) {
    const isKnown = kept.has(member.section);
    for (const fact of factsIn(member, description, paging)) facts.push(fact);
    if (pace.isDue(isKnown ? cost.passed : cost.asked * member.section.text.length)) yield;
  }
  return countHabits(facts);
}

interface Kept {
  readonly key: string;
  readonly paging: PagingWords;
  readonly facts: readonly HabitFact[];
}

const kept = new WeakMap<TreeSection, Kept>();

function factsIn(member: SectionToReview, description: Description, paging: PagingWords): readonly HabitFact[] {
  const { section, roles, context } = member;
  const key = `${roles.key}\n${contextKey(context)}`;
  const known = kept.get(section);
  if (known?.key === key && known.paging === paging) return known.facts;
  const facts: HabitFact[] = [];
  visitSection(description, member, (node) => void facts.push(...habitFacts(node, paging)));
  kept.set(section, { key, paging, facts });
  return facts;
}
