import type { OpenApiNode } from '#core/openapi/model.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Change, localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { secrets } from '#rules/checklist.ts';
import { scriptIn, withoutScript } from '#rules/detectors/openapi/script-in-text.ts';
import { textOwner } from '#rules/detectors/openapi/text-owner.ts';
import { owasp } from '#rules/sources.ts';

export const textNoScript = localRule({
  id: 'openapi/text-no-script',
  summary: 'Write no scripts into texts.',
  why: 'Portals show descriptions as HTML. What is run there runs as the reader, who may be signed in with the key of the API.',
  item: secrets,
  references: [
    owasp(8),
    {
      title: 'OpenAPI Specification 3.1.1, Markdown and HTML Sanitization',
      url: 'https://spec.openapis.org/oas/v3.1.1.html#markdown-and-html-sanitization',
    },
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A script',
      bad: `openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
  description: «Orders.<script>track()</script>»
`,
      good: `openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
  description: Orders.
`,
    },
    {
      title: 'In a block of lines',
      bad: `openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
  description: «|
    Orders.

    <script type="text/javascript">
      track();
    </script>

    \`\`\`html
    <script src="shop.js"></script>
    \`\`\`»
paths: {}
`,
      good: `openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
  description: |
    Orders.

    \`\`\`html
    <script src="shop.js"></script>
    \`\`\`
paths: {}
`,
    },
    {
      title: 'What a link or a click runs',
      bad: `openapi: 3.0.3
paths:
  /orders:
    get:
      summary: «See [the guide](javascript:guide())»
      description: «The <b onclick="more()">orders</b>.»
`,
      good: `openapi: 3.0.3
paths:
  /orders:
    get:
      summary: See the guide
      description: The <b>orders</b>.
`,
    },
  ],
  on: [
    'openapi.info',
    'openapi.tag',
    'openapi.server',
    'openapi.path-item',
    'openapi.operation',
    'openapi.parameter',
    'openapi.request-body',
    'openapi.response',
    'openapi.header',
    'openapi.example',
    'openapi.link',
    'openapi.schema',
    'openapi.security-scheme',
  ],
  having: ['description', 'summary'],
  *check(node: OpenApiNode) {
    // A parameter of 2.0 is read as a schema, too.
    const isTwice = node.kind === 'openapi.schema' && (node.role === 'parameter' || node.role === 'header');
    if (isTwice && node.context.version === '2.0') return;
    for (const key of texts) {
      const text = readProse(node, key);
      const script = text && scriptIn(text.value);
      if (text === undefined || script === undefined) continue;
      yield {
        span: text.span,
        message: `The ${key} of ${textOwner(node)} holds ${script}. Portals that show it as HTML run that: take it out.`,
        fixes: [
          {
            title: `Take ${script} out of the ${key} of ${textOwner(node)}`,
            safety: 'review',
            changes: [cleaned(node, key, text)],
          },
        ],
        cause: alike(script),
      };
    }
  },
});

const texts = ['summary', 'description'] as const;

/** Of a block the lines are edited as they stand. */
function cleaned({ section, location }: OpenApiNode, key: string, { value, span }: Located<string>): Change {
  const written = section.text.slice(span.start, span.end);
  if (/^[|>]/.test(written)) return { kind: 'text', section, edits: [{ span, newText: withoutScript(written) }] };
  const pointer = [...pointerOf(location), key];
  return { kind: 'set', uri: section.uri, pointer, value: withoutScript(value) };
}

/** What is at many places comes from one template. */
function alike(script: string): Cause {
  return {
    key: script,
    message: (count) => `${count} texts hold ${script}. Portals that show them as HTML run that: take it out.`,
    fixTitle: (count) => `Take ${script} out of ${count} texts`,
  };
}
