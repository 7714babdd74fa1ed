import type { ReviewNode } from '#core/node.ts';
import type { FileGroup, NodeSection } from '#core/project/file-group.ts';
import type { ReviewUnit, UnitGroup } from '#core/project/review-unit.ts';
import { plainScope } from '#core/project/scopes.ts';
import type { BaseScope, Usages } from '#core/rule.ts';
import type { Steps } from '#core/work/steps.ts';
import { isUnderstood } from '#core/work/understood.ts';

const noRole = { key: '' };

/** The role of a section that was cut off too early: what follows may be its own. */
const cutOff = { key: 'cut off' };

/** What may be said of the units of a group. */
export interface PlainUnits {
  /** The root of the database schema they are; empty where they are none. */
  readonly schema?: string;
  /** What they were; undefined where they are compared with nothing. */
  readonly former?: FormerSight | undefined;
  /** True for a section of which more seems to stand in the next one. */
  readonly isCutOff?: (section: NodeSection, next: NodeSection | undefined) => boolean;
}

/** What is seen of the base by units that are compared with it. */
export interface FormerSight {
  readonly scope: BaseScope;
  readonly base: string;
}

/** The units of files whose sections hold their views: one for each section, which sees its group and nothing beyond. */
export function plainUnits(group: FileGroup, { schema = '', former, isCutOff }: PlainUnits = {}): UnitGroup {
  const { root, documents, isInConflict } = group;
  const scope = plainScope(group);
  const base = former?.base ?? '';
  const context = isInConflict ? 'conflict' : '';
  const members = documents.flatMap(({ sections }) =>
    sections.map((section, place) => ({
      section,
      roles: isCutOff?.(section, sections[place + 1]) === true ? cutOff : noRole,
    })),
  );
  const unitAt = (place: number): ReviewUnit | undefined => {
    const member = members[place];
    if (member === undefined) return undefined;
    const { section, roles } = member;
    const isSilent = isInConflict || roles === cutOff || !isUnderstood(section);
    const visit = (each: (node: ReviewNode) => void): void =>
      isSilent ? undefined : group.seen(section).forEach(each);
    const unit = { group: root, section, role: roles.key, context, schema, base, scope, database: undefined };
    return { ...unit, former: former?.scope, visit, prepareUsages: noUsages };
  };
  return { group: root, context, schema, base, uris: documents.map(({ uri }) => uri), members, unitAt };
}

/** Nothing of them travels. */
function* noUsages(): Steps<Usages> {
  return { usage: () => ({ inRequest: false, inResponse: false }) };
}
