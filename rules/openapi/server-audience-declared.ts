import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { secrets } from '#rules/checklist.ts';
import { isLocalAddress } from '#rules/detectors/openapi/local-server.ts';
import { owasp } from '#rules/sources.ts';

export const serverAudienceDeclared = localRule({
  id: 'openapi/server-audience-declared',
  summary: 'Say of every server whether it is internal.',
  why: 'An inventory that tells public hosts from internal ones shows what is reached from outside, and portals can leave internal hosts out.',
  item: secrets,
  references: [owasp(9)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A public host',
      bad: `openapi: 3.1.0
servers:
  - url: «https://api.example.com»
`,
      good: `openapi: 3.1.0
servers:
  - url: https://api.example.com
    x-internal: false
`,
    },
  ],
  on: ['openapi.server'],
  *check({ url, level, tree, section, location }) {
    // In 2.0 a server is a scheme beside a host.
    if (url === undefined || level !== 'document' || tree.kind !== 'map' || isLocalAddress(url.value)) return;
    if (findEntry(tree, 'x-internal') !== undefined) return;
    const pointer = [...pointerOf(location), 'x-internal'];
    yield {
      span: url.span,
      message: `The server ${url.value} does not say whether it is internal: add \`x-internal\`.`,
      fixes: [
        {
          title: `Say that ${url.value} is not internal`,
          safety: 'review',
          changes: [{ kind: 'set', uri: section.uri, pointer, value: false }],
        },
      ],
      cause,
    };
  },
});

const cause: Cause = {
  key: 'internal',
  message: (count) => `${count} servers do not say whether they are internal: add \`x-internal\`.`,
  fixTitle: (count) => `Say of ${count} servers that they are not internal`,
};
