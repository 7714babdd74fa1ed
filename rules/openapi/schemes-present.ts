import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { isPrivateHost } from '#rules/detectors/openapi/private-host.ts';
import { olderOpenApi } from '#rules/sources.ts';

export const schemesPresent = localRule({
  id: 'openapi/schemes-present',
  summary: 'Say by which scheme a host of Swagger 2.0 is reached.',
  why: 'Without schemes the one counts by which the description itself was read: a copy on disk, or on plain http, sends clients astray.',
  item: documentationFormats,
  references: [olderOpenApi('2.0', 'Swagger Object', 'swagger-object')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A host without a scheme',
      bad: `swagger: '2.0'
host: «api.example.com»
paths: {}
`,
      good: `swagger: '2.0'
host: api.example.com
schemes:
  - https
paths: {}
`,
    },
  ],
  on: ['openapi.server'],
  *check(server, scope) {
    const [field, ...below] = pointerOf(server.location);
    const url = server.url?.value ?? '';
    if (field !== 'host' || below.length > 0 || !url.startsWith('//') || scope.rootKeys().includes('schemes')) return;
    const host = url.slice(2).replace(/[/?#].*$/, '');
    const message = `The host “${host}” has no scheme. List those it is reached by.`;
    yield {
      span: server.url?.span ?? server.anchor,
      message,
      fixes: isPrivateHost(host) ? [] : [secure(server.section.uri)],
    };
  },
});

function secure(uri: string): Fix {
  const change = { kind: 'set', uri, pointer: ['schemes'], value: ['https'], after: ['basePath', 'host'] } as const;
  return { title: 'List the scheme “https”', safety: 'review', changes: [change] };
}
