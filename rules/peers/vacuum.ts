import type { Peer } from '#rules/peers/peer.ts';
import { spectral } from '#rules/peers/spectral.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** The rules of Spectral that vacuum does not have, or calls otherwise. */
const left = wordSet(
  'openapi-tags-uniqueness array-items oas2-valid-schema-example oas2-valid-media-example oas3-examples-value-or-externalValue oas3-server-not-example.com oas3-valid-media-example oas3-server-variables oas3-callbacks-in-callbacks oas3_1-servers-in-webhook oas3_1-callbacks-in-webhook oas3_2-no-deprecated-xml-attribute',
);

/** The rules of vacuum: those it has from Spectral, and its own. */
export const vacuum: Peer = {
  name: 'vacuum',
  title: 'vacuum',
  version: '0.16.0',
  rules: {
    ...Object.fromEntries(Object.entries(spectral.rules).filter(([id]) => !left.has(id))),
    'no-http-verbs-in-path': ['openapi/path-no-crud-verb'],
    'paths-kebab-case': ['openapi/path-casing-consistent'],
    'no-ambiguous-paths': ['openapi/path-unambiguous'],
    'operation-4xx-response': ['openapi/error-response-documented'],
    'info-license-spdx': ['openapi/field-exclusive'],
    'component-description': ['openapi/component-described'],
    'oas3-no-$ref-siblings': ['openapi/reference-alone'],
    'oas3-host-not-example': ['openapi/server-not-example'],
    'oas3-missing-example': [
      'openapi/example-provided',
      'openapi/parameter-example-provided',
      'openapi/property-example-provided',
    ],
    'oas3-example-external-check': ['openapi/field-exclusive'],
    'description-duplication': ['openapi/operation-text-own'],
    'oas-schema-check': [
      'openapi/schema-keyword-fits-type',
      'openapi/schema-limit-natural',
      'openapi/schema-bounds-ordered',
      'openapi/schema-pattern-valid',
      'openapi/enum-fits-type',
      'openapi/schema-required-exists',
      'openapi/discriminator-property-present',
    ],
    'path-item-refs': ['openapi/reference-allowed'],
    'post-response-success': ['openapi/success-response-documented', 'openapi/post-create-status'],
    'no-request-body': ['openapi/get-no-request-body', 'openapi/delete-no-request-body'],
    'owasp-no-numeric-ids': ['openapi/path-id-unguessable'],
    'owasp-no-http-basic': ['openapi/auth-scheme-strong'],
    'owasp-no-api-keys-in-url': ['openapi/url-no-credentials'],
    'owasp-no-credentials-in-url': ['openapi/url-no-credentials'],
    'owasp-auth-insecure-schemes': ['openapi/auth-scheme-strong'],
    'owasp-jwt-best-practices': ['openapi/jwt-practices-cited'],
    'owasp-protection-global-unsafe': ['openapi/write-authenticated'],
    'owasp-protection-global-unsafe-strict': ['openapi/write-authenticated'],
    'owasp-protection-global-safe': ['openapi/read-authenticated'],
    'owasp-define-error-validation': ['openapi/validation-error-documented'],
    'owasp-define-error-responses-401': ['openapi/unauthorized-documented'],
    'owasp-define-error-responses-500': ['openapi/server-error-documented'],
    'owasp-rate-limit': ['openapi/rate-limit-headers-returned'],
    'owasp-rate-limit-retry-after': ['openapi/rate-limit-retry-after'],
    'owasp-define-error-responses-429': ['openapi/rate-limit-documented'],
    'owasp-array-limit': ['openapi/array-size-limited'],
    'owasp-string-limit': ['openapi/string-length-limited'],
    'owasp-string-restricted': ['openapi/string-form-declared'],
    'owasp-integer-limit': ['openapi/number-range-limited'],
    'owasp-integer-format': ['openapi/number-format-declared'],
    'owasp-no-additionalProperties': ['openapi/request-object-closed'],
    'owasp-constrained-additionalProperties': ['openapi/map-size-limited'],
    'owasp-security-hosts-https-oas3': ['openapi/server-https'],
  },
};
