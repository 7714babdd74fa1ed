import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { localRule } from '#core/rule.ts';
import { versioning } from '#rules/checklist.ts';
import { pathSite, segmentSpan } from '#rules/detectors/openapi/path-site.ts';
import {
  hasVersionSegment,
  isForeignPath,
  isVersionedServer,
  isVersionSegment,
} from '#rules/detectors/openapi/version-scheme.ts';
import { azure, zalando } from '#rules/sources.ts';

export const versionNotInUrl = localRule({
  id: 'openapi/version-not-in-url',
  summary: 'Keep the version out of addresses: extend what there is, or version media types.',
  why: 'With a version in the address every stored link and every bookmark breaks with the next one, though the resource is the same.',
  item: versioning,
  references: [zalando(115), azure('versioning-no-version-in-path')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A version in a path',
      bad: `openapi: 3.1.0
paths:
  /«v1»/orders: {}
`,
      good: `openapi: 3.1.0
paths:
  /orders: {}
`,
    },
    {
      title: 'A version in the address of the server',
      bad: `openapi: 3.1.0
servers:
  - url: «https://api.example.com/v2»
paths: {}
`,
      good: `openapi: 3.1.0
servers:
  - url: https://api.example.com
paths: {}
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.reference', 'openapi.server'],
  *check(node) {
    if (node.kind === 'openapi.server') {
      if (node.url === undefined || !isVersionedServer(node)) return;
      const message = `The server “${node.url.value}” has a version in its address. Extend the API compatibly, or version media types.`;
      yield { span: node.url.span, message };
      return;
    }
    const site = pathSite(node);
    if (site === undefined || isForeignPath(site.path) || !hasVersionSegment(site.path)) return;
    const at = segmentsOf(site.path).findIndex(isVersionSegment);
    yield {
      section: site.section,
      span: at < 0 ? site.span : segmentSpan(site, at),
      message: `The path “${site.path}” has a version. Extend the API compatibly, or version media types.`,
      cause: {
        key: 'path',
        message: (count: number) => `${count} paths have a version. Extend the API compatibly, or version media types.`,
      },
    };
  },
});
