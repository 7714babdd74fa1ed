import {
  field,
  fieldWith,
  mapOf,
  markdown,
  mostly,
  object,
  oneOf,
  required,
  requiredWith,
  text,
  textList,
  url,
  when,
} from '#core/openapi/spec/shapes.ts';
import type { FieldSpec, ObjectSpec, ObjectTable } from '#core/openapi/spec/spec.ts';

const refreshUrl = field(url, 'Where a new token is had for a refresh token.');
const scopes = required(mapOf(text), 'The scopes there are, each with what it allows.');
const tokenUrl = required(url, 'Where a token is had.');
const authorizationUrl = required(url, 'Where the user agrees.');

export const isOauth = when('type', 'oauth2');

export function flow(about: string, fields: Readonly<Record<string, FieldSpec>>): ObjectSpec {
  return {
    title: 'OAuth Flow Object',
    anchor: 'oauth-flow-object',
    about,
    isExtensible: true,
    fields: { ...fields, refreshUrl, scopes },
  };
}

/** Who may call (OpenAPI 3.0.4). */
export const security30 = {
  'security-scheme': {
    title: 'Security Scheme Object',
    anchor: 'security-scheme-object',
    about: 'A way for callers to show who they are.',
    isExtensible: true,
    fields: {
      type: required(oneOf('apiKey', 'http', 'oauth2', 'openIdConnect'), 'The kind of scheme.'),
      description: field(markdown, 'How to get what it asks for.'),
      name: requiredWith(when('type', 'apiKey'), text, 'The header, query parameter or cookie that holds the key.'),
      in: requiredWith(when('type', 'apiKey'), oneOf('query', 'header', 'cookie'), 'Where the key is given.'),
      scheme: requiredWith(
        when('type', 'http'),
        mostly('basic', 'bearer', 'digest', 'dpop', 'hoba', 'mutual', 'negotiate', 'vapid'),
        'The scheme of the Authorization header, by its registered name.',
      ),
      bearerFormat: fieldWith(when('type', 'http'), text, 'What the token is, for readers: `JWT`.'),
      flows: requiredWith(isOauth, object('oauth-flows'), 'How a token is had.'),
      openIdConnectUrl: requiredWith(when('type', 'openIdConnect'), url, 'Where the provider describes itself.'),
    },
  },
  'oauth-flows': {
    title: 'OAuth Flows Object',
    anchor: 'oauth-flows-object',
    about: 'The ways to a token.',
    isExtensible: true,
    fields: {
      implicit: field(object('implicit-flow'), 'The token comes back in the address of a page.'),
      password: field(object('password-flow'), 'The client sends name and password of the user.'),
      clientCredentials: field(object('client-credentials-flow'), 'The client asks for itself, without a user.'),
      authorizationCode: field(
        object('authorization-code-flow'),
        'The user agrees, and the client gets a code for it.',
      ),
    },
  },
  'implicit-flow': flow('The token comes back in the address of a page.', { authorizationUrl }),
  'password-flow': flow('The client sends name and password of the user.', { tokenUrl }),
  'client-credentials-flow': flow('The client asks for itself, without a user.', { tokenUrl }),
  'authorization-code-flow': flow('The user agrees, and the client gets a code for it.', {
    authorizationUrl,
    tokenUrl,
  }),
  'security-requirement': {
    title: 'Security Requirement Object',
    anchor: 'security-requirement-object',
    about: 'The schemes a caller must satisfy, all of them, each with the scopes it needs.',
    isExtensible: false,
    fields: {},
    entries: { value: textList },
  },
} satisfies ObjectTable;
