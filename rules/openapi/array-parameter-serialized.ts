import type { Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { lacksField } from '#rules/detectors/openapi/lacks-field.ts';
import { openApi, zalando } from '#rules/sources.ts';

export const arrayParameterSerialized = localRule({
  id: 'openapi/array-parameter-serialized',
  summary: 'Say how the items of a parameter are put into one text.',
  why: 'Whether a list is sent as `a=1&a=2` or as `a=1,2` follows from defaults that differ by place and version, and that hardly anybody knows by heart.',
  item: documentationFormats,
  references: [openApi('Parameter Object', 'parameter-object'), zalando(154)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A list in the query',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: «states»
          in: query
          schema:
            type: array
            items: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: states
          in: query
          style: form
          explode: true
          schema:
            type: array
            items: { type: string }
`,
    },
    {
      title: 'A list of 2.0',
      bad: `{
  "swagger": "2.0",
  "parameters": {
    "ids": { "name": «"ids"», "in": "path", "required": true, "type": "array", "items": { "type": "string" } }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "parameters": {
    "ids": { "name": "ids", "in": "path", "required": true, "type": "array", "items": { "type": "string" }, "collectionFormat": "csv" }
  }
}
`,
    },
  ],
  on: ['openapi.parameter'],
  *check(parameter, scope) {
    const { name, in: place, schema, tree, context } = parameter;
    if (name === undefined || place === undefined || schema === undefined) return;
    if (scope.resolve(schema)?.types.includes('array') !== true) return;
    const fields = context.version === '2.0' ? ['collectionFormat'] : ['style', 'explode'];
    const missing = fields.filter((field) => lacksField(tree, field));
    // A header has one style, which is not to be exploded.
    if (missing.length === 0 || (place.value === 'header' && context.version !== '2.0')) return;
    const message = `Nothing says how the list “${name.value}” is sent. Write ${missing.join(' and ')}.`;
    yield { span: name.span, message, fixes: state(parameter, place.value, name.value, missing), cause };
  },
});

/** What is written counts without it, too (OpenAPI 3.x “style”, “explode”; 2.0 “collectionFormat”). */
function state(
  { section, location, tree }: Parameter,
  place: string,
  name: string,
  missing: readonly string[],
): readonly Fix[] {
  const isForm = place === 'query' || place === 'cookie';
  const own = tree.kind === 'map' ? tree.entries.find(({ key }) => key.value === 'style')?.value : undefined;
  const style = own?.kind === 'scalar' ? String(own.value) : isForm ? 'form' : 'simple';
  const values: { readonly [field: string]: string | boolean } = {
    collectionFormat: 'csv',
    style,
    explode: style === 'form',
  };
  const [first, ...others] = missing.map((field): TreeChange => {
    const pointer = [...pointerOf(location), field];
    return {
      kind: 'set',
      uri: section.uri,
      pointer,
      value: values[field] ?? '',
      before: ['explode', 'schema'],
      after: ['style'],
    };
  });
  const title = `Write how the list “${name}” is sent by default`;
  return first === undefined ? [] : [{ title, safety: 'safe', changes: [first, ...others] }];
}

const cause: Cause = {
  key: 'unstated',
  message: (count) => `Nothing says how ${count} lists are sent as parameters. Write style and explode.`,
  fixTitle: (count) => `Write how ${count} lists are sent by default`,
};
