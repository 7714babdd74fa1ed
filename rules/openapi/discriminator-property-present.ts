import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import type { Located } from '#core/text/span.ts';
import { findEntry, findValue } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { discriminatorName, type UntoldVariant, untoldVariants } from '#rules/detectors/openapi/discriminator.ts';
import { defaultMapping, mappedSchema } from '#rules/detectors/openapi/mapped-schemas.ts';
import { propertyRequired } from '#rules/fixes/openapi/property-required.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { schemaName, schemaTitle } from '#rules/schema-name.ts';
import { openApi } from '#rules/sources.ts';

export const discriminatorPropertyPresent = localRule({
  id: 'openapi/discriminator-property-present',
  summary: 'Require the property of a discriminator in every schema that it tells apart.',
  why: 'A value without the property could be any of the schemas: readers do not know which, and generated clients fail on it.',
  item: validity,
  references: [openApi('Discriminator Object', 'discriminator-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A branch that need not have it',
      bad: `openapi: 3.1.0
components:
  schemas:
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
      discriminator:
        propertyName: «kind»
    Cat:
      type: object
      required: [kind]
      properties:
        kind: { type: string }
    Dog:
      type: object
      required: [name]
      properties:
        kind: { type: string }
        name: { type: string }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
      discriminator:
        propertyName: kind
    Cat:
      type: object
      required: [kind]
      properties:
        kind: { type: string }
    Dog:
      type: object
      required: [name, kind]
      properties:
        kind: { type: string }
        name: { type: string }
`,
    },
    {
      title: 'A base that is extended',
      bad: `swagger: '2.0'
definitions:
  Pet:
    type: object
    discriminator: «petType»
    properties:
      petType: { type: string }
`,
      good: `swagger: '2.0'
definitions:
  Pet:
    type: object
    discriminator: petType
    required:
      - petType
    properties:
      petType: { type: string }
`,
    },
    {
      title: 'A misspelt name',
      bad: `{
  "openapi": "3.0.3",
  "components": {
    "schemas": {
      "Event": {
        "type": "object",
        "required": ["type"],
        "properties": { "type": { "type": "string" } },
        "discriminator": { "propertyName": «"typ"» }
      }
    }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "components": {
    "schemas": {
      "Event": {
        "type": "object",
        "required": ["type"],
        "properties": { "type": { "type": "string" } },
        "discriminator": { "propertyName": "type" }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['discriminator'],
  check(schema, scope) {
    const property = discriminatorName(schema);
    if (property === undefined) return none;
    const variants = untoldVariants(schema, property.value, scope);
    const untoldStill = variants.length === 0 ? variants : withoutDefault(variants, schema, scope);
    return untoldStill.length === 0 ? none : [untold(schema, property, untoldStill, scope)];
  },
});

const none: readonly Finding[] = [];

/** From 3.2 on it may be said what a value without the property is: that need not have it. Where that leads is known, or any may be it. */
function withoutDefault(variants: readonly UntoldVariant[], schema: Schema, scope: Scope): readonly UntoldVariant[] {
  if (findEntry(findValue(schema.tree, 'discriminator'), 'defaultMapping') === undefined) return variants;
  const mapped = defaultMapping(schema);
  const meant = mapped && mappedSchema(mapped, scope);
  if (meant === undefined) return [];
  return variants.filter(({ fault, schema: variant }) => fault === 'absent' && variant.tree !== meant.tree);
}

function untold(
  schema: Schema,
  { value, span }: Located<string>,
  variants: readonly UntoldVariant[],
  scope: Scope,
): Finding {
  const absent = variants.filter(({ fault }) => fault === 'absent');
  const optional = variants.filter(({ fault }) => fault === 'optional');
  const faults = [
    ...(absent.length > 0 ? [`${namesOf(schema, absent)} ${absent.length > 1 ? 'have' : 'has'} no such property`] : []),
    ...(optional.length > 0
      ? [`${namesOf(schema, optional)} ${optional.length > 1 ? 'do' : 'does'} not require it`]
      : []),
  ];
  const meant = meantName(value, variants);
  const fix =
    meant === undefined
      ? propertyRequired(schema, value, absent.length > 0 ? [] : optional, scope)
      : renaming(schema, meant);
  const question = meant === undefined ? '' : `; is “${meant}” meant?`;
  return {
    span,
    message: `The discriminator of ${schemaTitle(schema)} is “${value}”, but ${faults.join(', and ')}${question === '' ? '.' : question}`,
    fixes: fix === undefined ? [] : [fix],
    ...(absent.length === 0 && { cause: habit }),
  };
}

/** Generators that give a property a default value require none. */
const habit = {
  key: 'optional',
  message: (count: number) => `${count} discriminators are of properties that need not be there.`,
  fixTitle: (count: number) => `Require the properties of ${count} discriminators`,
};

/** So many branches without a name are told by their places. */
const mostPlaces = 3;

function namesOf(schema: Schema, variants: readonly UntoldVariant[]): string {
  const named = variants.map((variant) => variantName(schema, variant));
  const isFew = named.length <= mostPlaces;
  const names = named.map((name, at) => name ?? (isFew ? branchPlace(schema, variants[at]?.written) : undefined));
  const known = names.filter((name) => name !== undefined);
  if (known.length === names.length) return quotedList(known);
  if (names.length === 1) return variants[0]?.schema === schema ? 'it' : 'a branch';
  return `${names.length} of its branches`;
}

/** A branch without a name by its place: `oneOf/1`. */
function branchPlace(schema: Schema, written: UntoldVariant['written'] | undefined): string | undefined {
  if (written === undefined || written === schema) return undefined;
  const { location } = written;
  const [outer, inner] = [pointerOf(schema.location), pointerOf(location)];
  const isWithin =
    location.section.uri === schema.section.uri &&
    inner.length > outer.length &&
    outer.every((step, depth) => inner[depth] === step);
  return isWithin ? inner.slice(outer.length).join('/') : undefined;
}

function variantName(schema: Schema, { schema: variant, written }: UntoldVariant): string | undefined {
  if (variant === schema) return undefined;
  return schemaName(variant) ?? (written.kind === 'openapi.reference' ? written.target : undefined);
}

/** A property like it that all of them have. */
function meantName(name: string, variants: readonly UntoldVariant[]): string | undefined {
  if (name.length < 3 || variants.some(({ fault }) => fault === 'optional')) return undefined;
  const [first, ...others] = variants;
  const meant = first && nearestName(name, first.properties);
  return meant !== undefined && others.every(({ properties }) => properties.has(meant)) ? meant : undefined;
}

function renaming({ section, location, context }: Schema, value: string): Fix {
  const steps = context.version === '2.0' ? ['discriminator'] : ['discriminator', 'propertyName'];
  const change = { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), ...steps], value } as const;
  return { title: `Write “${value}” instead`, safety: 'review', changes: [change] };
}
