import { definedName } from '#core/openapi/description/definition-index.ts';
import type { SectionExtract } from '#core/openapi/description/section-extract.ts';
import { tellsStrayKeys } from '#core/openapi/description/stray-keys.ts';
import { brokenRoots, changedUnderstanding, isRead, isUnderstoodIn } from '#core/openapi/description/understanding.ts';
import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import { mayDeclareId } from '#core/openapi/reference/schema-ids.ts';
import { changedResources } from '#core/openapi/resources/changed-resources.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import type { SectionId } from '#core/text/section.ts';
import { sameStructure } from '#core/tree/same-structure.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { type ListDifference, listDifference } from '#core/work/list-difference.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { GoesStale } from '#core/work/read.ts';

type Files = ReadonlyMap<string, TreeDocument>;

/** What an edit did to a description, as far as reads of it may go stale. */
export interface DescriptionChange {
  readonly group: string;
  readonly before: Files;
  readonly after: Files;
  /** Those that are another object, or new, or gone. */
  readonly sections: readonly ChangedSection[];
  readonly extracts: ListDifference<SectionExtract>;
  /** The paths, as a tree. */
  readonly paths: { readonly before: PathNode; readonly after: PathNode };
  /** The sections whose schemas travel otherwise. */
  readonly usages: readonly SectionId[];
  /** True when one configuration held for all files, or holds now. */
  readonly isConfiguredOtherwise: boolean;
  /** True when another description referred into its root, or does now. */
  readonly isUsedOtherwise: boolean;
  /** True when the configuration says something else about schemas and models. */
  readonly isMappedOtherwise: boolean;
}

interface ChangedSection {
  readonly id: SectionId;
  readonly uri: string;
  readonly before: TreeSection | undefined;
  readonly after: TreeSection | undefined;
}

/** This read of a description goes stale when … */
export const staleInDescription: GoesStale<DescriptionChange> = {
  /** Who reads a section but for its prose, and keeps no place in it, does not see prose change. */
  *section({ sections }) {
    const pace = new Pace();
    for (const changed of sections) {
      if (!isAlikeButForDetails(changed)) yield { kind: 'section', id: changed.id };
      if (pace.isDue(cost.compared * (changed.after?.text.length ?? 0))) yield undefined;
    }
  },
  *details({ sections }) {
    for (const { id } of sections) yield { kind: 'details', id };
  },
  *usage({ usages }) {
    for (const id of usages) yield { kind: 'usage', id };
  },
  /** The settings say why a file is not there: they make this read stale, too. */
  *file({ before, after }) {
    for (const uri of urisOf(before, after))
      if (before.has(uri) !== after.has(uri)) yield { kind: 'file', uri: canonicalUri(uri) };
  },
  *anywhere({ before, after }) {
    for (const uri of urisOf(before, after)) if (before.get(uri) !== after.get(uri)) yield { kind: 'anywhere', uri };
  },
  *ids({ before, after, sections }) {
    for (const uri of urisOf(before, after)) if (before.has(uri) !== after.has(uri)) yield { kind: 'ids', uri };
    for (const { uri, ...changed } of sections)
      if ([changed.before, changed.after].some((section) => section && mayDeclareId(section)))
        yield { kind: 'ids', uri };
  },
  *'understood-file'({ before, after }) {
    for (const uri of changedUnderstanding(before, after))
      if (isRead(before.get(uri)) !== isRead(after.get(uri))) yield { kind: 'understood-file', uri };
  },
  *'understood-group'({ group, before, after }) {
    if (changedUnderstanding(before, after).length === 0) return;
    if (isUnderstoodIn(before) !== isUnderstoodIn(after)) yield { kind: 'understood-group', group };
  },
  *'understood-roots'({ group, before, after }) {
    if (!changedUnderstanding(before, after).includes(group)) return;
    const broken = (files: Files): string => brokenRoots(files.get(group)).join('\n');
    if (broken(before) !== broken(after)) yield { kind: 'understood-roots', group };
  },
  *files({ group, before, after }) {
    if (!sameFiles(before, after)) yield { kind: 'files', group };
  },
  /** Of several things of one name the place in the file decides. */
  *name({ group, extracts }) {
    const moved = definitionsOf(extracts.moved).values();
    for (const { of, name } of [...changedDefinitions(extracts), ...moved]) yield { kind: 'name', group, of, name };
  },
  *names({ group, extracts }) {
    for (const { of } of changedDefinitions(extracts)) yield { kind: 'names', group, of };
  },
  *roots({ group, extracts: { removed, added, moved } }) {
    for (const { roots } of [...removed, ...added, ...moved])
      for (const { kind: of } of roots) yield { kind: 'roots', group, of };
  },
  *resource({ group, paths }) {
    for (const name of changedResources(paths.before, paths.after))
      yield name === undefined ? undefined : { kind: 'resource', group, name };
  },
  *'stray-keys'({ group, extracts: { removed, added, moved } }) {
    if ([...removed, ...added, ...moved].some(({ section }) => tellsStrayKeys(section)))
      yield { kind: 'stray-keys', group };
  },
  *configuration({ group, isConfiguredOtherwise }) {
    if (isConfiguredOtherwise) yield { kind: 'configuration', group };
  },
  *elsewhere({ group, isUsedOtherwise }) {
    if (isUsedOtherwise) yield { kind: 'elsewhere', group };
  },
  *mapping({ group, isMappedOtherwise }) {
    if (isMappedOtherwise) yield { kind: 'mapping', group };
  },
};

/** The sections of the files that are another object than before, or new, or gone. */
export function changedSections(before: Files, after: Files): readonly ChangedSection[] {
  return [...urisOf(before, after)].flatMap((uri) => {
    const [old, now] = [before.get(uri), after.get(uri)];
    if (old === now) return [];
    const { removed, added } = listDifference<TreeSection>(old?.sections ?? [], now?.sections ?? []);
    const changed = new Map<SectionId, ChangedSection>();
    for (const section of removed) changed.set(section.id, { id: section.id, uri, before: section, after: undefined });
    for (const section of added) {
      const known = changed.get(section.id)?.before;
      changed.set(section.id, { id: section.id, uri, before: known, after: section });
    }
    return [...changed.values()];
  });
}

export function sameFiles(a: Files, b: Files): boolean {
  return a.size === b.size && [...a.keys()].every((uri) => b.has(uri));
}

function urisOf(before: Files, after: Files): ReadonlySet<string> {
  return new Set(before === after ? before.keys() : [...before.keys(), ...after.keys()]);
}

function isAlikeButForDetails({ before, after }: ChangedSection): boolean {
  if (before === undefined || after === undefined) return false;
  return sameStructure(before, after) && mayDeclareId(before) === mayDeclareId(after);
}

interface NamedThing {
  readonly of: string;
  readonly name: string;
  /** The sections that define it, one a line, as often as they do. */
  readonly sections: string;
}

/** What is defined other than before. */
function changedDefinitions({ removed, added }: ListDifference<SectionExtract>): readonly NamedThing[] {
  const [before, after] = [definitionsOf(removed), definitionsOf(added)];
  const all = new Map([...before, ...after]);
  return [...all].flatMap(([key, thing]) => (before.get(key)?.sections === after.get(key)?.sections ? [] : thing));
}

/** By kind and name. */
function definitionsOf(extracts: readonly SectionExtract[]): ReadonlyMap<string, NamedThing> {
  const things = new Map<string, NamedThing>();
  for (const { section, definitions } of extracts) {
    for (const definition of definitions) {
      const [of, name] = [definition.kind, definedName(definition)];
      const key = `${of} ${name}`;
      things.set(key, { of, name, sections: `${things.get(key)?.sections ?? ''}\n${section.id}` });
    }
  }
  return things;
}
