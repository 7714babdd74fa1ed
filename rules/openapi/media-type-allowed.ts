import { isJsonMediaType, mediaTypeEssence } from '#core/openapi/effective/media-type-name.ts';
import { localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { bodyOwner } from '#rules/detectors/openapi/body-owner.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const mediaTypeAllowed = localRule({
  id: 'openapi/media-type-allowed',
  summary: 'Send and answer the media types that a team has agreed on.',
  why: 'Each media type more is one more that all clients, gateways and tests have to know. What a team has agreed on keeps them few.',
  item: documentationFormats,
  references: [rfc(6838), zalando(172)],
  severity: 'warning',
  recommended: false,
  having: ['content'],
  options: {
    request: {
      default: [
        'application/json',
        'application/*+json',
        'multipart/form-data',
        'application/x-www-form-urlencoded',
        'application/octet-stream',
        'image/*',
      ],
      description: 'Media types of requests; `*` stands for any part.',
    },
    response: {
      default: [
        'application/json',
        'application/*+json',
        'application/x-ndjson',
        'application/jsonl',
        'application/octet-stream',
        'application/pdf',
        'application/zip',
        'text/csv',
        'text/event-stream',
        'image/*',
        'audio/*',
        'video/*',
      ],
      description: 'Media types of responses; `*` stands for any part.',
    },
  },
  examples: [
    {
      title: 'XML in an API of JSON',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json: { schema: { type: object } }
          «application/xml»: { schema: { type: object } }
      responses:
        '201': { description: The order. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json: { schema: { type: object } }
      responses:
        '201': { description: The order. }
`,
    },
  ],
  on: ['openapi.request-body', 'openapi.response'],
  *check(body, _scope, options) {
    const allowed = body.kind === 'openapi.request-body' ? options.request : options.response;
    const direction = body.kind === 'openapi.request-body' ? 'request' : 'response';
    for (const { name } of body.content) {
      if (isAllowed(name.value, allowed)) continue;
      const shown = mediaTypeEssence(name.value);
      yield {
        span: name.span,
        message: `The ${direction} body${bodyOwner(body)} is “${shown}”. Use one of the media types that are allowed.`,
        cause: {
          key: `${direction} ${shown}`,
          message: (count) =>
            `${count} ${direction} bodies are “${shown}”, which is not among the media types that are allowed.`,
        },
      };
    }
  },
});

/** A range is told of by another rule; any JSON counts where any is allowed. */
function isAllowed(name: string, allowed: readonly string[]): boolean {
  const essence = mediaTypeEssence(name);
  if (essence.includes('*') || allowed.includes(essence)) return true;
  if (isJsonMediaType(name) && allowed.includes('application/*+json')) return true;
  const [type = ''] = essence.split('/');
  return allowed.includes(`${type}/*`);
}
