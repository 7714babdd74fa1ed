import type { OpenApiVersion, Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import { findString } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const styleForLocation = localRule({
  id: 'openapi/style-for-location',
  summary: 'Write parameters in a style that exists where they are sent.',
  why: 'Each place has its own ways to write lists and objects. With one from elsewhere nobody knows what to send.',
  item: validity,
  references: [openApi('Style Values', 'style-values'), openApi('Parameter Object', 'parameter-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A style of queries in a path',
      bad: `openapi: 3.1.0
paths:
  /orders/{ids}:
    get:
      parameters:
        - name: ids
          in: path
          required: true
          style: «form»
          schema: { type: array, items: { type: string } }
      responses:
        '200': { description: The orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{ids}:
    get:
      parameters:
        - name: ids
          in: path
          required: true
          schema: { type: array, items: { type: string } }
      responses:
        '200': { description: The orders. }
`,
    },
    {
      title: '2.0: several values of one name in a header',
      bad: `{
  "swagger": "2.0",
  "paths": {},
  "parameters": {
    "Tags": {
      "name": "X-Tags",
      "in": "header",
      "type": "array",
      "items": { "type": "string" },
      "collectionFormat": «"multi"»
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {},
  "parameters": {
    "Tags": {
      "name": "X-Tags",
      "in": "header",
      "type": "array",
      "items": { "type": "string" }
    }
  }
}
`,
    },
    {
      title: '2.0: a file that is not in a form',
      bad: `swagger: '2.0'
paths:
  /files:
    post:
      parameters:
        - { name: file, in: query, type: «file» }
      responses:
        '201': { description: Stored. }
`,
      good: `swagger: '2.0'
paths:
  /files:
    post:
      consumes: [multipart/form-data]
      parameters:
        - { name: file, in: formData, type: file }
      responses:
        '201': { description: Stored. }
`,
    },
  ],
  on: ['openapi.parameter'],
  *check(parameter) {
    const { in: place, context } = parameter;
    if (place === undefined) return;
    if (context.version === '2.0') yield* in20(parameter, place.value);
    else yield* wrongStyle(parameter, place.value, context.version);
  },
});

/** The styles there are in each place, the usual one first. */
const styles: Readonly<Record<string, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** 3.2 only. */
const cookieStyle = 'cookie';
const allStyles = new Set([...Object.values(styles).flat(), cookieStyle]);

function* wrongStyle(parameter: Parameter, place: string, version: OpenApiVersion): Iterable<Finding> {
  const style = findString(parameter.tree, 'style');
  const known = styles[place];
  // What is no style at all is no matter of the place.
  if (style === undefined || known === undefined || !allStyles.has(style.value)) return;
  const allowed = place === 'cookie' && version === '3.2' ? [...known, cookieStyle] : known;
  if (allowed.includes(style.value) || (style.value === cookieStyle && version !== '3.2')) return;
  const named = allowed.map((each) => `“${each}”`).join(', ');
  yield {
    span: style.span,
    message: `The ${place} parameter “${nameOf(parameter)}” has the style “${style.value}”: there is only ${named}.`,
    fixes: [remove(parameter, 'style', allowed[0] ?? '')],
  };
}

function* in20(parameter: Parameter, place: string): Iterable<Finding> {
  const [format, type] = ['collectionFormat', 'type'].map((key) => findString(parameter.tree, key));
  if (format?.value === 'multi' && (place === 'path' || place === 'header')) {
    const message = `The ${place} parameter “${nameOf(parameter)}” has the collection format “multi”, which is only for queries and forms.`;
    yield { span: format.span, message, fixes: [remove(parameter, 'collectionFormat', 'csv')] };
  }
  if (type?.value === 'file' && ['query', 'path', 'header'].includes(place)) {
    const message = `The ${place} parameter “${nameOf(parameter)}” is a file: files are sent in forms only.`;
    yield { span: type.span, message };
  }
}

/** Without the field the usual one holds. */
function remove({ section, location }: Parameter, field: string, usual: string): Fix {
  const change = { kind: 'remove', uri: section.uri, pointer: [...pointerOf(location), field] } as const;
  return { title: `Remove “${field}”, so that “${usual}” holds`, safety: 'review', changes: [change] };
}

function nameOf({ name }: Parameter): string {
  return name?.value ?? '';
}
