import { globalRule } from '#core/rule.ts';
import { authentication } from '#rules/checklist.ts';
import { accessFacts, openFindings } from '#rules/detectors/openapi/open-operation-facts.ts';
import { owasp, zalando } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const readAuthenticated = globalRule({
  id: 'openapi/read-authenticated',
  summary: 'Require credentials of whoever reads, but for what is public.',
  why: 'What everybody may read is copied, counted and guessed through. An operation that is meant to be public says so in its path or its text.',
  item: authentication,
  references: [owasp(2), zalando(104)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Open beside operations that are not',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
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
    get:
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
    get:
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
    get:
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
  compare: (facts) => openFindings(facts, 'read', 'Require credentials of whoever reads, or say that it is public.'),
});

const judged = wordSet('get head query');
