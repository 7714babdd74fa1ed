import { type Cause, localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const booleanParameterPrefixed = localRule({
  id: 'openapi/boolean-parameter-prefixed',
  summary: 'Begin the names of boolean parameters with is or has.',
  why: 'A question shows at a glance that the answer is true or false: `archived` may as well be a date.',
  item: documentationFormats,
  references: [openApi('Parameter Object', 'parameter-object')],
  severity: 'info',
  recommended: false,
  options: {
    prefixes: { default: ['is', 'has'], description: 'The words, in lower case, that such a name may begin with.' },
  },
  examples: [
    {
      title: 'No question',
      bad: `openapi: 3.1.0
components:
  parameters:
    archived:
      name: «archived»
      in: query
      schema: { type: boolean }
`,
      good: `openapi: 3.1.0
components:
  parameters:
    archived:
      name: isArchived
      in: query
      schema: { type: boolean }
`,
    },
  ],
  on: ['openapi.parameter'],
  *check({ name, in: place, schema }, scope, { prefixes }) {
    if (name === undefined || place?.value === 'header') return;
    const [first = ''] = wordsOf(name.value);
    if (prefixes.includes(first) || scope.resolve(schema)?.types.join() !== 'boolean') return;
    const message = `The boolean parameter “${name.value}” does not read as a question. Begin it with “${prefixes.join('” or “')}”.`;
    yield { span: name.span, message, cause };
  },
});

const cause: Cause = {
  key: 'prefix',
  message: (count) => `The names of ${count} boolean parameters do not read as questions.`,
};
