import type { ThingName } from '#core/ask/named-thing.ts';
import type { SectionUses } from '#core/ask/section-uses.ts';
import type { Target } from '#core/ask/target.ts';
import type { Use } from '#core/ask/use.ts';
import type { PrismaDocument } from '#core/prisma/model.ts';
import type { Section } from '#core/text/section.ts';
import type { TreeDocument } from '#core/tree/section.ts';

/** Files that belong together, and what is named in them: a description or a Prisma schema. */
export interface Group {
  readonly documents: readonly (TreeDocument | PrismaDocument)[];
  /** The uses in a section of these files. */
  readonly usesIn: (section: Section) => SectionUses;
  /** Those in a section that call a thing by a name; sections whose texts tell that there are none are not looked into. */
  readonly usesNamed: (section: Section, name: ThingName) => readonly Use[];
  /** What a use of these files leads to; nothing where that is not known. */
  readonly targetsOf: (use: Use) => readonly Target[];
}
