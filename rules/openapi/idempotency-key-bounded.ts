import { combinedSchemas } from '#core/openapi/effective/schema-properties.ts';
import type { Parameter, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
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
    {
      title: 'A greatest length in the text only',
      bad: `swagger: '2.0'
parameters:
  Key:
    name: «Idempotency-Key»
    in: header
    description: A unique id with a maximum of 64 characters.
    type: string
`,
      good: `swagger: '2.0'
parameters:
  Key:
    name: Idempotency-Key
    in: header
    description: A unique id with a maximum of 64 characters.
    type: string
    maxLength: 64
`,
    },
  ],
  on: ['openapi.parameter'],
  *check(parameter, scope, { longest }) {
    const { name } = parameter;
    const key = name !== undefined && isKeyHeader(parameter) ? keyOf(parameter, scope) : undefined;
    if (name === undefined || key === undefined) return;
    const { schema, isNumber } = key;
    const title = `The idempotency key “${name.value}”`;
    if (isNumber) {
      const message = `${title} is a number, of which two clients soon choose the same. Let it be a text.`;
      yield { span: name.span, message, cause: numericKeys };
      return;
    }
    const said = lengthInText([parameter.description?.value, schema.description?.value]);
    const lack =
      said === undefined
        ? 'has no greatest length. Limit it.'
        : `has its greatest length of ${said} in the text only. Set maxLength.`;
    const isOwn = schema.section === parameter.section && schema.role !== 'component' && isWrittenInPlace(schema);
    const fixes = isOwn ? [limitTo(schema, name.value, said ?? longest)] : [];
    yield { span: name.span, message: `${title} ${lack}`, fixes, cause: endlessKeys };
  },
});

function limitTo({ section, location }: Schema, name: string, value: number): Fix {
  const pointer = [...pointerOf(location), 'maxLength'];
  const change = { kind: 'set', uri: section.uri, pointer, value, after: ['minLength', 'format', 'type'] } as const;
  return { title: `Limit \`${name}\` to ${value} characters`, safety: 'review', changes: [change] };
}

/** “A maximum of 64 characters” */
function lengthInText(texts: readonly (string | undefined)[]): number | undefined {
  const found = texts.map((text) => /(\d{1,5})[ -]?(?:char|byte|symbol|letter)/i.exec(text ?? '')?.[1]);
  const length = Number(found.find((each) => each !== undefined));
  return length > 0 ? length : undefined;
}

interface Key {
  readonly schema: Schema;
  readonly isNumber: boolean;
}

/** Undefined where nothing is wrong, or not all is known. */
function keyOf(parameter: Parameter, scope: Scope): Key | undefined {
  const schema = scope.resolve(parameter.schema);
  if (schema === undefined) return undefined;
  const parts = combinedSchemas(schema, scope);
  const isPlain = parts.every(
    ({ anyOf, oneOf, allOf }) => anyOf.length + oneOf.length === 0 && allOf.every((part) => scope.resolve(part)),
  );
  const types = parts.flatMap((part) => part.types).filter((type) => type !== 'null');
  if (!isPlain || types.length !== 1) return undefined;
  if (types[0] === 'integer' || types[0] === 'number') return { schema, isNumber: true };
  const isBounded = parts.some(
    ({ tree, format, enum: values }) =>
      values !== undefined ||
      /^(?:uuid|guid|ulid|date-time)$/i.test(format?.value ?? '') ||
      ['maxLength', 'pattern'].some((keyword) => findEntry(tree, keyword) !== undefined),
  );
  return types[0] === 'string' && !isBounded ? { schema, isNumber: false } : undefined;
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
