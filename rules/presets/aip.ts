import type { Preset } from '#core/rulebook.ts';

/** AIP: severities and rules as data. */
export const aip: Preset = {
  name: 'aip',
  description:
    'The recommended rules with the choices of Google’s API improvement proposals: opaque page tokens, bounded pages, standard methods.',
  base: 'recommended',
  turnsOn: [
    'openapi/accepted-followable',
    'openapi/array-name-plural',
    'openapi/bulk-request-bounded',
    'openapi/bulk-result-told',
    'openapi/created-readable',
    'openapi/delete-collection-filtered',
    'openapi/delete-no-request-body',
    'openapi/enum-casing-consistent',
    'openapi/enum-of-strings',
    'openapi/error-code-told',
    'openapi/etag-returned',
    'openapi/id-type-consistent',
    'openapi/job-status-enumerated',
    'openapi/list-property-consistent',
    'openapi/money-with-currency',
    'openapi/operation-described',
    'openapi/page-cursor-opaque',
    'openapi/page-parameter-optional',
    'openapi/page-parameters-alike',
    'openapi/page-size-default',
    'openapi/page-style-consistent',
    'openapi/patch-media-type',
    'openapi/path-parameter-name-consistent',
    'openapi/path-starts-with-resource',
    'openapi/sent-property-returned',
    'openapi/sort-specified',
    'openapi/time-name-telling',
    'openapi/version-major-only',
    'openapi/version-present',
    'openapi/write-returns-resource',
  ],
  rules: {
    'openapi/list-in-object': { options: { everywhere: true } },
  },
};
