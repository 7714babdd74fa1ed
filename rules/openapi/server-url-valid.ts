import { hideBraced, looseBraces } from '#core/openapi/effective/braces.ts';
import type { Server } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { validity } from '#rules/checklist.ts';
import { documentVersion } from '#rules/detectors/openapi/document-version.ts';
import { spanWithin } from '#rules/detectors/openapi/span-within.ts';
import { usedVariables } from '#rules/detectors/openapi/used-variables.ts';
import { openApi32 } from '#rules/sources.ts';

export const serverUrlValid = localRule({
  id: 'openapi/server-url-valid',
  summary: 'Write server URLs that end before the query, with whole variables that stand there once.',
  why: 'Paths are put behind the URL of the server: behind a query they belong to its last value, and half a variable is filled by nobody.',
  item: validity,
  references: [
    openApi32('Server Object', 'server-object'),
    openApi32('Server Variable Object', 'server-variable-object'),
  ],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A query',
      bad: `openapi: 3.1.0
servers:
  - url: https://api.example.com/v1«?tenant=a»
paths: {}
`,
      good: `openapi: 3.1.0
servers:
  - url: https://api.example.com/v1
paths: {}
`,
    },
    {
      title: 'A variable twice',
      bad: `openapi: 3.2.0
servers:
  - url: https://{region}.example.com/«{region}»
    variables:
      region: { default: eu }
paths: {}
`,
      good: `openapi: 3.2.0
servers:
  - url: https://{region}.example.com
    variables:
      region: { default: eu }
paths: {}
`,
    },
  ],
  on: ['openapi.server'],
  *check(server, scope) {
    const { url, tree } = server;
    if (url === undefined || tree.kind !== 'map') return;
    const version = documentVersion(scope);
    if (version === '3.1' || version === '3.2') yield* pastThePath(server, url);
    if (version === '3.2') yield* brokenVariables(server, url);
  },
});

/** “Query and fragment MUST NOT be part of this URL.” What stands in braces is not known. */
function* pastThePath({ section, location }: Server, url: Located<string>): Iterable<Finding> {
  const start = hideBraced(url.value).search(/[?#]/);
  if (start < 0) return;
  const what = url.value[start] === '?' ? 'a query' : 'a fragment';
  yield {
    span: spanWithin(url, section, { start, end: url.value.length }),
    message: `The server URL “${url.value}” has ${what}. Paths are put behind it: end it before “${url.value[start]}”.`,
    fixes: ended(url.value.slice(0, start).replace(/\/+$/, ''), {
      uri: section.uri,
      pointer: [...pointerOf(location), 'url'],
    }),
  };
}

function ended(value: string, place: Pick<TreeChange, 'uri' | 'pointer'>): readonly Fix[] {
  if (value === '') return [];
  return [
    { title: `End the server URL after “${value}”`, safety: 'review', changes: [{ kind: 'set', ...place, value }] },
  ];
}

/** The grammar of 3.2 has no single brace, and “each server variable MUST NOT appear more than once in the URL template”. */
function* brokenVariables({ section }: Server, url: Located<string>): Iterable<Finding> {
  for (const at of looseBraces(url.value)) {
    const message = `The server URL “${url.value}” has a “${url.value[at]}” without its partner.`;
    yield { span: spanWithin(url, section, { start: at, end: at + 1 }), message };
  }
  const known = new Set<string>();
  for (const { name, span } of usedVariables(url.value)) {
    const message = `The server URL “${url.value}” has the variable “{${name}}” twice.`;
    if (known.has(name)) yield { span: spanWithin(url, section, span), message };
    known.add(name);
  }
}
