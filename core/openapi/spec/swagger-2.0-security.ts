import { field, markdown, object, oneOf, required, requiredWith, text, url, when } from '#core/openapi/spec/shapes.ts';
import type { ObjectTable } from '#core/openapi/spec/spec.ts';

const isApiKey = when('type', 'apiKey');
const isOauth = when('type', 'oauth2');

/** Who may call, in 2.0. */
export const security20 = {
  'security-scheme': {
    title: 'Security Scheme Object',
    anchor: 'security-scheme-object',
    about: 'A way for callers to show who they are.',
    isExtensible: true,
    fields: {
      type: required(oneOf('basic', 'apiKey', 'oauth2'), 'The kind of scheme.'),
      description: field(markdown, 'How to get what it asks for.'),
      name: requiredWith(isApiKey, text, 'The header or query parameter that holds the key.'),
      in: requiredWith(isApiKey, oneOf('query', 'header'), 'Where the key is given.'),
      flow: requiredWith(isOauth, oneOf('implicit', 'password', 'application', 'accessCode'), 'How a token is had.'),
      authorizationUrl: requiredWith(when('flow', 'implicit', 'accessCode'), url, 'Where the user agrees.'),
      tokenUrl: requiredWith(when('flow', 'password', 'application', 'accessCode'), url, 'Where a token is had.'),
      scopes: requiredWith(isOauth, object('scopes'), 'The scopes there are, each with what it allows.'),
    },
  },
  scopes: {
    title: 'Scopes Object',
    anchor: 'scopes-object',
    about: 'The scopes there are, each with what it allows.',
    isExtensible: true,
    fields: {},
    entries: { value: text },
  },
} satisfies ObjectTable;
