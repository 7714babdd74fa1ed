import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { mediaTypeEssence } from '#core/openapi/effective/media-type-name.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, Operation, RequestBody } from '#core/openapi/model.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { owasp, rfc } from '#rules/sources.ts';

export const uploadBounded = localRule({
  id: 'openapi/upload-bounded',
  summary: 'Say how large an upload may be.',
  why: 'Whoever may send files of any size can fill disks and memory; whoever may not finds out after the upload, when nothing says so.',
  item: documentationFormats,
  references: [owasp(4), rfc(9110, '15.5.14')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A file of any size',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}/invoice:
    «put»:
      requestBody:
        content:
          application/pdf: {}
      responses:
        '204': { description: It is stored. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}/invoice:
    put:
      description: Stores the invoice, of 10 MB at most.
      requestBody:
        content:
          application/pdf: {}
      responses:
        '204': { description: It is stored. }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    if (operation.origin !== 'path' || !/^(?:post|put|patch)$/.test(operation.method)) return;
    const body = effectiveRequestBody(operation, scope);
    const media = body?.content.find((each) => takesFile(each, scope));
    if (body === undefined || media === undefined || isBounded(operation, body, media, scope)) return;
    const message = `${operationTitle(operation)} takes a file of any size. Say how large it may be, or set maxLength.`;
    yield { span: operation.anchor, message, cause };
  },
});

const fileTypes = /^(?:image|video|audio|font)\/|^application\/(?:octet-stream|pdf|zip|gzip|x-tar)$/;

function takesFile(media: MediaType, scope: Scope): boolean {
  const name = mediaTypeEssence(media.name.value);
  return fileTypes.test(name) || (name === 'multipart/form-data' && filesIn(media, scope).length > 0);
}

function filesIn({ schema }: MediaType, scope: Scope) {
  if (schema === undefined) return [];
  return propertiesOf(schema, scope).flatMap(({ schema: property }) => {
    const resolved = scope.resolve(property);
    const inner = resolved?.types.includes('array') ? scope.resolve(resolved.items) : resolved;
    const isFile = inner?.format?.value === 'binary' || inner?.types.includes('file') === true;
    const isMedia = inner !== undefined && findEntry(inner.tree, 'contentMediaType') !== undefined;
    return inner !== undefined && (isFile || isMedia) ? [inner] : [];
  });
}

const sizeText =
  /\d\s*(?:bytes?|[kmg]i?b|kilobytes?|megabytes?|gigabytes?)\b|max(?:imum)?\s+(?:file\s+)?size|size\s+limit/i;

function isBounded(operation: Operation, body: RequestBody, media: MediaType, scope: Scope): boolean {
  if (operation.responses.some(({ status }) => status.value === '413')) return true;
  const schemas = [scope.resolve(media.schema), ...filesIn(media, scope)].filter((schema) => schema !== undefined);
  if (schemas.some(({ tree }) => findEntry(tree, 'maxLength') !== undefined)) return true;
  const texts = [operation.description, operation.summary, readProse(body, 'description')];
  return [...texts, ...schemas.map(({ description }) => description)].some((text) => sizeText.test(text?.value ?? ''));
}

const cause: Cause = {
  key: 'unbounded',
  message: (count) => `${count} operations take files of any size. Say how large they may be.`,
};
