import type { Parameter, SecurityScheme } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { secrets } from '#rules/checklist.ts';
import { nameEnding } from '#rules/detectors/name-ending.ts';
import { owasp, rfc } from '#rules/sources.ts';
import { credentialNames } from '#rules/words/credentials.ts';

export const urlNoCredentials = localRule({
  id: 'openapi/url-no-credentials',
  summary: 'Keep credentials out of paths and queries.',
  why: 'URLs are written to access logs, browser histories, proxies and Referer headers; whoever reads one there has the credential.',
  item: secrets,
  references: [owasp(2), rfc(9110, '17.9'), rfc(6750, '5.3')],
  severity: 'error',
  recommended: true,
  options: {
    names: {
      default: credentialNames,
      description: 'Parameter names, as words in lower case, that stand for credentials; endings count.',
    },
  },
  examples: [
    {
      title: 'An API key in the query',
      bad: `openapi: 3.1.0
security:
  - key: []
components:
  securitySchemes:
    key:
      type: apiKey
      in: «query»
      name: api_key
`,
      good: `openapi: 3.1.0
security:
  - key: []
components:
  securitySchemes:
    key:
      type: apiKey
      in: header
      name: api_key
`,
    },
    {
      title: 'A password in the query',
      bad: `swagger: '2.0'
paths:
  /sessions:
    post:
      parameters:
        - name: login
          in: query
          type: string
        - name: «password»
          in: query
          type: string
      responses:
        '201': { description: The session. }
`,
      good: `swagger: '2.0'
paths:
  /sessions:
    post:
      parameters:
        - name: credentials
          in: body
          schema: { $ref: '#/definitions/Credentials' }
      responses:
        '201': { description: The session. }
`,
    },
  ],
  on: ['openapi.parameter', 'openapi.security-scheme'],
  *check(node, scope, { names }) {
    if (node.kind === 'openapi.security-scheme') yield* schemeInQuery(node);
    else yield* credentialParameter(node, names, scope);
  },
});

function* schemeInQuery(scheme: SecurityScheme): Iterable<Finding> {
  const { in: place, type, parameterName, name } = scheme;
  if (type?.value !== 'apiKey' || place?.value !== 'query') return;
  const key = parameterName?.value ?? name.value;
  const pointer = [...pointerOf(scheme.location), 'in'];
  const change = { kind: 'set', uri: scheme.section.uri, pointer, value: 'header' } as const;
  yield {
    span: place.span,
    message: `The API key “${key}” travels in the query.`,
    fixes: [{ title: `Send the API key “${key}” in a header`, safety: 'review', changes: [change] }],
  };
}

function* credentialParameter(parameter: Parameter, names: readonly string[], scope: Scope): Iterable<Finding> {
  const { name, in: place } = parameter;
  if (name === undefined || (place?.value !== 'query' && place?.value !== 'path')) return;
  if (!isCredentialName(parameter, name.value, names) || !mayHoldCredential(parameter, scope)) return;
  if (isSchemeParameter(name.value, scope)) return;
  const message = `The parameter “${name.value}” carries a credential in the ${place.value}.`;
  yield { span: name.span, message, cause: sameParameter(name.value, place.value) };
}

/** What is written at each operation was decided once. */
function sameParameter(name: string, place: string): Cause {
  return {
    key: `${place} ${name}`,
    message: (count) => `The parameter “${name}” carries a credential in the ${place}, in ${count} places.`,
  };
}

/** True for the parameter of a security scheme, written once more as a parameter: the scheme is reported. */
function isSchemeParameter(name: string, scope: Scope): boolean {
  return scope.names('openapi.security-scheme').some((schemeName) => {
    const scheme = scope.find('openapi.security-scheme', schemeName);
    return scheme?.in?.value === 'query' && scheme.parameterName?.value === name;
  });
}

/** In a path these name the thing that is fetched: `/secrets/{secret}`. */
const resourceWords = new Set(['secret', 'credentials', 'password']);
const oneTimeUse =
  /\b(?:one[- ]time|single[- ]use|reset|verif|confirm|invit|recover|activat|magic link|page|pagination)/i;
const isAuthentication =
  /\b(?:auth|authenticat\w*|authoriz\w*|access|api|bearer|oauth2?|session|login)\b.*\btoken\b|\btoken\b.*\bauth/is;

function isCredentialName({ in: place, description }: Parameter, name: string, names: readonly string[]): boolean {
  // `subAccountApiKey` names a key that is managed here: another one is sent along.
  if (/(?:sub|target|other|managed)[-_]?(?:account|user|client)?s?[-_]?(?:api)?[-_]?key$/i.test(name)) return false;
  const ending = nameEnding(name, names);
  if (ending !== undefined) return !(place?.value === 'path' && resourceWords.has(ending));
  // A bare “token” pages, verifies or authenticates: only its description tells.
  return (
    place?.value === 'query' && wordsOf(name).join(' ') === 'token' && isAuthentication.test(description?.value ?? '')
  );
}

/** False for flags, numbers and ids of credentials, and for tokens that are worth nothing after their first use. */
function mayHoldCredential({ schema, description }: Parameter, scope: Scope): boolean {
  const resolved = scope.resolve(schema);
  const isText = resolved === undefined || resolved.types.length === 0 || resolved.types.includes('string');
  return (
    isText &&
    resolved?.format?.value !== 'uuid' &&
    resolved?.enum === undefined &&
    !oneTimeUse.test(description?.value ?? '')
  );
}
