import { syntaxFindings } from '#core/place/syntax-findings.ts';
import { usedTrees } from '#core/place/used-trees.ts';
import type { PrismaDocument } from '#core/prisma/model.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { Section } from '#core/rule.ts';
import { prismaSuppressions } from '#core/suppress/prisma-suppressions.ts';
import type { Suppression } from '#core/suppress/suppression.ts';
import { treeSuppressions } from '#core/suppress/tree-suppressions.ts';
import type { SectionId, TreeDocument } from '#core/tree/section.ts';
import { failureFinding } from '#core/work/failure.ts';
import { replacedPlaces } from '#core/work/list-difference.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** What the engine itself reads in the sections of the files that are reviewed: YAML and JSON first, by uri, then Prisma. */
export interface WorkspaceNotes {
  readonly trees: ReadonlyMap<string, DocumentNotes>;
  readonly prisma: ReadonlyMap<string, DocumentNotes>;
}

export interface DocumentNotes {
  readonly document: TreeDocument | PrismaDocument;
  /** By place of the section; undefined where there is nothing to note. */
  readonly notes: readonly (SectionNotes | undefined)[];
  /** The notes there are. */
  readonly all: readonly SectionNotes[];
  /** Where each section stands among them; a finding may name an earlier object of a section that says the same. */
  readonly places: ReadonlyMap<SectionId, number>;
}

export interface SectionNotes {
  readonly problems: readonly RawFinding[];
  readonly suppressions: readonly Suppression[];
}

/** Reads only the sections that `previous` does not know, in steps. */
export function* noteWorkspace(workspace: Workspace, previous?: WorkspaceNotes): Steps<WorkspaceNotes> {
  return {
    trees: yield* noteDocuments(usedTrees(workspace), previous?.trees),
    prisma: yield* noteDocuments(workspace.prismaDocuments.values(), previous?.prisma),
  };
}

/** All that is noted, in the order of the files. */
export function allNotes({ trees, prisma }: WorkspaceNotes): readonly SectionNotes[] {
  return [...trees.values(), ...prisma.values()].flatMap(({ all }) => all);
}

/** Where the text of a section begins in its file. */
export function startOf({ kind, uri, id }: Section, { trees, prisma }: WorkspaceNotes): number {
  const notes = (kind === 'tree' ? trees : prisma).get(uri);
  const place = notes?.places.get(id);
  return (place === undefined ? undefined : notes?.document.starts[place]) ?? 0;
}

/** The notes of these files alone. */
export function notesOfFiles(uris: Iterable<string>, { trees, prisma }: WorkspaceNotes): WorkspaceNotes {
  const own = { trees: new Map<string, DocumentNotes>(), prisma: new Map<string, DocumentNotes>() };
  for (const uri of uris) {
    const [tree, schema] = [trees.get(uri), prisma.get(uri)];
    if (tree !== undefined) own.trees.set(uri, tree);
    if (schema !== undefined) own.prisma.set(uri, schema);
  }
  return own;
}

/** Where the sections of some files stand, file by file; the very same as long as they stand in the same order. */
export type FileLayout = readonly (DocumentNotes['places'] | undefined)[];

export function layoutOf(uris: Iterable<string>, { trees, prisma }: WorkspaceNotes): FileLayout {
  return Array.from(uris, (uri) => (trees.get(uri) ?? prisma.get(uri))?.places);
}

export function isSameLayout(a: FileLayout, b: FileLayout): boolean {
  return a.length === b.length && a.every((places, index) => places === b[index]);
}

function* noteDocuments(
  documents: Iterable<TreeDocument | PrismaDocument>,
  before: ReadonlyMap<string, DocumentNotes> | undefined,
): Steps<ReadonlyMap<string, DocumentNotes>> {
  const notes = new Map<string, DocumentNotes>();
  const pace = new Pace();
  for (const document of documents) {
    const known = before?.get(document.uri);
    notes.set(document.uri, known?.document === document ? known : yield* noteDocument(document, known));
    if (pace.isDue(cost.looked)) yield;
  }
  return notes;
}

function* noteDocument(
  document: TreeDocument | PrismaDocument,
  before: DocumentNotes | undefined,
): Steps<DocumentNotes> {
  const sections: readonly Section[] = document.sections;
  const old: readonly Section[] = before?.document.sections ?? [];
  const replaced = replacedPlaces(old, sections);
  if (before === undefined || replaced === undefined) {
    const notes: (SectionNotes | undefined)[] = [];
    const pace = new Pace();
    for (const section of sections) {
      notes.push(notesOf(section));
      if (pace.isDue(cost.looked)) yield;
    }
    return { document, notes, all: present(notes), places: placesOf(sections) };
  }
  const notes = [...before.notes];
  for (const place of replaced) notes[place] = sections[place] && notesOf(sections[place]);
  const isSame = replaced.every((place) => notes[place] === before.notes[place]);
  const isNamed = replaced.every((place) => old[place]?.id === sections[place]?.id);
  const all = isSame ? before.all : present(notes);
  return { document, notes, all, places: isNamed ? before.places : placesOf(sections) };
}

function present(notes: readonly (SectionNotes | undefined)[]): readonly SectionNotes[] {
  return notes.filter((note) => note !== undefined);
}

function placesOf(sections: readonly Section[]): ReadonlyMap<SectionId, number> {
  return new Map(sections.map(({ id }, place) => [id, place]));
}

const known = new WeakMap<Section, { readonly notes: SectionNotes | undefined }>();

function notesOf(section: Section): SectionNotes | undefined {
  const { notes } = known.get(section) ?? { notes: tryNotes(section) };
  known.set(section, { notes });
  return notes;
}

/** A section whose suppressions cannot be read is told, and silences nothing. */
function tryNotes(section: Section): SectionNotes | undefined {
  try {
    return readNotes(section);
  } catch (error) {
    return { problems: [failureFinding(section, 'read what is suppressed in this', error)], suppressions: [] };
  }
}

function readNotes(section: Section): SectionNotes | undefined {
  const problems = section.problems.length === 0 ? [] : syntaxFindings(section);
  const suppressions = section.kind === 'prisma' ? prismaSuppressions(section) : treeSuppressions(section);
  return problems.length === 0 && suppressions.length === 0 ? undefined : { problems, suppressions };
}
