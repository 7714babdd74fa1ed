import { isJsonMediaType, isJsonPatch } from '#core/openapi/effective/media-type-name.ts';
import { combinedSchemas } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { bodyOwner } from '#rules/detectors/openapi/body-owner.ts';
import { zalando } from '#rules/sources.ts';

export const requestBodyObject = localRule({
  id: 'openapi/request-body-object',
  summary: 'Take JSON bodies as objects, so that they can grow.',
  why: 'A list or a bare value has no place for a second thing: an option, a reason, a version. An object takes it later without a new path.',
  item: documentationFormats,
  references: [zalando(110)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A bare list',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}/tags:
    put:
      requestBody:
        content:
          «application/json»:
            schema: { type: array, items: { type: string } }
      responses:
        '204': { description: The order has these tags. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}/tags:
    put:
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { tags: { type: array, items: { type: string } } } }
      responses:
        '204': { description: The order has these tags. }
`,
    },
  ],
  on: ['openapi.request-body'],
  *check(body, scope) {
    // A JSON Patch is a list by its specification (RFC 6902).
    const media = body.content.find(({ name }) => isJsonMediaType(name.value) && !isJsonPatch(name.value));
    const type = media?.schema && bareType(scope.resolve(media.schema), scope);
    if (media === undefined || type === undefined) return;
    yield {
      span: media.name.span,
      section: media.section,
      message: `The request body${bodyOwner(body)} is ${type}. Take an object, so that it can grow.`,
      cause: bare,
    };
  },
});

const bare: Cause = {
  key: 'bare',
  message: (count) => `${count} request bodies are lists or bare values. Take objects, so that they can grow.`,
};

/** `a list`, `a string`; undefined for what is an object, or may be one. */
function bareType(schema: Schema | undefined, scope: Pick<Scope, 'resolve'>): string | undefined {
  if (schema === undefined || schema.oneOf.length + schema.anyOf.length > 0) return undefined;
  const types = new Set(combinedSchemas(schema, scope).flatMap((part) => part.types));
  types.delete('null');
  const [type] = types;
  if (type === undefined || types.size > 1 || type === 'object' || schema.format?.value === 'binary') return undefined;
  return type === 'array' ? 'a list' : type === 'integer' ? 'an integer' : `a ${type}`;
}
