import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, globalRule, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Located, Span } from '#core/text/span.ts';
import { secrets } from '#rules/checklist.ts';
import { returnedSchemas } from '#rules/detectors/openapi/returned-schemas.ts';
import {
  asksForSecret,
  isSentCardCode,
  issuesCredential,
  mayBeSecret,
  type SecretProperty,
  secretsNamed,
} from '#rules/detectors/openapi/secret-property.ts';
import { type HiddenProperty, hiddenProperty } from '#rules/fixes/openapi/hide-property.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { owasp } from '#rules/sources.ts';
import { secretProperties } from '#rules/words/secret-properties.ts';

export const responseNoSecrets = globalRule({
  id: 'openapi/response-no-secrets',
  summary: 'Return no secrets from reads.',
  why: 'A secret that every read returns ends up in logs, caches and browsers, and whoever may read the resource can act as its owner.',
  item: secrets,
  references: [owasp(3)],
  severity: 'error',
  recommended: true,
  options: {
    names: {
      default: secretProperties,
      description: 'Property names, as words in lower case, that stand for secrets; endings count.',
    },
  },
  examples: [
    {
      title: 'The schema of the request is that of the response',
      bad: `openapi: 3.1.0
paths:
  /users/{id}:
    get:
      responses:
        '200':
          description: The user.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/User' }
    put:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/User' }
      responses: {}
components:
  schemas:
    User:
      type: object
      properties:
        name:
          type: string
        «password»:
          type: string
`,
      good: `openapi: 3.1.0
paths:
  /users/{id}:
    get:
      responses:
        '200':
          description: The user.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/User' }
    put:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/User' }
      responses: {}
components:
  schemas:
    User:
      type: object
      properties:
        name:
          type: string
        password:
          type: string
          writeOnly: true
`,
    },
    {
      title: 'A hash is a secret too',
      bad: `swagger: '2.0'
paths:
  /users:
    get:
      responses:
        '200':
          description: The users.
          schema:
            type: array
            items:
              type: object
              required: [name, password_hash]
              properties:
                name: { type: string }
                «password_hash»: { type: string }
`,
      good: `swagger: '2.0'
paths:
  /users:
    get:
      responses:
        '200':
          description: The users.
          schema:
            type: array
            items:
              type: object
              required: [name]
              properties:
                name: { type: string }
`,
    },
  ],
  on: ['openapi.operation'],
  needs: ['usage'],
  *gather(operation, scope, { names }): Iterable<FoundSecret> {
    if (operation.method !== 'get' || operation.origin !== 'path' || asksForSecret(operation)) return;
    const seen = new Set<Located<string>>();
    for (const closure of returnedSchemas(operation, scope)) {
      for (const property of secretsNamed(closure, names)) {
        const { name, owner } = property;
        // A `$ref` may lead into a schema that was looked through already.
        if (seen.has(name) || !mayBeSecret(property, scope) || issuesCredential(operation)) continue;
        seen.add(name);
        const key = JSON.stringify([owner.section.uri, ...pointerOf(owner.location), name.value]);
        yield { key, property, title: operationTitle(operation) };
      }
    }
  },
  complete({ key, property, title }, { usage }): SecretFact | undefined {
    const { name, owner } = property;
    const { inRequest } = usage(owner);
    if (isSentCardCode(property, inRequest)) return undefined;
    const hiding = hiddenProperty(property, inRequest);
    return { key, section: owner.section, span: name.span, name: name.value, title, hiding };
  },
  *compare(facts) {
    const [first] = facts;
    if (first === undefined) return;
    const others = facts.length - 1;
    const more = others === 0 ? '' : ` and ${others} more ${others === 1 ? 'operation' : 'operations'}`;
    yield { section: first.value.section, value: secretReturned(first.value, more) };
  },
});

interface FoundSecret extends Keyed {
  readonly property: SecretProperty;
  readonly title: string;
}

interface SecretFact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly name: string;
  /** The operation. */
  readonly title: string;
  readonly hiding: HiddenProperty | undefined;
}

function secretReturned({ span, name, title, hiding }: SecretFact, more: string): Finding {
  return {
    span,
    message: `${title}${more} ${more === '' ? 'returns' : 'return'} the secret “${name}”.`,
    ...(hiding && { fixes: [{ ...hiding, safety: 'review' }] }),
  };
}
