import type { Parameter, SecurityScheme } from '#core/openapi/model.ts';
import { hasKeyForm } from '#core/openapi/spec/text-forms.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { validity } from '#rules/checklist.ts';
import { meantKey } from '#rules/detectors/openapi/meant-form.ts';
import { openApi, rfc } from '#rules/sources.ts';
import { keyFormWords } from '#rules/words/form-words.ts';

export const headerNameValid = localRule({
  id: 'openapi/header-name-valid',
  summary: 'Give header parameters names that headers can have.',
  why: 'The name of a header is a token: with a blank, a colon or brackets in it no client can send it, and servers answer 400.',
  item: validity,
  references: [rfc(9110, '5.1'), rfc(9110, '5.6.2'), openApi('Parameter Object', 'parameter-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A name with a blank',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: «Request Id»
          in: header
          schema: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: Request-Id
          in: header
          schema: { type: string }
`,
    },
    {
      title: 'A colon that belongs to the line, not to the name',
      bad: `{
  "swagger": "2.0",
  "paths": {},
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": «"X-Api-Key:"» }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {},
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": "X-Api-Key" }
  }
}
`,
    },
  ],
  on: ['openapi.parameter', 'openapi.security-scheme'],
  check(view) {
    const name = headerName(view);
    return name === undefined || hasKeyForm(name.value, 'header') ? none : [wrongName(view, name)];
  },
});

const none: readonly Finding[] = [];

/** The header that is named here; of schemes only API keys have one. */
function headerName(view: Parameter | SecurityScheme): Located<string> | undefined {
  if (view.in?.value !== 'header') return undefined;
  if (view.kind === 'openapi.parameter') return view.name;
  return view.type?.value === 'apiKey' ? view.parameterName : undefined;
}

function wrongName({ section, location }: Parameter | SecurityScheme, { value, span }: Located<string>): Finding {
  const meant = meantKey(value, 'header');
  const pointer = [...pointerOf(location), 'name'];
  const fix: Fix | undefined =
    meant === undefined
      ? undefined
      : {
          title: `Rename the header “${value}” to “${meant}”`,
          safety: 'review',
          changes: [{ kind: 'set', uri: section.uri, pointer, value: meant }],
        };
  return {
    span,
    message: `“${value}” ${keyFormWords('header')}.`,
    fixes: fix === undefined ? [] : [fix],
    cause: {
      key: value,
      message: (count) => `“${value}” ${keyFormWords('header')}, and stands in ${count} places.`,
      ...(fix && { fixTitle: (count: number) => `${fix.title}, ${count} times` }),
    },
  };
}
