import { localRule } from '#core/rule.ts';
import { secrets } from '#rules/checklist.ts';
import { blankedKey, publishedKeys } from '#rules/detectors/openapi/published-keys.ts';
import { owasp } from '#rules/sources.ts';

export const keyUnpublished = localRule({
  id: 'openapi/key-unpublished',
  summary: 'Publish no keys that work.',
  why: 'A description is copied to portals, clients and repositories. Programs look for keys there all the time, and use them within minutes.',
  item: secrets,
  references: [owasp(2), owasp(8)],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A key from a real call',
      bad: `openapi: 3.1.0
components:
  schemas:
    Bucket:
      type: object
      properties:
        accessKey:
          type: string
          example: «AKIAQ4ZTN7KD2MVP3XWB»
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Bucket:
      type: object
      properties:
        accessKey:
          type: string
          example: AKIAXXXXXXXXXXXXXXXX
`,
    },
  ],
  on: ['openapi.written'],
  *check({ section }) {
    for (const { name, value, span } of publishedKeys(section.text)) {
      yield {
        span,
        message: `“${value.slice(0, 8)}…” looks like ${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name} that works: revoke it, and write a placeholder.`,
        fixes: [
          {
            title: `Blank out the ${name}`,
            safety: 'review',
            changes: [{ kind: 'text', section, edits: [{ span, newText: blankedKey(value) }] }],
          },
        ],
      };
    }
  },
});
