import { definitionOf } from '#core/ask/definition-of.ts';
import type { Group } from '#core/ask/group.ts';
import { groupsOf } from '#core/ask/groups-of.ts';
import type { NamedThing } from '#core/ask/named-thing.ts';
import { thingAt } from '#core/ask/thing-at.ts';
import type { Use } from '#core/ask/use.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Section } from '#core/text/section.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** A text that leads to a thing, counted from the start of its file; or its declaration: the thing's own name. */
export interface Occurrence {
  readonly kind: Use['kind'] | 'declaration';
  readonly uri: string;
  readonly span: Span;
}

/**
 * Where what stands at an offset is named: what a use there leads to, or what is declared there. Its declarations come first; none
 * of all where nothing leads there. `only` limits the search to one file. In steps: the first question about a name that is
 * everywhere looks into every section.
 */
export function* referencesTo(
  workspace: Workspace,
  uri: string,
  offset: number,
  only?: string,
): Steps<readonly Occurrence[]> {
  const definition = definitionOf(workspace, uri, offset);
  const asked = definition?.targets.map(({ uri: at, name }) => ({ uri: at, offset: name.start })) ?? [{ uri, offset }];
  const things = asked.flatMap((each) => thingAt(workspace, each.uri, each.offset) ?? []);
  const found = new Map<string, Occurrence>();
  const pace = new Pace();
  for (const thing of things) {
    const uses: Occurrence[] = [];
    for (const group of groupsOf(workspace, thing.uri)) yield* findUses({ thing, group, only, pace }, uses);
    if (uses.length === 0) continue;
    for (const each of [declarationOf(thing), ...uses]) {
      if (only === undefined || each.uri === only) found.set(`${each.uri} ${each.span.start}`, each);
    }
  }
  return [...found.values()];
}

function declarationOf({ uri, span }: NamedThing): Occurrence {
  return { kind: 'declaration', uri, span };
}

interface Search {
  readonly thing: NamedThing;
  readonly group: Group;
  readonly only: string | undefined;
  readonly pace: Pace;
}

function* findUses({ thing, group, only, pace }: Search, found: Occurrence[]): Steps<void> {
  for (const { uri, sections, starts } of group.documents) {
    if (only !== undefined && uri !== only) continue;
    // Of a large file there are ten thousand sections, nearly all without such a name.
    for (let place = 0; place < sections.length; place++) {
      const section = sections[place];
      if (section === undefined) continue;
      const uses = usesIn(section, thing, group);
      for (const use of uses) {
        if (pace.isDue(cost.followed)) yield;
        if (!leadsTo(thing, group.targetsOf(use))) continue;
        found.push({ kind: use.kind, uri, span: shiftSpan(use.value.span, starts[place] ?? 0) });
      }
      const isLookedInto = uses.length > 0;
      if (pace.isDue(isLookedInto ? section.text.length * cost.compared : section.text.length + cost.passed)) yield;
    }
  }
}

function usesIn(section: Section, { names: [first, ...others] }: NamedThing, group: Group): readonly Use[] {
  const uses = first === undefined ? [] : group.usesNamed(section, first);
  return others.length === 0 ? uses : [...uses, ...others.flatMap((name) => group.usesNamed(section, name))];
}

function leadsTo({ uri, span }: NamedThing, targets: ReturnType<Group['targetsOf']>): boolean {
  return targets.some(({ uri: at, name }) => at === uri && name.start === span.start);
}
