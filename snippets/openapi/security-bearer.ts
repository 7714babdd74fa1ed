import type { OpenApiPattern, Values } from '#snippets/pattern.ts';

const securitySchemes: Values = {
  bearerAuth: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A token of at most one hour.' },
  oauth2: {
    type: 'oauth2',
    flows: {
      authorizationCode: {
        authorizationUrl: 'https://auth.example.com/authorize',
        tokenUrl: 'https://auth.example.com/token',
        scopes: { read: 'Read everything the user may see.', write: 'Change what the user may change.' },
      },
    },
  },
};

export const securityBearer: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-security-bearer',
  title: 'Authentication by bearer token',
  keywords: ['auth', 'JWT', 'OAuth', 'token', 'login', '401'],
  description:
    'A bearer scheme, an OAuth 2.0 scheme with scopes, and security for every operation where there is none.',
  components: { securitySchemes },
  contributions: [{ context: 'components', body: { securitySchemes } }],
  insertion: {
    kind: 'components',
    names: ['securitySchemes/bearerAuth', 'securitySchemes/oauth2'],
    root: { security: [{ bearerAuth: [] }, { oauth2: ['read', 'write'] }] },
  },
};
