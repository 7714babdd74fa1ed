import { descriptionOutline } from '#core/openapi/description-outline.ts';
import { cutDocument, cutDocumentSteps, type TreeSource } from '#core/tree/cut/cut-document.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import type { Steps } from '#core/work/steps.ts';

/** A YAML or JSON file without its outline, which is that of a description. */
export type DescriptionSource = Omit<TreeSource, 'outline'>;

/** Cuts a YAML or JSON file that may be a description: any other is one section. As `cutDocument`. */
export function cutDescription(source: DescriptionSource, previous?: TreeDocument): TreeDocument {
  return cutDocument({ ...source, outline: descriptionOutline }, previous);
}

/** The same, in steps. */
export function cutDescriptionSteps(source: DescriptionSource, previous?: TreeDocument): Steps<TreeDocument> {
  return cutDocumentSteps({ ...source, outline: descriptionOutline }, previous);
}
