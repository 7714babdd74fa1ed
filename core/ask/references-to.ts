import { definitionOf } from '#core/ask/definition-of.ts';
import type { Group } from '#core/ask/group.ts';
import { groupsOf } from '#core/ask/groups-of.ts';
import { type NamedThing, thingAt } from '#core/ask/thing-at.ts';
import type { Use } from '#core/ask/use.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';

/** A text that leads to a thing, counted from the start of its file; or its declaration: the thing's own name. */
export interface Occurrence {
  readonly kind: Use['kind'] | 'declaration';
  readonly uri: string;
  readonly span: Span;
}

/**
 * Where what stands at an offset is named: what a use there leads to, or what is declared there. Its declarations come first; none
 * of all where nothing leads there. `only` limits the search to one file.
 */
export function referencesTo(workspace: Workspace, uri: string, offset: number, only?: string): readonly Occurrence[] {
  const definition = definitionOf(workspace, uri, offset);
  const asked = definition?.targets.map(({ uri: at, name }) => ({ uri: at, offset: name.start })) ?? [{ uri, offset }];
  const things = asked.flatMap((each) => thingAt(workspace, each.uri, each.offset) ?? []);
  const found = new Map<string, Occurrence>();
  for (const thing of things) {
    const uses = groupsOf(workspace, thing.uri).flatMap((group) => [...usesOf(thing, group, only)]);
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

function* usesOf(thing: NamedThing, group: Group, only: string | undefined): Iterable<Occurrence> {
  for (const { uri, sections, starts } of group.documents) {
    if (only !== undefined && uri !== only) continue;
    for (const [place, section] of sections.entries()) {
      for (const use of thing.names.flatMap((name) => group.usesNamed(section, name))) {
        if (!leadsTo(thing, group.targetsOf(use))) continue;
        yield { kind: use.kind, uri, span: shiftSpan(use.value.span, starts[place] ?? 0) };
      }
    }
  }
}

function leadsTo({ uri, span }: NamedThing, targets: ReturnType<Group['targetsOf']>): boolean {
  return targets.some(({ uri: at, name }) => at === uri && name.start === span.start);
}
