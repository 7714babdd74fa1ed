import type { Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { validity } from '#rules/checklist.ts';
import { openApi, openApi32 } from '#rules/sources.ts';

export const pathParameterNameValid = localRule({
  id: 'openapi/path-parameter-name-valid',
  summary: 'Name path parameters without braces.',
  why: 'The braces belong to the template and not to the name: a name with braces is that of no placeholder, and the parameter is never filled.',
  item: validity,
  references: [openApi32('Path Templating', 'path-templating'), openApi('Parameter Object', 'parameter-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A name in braces',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      parameters:
        - name: «'{id}'»
          in: path
          required: true
          schema: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      parameters:
        - name: 'id'
          in: path
          required: true
          schema: { type: string }
`,
    },
  ],
  on: ['openapi.parameter'],
  check(parameter) {
    const { name, in: place } = parameter;
    if (name === undefined || place?.value !== 'path') return none;
    return /[{}]/.test(name.value) ? [braced(parameter, name)] : none;
  },
});

const none: readonly Finding[] = [];

function braced({ section, location }: Parameter, { value, span }: Located<string>): Finding {
  const bare = /^\{([^{}/?#]+)\}$/.exec(value.trim())?.[1]?.trim();
  const pointer = [...pointerOf(location), 'name'];
  const fix: Fix | undefined =
    bare === undefined || bare === ''
      ? undefined
      : {
          title: `Rename the parameter to “${bare}”`,
          safety: 'review',
          changes: [{ kind: 'set', uri: section.uri, pointer, value: bare }],
        };
  return {
    span,
    message: `The path parameter “${value}” has braces in its name. They stand in the path only.`,
    fixes: fix === undefined ? [] : [fix],
  };
}
