import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { nameStyles } from '#rules/checklist.ts';
import { fitsStyle, inStyle, type Writing, writingOf } from '#rules/detectors/openapi/name-writing.ts';
import { ownerTitle } from '#rules/detectors/openapi/owner-title.ts';
import {
  casingOption,
  countWritings,
  reasonFor,
  saidWriting,
  type UsualStyle,
  usualStyle,
} from '#rules/detectors/openapi/usual-style.ts';
import { azure, zalando } from '#rules/sources.ts';
import { standardNames } from '#rules/words/standard-names.ts';

export const parameterCasingConsistent = globalRule({
  id: 'openapi/parameter-casing-consistent',
  summary: 'Write the names of all query parameters in one casing, and those of all path parameters.',
  why: 'A query parameter in another casing than the others is typed wrongly, and servers pass over names they do not know: the filter does nothing, and nobody is told.',
  item: nameStyles,
  references: [zalando(130), azure('http-query-names-casing')],
  severity: 'info',
  recommended: false,
  options: {
    query: { ...casingOption, description: `Of query parameters. ${casingOption.description}` },
    path: { ...casingOption, description: `Of path parameters. ${casingOption.description}` },
    allowed: { default: [], description: 'Names that stay as they are.' },
  },
  examples: [
    {
      title: 'One filter in camel case',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: page_size, in: query, schema: { type: integer } }
        - { name: page_token, in: query, schema: { type: string } }
        - { name: placed_after, in: query, schema: { type: string } }
        - { name: placed_before, in: query, schema: { type: string } }
        - { name: customer_id, in: query, schema: { type: string } }
        - { name: min_total, in: query, schema: { type: integer } }
        - { name: max_total, in: query, schema: { type: integer } }
        - { name: is_paid, in: query, schema: { type: boolean } }
        - { name: is_sent, in: query, schema: { type: boolean } }
        - { name: «salesChannel», in: query, schema: { type: string } }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: page_size, in: query, schema: { type: integer } }
        - { name: page_token, in: query, schema: { type: string } }
        - { name: placed_after, in: query, schema: { type: string } }
        - { name: placed_before, in: query, schema: { type: string } }
        - { name: customer_id, in: query, schema: { type: string } }
        - { name: min_total, in: query, schema: { type: integer } }
        - { name: max_total, in: query, schema: { type: integer } }
        - { name: is_paid, in: query, schema: { type: boolean } }
        - { name: is_sent, in: query, schema: { type: boolean } }
        - { name: sales_channel, in: query, schema: { type: string } }
`,
    },
  ],
  on: ['openapi.parameter'],
  *gather(parameter, _scope, { allowed }): Iterable<Fact> {
    const { name, in: place, section, location } = parameter;
    if (name === undefined || (place?.value !== 'query' && place?.value !== 'path')) return;
    const writing = writingOf(name.value);
    if (writing === 'lower' || writing === 'UPPER' || writing === 'unknown') return;
    if (standardNames.has(name.value) || isVersion(name.value) || allowed.includes(name.value)) return;
    const pointer = [...pointerOf(location), 'name'];
    const owner = ownerTitle(location);
    yield { key: place.value, name: name.value, writing, span: name.span, uri: section.uri, pointer, owner };
  },
  *compare(facts, { query, path }) {
    const isQuery = facts[0]?.value.key === 'query';
    const distinct = new Map(facts.map(({ value }) => [value.name, value]));
    const usual = usualStyle(countWritings(distinct.values()), isQuery ? query : path);
    if (usual === undefined) return;
    for (const fact of facts) {
      const { name, writing } = fact.value;
      if (fitsStyle(writing, usual.style)) continue;
      const meant = inStyle(name, usual.style);
      yield finding(fact, isQuery, meant, usual, distinct.has(meant));
    }
  },
});

interface Fact extends Keyed {
  readonly name: string;
  readonly writing: Writing;
  readonly span: Span;
  readonly uri: string;
  /** To the name. */
  readonly pointer: readonly string[];
  readonly owner: string | undefined;
}

/** `api-version` is called so in all of Azure. */
function isVersion(name: string): boolean {
  return /^(?:x-)?api[-_]?version$/i.test(name);
}

function finding(
  { section, value }: InSection<Fact>,
  isQuery: boolean,
  meant: string,
  usual: UsualStyle,
  isTaken: boolean,
) {
  const { name, writing, span, uri, pointer, owner } = value;
  const kind = isQuery ? 'query' : 'path';
  const of = owner === undefined || owner.includes('parameter') ? '' : ` of ${owner}`;
  const message = `The ${kind} parameter “${name}”${of} is ${saidWriting(writing)}. ${reasonFor(usual, `${kind} parameters`)}: write “${meant}”.`;
  const change = { kind: 'set', uri, pointer, value: meant } as const;
  const fix: Fix = { title: `Rename the parameter “${name}” to “${meant}”`, safety: 'review', changes: [change] };
  // The name of a path parameter stands in paths, too.
  const fixes = isQuery && !isTaken ? [fix] : [];
  return { section, value: { span, message, fixes, cause: manyOf(kind, usual) } };
}

function manyOf(kind: string, usual: UsualStyle): Cause {
  return {
    key: kind,
    message: (count) =>
      `${count} ${kind} parameters are not ${usual.style}, as ${usual.isChosen ? 'they are to be' : `${usual.alike} of ${usual.all} names are`}.`,
    fixTitle: (count) => `Rename ${count} ${kind} parameters to ${usual.style}`,
  };
}
