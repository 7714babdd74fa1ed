import type { Group } from '#core/ask/group.ts';
import { openApiNames, openApiNamesOf } from '#core/ask/openapi-names.ts';
import { OpenApiTargets } from '#core/ask/openapi-targets.ts';
import { SectionUses } from '#core/ask/section-uses.ts';
import type { OpenApiUse, Use } from '#core/ask/use.ts';
import type { Description } from '#core/openapi/description/description.ts';

/** The files of a description; the very same group each time. */
export function openApiGroup(description: Description): Group {
  const before = known.get(description);
  if (before !== undefined) return before;
  const targets = new OpenApiTargets(description);
  const group: Group = {
    documents: [...description.files.values()],
    usesIn: (section) => (section.kind === 'tree' ? openApiNames(section).uses : noUses),
    usesNamed: (section, { name, sign }) =>
      section.kind === 'tree' ? (openApiNamesOf(section, sign)?.uses.named(name) ?? none) : none,
    targetsOf: (use) => (isOfDescription(use) ? targets.of(use) : []),
  };
  known.set(description, group);
  return group;
}

const known = new WeakMap<Description, Group>();

const none: readonly Use[] = [];
const noUses = new SectionUses(none);

function isOfDescription(use: Use): use is OpenApiUse {
  return 'owner' in use;
}
