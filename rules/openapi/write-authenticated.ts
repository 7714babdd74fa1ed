import { globalRule } from '#core/rule.ts';
import { authentication } from '#rules/checklist.ts';
import { accessFacts, openFindings } from '#rules/detectors/openapi/open-operation-facts.ts';
import { owasp, zalando } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const writeAuthenticated = globalRule({
  id: 'openapi/write-authenticated',
  summary: 'Require credentials of whoever writes.',
  why: 'What everybody may write, programs will: spam, floods, and changes that nobody can be asked about. An operation that is meant to be open says so in its path or its text.',
  item: authentication,
  references: [owasp(2), zalando(104)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'Open beside operations that are not',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      «security»: []
      responses: {}
  /orders/{id}:
    delete:
      security:
        - bearer: []
      responses: {}
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      security:
        - bearer: []
      responses: {}
  /orders/{id}:
    delete:
      security:
        - bearer: []
      responses: {}
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
    },
    {
      title: 'Credentials that may be left out',
      bad: `openapi: 3.0.3
paths:
  /orders:
    post:
      «security»:
        - bearer: []
        - {}
      responses: {}
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
      good: `openapi: 3.0.3
paths:
  /orders:
    post:
      security:
        - bearer: []
      responses: {}
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
    },
  ],
  on: ['openapi.operation'],
  gather: (operation, scope) => accessFacts(operation, judged.has(operation.method), scope),
  compare: (facts) => openFindings(facts, 'write', 'Require credentials of whoever writes, or say why it is public.'),
});

const judged = wordSet('post put patch delete');
