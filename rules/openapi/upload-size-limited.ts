import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { requestContents } from '#rules/checklist.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { endlessUpload, type Upload } from '#rules/detectors/openapi/upload.ts';
import { limited } from '#rules/fixes/openapi/limited.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { owasp, rfc } from '#rules/sources.ts';

export const uploadSizeLimited = localRule({
  id: 'openapi/upload-size-limited',
  summary: 'Say how large an upload may be.',
  why: 'Whoever may send files of any size fills disks and memory, and a client that is not told the limit learns it after minutes of sending.',
  item: requestContents,
  references: [owasp(4), rfc(9110, '15.5.14')],
  severity: 'info',
  recommended: false,
  options: {
    maximum: { default: 10_485_760, description: 'The number of bytes that the fix allows.' },
  },
  examples: [
    {
      title: 'A file in a form',
      bad: `openapi: 3.0.3
paths:
  /files:
    «post»:
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                file: { type: string, format: binary }
      responses: {}
`,
      good: `openapi: 3.0.3
paths:
  /files:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                file: { type: string, format: binary, maxLength: 10485760 }
      responses: {}
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope, { maximum }) {
    const upload = endlessUpload(operation, scope);
    if (upload === undefined) return;
    const file = upload.name === undefined ? 'a file' : `the file “${upload.name}”`;
    yield {
      span: operation.anchor,
      message: `${operationTitle(operation)} takes ${file} of any size: set \`maxLength\`, or document 413.`,
      fixes: allow(upload, maximum),
      cause,
    };
  },
});

const cause: Cause = {
  key: 'uploads',
  message: (count) => `${count} operations take files of any size: set \`maxLength\`, or document 413.`,
  fixTitle: (count) => `Limit the size of the files of ${count} operations`,
};

/** A file of 2.0 is no string, and what has no type at all is not known to be one. */
function allow({ schema, name }: Upload, maximum: number): readonly Fix[] {
  if (schema === undefined || soleType(schema) !== 'string' || schema.context.version === '2.0') return [];
  const site = { uri: schema.section.uri, pointer: pointerOf(schema.location) };
  const title = `Limit ${name === undefined ? 'the file' : `“${name}”`} to ${maximum} bytes`;
  return [limited(site, title, { maxLength: maximum })];
}
