import { extractSection, type SectionExtract } from '#core/openapi/description/section-extract.ts';
import { rootRole, type SectionRole } from '#core/openapi/description/section-role.ts';
import type { DescriptionContext } from '#core/openapi/model.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { replacedPlaces } from '#core/work/list-difference.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

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

/** What `before` says of sections that stand where they stood is taken over. In steps. */
export function* readRootSections(
  root: TreeDocument,
  context: DescriptionContext,
  before: RootSections | undefined,
): Steps<RootSections> {
  const { sections } = root;
  const places = before?.context === context ? replacedPlaces(before.sections, sections) : undefined;
  if (before === undefined || places === undefined) {
    const [toReview, extracts]: [SectionToReview[], SectionExtract[]] = [[], []];
    const pace = new Pace();
    for (const section of sections) {
      toReview.push({ section, roles: rootRole, context });
      extracts.push(extractSection(section, rootRole, context));
      if (pace.isDue(cost.passed)) yield;
    }
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
