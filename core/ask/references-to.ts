import { definitionOf } from '#core/ask/definition-of.ts';
import type { Group } from '#core/ask/group.ts';
import { groupsOf } from '#core/ask/groups-of.ts';
import { type NamedThing, thingAt } from '#core/ask/thing-at.ts';
import type { Use } from '#core/ask/use.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Section } from '#core/rule.ts';
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
    const uses = groupsOf(workspace, thing.uri).flatMap((group) => usesOf(thing, group, only));
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

function usesOf(thing: NamedThing, group: Group, only: string | undefined): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const { uri, sections, starts } of group.documents) {
    if (only !== undefined && uri !== only) continue;
    // Of a large file there are ten thousand sections, nearly all without such a name.
    for (let place = 0; place < sections.length; place++) {
      const section = sections[place];
      if (section !== undefined) addUses(thing, { group, section, start: starts[place] ?? 0 }, found);
    }
  }
  return found;
}

interface Searched {
  readonly group: Group;
  readonly section: Section;
  /** Where the section begins in its file. */
  readonly start: number;
}

function addUses(thing: NamedThing, { group, section, start }: Searched, found: Occurrence[]): void {
  for (const name of thing.names) {
    for (const use of group.usesNamed(section, name)) {
      if (!leadsTo(thing, group.targetsOf(use))) continue;
      found.push({ kind: use.kind, uri: section.uri, span: shiftSpan(use.value.span, start) });
    }
  }
}

function leadsTo({ uri, span }: NamedThing, targets: ReturnType<Group['targetsOf']>): boolean {
  return targets.some(({ uri: at, name }) => at === uri && name.start === span.start);
}
