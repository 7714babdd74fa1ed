import type { FileSymbol } from '#core/ask/file-symbol.ts';
import type { FoldingRange } from '#core/ask/folding-range.ts';
import type { Group } from '#core/ask/group.ts';
import type { NamedThing } from '#core/ask/named-thing.ts';
import type { PlacedSymbol } from '#core/ask/placed-symbol.ts';
import type { Shape } from '#core/ask/shape.ts';
import type { SymbolSource } from '#core/ask/symbol-source.ts';
import type { SectionRole } from '#core/openapi/description/section-role.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { SourceDocument } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { Steps } from '#core/work/steps.ts';

/**
 * What is asked of the files of one kind, and differs from kind to kind. Each stands in a file of its own, and in the list `navigations`.
 * The members are methods, so that each takes documents and sections of its own.
 */
export interface Navigation<D extends SourceDocument = SourceDocument> {
  /** The `kind` of its documents and sections. */
  readonly kind: D['kind'];
  /** The files that a file belongs together with, once for each description or schema it is part of. */
  groupsOf(workspace: Workspace, uri: string): readonly Group[];
  /** The outermost symbols of a section that is read in a role. */
  sectionSymbols(section: D['sections'][number], role: SectionRole): readonly FileSymbol[];
  /** The symbols of a file as a tree, in text order, from those of its sections. In steps. */
  symbolsOf(document: D, source: SymbolSource, inSection: SymbolsIn): Steps<readonly PlacedSymbol[]>;
  /** What of a file folds, the outermost. In steps. */
  foldsOf(document: D, source: SymbolSource): Steps<readonly FoldingRange[]>;
  /** What an offset of the file touches that may be referred to. */
  thingAt(workspace: Workspace, place: PlaceIn<D>, offset: number): NamedThing | undefined;
  /** What is known of a target, beyond its text. */
  shapeOf(workspace: Workspace, section: D['sections'][number], target: TargetIn): KnownShape;
}

/** The outermost symbols of a section, as they are kept. */
export type SymbolsIn = (section: SourceDocument['sections'][number], role?: SectionRole) => readonly FileSymbol[];

/** A section, and where it begins in its file. */
export interface PlaceIn<D extends SourceDocument> {
  readonly section: D['sections'][number];
  readonly start: number;
}

/** A target, counted from the start of its section. */
export interface TargetIn {
  readonly span: Span;
  readonly name: Span;
}

export type KnownShape = Pick<Shape, 'language'> & Partial<Shape>;
