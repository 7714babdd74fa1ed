import { childPlace } from '#core/openapi/place.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { defaultSubject } from '#rules/detectors/openapi/default-subject.ts';
import { keywordSpan } from '#rules/detectors/openapi/fault-cause.ts';
import { judgingSchema } from '#rules/detectors/openapi/judging-schema.ts';
import { type PlacedFault, valueFaults } from '#rules/detectors/openapi/value-faults.ts';
import { valueMessage } from '#rules/detectors/openapi/value-message.ts';
import type { WrittenValue } from '#rules/detectors/openapi/written-value.ts';
import { mendedFix } from '#rules/fixes/openapi/mended-fix.ts';
import { openApi } from '#rules/sources.ts';

export const defaultFitsSchema = localRule({
  id: 'openapi/default-fits-schema',
  summary: 'Give schemas defaults that fit them.',
  why: 'A default is what the server takes where a client sends nothing. One of another type is sent by generated clients, or refused by their compilers.',
  item: validity,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A number in quotes, and a value in another case',
      bad: `openapi: 3.0.3
paths:
  /orders:
    get:
      parameters:
        - name: limit
          in: query
          schema: { type: integer, minimum: 1, default: «'20'» }
        - name: sort
          in: query
          schema: { type: string, enum: [NEWEST, OLDEST], default: «newest» }
      responses:
        '200': { description: The orders. }
`,
      good: `openapi: 3.0.3
paths:
  /orders:
    get:
      parameters:
        - name: limit
          in: query
          schema: { type: integer, minimum: 1, default: 20 }
        - name: sort
          in: query
          schema: { type: string, enum: [NEWEST, OLDEST], default: NEWEST }
      responses:
        '200': { description: The orders. }
`,
    },
  ],
  on: ['openapi.schema', 'openapi.reference'],
  having: ['default'],
  *check(node, scope) {
    const place = childPlace(node, 'default');
    const schema = place && judgingSchema(node, scope);
    if (place === undefined || schema === undefined) return;
    const written: WrittenValue = {
      place,
      schema,
      direction: 'either',
      subject: defaultSubject(node),
      textMeans: undefined,
    };
    for (const placed of valueFaults(written, scope)) yield finding(written, placed, scope);
  },
});

function finding(written: WrittenValue, placed: PlacedFault, scope: Scope): Finding {
  const { fault, span } = placed;
  const fix = isNull(placed) ? withoutDefault(written) : mendedFix(written, placed, 'review', scope)?.fix;
  const { section } = fault.schema.location;
  return {
    span,
    message: valueMessage(written.subject, placed),
    related: [{ section, span: keywordSpan(fault), message: 'This says what is expected.' }],
    ...(fix && { fixes: [fix] }),
  };
}

function isNull({ fault: { kind, value }, steps }: PlacedFault): boolean {
  return steps.length === 0 && kind === 'type' && value.kind === 'scalar' && value.value === null;
}

/** Where nothing is said the server decides, which is what `null` was to say. In a branch it is said of the whole, and would be lost. */
function withoutDefault({ place: { location } }: WrittenValue): Fix | undefined {
  const pointer = pointerOf(location);
  if (['anyOf', 'oneOf'].includes(pointer.at(-3) ?? '')) return undefined;
  const change = { kind: 'remove', uri: location.section.uri, pointer } as const;
  return { title: 'Remove the default null', safety: 'review', changes: [change] };
}
