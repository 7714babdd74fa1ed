import { languageOf } from '#core/language-of.ts';
import { languages } from '#core/languages.ts';
import { syntaxFindings } from '#core/place/syntax-findings.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { Suppression } from '#core/suppress/suppression.ts';
import type { Section, SectionId, SourceDocument } from '#core/text/section.ts';
import { failureFinding } from '#core/work/failure.ts';
import { replacedPlaces } from '#core/work/list-difference.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** What the engine itself reads in the sections of the files that are reviewed, by uri; language by language. */
export type WorkspaceNotes = ReadonlyMap<string, DocumentNotes>;

export interface DocumentNotes {
  readonly document: SourceDocument;
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
  const notes = new Map<string, DocumentNotes>();
  const pace = new Pace();
  for (const language of languages) {
    for (const document of language.reviewedDocuments(workspace)) {
      const known = previous?.get(document.uri);
      notes.set(document.uri, known?.document === document ? known : yield* noteDocument(document, known));
      if (pace.isDue(cost.looked)) yield;
    }
  }
  return notes;
}

/** All that is noted, in the order of the files. */
export function allNotes(notes: WorkspaceNotes): readonly SectionNotes[] {
  return [...notes.values()].flatMap(({ all }) => all);
}

/** Where the text of a section begins in its file. */
export function startOf({ uri, id }: Section, all: WorkspaceNotes): number {
  const notes = all.get(uri);
  const place = notes?.places.get(id);
  return (place === undefined ? undefined : notes?.document.starts[place]) ?? 0;
}

/** The notes of these files alone. */
export function notesOfFiles(uris: Iterable<string>, notes: WorkspaceNotes): WorkspaceNotes {
  const own = new Map<string, DocumentNotes>();
  for (const uri of uris) {
    const known = notes.get(uri);
    if (known !== undefined) own.set(uri, known);
  }
  return own;
}

/** Where the sections of some files stand, file by file; the very same as long as they stand in the same order. */
export type FileLayout = readonly (DocumentNotes['places'] | undefined)[];

export function layoutOf(uris: Iterable<string>, notes: WorkspaceNotes): FileLayout {
  return Array.from(uris, (uri) => notes.get(uri)?.places);
}

export function isSameLayout(a: FileLayout, b: FileLayout): boolean {
  return a.length === b.length && a.every((places, index) => places === b[index]);
}

function* noteDocument(document: SourceDocument, before: DocumentNotes | undefined): Steps<DocumentNotes> {
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
  const suppressions = languageOf(section).suppressions(section);
  return problems.length === 0 && suppressions.length === 0 ? undefined : { problems, suppressions };
}
