import { localRule } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { pathTemplates as operationIds } from '#rules/checklist.ts';
import { modelNamePascalCase, tagDeclared } from '../support/fixing-rules.ts';

/** An error with a safe fix, by text. */
const lowerCaseOperationId = localRule({
  id: 'openapi/operation-id-lower-case',
  summary: 'Begin operation ids with a small letter.',
  why: 'Client generators turn operation ids into method names.',
  item: operationIds,
  references: [{ title: 'A source', url: 'https://example.com/source' }],
  severity: 'error',
  recommended: true,
  options: { exempt: { default: ['Legacy'], description: 'Ids that stay as they are.' } },
  examples: [{ title: 'A capital', bad: 'operationId: «List»', good: 'operationId: list' }],
  on: ['openapi.operation'],
  *check({ operationId, section }, _scope, { exempt }) {
    if (operationId === undefined || !/^[A-Z]/.test(operationId.value) || exempt.includes(operationId.value)) return;
    const { span, value } = operationId;
    const start = section.text.indexOf(value, span.start);
    const edit = { span: { start, end: start + 1 }, newText: value.charAt(0).toLowerCase() };
    yield {
      span,
      message: `Operation id “${value}” begins with a capital.`,
      fixes: [
        { title: 'Begin it with a small letter', safety: 'safe', changes: [{ kind: 'text', section, edits: [edit] }] },
      ],
    };
  },
});

/** Off unless everything is on. */
const titleShort = localRule({
  id: 'openapi/title-short',
  summary: 'Keep titles short.',
  why: 'They stand in narrow columns.',
  item: operationIds,
  references: [],
  severity: 'info',
  recommended: false,
  examples: [{ title: 'Long', bad: 'info:\n  title: «A very long title»', good: 'info:\n  title: Short' }],
  on: ['openapi.info'],
  *check({ title }) {
    if (title !== undefined && title.value.length > 5) yield { span: title.span, message: 'The title is long.' };
  },
});

export const testRulebook: Rulebook = {
  rules: [lowerCaseOperationId, modelNamePascalCase, tagDeclared, titleShort],
  presets: [
    { name: 'recommended', description: 'The usual.', base: 'recommended', rules: {} },
    { name: 'strict', description: 'All.', base: 'all', rules: {} },
  ],
};
