import type { Header } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { findNode, type ScalarNode } from '#core/tree/tree.ts';
import { deprecation } from '#rules/checklist.ts';
import { httpDate, shownText, timeOf } from '#rules/detectors/openapi/end-times.ts';
import { shortened } from '#rules/detectors/openapi/shown-value.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { rfc } from '#rules/sources.ts';

export const sunsetWellFormed = localRule({
  id: 'openapi/sunset-well-formed',
  summary: 'Write Sunset as an HTTP date, and Deprecation as @ and seconds.',
  why: 'Clients that watch these headers read the form of the RFC and pass over any other: the warning that was to save them is lost.',
  item: deprecation,
  references: [rfc(8594, '3'), rfc(9745, '2'), rfc(9651, '3.3.7'), rfc(9110, '5.6.7')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A day as in JSON',
      bad: `openapi: 3.1.0
components:
  headers:
    Sunset:
      schema: { type: string }
      example: «'2027-03-31'»
    Deprecation:
      schema: { type: string }
      example: «'2026-03-31T00:00:00Z'»
`,
      good: `openapi: 3.1.0
components:
  headers:
    Sunset:
      schema: { type: string }
      example: Wed, 31 Mar 2027 00:00:00 GMT
    Deprecation:
      schema: { type: string }
      example: '@1774915200'
`,
    },
  ],
  on: ['openapi.header'],
  *check(header) {
    const name = pointerOf(header.location).at(-1) ?? '';
    const isSunset = /^sunset$/i.test(name);
    const shown = isSunset || /^deprecation$/i.test(name) ? shownText(header) : undefined;
    if (shown === undefined || (isSunset ? httpDate.test(shown.value) : /^@-?\d+$/.test(shown.value))) return;
    const time = timeOf(shown.value);
    const meant =
      time === undefined ? undefined : isSunset ? new Date(time).toUTCString() : `@${Math.floor(time / 1000)}`;
    const form = isSunset ? 'an HTTP date' : '@ and seconds since 1970';
    yield {
      span: shown.span,
      message: `The example “${shortened(shown.value)}” of the header “${name}” is not ${form}. Write ${meant === undefined ? 'it so' : `“${meant}”`}.`,
      fixes: meant === undefined ? [] : rewrite(header, shown, meant),
    };
  },
});

/** The place of the value within the header. */
function rewrite(header: Header, shown: Located<string>, value: string): readonly Fix[] {
  const steps = places.find((path) => (findNode(header.tree, path) as ScalarNode | undefined)?.span === shown.span);
  if (steps === undefined || !isWrittenInPlace(header, ...steps)) return [];
  const pointer = [...pointerOf(header.location), ...steps];
  const change = { kind: 'set', uri: header.section.uri, pointer, value } as const;
  return [{ title: `Write “${value}”`, safety: 'review', changes: [change] }];
}

const places = [
  ['example'],
  ['x-example'],
  ['schema', 'example'],
  ['schema', 'const'],
  ['schema', 'default'],
  ['default'],
];
