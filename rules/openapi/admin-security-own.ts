import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import { type Cause, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { authentication } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { owasp } from '#rules/sources.ts';

export const adminSecurityOwn = globalRule({
  id: 'openapi/admin-security-own',
  summary: 'Ask more of administrators than of others.',
  why: 'Where an operation for administrators takes the credentials that all others take, one check that was forgotten in the code opens it to every user.',
  item: authentication,
  references: [owasp(5)],
  severity: 'info',
  recommended: false,
  options: {
    segments: {
      default: ['admin', 'administration', 'administrator', 'backoffice', 'superuser'],
      description: 'Path segments, in lower case without separators, below which administrators work.',
    },
  },
  examples: [
    {
      title: 'The same token for everybody',
      bad: `openapi: 3.1.0
security:
  - bearer: []
paths:
  /orders:
    get:
      responses: {}
  /admin/users:
    «get»:
      responses: {}
`,
      good: `openapi: 3.1.0
security:
  - bearer: []
paths:
  /orders:
    get:
      responses: {}
  /admin/users:
    get:
      security:
        - administrators: []
      responses: {}
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope, { segments }): Iterable<AccessFact> {
    const demand = operation.origin === 'path' ? demandOf(operation, scope) : undefined;
    if (demand === undefined) return;
    const isAdmin = segmentsOf(operation.path).some((segment) => segments.includes(foldedName(segment)));
    const title = operationTitle(operation);
    yield isAdmin ? { key: demand, title, span: operation.anchor } : { key: demand, title };
  },
  *compare(facts) {
    const other = facts.find(({ value }) => value.span === undefined)?.value.title;
    if (other === undefined) return;
    for (const { section, value } of facts) {
      if (value.span === undefined) continue;
      const message = `${value.title} asks for no more than ${other}. Ask for a scope, or a scheme, of administrators.`;
      yield { section, value: { span: value.span, message, cause } };
    }
  },
});

/** The key is what is asked for. */
interface AccessFact extends Keyed {
  readonly title: string;
  /** Of an operation for administrators. */
  readonly span?: Span;
}

const cause: Cause = {
  key: 'admin',
  message: (count) =>
    `${count} operations for administrators ask for no more than others. Ask for a scope, or a scheme, of theirs.`,
};

/** Schemes and scopes as text; undefined where none are asked for. */
function demandOf(operation: Operation, scope: Scope): string | undefined {
  const security = effectiveSecurity(operation, scope) ?? [];
  if (security.length === 0 || security.some(({ schemes }) => schemes.length === 0)) return undefined;
  const alternatives = security.map(({ schemes }) =>
    schemes
      .map(
        ({ name, scopes }) =>
          `${name.value}(${scopes
            .map(({ value }) => value)
            .sort()
            .join(' ')})`,
      )
      .sort()
      .join(' and '),
  );
  return alternatives.sort().join(' or ');
}
