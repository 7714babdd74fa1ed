import { isJsonMediaType, isProblemMediaType } from '#core/openapi/effective/media-type-name.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, Response } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { hasExample, writeExample } from '#rules/detectors/openapi/body-example.ts';
import { sharedName } from '#rules/detectors/openapi/shared-name.ts';
import { exampleValue } from '#rules/fixes/openapi/example-value.ts';
import { openApi, rfc } from '#rules/sources.ts';
import { reasonPhrases } from '#rules/words/reason-phrases.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const errorExampleProvided = localRule({
  id: 'openapi/error-example-provided',
  summary: 'Give errors an example.',
  why: 'What an error looks like is what clients test last and need first: one real body shows which code to look for and what the detail says.',
  item: documentationFormats,
  references: [openApi('Media Type Object', 'media-type-object'), rfc(9457, '3')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A problem without an example',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '409':
          description: It is there already.
          content:
            «application/problem+json»:
              schema:
                type: object
                properties:
                  title: { type: string }
                  status: { type: integer }
                  detail: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '409':
          description: It is there already.
          content:
            application/problem+json:
              schema:
                type: object
                properties:
                  title: { type: string }
                  status: { type: integer }
                  detail: { type: string }
              example:
                title: Conflict
                status: 409
                detail: It is there already.
`,
    },
  ],
  on: ['openapi.response'],
  having: ['content', 'schema'],
  *check(response, scope) {
    const key = sharedName(response);
    const code = /^[45]\d\d$/.test(key) ? Number(key) : undefined;
    if (code === undefined && !isNamedError(key, response)) return;
    const media = response.content.find(({ name }) => isJsonMediaType(name.value));
    if (media?.schema === undefined || scope.resolve(media.schema) === undefined || hasExample(media, scope)) return;
    const name = code === undefined ? `The response “${key}”` : `The ${code} response`;
    const message = `${name}${ofWhat(response)} has no example. Show one body.`;
    yield { span: media.name.span, message, fixes: show(response, media, code, scope), cause };
  },
});

/** A shared response says by its media type, or by its name, that it is an error. */
function isNamedError(name: string, { content }: Response): boolean {
  if (name === 'default' || content.some((media) => isProblemMediaType(media.name.value))) return true;
  return /error|problem|not_?found|conflict|unauthori|forbidden|bad_?request|unprocessable/i.test(name);
}

/** ` of POST /orders`; empty for a shared response. */
function ofWhat({ location }: Response): string {
  const [group, path = '', method = ''] = pointerOf(location);
  return group === 'paths' ? ` of ${method.toUpperCase()} ${path}` : '';
}

/** What tells of the status is that of the response, and its message what the response is described by; none where a text is left that nobody knows. */
function show(response: Response, media: MediaType, code: number | undefined, scope: Scope): readonly Fix[] {
  const made = media.schema && exampleValue(media.schema, scope);
  if (media.schema === undefined || !isMap(made)) return [];
  const types = new Map(
    propertiesOf(media.schema, scope).map(({ name, schema }) => [name.value, scope.resolve(schema)]),
  );
  const phrase = titleCase(reasonPhrases.get(String(code)) ?? '');
  const [line = ''] = (response.description?.value ?? '').trim().split('\n');
  const told = Object.entries(made).map(([name, value]) => {
    if (types.get(name)?.enum !== undefined) return [name, value] as const;
    if (name === 'status' && typeof value === 'number') return [name, code ?? (value < 100 ? unknown : value)] as const;
    if (value !== unknown) return [name, value] as const;
    const isTitle = name === 'title' && phrase !== '';
    return [name, isTitle ? phrase : messageNames.has(foldedName(name)) ? line || phrase || unknown : unknown] as const;
  });
  if (told.some(([, value]) => value === unknown)) return [];
  const change = writeExample(response, media, Object.fromEntries(told));
  return [{ title: 'Write an example from the schema', safety: 'review', changes: [change] }];
}

/** What is made up for a text. */
const unknown = 'string';
const messageNames = wordSet('message msg detail details error errormessage errordescription description reason title');

function titleCase(phrase: string): string {
  return phrase.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

const cause: Cause = {
  key: 'bare',
  message: (count) => `${count} errors have no example. Show one body of each.`,
  fixTitle: (count) => `Write ${count} examples of errors from their schemas`,
};
