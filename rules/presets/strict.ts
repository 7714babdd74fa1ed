import type { Preset } from '#core/rulebook.ts';

/** Every rule but those that contradict others, or belong to one house. */
export const strict: Preset = {
  name: 'strict',
  description: 'Every rule, each at its own severity, but for styles that contradict others or belong to one house.',
  base: 'all',
  rules: {
    'openapi/version-not-in-url': { severity: 'off' },
    'openapi/document-yaml': { severity: 'off' },
    'openapi/api-id-present': { severity: 'off' },
    'openapi/audience-declared': { severity: 'off' },
    'openapi/server-audience-declared': { severity: 'off' },
    'openapi/jwt-practices-cited': { severity: 'off' },
    'openapi/response-enum-extensible': { severity: 'off' },
    'openapi/time-name-telling': { severity: 'off' },
    'openapi/tags-alphabetical': { severity: 'off' },
    'openapi/boolean-parameter-prefixed': { severity: 'off' },
    'openapi/header-no-x-prefix': { severity: 'off' },
    'openapi/array-parameter-serialized': { severity: 'off' },
    'prisma/sqlite-outgrown': { severity: 'off' },
    'prisma/index-selective': { options: { values: 3 } },
    'prisma/extension-declared': { options: { everywhere: true } },
    'prisma/uuid-native': { options: { everywhere: true } },
  },
};
