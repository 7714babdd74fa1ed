import type { RootSections, SectionToReview } from '#core/openapi/description/root-sections.ts';
import type { SectionExtract } from '#core/openapi/description/section-extract.ts';
import type { FragmentTarget } from '#core/openapi/description/section-role.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
/** What a description reaches in other files. */
export interface FragmentIndex {
  readonly sections: readonly SectionToReview[];
  readonly extracts: readonly SectionExtract[];
  readonly wantedFiles: readonly string[];
  readonly remoteReferences: readonly Reference[];
  /** References to files that are not known, in the order they are met. */
  readonly absentReferences: readonly Reference[];
  /** The root and the files that references lead into or through, by uri. */
  readonly files: ReadonlyMap<string, TreeDocument>;
  /** The uris of the files it has sections of. */
  readonly uris: ReadonlySet<string>;
  /** The sections of the root, for the index after an edit. */
  readonly own: RootSections;
  /** What references lead to in other files, in the order it is met. */
  readonly entries: readonly FragmentEntry[];
  /** The sections of other files, by uri. */
  readonly fragments: readonly SectionToReview[];
  /** The canonical uris of files that a `$ref` leads into, or through, otherwise than straight to a value. */
  readonly unsure: ReadonlySet<string>;
  /** True when an index before an edit was taken over: its references lead to the same places. */
  readonly isPatched: boolean;
}

/** A value in another file that references lead to, read as one of the kinds they expect. */
export interface FragmentEntry {
  readonly section: TreeSection;
  readonly target: FragmentTarget;
  readonly extract: SectionExtract;
}
