import { replacedPlaces } from '#core/list-difference.ts';
import type { DescriptionContext } from '#core/openapi/model.ts';
import { extractSection, type SectionExtract } from '#core/openapi/section-extract.ts';
import { rootRole, type SectionRole } from '#core/openapi/section-role.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';

/** A section that belongs to a description, and what it is there. */
export interface SectionToReview {
  readonly section: TreeSection;
  readonly roles: SectionRole;
  readonly context: DescriptionContext;
}

/** The sections of the root file, in text order. */
export interface RootSections {
  readonly context: DescriptionContext;
  readonly sections: readonly TreeSection[];
  readonly toReview: readonly SectionToReview[];
  readonly extracts: readonly SectionExtract[];
  /** Those that refer to other files. */
  readonly outgoing: readonly SectionExtract[];
}

/** What `before` says of sections that stand where they stood is taken over. */
export function readRootSections(
  root: TreeDocument,
  context: DescriptionContext,
  before: RootSections | undefined,
): RootSections {
  const { sections } = root;
  const places = before?.context === context ? replacedPlaces(before.sections, sections) : undefined;
  if (before === undefined || places === undefined) {
    const extracts = sections.map((section) => extractSection(section, rootRole, context));
    const toReview = sections.map((section) => ({ section, roles: rootRole, context }));
    return { context, sections, toReview, extracts, outgoing: extracts.filter(isOutgoing) };
  }
  const [toReview, extracts] = [[...before.toReview], [...before.extracts]];
  for (const place of places) {
    const section = sections[place];
    if (section === undefined) continue;
    toReview[place] = { section, roles: rootRole, context };
    extracts[place] = extractSection(section, rootRole, context);
  }
  const wasOutgoing = places.some((place) => isOutgoing(before.extracts[place]) || isOutgoing(extracts[place]));
  return {
    context,
    sections,
    toReview,
    extracts,
    outgoing: wasOutgoing ? extracts.filter(isOutgoing) : before.outgoing,
  };
}

function isOutgoing(extract: SectionExtract | undefined): boolean {
  return extract !== undefined && extract.outgoing.length > 0;
}
