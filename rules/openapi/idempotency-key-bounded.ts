import { combinedSchemas } from '#core/openapi/effective/schema-properties.ts';
import type { Parameter, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { isKeyHeader } from '#rules/detectors/openapi/idempotency-key.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { draft } from '#rules/sources.ts';

export const idempotencyKeyBounded = localRule({
  id: 'openapi/idempotency-key-bounded',
  summary: 'Let an idempotency key be a text of limited length.',
  why: 'Keys are stored and looked up with every request. Without a limit one client fills the index with megabytes; with numbers two clients soon choose the same one.',
  item: idempotentConsumers,
  references: [draft('draft-ietf-httpapi-idempotency-key-header', 'The Idempotency-Key HTTP Header Field')],
  severity: 'info',
  recommended: false,
  options: { longest: { default: 255, description: 'The `maxLength` that the fix writes.' } },
  examples: [
    {
      title: 'A key without an end',
      bad: `openapi: 3.1.0
paths:
  /payments:
    post:
      parameters:
        - name: «Idempotency-Key»
          in: header
          schema:
            type: string
            minLength: 1
      responses: {}
`,
      good: `openapi: 3.1.0
paths:
  /payments:
    post:
      parameters:
        - name: Idempotency-Key
          in: header
          schema:
            type: string
            minLength: 1
            maxLength: 255
      responses: {}
`,
    },
  ],
  on: ['openapi.parameter'],
  *check(parameter, scope, { longest }) {
    if (!isKeyHeader(parameter) || parameter.name === undefined) return;
    const key = keyOf(parameter, scope);
    if (key === undefined) return;
    const { name, section } = parameter;
    const { schema, fault } = key;
    const isOwn = schema.section === section && schema.role !== 'component' && isWrittenInPlace(schema);
    const pointer = [...pointerOf(schema.location), 'maxLength'];
    yield {
      span: name.span,
      message: `The idempotency key “${name.value}” ${fault}.`,
      fixes:
        isOwn && fault === endless
          ? [
              {
                title: `Limit \`${name.value}\` to ${longest} characters`,
                safety: 'review',
                changes: [
                  {
                    kind: 'set',
                    uri: section.uri,
                    pointer,
                    value: longest,
                    after: ['minLength', 'format', 'type'],
                  },
                ],
              },
            ]
          : [],
      cause: fault === endless ? endlessKeys : numericKeys,
    };
  },
});

const endless = 'has no greatest length. Limit it';
const numeric = 'is a number, of which two clients soon choose the same. Let it be a text';

/** Undefined where nothing is wrong, or not all is known. */
function keyOf(parameter: Parameter, scope: Scope): { readonly schema: Schema; readonly fault: string } | undefined {
  const schema = scope.resolve(parameter.schema);
  if (schema === undefined) return undefined;
  const parts = combinedSchemas(schema, scope);
  const isPlain = parts.every(
    ({ anyOf, oneOf, allOf }) => anyOf.length + oneOf.length === 0 && allOf.every((part) => scope.resolve(part)),
  );
  const types = parts.flatMap((part) => part.types).filter((type) => type !== 'null');
  if (!isPlain || types.length !== 1) return undefined;
  if (types[0] === 'integer' || types[0] === 'number') return { schema, fault: numeric };
  const isBounded = parts.some(
    ({ tree, format, enum: values }) =>
      values !== undefined ||
      /^(?:uuid|guid|ulid|date-time)$/i.test(format?.value ?? '') ||
      ['maxLength', 'pattern'].some((keyword) => findEntry(tree, keyword) !== undefined),
  );
  return types[0] === 'string' && !isBounded ? { schema, fault: endless } : undefined;
}

const endlessKeys: Cause = {
  key: 'endless',
  message: (count) => `${count} idempotency keys have no greatest length.`,
  fixTitle: (count) => `Limit the length of ${count} idempotency keys`,
};

const numericKeys: Cause = {
  key: 'numeric',
  message: (count) => `${count} idempotency keys are numbers, of which two clients soon choose the same.`,
};
