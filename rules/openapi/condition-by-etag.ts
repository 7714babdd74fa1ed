import type { Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { concurrency } from '#rules/checklist.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { rfc } from '#rules/sources.ts';

export const conditionByEtag = localRule({
  id: 'openapi/condition-by-etag',
  summary: 'Let conditions compare versions by ETag, not by date.',
  why: 'A date has no more than seconds: two changes within one are the same version, and clocks differ. An ETag names exactly one.',
  item: concurrency,
  references: [rfc(9110, '13.1.3'), rfc(9110, '13.1.4'), rfc(9110, '8.8.2.2')],
  severity: 'info',
  recommended: false,
  having: ['in'],
  examples: [
    {
      title: 'A write that compares dates',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    put:
      parameters:
        - { name: «If-Unmodified-Since», in: header, schema: { type: string } }
      responses:
        '200': { description: The order is replaced. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    put:
      parameters:
        - { name: If-Match, in: header, schema: { type: string } }
      responses:
        '200': { description: The order is replaced. }
`,
    },
  ],
  on: ['openapi.parameter'],
  *check(parameter) {
    const { name, in: place } = parameter;
    const other = byEtag.get(name?.value.toLowerCase() ?? '');
    if (place?.value !== 'header' || name === undefined || other === undefined) return;
    const fix = compareVersions(parameter, other);
    yield {
      span: name.span,
      message: `“${name.value}” compares dates, which have no more than seconds. Take “${other}” with an ETag.`,
      ...(fix && { fixes: [fix] }),
      cause: byDate,
    };
  },
});

const byEtag: ReadonlyMap<string, string> = new Map([
  ['if-modified-since', 'If-None-Match'],
  ['if-unmodified-since', 'If-Match'],
]);

const byDate: Cause = {
  key: 'dates',
  message: (count) => `${count} conditions compare dates, which have no more than seconds. Take ETags.`,
  fixTitle: (count) => `Take ETags in ${count} conditions`,
};

/** A parameter that says more of dates, in a text or an example, is better written anew by a person. */
function compareVersions(parameter: Parameter, name: string): Fix | undefined {
  const { section, location, tree, description, schema, context } = parameter;
  const says = ['example', 'examples', 'content'].some((key) => findEntry(tree, key) !== undefined);
  const isPlain =
    schema?.kind === 'openapi.schema' &&
    (context.version === '2.0'
      ? schema.format === undefined
      : schema.tree.kind === 'map' && schema.tree.entries.length === 1);
  if (says || description !== undefined || !isPlain || !isWrittenInPlace(parameter, 'name')) return undefined;
  const change = { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), 'name'], value: name } as const;
  return { title: `Take “${name}” instead`, safety: 'review', changes: [change] };
}
