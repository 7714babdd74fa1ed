import type { AcceptedChanges } from '#core/change/accepted-change.ts';
import type { Config, ConfigProblem } from '#core/config/config.ts';
import type { Description } from '#core/openapi/description/description.ts';
import type { LintConfig } from '#core/prisma/lint/lint-config.ts';
import type { DescriptionCopy } from '#core/project/description-copies.ts';
import type { ConfiguredSchema } from '#core/project/prisma-config.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { Source } from '#core/source.ts';
import type { SourceDocument } from '#core/text/section.ts';
import type { UnreadReason } from '#core/unread-reason.ts';

/** Everything known of the files before any rule runs: what is parsed, and which files belong together. */
export interface Workspace {
  readonly sources: ReadonlyMap<string, Source>;
  /** The files that were read, by uri: of YAML and JSON only roots, what they reference, and configuration. */
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** The uris of Prisma files that generators of the others wrote: nobody looks into them. */
  readonly prismaCopies: ReadonlySet<string>;
  /** Those that are reviewed. */
  readonly descriptions: readonly Description[];
  /** Those that say the same as one of them. */
  readonly copies: readonly DescriptionCopy[];
  readonly schemas: readonly PrismaSchema[];
  /** The schemas that Prisma's own configuration files name, those of the deepest folder first. */
  readonly configuredSchemas: readonly ConfiguredSchema[];
  /** What prisma-lint is told, those of the deepest folder first. */
  readonly lintConfigs: readonly LintConfig[];
  readonly configs: ReadonlyMap<string, Config>;
  readonly configProblems: readonly ConfigProblem[];
  /** Which changes are accepted, by the uri of the list. */
  readonly accepted: ReadonlyMap<string, AcceptedChanges>;
  /** What is said of roots whose descriptions could not be put together, owing to mistakes of ours. */
  readonly failures: readonly RawFinding[];
  /** Referenced files that were neither given nor named in `unread`, sorted. */
  readonly wanted: readonly string[];
  /** Why others were not read. */
  readonly unread: ReadonlyMap<string, UnreadReason>;
}
