import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type { PathItem } from '#core/openapi/model.ts';
import { type Cause, type Finding, globalRule, type InSection } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { versioning } from '#rules/checklist.ts';
import { itemAt, type PathSite, pathSite, uniqueSites } from '#rules/detectors/openapi/path-site.ts';
import { hasPublicPath } from '#rules/detectors/openapi/public-operation.ts';
import {
  hasVersionSegment,
  isForeignPath,
  isUnversioned,
  isVersionedServer,
  type VersionScheme,
  versionScheme,
  withoutVersion,
} from '#rules/detectors/openapi/version-scheme.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { aip } from '#rules/sources.ts';

type Fact = SiteFact | DocumentFact;

interface SiteFact {
  readonly kind: 'site';
  readonly key: string;
  readonly site: PathSite;
  readonly scheme: VersionScheme;
}

interface DocumentFact {
  readonly kind: 'document';
  readonly key: string;
  readonly span: Span;
  readonly isServerVersioned: boolean;
}

export const versionStyleConsistent = globalRule({
  id: 'openapi/version-style-consistent',
  summary: 'Version all paths in the same way.',
  why: 'Where only some paths carry the version, nobody can tell what the others promise, and a second version cannot be routed.',
  item: versioning,
  references: [aip(185)],
  severity: 'warning',
  recommended: true,
  options: {
    unversioned: { default: [], description: 'Beginnings of paths that have no version, as written.' },
  },
  examples: [
    {
      title: 'One path without the version of all others',
      bad: `openapi: 3.1.0
paths:
  /v1/orders: {}
  /v1/orders/{id}: {}
  /v1/customers: {}
  «/invoices»: {}
`,
      good: `openapi: 3.1.0
paths:
  /v1/orders: {}
  /v1/orders/{id}: {}
  /v1/customers: {}
  /v1/invoices: {}
`,
    },
    {
      title: 'As many with as without',
      bad: `{
  «"openapi"»: "3.1.0",
  "paths": {
    "/v1/orders": {},
    "/v1/customers": {},
    "/invoices": {},
    "/payments": {}
  }
}
`,
      good: `{
  "openapi": "3.1.0",
  "servers": [{ "url": "https://api.example.com/v1" }],
  "paths": {
    "/orders": {},
    "/customers": {},
    "/invoices": {},
    "/payments": {}
  }
}
`,
    },
  ],
  on: ['openapi.document', 'openapi.path-item', 'openapi.reference'],
  to: ['openapi.path-item'],
  *gather(node, scope, { unversioned }): Iterable<Fact> {
    const key = 'document';
    if (node.kind === 'openapi.document') {
      const basePath = node.context.address?.basePath ?? '';
      const isServerVersioned = hasVersionSegment(basePath) || scope.roots('openapi.server').some(isVersionedServer);
      yield { kind: 'document', key, span: node.anchor, isServerVersioned };
      return;
    }
    const site = pathSite(node);
    if (
      site === undefined ||
      !/^[\w/{}.:~+;-]*$/.test(erasedTemplate(site.path)) ||
      hasPublicPath(site.path) ||
      isForeignPath(site.path) ||
      unversioned.some((start) => site.path.startsWith(start))
    )
      return;
    const item = itemAt(node, site, scope);
    if (isOver(item)) return;
    const scheme = versionScheme(site.path, item, scope);
    if (scheme !== 'none' || !isUnversioned(site.path, item)) yield { kind: 'site', key, site, scheme };
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    const sites = withoutSuccessors(uniqueSites(factsOfKind(facts, 'site').map(({ value }) => value)));
    if (document === undefined || sites.length < 4) return;
    const groups = bySize(sites);
    const [usual, ...rest] = groups;
    const others = rest.flatMap(([, group]) => group);
    if (usual === undefined || others.length === 0) return;
    const { isServerVersioned } = document.value;
    const isSlip = others.length <= 5 && others.length <= sites.length / 4;
    if (!isSlip) yield mixture(document, groups);
    else {
      for (const { site, scheme } of others) {
        yield outlier(site, place(scheme, isServerVersioned), place(usual[0], isServerVersioned));
      }
    }
  },
});

/** True where nothing is left to be made consistent: all its operations are deprecated. */
function isOver(item: PathItem | undefined): boolean {
  const operations = item?.operations ?? [];
  return operations.length > 0 && operations.every(({ deprecated }) => deprecated?.value === true);
}

/** Without the new version of what began without one: `/v2/owners` beside `/owners`. */
function withoutSuccessors(sites: readonly SiteFact[]): readonly SiteFact[] {
  const first = new Set(sites.flatMap(({ scheme, site }) => (scheme === 'none' ? [erasedTemplate(site.path)] : [])));
  return sites.filter(({ scheme, site }) => scheme !== 'path' || !first.has(erasedTemplate(withoutVersion(site.path))));
}

function bySize(sites: readonly SiteFact[]): readonly (readonly [VersionScheme, readonly SiteFact[]])[] {
  const groups = new Map<VersionScheme, SiteFact[]>();
  for (const fact of sites) {
    const group = groups.get(fact.scheme);
    if (group === undefined) groups.set(fact.scheme, [fact]);
    else group.push(fact);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

function place(scheme: VersionScheme, isServerVersioned: boolean): string {
  if (scheme === 'none') return isServerVersioned ? 'in the server address' : 'nowhere';
  return scheme === 'path' ? 'in the path' : `in a ${scheme} parameter`;
}

function outlier({ path, section, span }: PathSite, own: string, usual: string): InSection<Finding> {
  const message = `“${path}” has its version ${own}, but most paths of this API have it ${usual}.`;
  const cause: Cause = {
    key: 'style',
    message: (count) =>
      `${count} paths have their version elsewhere than most paths of this API, which have it ${usual}.`,
  };
  return { section, value: { span, message, cause } };
}

function mixture(
  { section, value }: InSection<DocumentFact>,
  groups: readonly (readonly [VersionScheme, readonly SiteFact[]])[],
): InSection<Finding> {
  const parts = groups.map(
    ([scheme, sites]) =>
      `${sites.length} ${sites.length === 1 ? 'path' : 'paths'} ${place(scheme, value.isServerVersioned)}`,
  );
  const related = groups.flatMap(([, [first]]) =>
    first === undefined
      ? []
      : [{ section: first.site.section, span: first.site.span, message: `“${first.site.path}”` }],
  );
  const message = `This API has its version in different places: ${parts.join(', ')}. Choose one for all.`;
  return { section, value: { span: value.span, message, related } };
}
