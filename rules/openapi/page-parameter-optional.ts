import type { Operation, Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, globalRule, type InSection, type Keyed, type Scope } from '#core/rule.ts';
import { pagination } from '#rules/checklist.ts';
import { endsInParameter } from '#rules/detectors/openapi/collection.ts';
import { pagingOf, parameterWord } from '#rules/detectors/openapi/paging.ts';
import { type ParameterSite, parameterSite, parameterTitle } from '#rules/detectors/openapi/parameter-site.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { onePerPlace } from '#rules/one-per-place.ts';
import { aip } from '#rules/sources.ts';
import { limitNames, opaqueCursorNames } from '#rules/words/paging-parameters.ts';

export const pageParameterOptional = globalRule({
  id: 'openapi/page-parameter-optional',
  summary: 'Let clients leave out where a page starts, and how long it is.',
  why: 'Who asks for a list wants its beginning. A first page that needs a cursor cannot be asked for at all, and a size that must be given is a guess everywhere.',
  item: pagination,
  references: [aip(158)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A first page that needs a number',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 100, default: 20 } }
        - { name: «page», in: query, required: true, schema: { type: integer, minimum: 1 } }
      responses:
        '200': { description: A page of orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 100, default: 20 } }
        - { name: page, in: query, required: false, schema: { type: integer, minimum: 1 } }
      responses:
        '200': { description: A page of orders. }
`,
    },
    {
      title: 'A shared cursor',
      bad: `swagger: '2.0'
parameters:
  PageToken:
    name: «page_token»
    in: query
    required: true
    type: string
paths:
  /orders:
    get:
      parameters:
        - $ref: '#/parameters/PageToken'
      responses:
        '200': { description: A page of orders. }
`,
      good: `swagger: '2.0'
parameters:
  PageToken:
    name: page_token
    in: query
    required: false
    type: string
paths:
  /orders:
    get:
      parameters:
        - $ref: '#/parameters/PageToken'
      responses:
        '200': { description: A page of orders. }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<RequiredFact> {
    for (const parameter of requiredPaging(operation, scope)) {
      const { section, location } = parameter;
      const isChangeable = isWrittenInPlace(parameter, 'required');
      const owner = isChangeable ? { uri: section.uri, pointer: pointerOf(location) } : undefined;
      yield { key: 'required', ...parameterSite(parameter, operation), owner };
    }
  },
  *compare(facts) {
    for (const { value } of onePerPlace(facts)) yield requiredParameter(value);
  },
});

interface RequiredParameter extends ParameterSite {
  /** Undefined where an alias stands in the way. */
  readonly owner: { readonly uri: string; readonly pointer: readonly string[] } | undefined;
}

type RequiredFact = Keyed & RequiredParameter;

/** What pages a list for certain: other names say so only beside a limit or a place. */
function requiredPaging(operation: Operation, scope: Scope): readonly Parameter[] {
  if (operation.method !== 'get' || operation.origin !== 'path' || endsInParameter(operation.path)) return [];
  const { limit, cursor, offset } = pagingOf(operation, scope);
  const place = cursor ?? offset;
  const isCertain = (parameter: Parameter | undefined, names: ReadonlySet<string>, beside: Parameter | undefined) =>
    parameter !== undefined && (beside !== undefined || names.has(parameterWord(parameter))) ? [parameter] : [];
  return [
    ...isCertain(limit, limitNames, place),
    ...isCertain(cursor, opaqueCursorNames, limit),
    ...isCertain(offset, certainPlaces, limit),
  ].filter(({ required, in: at }) => required?.value === true && at?.value === 'query');
}

const certainPlaces: ReadonlySet<string> = new Set(['offset', 'skip', 'page', 'pagenumber', 'pageindex']);

function requiredParameter(fact: RequiredFact): InSection<Finding> {
  const { name, section, span, owner } = fact;
  return {
    section,
    value: {
      span,
      message: `${parameterTitle(fact)} is required. Make it optional, with a default: who asks for a list wants its beginning.`,
      ...(owner && {
        fixes: [
          {
            title: `Make \`${name}\` optional`,
            safety: 'review' as const,
            changes: [{ kind: 'set', uri: owner.uri, pointer: [...owner.pointer, 'required'], value: false }] as const,
          },
        ],
      }),
      cause: requiredPlaces(name),
    },
  };
}

function requiredPlaces(name: string): Cause {
  return {
    key: name,
    message: (count) => `“${name}” is required at ${count} places, though a first page needs no such choice.`,
    fixTitle: (count) => `Make \`${name}\` optional at ${count} places`,
  };
}
