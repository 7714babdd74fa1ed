import type { Header, RequestBody, Schema, SecurityScheme } from '#core/openapi/model.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { hasText } from '#rules/detectors/openapi/has-text.ts';
import { sharedName } from '#rules/detectors/openapi/shared-name.ts';
import { openApi } from '#rules/sources.ts';

export const componentDescribed = localRule({
  id: 'openapi/component-described',
  summary: 'Describe the components that others refer to.',
  why: 'A component is read far from where it is used: only its description says what it stands for, and which of two like ones is meant.',
  item: documentationFormats,
  references: [openApi('Components Object', 'components-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A schema and a security scheme without a word',
      bad: `openapi: 3.1.0
components:
  schemas:
    «Order»:
      type: object
  securitySchemes:
    «token»: { type: http, scheme: bearer }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      description: What a customer bought at once.
  securitySchemes:
    token: { type: http, scheme: bearer, description: A token of the login. }
`,
    },
  ],
  on: ['openapi.schema', 'openapi.request-body', 'openapi.header', 'openapi.security-scheme'],
  check(node) {
    return isComponent(node) && !hasText(readProse(node, 'description')) ? [undescribed(node)] : none;
  },
});

type Component = Schema | RequestBody | Header | SecurityScheme;

const none: readonly Finding[] = [];

function undescribed(node: Component): Finding {
  const message = `The ${kinds[node.kind]} “${sharedName(node)}” has no description. Say what it stands for.`;
  return { span: node.anchor, message, cause };
}

function isComponent(node: Component): boolean {
  if (node.kind === 'openapi.schema') return node.role === 'component';
  if (node.kind === 'openapi.security-scheme') return true;
  const pointer = pointerOf(node.location);
  return pointer.length === 3 && pointer[0] === 'components';
}

const kinds = {
  'openapi.schema': 'schema',
  'openapi.request-body': 'request body',
  'openapi.header': 'header',
  'openapi.security-scheme': 'security scheme',
} as const;

const cause: Cause = {
  key: 'undescribed',
  message: (count) => `${count} components have no description. Say what each of them stands for.`,
};
