import type { MediaType, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { bodyOwner } from '#rules/detectors/openapi/body-owner.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { openApi, rfc } from '#rules/sources.ts';

export const mediaTypeSpecific = localRule({
  id: 'openapi/media-type-specific',
  summary: 'Name the media type of a JSON body, not a range.',
  why: '`*/*` says that the body may be anything: generated clients do not know how to read it, and some treat it as a file or a text.',
  item: documentationFormats,
  references: [openApi('Media Type Object', 'media-type-object'), rfc(9110, '8.3')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'An object that may be of any media type',
      bad: `openapi: 3.0.3
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            «'*/*'»:
              schema:
                $ref: '#/components/schemas/Order'
components:
  schemas:
    Order: { type: object, properties: { id: { type: string } } }
`,
      good: `openapi: 3.0.3
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            'application/json':
              schema:
                $ref: '#/components/schemas/Order'
components:
  schemas:
    Order: { type: object, properties: { id: { type: string } } }
`,
    },
  ],
  on: ['openapi.request-body', 'openapi.response'],
  *check(body, scope) {
    // One beside it tells what is meant.
    const [media, ...others] = body.content;
    if (media === undefined || others.length > 0 || !/^(?:\*|application)\/\*$/.test(media.name.value)) return;
    if (body.context.version === '2.0' || !isStructured(scope.resolve(media.schema), scope)) return;
    const direction = body.kind === 'openapi.request-body' ? 'request' : 'response';
    yield {
      span: media.name.span,
      message: `The ${direction} body${bodyOwner(body)} may be “${media.name.value}”, and has a schema. Say that it is application/json.`,
      fixes: isWrittenInPlace(media) ? [nameJson(media)] : [],
      cause: ranges,
    };
  },
});

const ranges: Cause = {
  key: 'ranges',
  message: (count) =>
    `${count} bodies that may be of any media type are objects or lists. Say that they are application/json.`,
  fixTitle: (count) => `Say of ${count} bodies that they are application/json`,
};

/** An object or a list of such: hardly anything else than JSON. */
function isStructured(schema: Schema | undefined, scope: Pick<Scope, 'resolve'>): boolean {
  if (schema === undefined) return false;
  if (schema.types.includes('array'))
    return schema.items !== undefined && scope.resolve(schema.items)?.format?.value !== 'binary';
  return schema.properties.length > 0 || schema.allOf.length > 0 || schema.types.includes('object');
}

function nameJson(media: MediaType): Fix {
  const { section, location, name } = media;
  const change = { kind: 'rename', uri: section.uri, pointer: pointerOf(location), name: 'application/json' } as const;
  return { title: `Write “application/json” instead of “${name.value}”`, safety: 'review', changes: [change] };
}
