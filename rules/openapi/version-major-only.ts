import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { localRule } from '#core/rule.ts';
import { versioning } from '#rules/checklist.ts';
import { pathSite, segmentSpan } from '#rules/detectors/openapi/path-site.ts';
import { aip } from '#rules/sources.ts';

export const versionMajorOnly = localRule({
  id: 'openapi/version-major-only',
  summary: 'Name only the major version in an address.',
  why: 'A minor version adds what old clients may pass over: with `/v1.2` in the address each of them has to be changed to get it.',
  item: versioning,
  references: [aip(185)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A minor version in a path',
      bad: `openapi: 3.1.0
paths:
  /«v1.2»/orders: {}
`,
      good: `openapi: 3.1.0
paths:
  /v1/orders: {}
`,
    },
    {
      title: 'A minor version in the address of the server',
      bad: `openapi: 3.1.0
servers:
  - url: «https://api.example.com/v2.0.1»
paths: {}
`,
      good: `openapi: 3.1.0
servers:
  - url: https://api.example.com/v2
paths: {}
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.reference', 'openapi.server'],
  to: ['openapi.path-item'],
  *check(node) {
    if (node.kind === 'openapi.server') {
      const address = node.url?.value.replace(/^[a-z]+:\/\/[^/]*/i, '') ?? '';
      const version = segmentsOf(address).find(isMinor);
      if (version !== undefined && node.url !== undefined)
        yield { span: node.url.span, message: messageOf(`The server “${node.url.value}”`, version) };
      return;
    }
    const site = pathSite(node);
    if (site === undefined) return;
    const segments = segmentsOf(site.path);
    const at = segments.findIndex(isMinor);
    const version = segments[at];
    if (version === undefined) return;
    yield {
      section: site.section,
      span: segmentSpan(site, at),
      message: messageOf(`The path “${site.path}”`, version),
      cause: {
        key: version,
        message: (count: number) => `${count} paths have the minor version “${version}”. Name only its major part.`,
      },
    };
  },
});

function isMinor(segment: string): boolean {
  return /^v\d+[._]\d+(?:[._]\d+)*$/i.test(segment);
}

function messageOf(subject: string, version: string): string {
  return `${subject} has the minor version “${version}”. Name only its major part, “${version.replace(/[._].*$/, '')}”.`;
}
