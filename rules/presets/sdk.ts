import type { Preset } from '#core/rulebook.ts';

/** SDK: severities and rules as data. */
export const sdk: Preset = {
  name: 'sdk',
  description:
    'The recommended rules, and what keeps generated clients clean: ids, names that collide after casing, inline objects, reserved words.',
  base: 'recommended',
  turnsOn: [
    'openapi/array-not-nested',
    'openapi/array-parameter-serialized',
    'openapi/body-required-stated',
    'openapi/component-distinct',
    'openapi/dictionary-typed',
    'openapi/enum-of-strings',
    'openapi/inline-schema-named',
    'openapi/name-length-bounded',
    'openapi/name-not-reserved',
    'openapi/names-differ-in-letters',
    'openapi/number-format-declared',
    'openapi/operation-id-casing-consistent',
    'openapi/operation-id-present',
    'openapi/operation-tag-single',
    'openapi/operation-tagged',
    'openapi/parameter-order',
    'openapi/property-casing-consistent',
    'openapi/required-no-default',
    'openapi/schema-casing-consistent',
    'openapi/schema-lone-branch',
    'openapi/schema-type-single',
    'openapi/schema-typed',
  ],
  rules: {},
};
