import type { Parameter, SecurityRequirement, SecurityScheme } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Change, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { secrets } from '#rules/checklist.ts';
import { nameEnding } from '#rules/detectors/openapi/name-ending.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { owasp, rfc } from '#rules/sources.ts';
import { credentialNames } from '#rules/words/credentials.ts';

export const urlNoCredentials = globalRule({
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
      title: 'A key that operations declare once more',
      bad: `swagger: '2.0'
paths:
  /books:
    get:
      parameters:
        - name: api-key
          in: query
          type: string
securityDefinitions:
  key:
    type: apiKey
    in: «query»
    name: api-key
`,
      good: `swagger: '2.0'
paths:
  /books:
    get:
      parameters:
        - name: api-key
          in: header
          type: string
securityDefinitions:
  key:
    type: apiKey
    in: header
    name: api-key
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
  on: ['openapi.parameter', 'openapi.security-scheme', 'openapi.security-requirement'],
  gather(node, scope, { names }) {
    if (node.kind === 'openapi.security-scheme') return schemeInQuery(node);
    return node.kind === 'openapi.parameter' ? credentialParameter(node, names, scope) : requiredInQuery(node, scope);
  },
  *compare(facts) {
    const required = new Set(factsOfKind(facts, 'required').map(({ value }) => value.scheme));
    const repeats = factsOfKind(facts, 'repeat').map(({ value }) => value);
    for (const { section, value } of factsOfKind(facts, 'scheme')) {
      const { span, name, scheme } = value;
      // What nothing requires is sent by nobody, unless operations take it as a parameter.
      if (!required.has(scheme) && repeats.length === 0) continue;
      const [own, ...others] = [value, ...repeats].map(inHeader);
      const title = `Send the API key “${name}” in a header${repeats.length > 0 ? ', also where it is a parameter' : ''}`;
      const fixes: readonly Fix[] = own ? [{ title, safety: 'review', changes: [own, ...others] }] : [];
      yield {
        section,
        value: {
          span,
          message: `The API key “${name}” travels in the query, and so gets into logs: send it in a header.`,
          fixes,
        },
      };
    }
    for (const { section, value } of factsOfKind(facts, 'parameter')) {
      const { span, name, place } = value;
      const message = `The parameter “${name}” carries a credential in the ${place}, and so gets into logs: send it in a header or the body.`;
      yield { section, value: { span, message, cause: sameParameter(name, place) } };
    }
  },
});

type CredentialFact = Keyed & (SchemeInQuery | RequiredScheme | RepeatedParameter | CredentialParameter);

interface SchemeInQuery extends PlacedIn {
  readonly kind: 'scheme';
  readonly span: Span;
  readonly name: string;
  readonly scheme: string;
}

/** A scheme that some operation, or all, require. */
interface RequiredScheme {
  readonly kind: 'required';
  readonly scheme: string;
}

/** The parameter of a security scheme, written once more as a parameter: the scheme is reported. */
interface RepeatedParameter extends PlacedIn {
  readonly kind: 'repeat';
}

interface CredentialParameter {
  readonly kind: 'parameter';
  readonly span: Span;
  readonly name: string;
  readonly place: string;
}

/** Where `in` stands. */
interface PlacedIn {
  readonly uri: string;
  readonly pointer: readonly string[];
}

function inHeader({ uri, pointer }: PlacedIn): Change {
  return { kind: 'set', uri, pointer, value: 'header' };
}

function placedIn({ section, location }: SecurityScheme | Parameter): PlacedIn {
  return { uri: section.uri, pointer: [...pointerOf(location), 'in'] };
}

function* schemeInQuery(scheme: SecurityScheme): Iterable<CredentialFact> {
  const { in: place } = scheme;
  if (place === undefined || !isInQuery(scheme)) return;
  const name = nameInQuery(scheme);
  const own = { scheme: scheme.name.value, ...placedIn(scheme) };
  yield { key: `query ${name}`, kind: 'scheme', span: place.span, name, ...own };
}

function* requiredInQuery({ schemes }: SecurityRequirement, scope: Scope): Iterable<CredentialFact> {
  for (const { name } of schemes) {
    // From 3.2 on a requirement may name a scheme by its URI.
    const bare = name.value.slice(name.value.lastIndexOf('/') + 1);
    const scheme = scope.find('openapi.security-scheme', name.value) ?? scope.find('openapi.security-scheme', bare);
    if (scheme !== undefined && isInQuery(scheme))
      yield { key: `query ${nameInQuery(scheme)}`, kind: 'required', scheme: scheme.name.value };
  }
}

function isInQuery({ in: place, type }: SecurityScheme): boolean {
  return type?.value === 'apiKey' && place?.value === 'query';
}

function nameInQuery({ parameterName, name }: SecurityScheme): string {
  return parameterName?.value ?? name.value;
}

function* credentialParameter(parameter: Parameter, names: readonly string[], scope: Scope): Iterable<CredentialFact> {
  const { name: { value: name, span } = {}, in: { value: place } = {} } = parameter;
  if (name === undefined || span === undefined || (place !== 'query' && place !== 'path')) return;
  if (!isCredentialName(parameter, name, names) || !mayHoldCredential(parameter, scope)) return;
  const key = `${place} ${name}`;
  if (!isSchemeParameter(name, scope)) yield { key, kind: 'parameter', span, name, place };
  else if (place === 'query') yield { key, kind: 'repeat', ...placedIn(parameter) };
}

/** What is written at each operation was decided once. */
function sameParameter(name: string, place: string): Cause {
  return {
    key: `${place} ${name}`,
    message: (count) =>
      `The parameter “${name}” carries a credential in the ${place}, in ${count} places, and so gets into logs: send it in a header or the body.`,
  };
}

/** True for the name of the key of a scheme. */
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
