import type { Preset } from '#core/rulebook.ts';

/** AIP: severities and rules as data. */
export const aip: Preset = {
  name: 'aip',
  description:
    'The recommended rules with the choices of Google’s API improvement proposals: opaque page tokens, bounded pages, standard methods.',
  base: 'recommended',
  turnsOn: [
    'openapi/patch-media-type',
    'openapi/accepted-followable',
    'openapi/array-name-plural',
    'openapi/bulk-request-bounded',
    'openapi/delete-collection-filtered',
    'openapi/delete-no-request-body',
    'openapi/enum-casing-consistent',
    'openapi/enum-of-strings',
    'openapi/etag-returned',
    'openapi/job-status-enumerated',
    'openapi/list-property-consistent',
    'openapi/operation-described',
    'openapi/page-cursor-opaque',
    'openapi/page-parameter-optional',
    'openapi/page-parameters-alike',
    'openapi/page-size-default',
    'openapi/page-style-consistent',
    'openapi/path-casing-consistent',
    'openapi/path-parameter-name-consistent',
    'openapi/path-starts-with-resource',
    'openapi/sort-specified',
    'openapi/version-major-only',
    'openapi/version-present',
  ],
  rules: {},
};
