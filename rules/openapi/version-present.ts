import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import type { Info, Server } from '#core/openapi/model.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { findString } from '#core/tree/tree.ts';
import { versioning } from '#rules/checklist.ts';
import { pathSite } from '#rules/detectors/openapi/path-site.ts';
import { hasVersionSegment, isVersionedServer, isVersionParameter } from '#rules/detectors/openapi/version-scheme.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { aip } from '#rules/sources.ts';

export const versionPresent = globalRule({
  id: 'openapi/version-present',
  summary: 'Let requests say which version of the API they mean.',
  why: 'Without a version in the path, the server’s address, a header, a parameter or a media type there is no place for the first change that breaks clients.',
  item: versioning,
  references: [aip(185)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'No version anywhere',
      bad: `«openapi»: 3.1.0
info: { title: Shop, version: 1.4.0 }
servers: [{ url: https://api.example.com }]
paths:
  /orders: { get: {} }
  /users: { get: {} }
`,
      good: `openapi: 3.1.0
info: { title: Shop, version: 1.4.0 }
servers: [{ url: https://api.example.com/v1 }]
paths:
  /orders: { get: {} }
  /users: { get: {} }
`,
    },
  ],
  on: ['openapi.document', 'openapi.info', 'openapi.operation', 'openapi.media-type'],
  *gather(node, scope): Iterable<Fact> {
    if (node.kind === 'openapi.document') {
      // How far the API is may be said there; where that is not understood nothing is known.
      scope.roots('openapi.info');
      const basePath = node.context.address?.basePath ?? '';
      const servers = scope.roots('openapi.server');
      const isVersioned =
        hasVersionSegment(basePath) || servers.some((server) => isVersionedServer(server) || isNumbered(server));
      if (!isVersioned) yield { key, kind: 'document', span: node.anchor };
    } else if (node.kind === 'openapi.info') {
      if (isOwn(node)) yield { key, kind: 'own' };
    } else if (node.kind === 'openapi.media-type') {
      if (/\bversion=|[.-]v\d/i.test(node.name.value)) yield { key, kind: 'versioned' };
    } else if (node.origin === 'path') {
      const site = pathSite(node.pathItem);
      const isVersioned =
        hasVersionSegment(site?.path ?? node.path) || effectiveParameters(node, scope).some(isVersionParameter);
      yield { key, kind: isVersioned ? 'versioned' : 'plain' };
    }
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    if (document === undefined || facts.some(({ value: { kind } }) => kind === 'versioned' || kind === 'own')) return;
    const count = factsOfKind(facts, 'plain').length;
    if (count < 2) return;
    const message = `None of the ${count} operations of this API says its version. Put the major version into the path or the server’s address, or take a header.`;
    yield { section: document.section, value: { span: document.value.span, message } };
  },
});

const key = 'version';

type Fact = Keyed &
  ({ readonly kind: 'versioned' | 'plain' | 'own' } | { readonly kind: 'document'; readonly span: Span });

/** `…/api.shop/2.0`, and `…/vwip` while it is worked on. */
function isNumbered({ url }: Server): boolean {
  return /[^/:]\/(?:\d+(?:\.\d+)*|v[a-z]{1,8})(?:\/|$)/i.test(url?.value ?? '');
}

/** What is not stable yet, or is for one team alone. */
function isOwn({ version, tree }: Info): boolean {
  const isInternal = findString(tree, 'x-audience')?.value === 'component-internal';
  return isInternal || /^v?0\.|alpha|beta|draft|snapshot/i.test(version?.value ?? '');
}
