import { localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { documentVersion } from '#rules/detectors/openapi/document-version.ts';
import { definedVariables, wrongDefault } from '#rules/detectors/openapi/server-variables.ts';
import { openApi } from '#rules/sources.ts';

export const serverDefaultAllowed = localRule({
  id: 'openapi/server-default-allowed',
  summary: 'Choose the default of a server variable among its values.',
  why: 'Clients that choose nothing use the default: one that is not among the values names no server, and OpenAPI 3.1 forbids it.',
  item: validity,
  references: [openApi('Server Variable Object', 'server-variable-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A default that is not allowed',
      bad: `openapi: 3.1.0
servers:
  - url: https://{region}.api.example.com
    variables:
      region:
        enum: [eu, us]
        default: «europe»
paths: {}
`,
      good: `openapi: 3.1.0
servers:
  - url: https://{region}.api.example.com
    variables:
      region:
        enum: [eu, us]
        default: eu
paths: {}
`,
    },
  ],
  on: ['openapi.server'],
  *check(server, scope) {
    const version = documentVersion(scope);
    if (version !== '3.1' && version !== '3.2') return;
    for (const variable of definedVariables(server) ?? []) {
      const found = wrongDefault(variable, 'must be from OpenAPI 3.1 on');
      if (found !== undefined) yield found;
    }
  },
});
