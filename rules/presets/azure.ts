import type { Preset } from '#core/rulebook.ts';

/** Azure: severities and rules as data. */
export const azure: Preset = {
  name: 'azure',
  description:
    'The recommended rules with the choices of Microsoft’s Azure REST API guidelines: camel case, one default response for errors, work that goes on after its answer.',
  base: 'recommended',
  turnsOn: [
    'openapi/accepted-followable',
    'openapi/created-location',
    'openapi/default-response-documented',
    'openapi/delete-no-request-body',
    'openapi/enum-casing-consistent',
    'openapi/enum-of-strings',
    'openapi/error-code-told',
    'openapi/etag-returned',
    'openapi/header-no-x-prefix',
    'openapi/int64-as-string',
    'openapi/job-status-enumerated',
    'openapi/next-link-omitted',
    'openapi/operation-described',
    'openapi/operation-id-present',
    'openapi/page-end-told',
    'openapi/page-parameters-alike',
    'openapi/parameter-casing-consistent',
    'openapi/patch-media-type',
    'openapi/precondition-failed-documented',
    'openapi/property-described',
    'openapi/response-enum-extensible',
    'openapi/sort-specified',
    'openapi/success-status-fits-method',
    'openapi/version-not-in-url',
    'openapi/version-present',
    'openapi/write-returns-resource',
  ],
  rules: {
    'openapi/list-in-object': { options: { everywhere: true } },
    'openapi/next-link-omitted': { options: { everywhere: true } },
    'openapi/parameter-casing-consistent': { options: { query: 'camelCase' } },
    'openapi/property-casing-consistent': { options: { casing: 'camelCase' } },
  },
};
