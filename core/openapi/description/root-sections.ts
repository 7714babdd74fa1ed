import { extractSection, type SectionExtract } from '#core/openapi/description/section-extract.ts';
import { fragmentRole, rootRole, type SectionRole } from '#core/openapi/description/section-role.ts';
import { doubtfulSections } from '#core/openapi/description/understanding.ts';
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
  /** Those of which nobody knows what they are. */
  readonly doubtful: ReadonlySet<TreeSection>;
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
  const doubtful = doubtfulSections(root);
  const roleOf = (section: TreeSection): SectionRole => (doubtful.has(section) ? noRole : rootRole);
  const places = before?.context === context ? replacedPlaces(before.sections, sections) : undefined;
  if (before === undefined || places === undefined) {
    const [toReview, extracts]: [SectionToReview[], SectionExtract[]] = [[], []];
    const pace = new Pace();
    for (const section of sections) {
      const roles = roleOf(section);
      toReview.push({ section, roles, context });
      extracts.push(extractSection(section, roles, context));
      if (pace.isDue(cost.passed)) yield;
    }
    return { context, sections, doubtful, toReview, extracts, outgoing: extracts.filter(isOutgoing) };
  }
  const [toReview, extracts] = [[...before.toReview], [...before.extracts]];
  const changed = [...places, ...otherwiseRead(before, sections, doubtful)];
  for (const place of changed) {
    const section = sections[place];
    if (section === undefined) continue;
    const roles = roleOf(section);
    toReview[place] = { section, roles, context };
    extracts[place] = extractSection(section, roles, context);
  }
  const wasOutgoing = changed.some((place) => isOutgoing(before.extracts[place]) || isOutgoing(extracts[place]));
  return {
    context,
    sections,
    doubtful,
    toReview,
    extracts,
    outgoing: wasOutgoing ? extracts.filter(isOutgoing) : before.outgoing,
  };
}

/** What a section is whose place nobody knows: nothing. */
const noRole = fragmentRole([]);

/** Where sections stand that are the same, and of which it is known now, or no longer, what they are. */
function otherwiseRead(
  { toReview, doubtful: before }: RootSections,
  sections: readonly TreeSection[],
  doubtful: ReadonlySet<TreeSection>,
): readonly number[] {
  if (before.size === 0 && doubtful.size === 0) return [];
  return sections.flatMap((section, place) => {
    const was = toReview[place];
    return was?.section === section && before.has(section) !== doubtful.has(section) ? [place] : [];
  });
}

function isOutgoing(extract: SectionExtract | undefined): boolean {
  return extract !== undefined && extract.outgoing.length > 0;
}
