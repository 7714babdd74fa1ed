import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { references } from '#rules/checklist.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { openApi } from '#rules/sources.ts';

export const securitySchemeUsed = globalRule({
  id: 'openapi/security-scheme-used',
  summary: 'Keep only security schemes that something requires.',
  why: 'A scheme that nothing requires looks as if it opened doors: clients build a login for it, and nobody knows whether a requirement was forgotten.',
  item: references,
  references: [
    openApi('Components Object', 'components-object'),
    openApi('Security Requirement Object', 'security-requirement-object'),
  ],
  severity: 'info',
  recommended: false,
  tag: 'unnecessary',
  examples: [
    {
      title: 'A scheme that had its day',
      bad: `openapi: 3.1.0
security:
  - token: []
paths:
  /orders: { get: {} }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
    «password»: { type: http, scheme: basic }
`,
      good: `openapi: 3.1.0
security:
  - token: []
paths:
  /orders: { get: {} }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
`,
    },
  ],
  on: ['openapi.security-scheme', 'openapi.security-requirement', 'openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<Fact> {
    if (node.kind === 'openapi.document') {
      const isOpen = !scope.isUnderstood() || scope.isUsedElsewhere() || node.context.isSecurityUnknown;
      if (isOpen || scope.names('openapi.path-item').length === 0) yield { key, kind: 'unknown' };
    } else if (node.kind === 'openapi.operation') {
      if (node.securityReference !== undefined) yield { key, kind: 'unknown' };
    } else if (node.kind === 'openapi.security-requirement') {
      if (node.schemes.length > 0) yield { key, kind: 'required', names: node.schemes.map(({ name }) => name.value) };
    } else {
      const { name, section, location } = node;
      yield { key, kind: 'scheme', name: name.value, span: name.span, uri: section.uri, pointer: pointerOf(location) };
    }
  },
  *compare(facts) {
    if (factsOfKind(facts, 'unknown').length > 0) return;
    const required = new Set(factsOfKind(facts, 'required').flatMap(({ value }) => value.names));
    // Where nothing is required the whole of it was forgotten, which is another rule's matter.
    if (required.size === 0) return;
    for (const { section, value } of factsOfKind(facts, 'scheme')) {
      const { name, span } = value;
      if (required.has(name)) continue;
      const message = `Nothing requires the security scheme “${name}”. Remove it, or require it where it is meant.`;
      yield { section, value: { span, message, fixes: [remove(value)], cause } };
    }
  },
});

const key = 'schemes';

type Fact = Keyed &
  (Scheme | { readonly kind: 'required'; readonly names: readonly string[] } | { readonly kind: 'unknown' });

interface Scheme {
  readonly kind: 'scheme';
  readonly name: string;
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
}

const cause: Cause = {
  key: 'unused',
  message: (count) =>
    `Nothing requires ${count} of the security schemes. Remove them, or require them where they are meant.`,
  fixTitle: (count) => `Remove ${count} security schemes that nothing requires`,
};

function remove({ uri, pointer, name }: Scheme): Fix {
  const change = { kind: 'remove', uri, pointer, prune: true } as const;
  return { title: `Remove the security scheme “${name}”`, safety: 'review', changes: [change] };
}
