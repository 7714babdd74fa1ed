import { firstSentence } from '#core/change/accepted-change.ts';
import { isLowered, nextVersion, saysStep } from '#core/change/next-version.ts';
import type { ReviewNode } from '#core/node.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type BaseScope, type Fix, globalRule, type InSection, type LocalRuleOfAny } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { bodyNotRequired } from '#rules/change/body-not-required.ts';
import { mediaTypeKept } from '#rules/change/media-type-kept.ts';
import { operationKept } from '#rules/change/operation-kept.ts';
import { parameterNotRequired } from '#rules/change/parameter-not-required.ts';
import { pathKept } from '#rules/change/path-kept.ts';
import { requestNothingMoreRequired } from '#rules/change/request-nothing-more-required.ts';
import { requestPropertyKept } from '#rules/change/request-property-kept.ts';
import { requestStillAccepted } from '#rules/change/request-still-accepted.ts';
import { responsePropertyKept } from '#rules/change/response-property-kept.ts';
import { responseStillUnderstood } from '#rules/change/response-still-understood.ts';
import { securityNotRaised } from '#rules/change/security-not-raised.ts';
import { statusKept } from '#rules/change/status-kept.ts';
import { styleKept } from '#rules/change/style-kept.ts';
import { apiChanges } from '#rules/checklist.ts';
import { contentKinds } from '#rules/detectors/change/content-changes.ts';
import { openApi } from '#rules/sources.ts';

/** What they tell breaks clients for certain. */
const breaking: readonly LocalRuleOfAny[] = [
  bodyNotRequired,
  mediaTypeKept,
  operationKept,
  parameterNotRequired,
  pathKept,
  requestNothingMoreRequired,
  requestPropertyKept,
  requestStillAccepted,
  responsePropertyKept,
  responseStillUnderstood,
  securityNotRaised,
  statusKept,
  styleKept,
];

const description = (version: string, operation = ''): string => `openapi: 3.1.0
info: { title: Orders, version: ${version} }
paths:
  /orders:
    get:
      responses: { '200': { description: The orders. } }
${operation}`;

const creation = `    post:
      responses: { '201': { description: The order. } }
`;

export const versionRaised = globalRule({
  id: 'change/version-raised',
  summary: 'Raise the version as far as the change asks.',
  why: 'Who reads that 1.4.0 became 1.4.1 expects that nothing breaks. A change that breaks clients asks for a new major version, before 1.0.0 for a new minor one.',
  item: apiChanges,
  references: [
    openApi('Info Object', 'info-object'),
    { title: 'Semantic Versioning 2.0.0', url: 'https://semver.org/' },
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A version as it was, and an operation that is gone',
      bad: { 'base/openapi.yaml': description('1.4.0', creation), 'openapi.yaml': description('«1.4.0»') },
      good: { 'base/openapi.yaml': description('1.4.0', creation), 'openapi.yaml': description('2.0.0') },
    },
    {
      title: 'A version that is lower than before',
      bad: { 'base/openapi.yaml': description('1.4.0'), 'openapi.yaml': description('«1.3.0»') },
      good: { 'base/openapi.yaml': description('1.4.0'), 'openapi.yaml': description('1.4.0') },
    },
  ],
  on: ['openapi.info', 'openapi.path-item', 'openapi.written', 'openapi.document', ...contentKinds],
  needs: ['base'],
  *gather(node, scope): Iterable<VersionFact> {
    if (node.kind === 'openapi.info') yield* versionFacts(node, scope);
    for (const { section, span, message } of breaksAt(node, scope))
      yield { key, what: firstSentence(message), span, section: section ?? node.section };
  },
  *compare(facts) {
    const stated = facts.find(({ value }) => value.version !== undefined);
    if (stated === undefined) return;
    const breaks = facts.filter(({ value }) => value.what !== undefined);
    const finding = findingOf(stated, breaks);
    if (finding !== undefined) yield { section: stated.section, value: finding };
  },
});

const key = 'version';

interface VersionFact {
  readonly key: string;
  readonly span: Span;
  readonly section?: Section;
  readonly version?: {
    readonly before: string;
    readonly after: string;
    readonly uri: string;
    readonly pointer: readonly string[];
  };
  /** What breaks. */
  readonly what?: string;
}

function* versionFacts(
  info: Extract<ReviewNode, { kind: 'openapi.info' }>,
  { base }: BaseScope,
): Iterable<VersionFact> {
  const before = base.roots('openapi.info')[0]?.version;
  const { version, section, location } = info;
  if (before === undefined || version === undefined) return;
  const place = { uri: section.uri, pointer: [...pointerOf(location), 'version'] };
  yield { key, span: version.span, version: { before: before.value, after: version.value, ...place } };
}

function* breaksAt(node: ReviewNode, scope: BaseScope) {
  for (const rule of breaking) if (rule.on.includes(node.kind)) yield* rule.check(node, scope, {});
}

function findingOf(stated: InSection<VersionFact>, breaks: readonly InSection<VersionFact>[]) {
  const { version, span } = stated.value;
  if (version === undefined) return undefined;
  const { before, after } = version;
  const [first] = breaks;
  if (first !== undefined && saysStep(before, after, 'major') === false) {
    const more = breaks.length > 1 ? `, and ${breaks.length - 1} more` : '';
    const next = nextVersion(before, 'major');
    const was = after === before ? `is ${after} as before` : `was ${before} and is ${after}`;
    return {
      span,
      message: `The version ${was}, and clients break: ${first.value.what}${more}. Make it ${next}.`,
      fixes: next === undefined ? [] : [versionFix(version, next)],
    };
  }
  if (isLowered(before, after) !== true) return undefined;
  return {
    span,
    message: `The version was ${before} and is ${after}: who has the one before takes this for older.`,
    fixes: [versionFix(version, before)],
  };
}

function versionFix({ uri, pointer }: NonNullable<VersionFact['version']>, value: string): Fix {
  return { title: `Write the version ${value}`, safety: 'review', changes: [{ kind: 'set', uri, pointer, value }] };
}
