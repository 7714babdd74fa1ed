import type { Callback } from '#core/openapi/model.ts';
import { type BaseScope, changeRule, type Finding } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { apiChanges } from '#rules/checklist.ts';
import { isSameComponent } from '#rules/detectors/change/component-of.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { callbacksOf, formerCallback } from '#rules/detectors/change/outgoing-pairs.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

const description = (callbacks: string, method = 'post'): string => `openapi: 3.1.0
paths:
  /exports:
    ${method}:
${callbacks}      responses: { '202': { description: It is begun. } }
`;

const done = `      callbacks:
        done:
          '{$request.body#/callbackUrl}': { post: { responses: { '204': { description: Taken. } } } }
`;

export const callbackKept = changeRule({
  id: 'change/callback-kept',
  summary: 'Keep the callbacks that clients wait for.',
  why: 'A client that says where it is to be called, and is called no longer, waits for ever.',
  item: apiChanges,
  references: [openApi('Callback Object', 'callback-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A callback that is gone',
      bad: { 'base/openapi.yaml': description(done), 'openapi.yaml': description('', '«post»') },
      good: { 'base/openapi.yaml': description(done), 'openapi.yaml': description(done) },
    },
  ],
  on: ['openapi.operation', 'openapi.callback'],
  *check(node, scope) {
    if (node.kind === 'openapi.callback') {
      const before = formerCallback(node, scope);
      if (before !== undefined) yield* lostExpressions(before, node, '', scope);
      return;
    }
    const before = formerOperation(node, scope);
    if (before === undefined) return;
    const now = callbacksOf(node, scope);
    const title = ` of ${operationTitle(node)}`;
    for (const former of callbacksOf(before, scope.base)) {
      const same = now.find(({ name }) => name.value === former.name.value);
      if (same === undefined) yield goneFinding(former, former.name.value, title, node, scope);
      else if (!isSameComponent(former, same)) yield* lostExpressions(former, same, title, scope);
    }
  },
});

function* lostExpressions(before: Callback, after: Callback, holder: string, scope: BaseScope): Iterable<Finding> {
  const now = new Set(after.pathItems.map(({ path }) => path.value));
  // With one address it is the same callback, sent elsewhere.
  for (const { path } of before.pathItems.length > 1 ? before.pathItems : [])
    if (!now.has(path.value))
      yield goneFinding(before, `${before.name.value}” at “${path.value}`, holder, after, scope);
}

function goneFinding(
  former: Callback,
  name: string,
  holder: string,
  now: { readonly section: Section; readonly anchor: Span },
  { base }: BaseScope,
): Finding {
  return {
    section: now.section,
    span: now.anchor,
    message: `The callback “${name}”${holder} is gone. Clients wait for it.`,
    related: [base.placed(former.section, former.name.span, `As it was in ${base.name}.`)],
  };
}
