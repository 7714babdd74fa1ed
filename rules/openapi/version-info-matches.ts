import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { versioning } from '#rules/checklist.ts';
import { pathSite } from '#rules/detectors/openapi/path-site.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { zalando } from '#rules/sources.ts';

export const versionInfoMatches = globalRule({
  id: 'openapi/version-info-matches',
  summary: 'Give the description the major version that its addresses have.',
  why: 'Tools and readers take `info.version` for the version of the API: a `1.x` over paths of `/v2` makes them look for changes in the wrong release.',
  item: versioning,
  references: [zalando(116), zalando(115)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Paths of the second version',
      bad: `openapi: 3.1.0
info: { title: Shop, version: «1.4.0» }
paths:
  /v2/orders: {}
  /v2/users: {}
`,
      good: `openapi: 3.1.0
info: { title: Shop, version: 2.0.0 }
paths:
  /v2/orders: {}
  /v2/users: {}
`,
    },
  ],
  on: ['openapi.info', 'openapi.path-item', 'openapi.reference', 'openapi.server'],
  to: ['openapi.path-item'],
  *gather(node): Iterable<Fact> {
    if (node.kind === 'openapi.info') {
      const major = /^v?(\d+)\.\d+(?:\.\d+)?(?:[-+].*)?$/.exec(node.version?.value ?? '')?.[1];
      if (node.version !== undefined && major !== undefined && !/^(?:0|20\d\d)$/.test(major))
        yield { key, kind: 'info', span: node.version.span, text: node.version.value, major };
      return;
    }
    const path =
      node.kind === 'openapi.server' ? node.url?.value.replace(/^[a-z]+:\/\/[^/]*/i, '') : pathSite(node)?.path;
    const major = segmentsOf(path ?? '').flatMap((segment) => /^v(\d+)(?:[._]\d+)*$/i.exec(segment)?.[1] ?? [])[0];
    if (path !== undefined) yield { key, kind: 'address', major, isServer: node.kind === 'openapi.server' };
  },
  *compare(facts) {
    const [info] = factsOfKind(facts, 'info');
    const addresses = factsOfKind(facts, 'address').map(({ value }) => value);
    const majors = new Set(addresses.flatMap(({ major }) => major ?? []));
    const [major, ...others] = majors;
    // Where several versions are described, which one is meant is not known.
    if (info === undefined || major === undefined || others.length > 0 || major === info.value.major) return;
    const paths = addresses.filter(({ isServer }) => !isServer);
    const isWhole =
      addresses.some((one) => one.isServer && one.major !== undefined) || paths.every((one) => one.major !== undefined);
    if (!isWhole) return;
    const { span, text } = info.value;
    const message = `The description has the version “${text}”, and its addresses have “v${major}”. Give both the same major version.`;
    yield { section: info.section, value: { span, message } };
  },
});

const key = 'version';

type Fact = Keyed &
  (
    | { readonly kind: 'info'; readonly span: Span; readonly text: string; readonly major: string }
    | { readonly kind: 'address'; readonly major: string | undefined; readonly isServer: boolean }
  );
