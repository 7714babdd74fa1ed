import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { Mutant } from './mutants.ts';
import type { Refusal } from './official-schema.ts';

interface Difference {
  /** The sentence that decides, in our words, and where it stands. */
  readonly why: string;
  readonly versions?: readonly OpenApiVersion[];
  /** What we tell and the official schema does not. */
  readonly told?: RegExp;
  /** What the official schema refuses and we let pass. */
  readonly refused?: (refusal: Refusal, mutant: Mutant) => boolean;
  readonly mutant?: RegExp;
}

const differences: readonly Difference[] = [
  {
    why: 'What has neither “openapi” nor “swagger” is no description, and is not looked at (OpenAPI Object: required fields).',
    mutant: /^(?:drop|misspell|misplace) \/(?:openapi|swagger)$/,
  },
  {
    why: 'Responses Object: one of them should be that of a successful call, and any other satisfies a schema.',
    told: /success-response-documented/,
  },
  {
    why: '2.0 Security Scheme Object: `scopes` is required beside oauth2.',
    versions: ['2.0'],
    told: /“scopes” is missing/,
  },
  {
    why: '3.1 Schema Object: the keywords of OpenAPI are those of the base vocabulary, which the official schema leaves out.',
    versions: ['3.1', '3.2'],
    told: /field-|reference-allowed|Discriminator Object|XML Object|External Documentation Object/,
    mutant: /components\/schemas\/.*\/(?:discriminator|xml|externalDocs)(?:\/|$)|^misplace/,
  },
  {
    why: '2.0 Items Object: `type` is required.',
    versions: ['2.0'],
    told: /“type” is missing: the Items Object/,
  },
  {
    why: 'JSON Schema (Wright-00 §5.22 to §5.24): allOf, anyOf and oneOf have one element at least.',
    versions: ['3.0'],
    told: /“(?:allOf|anyOf|oneOf)” is empty/,
  },
  {
    why: 'JSON Schema (Wright-00 §5.20): a list of values should have one at least, and need not.',
    versions: ['3.0'],
    mutant: /\/enum(?:\/0)?$/,
  },
  {
    why: '3.0 Link Object: the operation is named by `operationRef` or `operationId`.',
    versions: ['3.0'],
    told: /“operationRef” or “operationId” is missing/,
  },
  {
    why: '3.0 Discriminator Object: it has two fixed fields, and no others are told of.',
    versions: ['3.0'],
    told: /Discriminator Object/,
  },
  {
    why: '2.0 Example Object: its keys are media types that the operation produces.',
    versions: ['2.0'],
    told: /is no media type/,
  },
  {
    why: '3.0 Components Object: all keys match a pattern; those that do not are passed by in the official schema.',
    versions: ['3.0'],
    mutant: /^misplace .*\//,
    told: /is no name of a component|is missing|is no field|reference-allowed/,
  },
  {
    why: '3.0 Parameter Object: `allowEmptyValue` is valid for query parameters only.',
    versions: ['3.0'],
    told: /“allowEmptyValue” says nothing/,
  },
  {
    why: 'JSON Schema 2020-12 knows `$recursiveAnchor` no longer: it is a keyword nobody knows (openapi/keyword-known tells of it).',
    versions: ['3.1', '3.2'],
    refused: ({ place }) => place.endsWith('/$recursiveAnchor'),
  },
  {
    why: 'Request Body and Response Object: the keys of `content` are media types or ranges of them.',
    told: /is no media type/,
  },
  {
    why: 'Link Object: `parameters` are any values, or expressions.',
    refused: ({ place }) => /\/links\/[^/]*\/parameters\/[^/]*$/.test(place),
  },
  {
    why: 'The name of a header is a token (RFC 9110 §5.1), which the official schema says from 3.2 on.',
    told: /is no name of a header/,
  },
  {
    why: 'Reference Object: what stands beside a `$ref` is ignored, and refused by nobody (openapi/reference-alone tells of it).',
    refused: (refusal, mutant) =>
      hasReference(valueAt(mutant.value, refusal.place)) || hasReference(valueAt(mutant.value, above(refusal.place))),
  },
  {
    why: 'Specification Extensions: in a map of names people write extensions, too; what is no map there is taken for one.',
    refused: ({ place }) => /\/x-[^/]*$/.test(place),
  },
];

/** Why the tables and the official schema do not say the same of a mutant; undefined where that is not known. */
export function knownDifference(
  version: OpenApiVersion,
  mutant: Mutant,
  refused: readonly Refusal[],
  told: readonly string[],
): string | undefined {
  return differences.find((difference) => {
    if (difference.versions !== undefined && !difference.versions.includes(version)) return false;
    if (difference.mutant !== undefined && !difference.mutant.test(mutant.told)) return false;
    if (difference.told !== undefined && !(refused.length === 0 && told.every((one) => difference.told?.test(one))))
      return false;
    return (
      difference.refused === undefined ||
      (told.length === 0 && refused.some((one) => difference.refused?.(one, mutant)))
    );
  })?.why;
}

function hasReference(value: PlainValue | undefined): boolean {
  return typeof value === 'object' && value !== null && '$ref' in value;
}

function above(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

function valueAt(value: PlainValue, pointer: string): PlainValue | undefined {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let current: unknown = value;
  for (const step of steps)
    current = typeof current === 'object' && current !== null ? Reflect.get(current, step) : undefined;
  return current as PlainValue | undefined;
}
