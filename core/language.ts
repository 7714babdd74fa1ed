import type { FileGroup } from '#core/project/file-group.ts';
import type { UnitGroup } from '#core/project/review-unit.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { FileRole } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Change } from '#core/rule.ts';
import type { Source } from '#core/source.ts';
import type { Suppression } from '#core/suppress/suppression.ts';
import type { SourceDocument } from '#core/text/section.ts';
import type { Edit, Span } from '#core/text/span.ts';
import type { Steps } from '#core/work/steps.ts';

/**
 * All that Plumbline must know of a language to review files in it. Each stands in the folder of its language, and in the list
 * `languages`; only what compares languages names them. The members are methods, so that each takes documents and sections of its own.
 */
export interface Language<D extends SourceDocument = SourceDocument> {
  /** The first part of the ids of its rules and of the kinds of its views. */
  readonly id: string;
  /** The `kind` of its documents and sections. */
  readonly kind: D['kind'];
  readonly files: LanguageFiles;
  readonly sample: LanguageSample;
  /** True where fixes say what should become of values, and the writer finds the text; they are made from the text around them otherwise. */
  readonly changesValues?: true;
  /** What a file can be, and how that is told. */
  readonly roles: { readonly [R in FileRole]?: RoleInfo };
  /** Codes of problems that what follows in a section is mostly the consequence of: after the first one no other is told. */
  readonly breakingProblems: ReadonlySet<string>;

  /** Cuts a file into sections and reads them, in steps. Of `before` sections that are the same are taken over as they are. */
  cut(source: Source, before: D | undefined): Steps<D>;
  /** What `cut` gives for the text after these edits (sorted, without overlaps); undefined where it must be asked. */
  edit(before: D, edits: readonly Edit[]): Steps<D | undefined>;
  /** A file that cannot even be cut, owing to a mistake of ours: one section that says so. */
  unread(source: Source, error: unknown): D;
  /** False for an earlier reading of a file that says nothing of this one. */
  isSameForm?(before: D, source: Source): boolean;

  /** What the comments of a section silence, and what else does. */
  suppressions(section: D['sections'][number]): readonly Suppression[];
  /** The change that silences a rule at a span; undefined when there is no place for it. `reason` is one line. */
  ignoreChange(section: D['sections'][number], span: Span, ruleId: string, reason: string): Change | undefined;
  /** What else is to be written when these edits are made, with them. */
  finishEdits?(document: D, edits: readonly Edit[]): readonly Edit[];

  /** What is judged, in a stable order. */
  groups(workspace: Workspace, settings: ReviewSettings): readonly UnitGroup[];
  /** The groups of files whose views are looked up by name; what was read of them grows stale when they change. */
  fileGroups(workspace: Workspace): readonly FileGroup[];
  /** The documents that belong to something that is judged, in a stable order. */
  reviewedDocuments(workspace: Workspace): readonly D[];
  /** What a file is; undefined where it is nothing of this language. */
  roleOf(uri: string, workspace: Workspace): FileRole | undefined;
  /** What the engine itself has to say of the files, problems of their text aside. */
  engineFindings?(workspace: Workspace, settings: ReviewSettings): readonly RawFinding[];
}

/** Which files are in a language, and what becomes of them. */
export interface LanguageFiles {
  /** In lower case, with the dot. */
  readonly endings: readonly string[];
  /** What editors call the language, for files whose name does not tell. */
  readonly editorLanguages: readonly string[];
  /** What editors call the language of a document: another extension may tell of its syntax. */
  editorLanguageOf(document: SourceDocument): string;
  /** True where a file is read only as a root of something, or when one refers to it. */
  readonly isReadOnDemand?: true;
  /** True for a text that a review starts from, of those read on demand. */
  isStart?(text: string): boolean;
  /** Words of which one stands in every text that a review starts from: others need not be decoded. */
  readonly startWords?: readonly string[];
  /** True where several files of a folder may belong together: who names one means the others, too. */
  readonly isSpread?: true;
  /**
   * True where rules of other languages look into its files: whoever reviews others needs all of these, too, and no fix of those
   * changes one unasked.
   */
  readonly isShared?: true;
  /** The uris of the files that a text seems to refer to, without parsing it: they are to be reviewed together. */
  writtenReferences?(uri: string, text: string): Iterable<string>;
  /** Names that texts seem to share which are to be reviewed together. */
  writtenNames?(text: string): Iterable<string>;
  /** Files of other languages that say something of those in this one. */
  readonly settings?: LanguageSettings;
}

/** How pages about rules show the language. */
export interface LanguageSample {
  /** The file an example is, where it does not name its files. */
  readonly fileName: string;
  /** How a rule is ignored at one place, in each form the language has. */
  ignoring(ruleId: string): readonly IgnoringSample[];
}

export interface IgnoringSample {
  /** Where it is written, as words before a colon. */
  readonly place: string;
  readonly text: string;
  /** What Markdown calls the language of the text. */
  readonly fence: string;
}

export interface LanguageSettings {
  /** By its path, whose steps are parted by `/`. */
  isNamed(path: string): boolean;
  /** Names of those that hold for all files below their folder. */
  readonly above?: readonly string[];
  /** Globs of those whose ending tells nothing. */
  readonly otherFiles?: readonly string[];
  /** True for a text that says something. */
  isUsed(uri: string, text: string): boolean;
}

/** What a file is, in a word: the root of something, a part of it, a copy of another one, a schema in itself. */
export type FileState = 'description' | 'fragment' | 'copy' | 'schema' | 'config' | 'unused';

export interface RoleInfo {
  /** What such a file is called in a report. */
  readonly title: string;
  /** What it is, in a sentence. */
  readonly sentence: string;
  readonly state: FileState;
  /** False for what no rule looks into. */
  readonly isReviewed: boolean;
}
