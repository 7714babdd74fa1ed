import { localRule } from '#core/rule.ts';
import { documentationFormats, normalisation } from '#rules/checklist.ts';

/** A safe fix of the root, wherever the operation stands. */
export const tagDeclared = localRule({
  id: 'openapi/tag-declared',
  summary: 'Declare tags.',
  why: 'Their order is that of the documentation.',
  item: documentationFormats,
  references: [],
  severity: 'warning',
  recommended: true,
  examples: [{ title: 'None', bad: 'tags: [«a»]', good: 'tags: [a]' }],
  on: ['openapi.operation'],
  *check(operation, scope) {
    const [document] = scope.roots('openapi.document');
    const declared = scope.roots('openapi.tag').map(({ name }) => name?.value);
    for (const { value, span } of operation.tags) {
      if (declared.includes(value) || document === undefined) continue;
      const { uri } = document.section;
      const changes = [{ kind: 'append', uri, pointer: ['tags'], value: { name: value } }] as const;
      yield {
        span,
        message: `Tag “${value}” is not declared.`,
        fixes: [{ title: 'Declare it', safety: 'safe', changes }],
      };
    }
  },
});

/** A fix that needs a person. */
export const modelNamePascalCase = localRule({
  id: 'prisma/model-name-pascal-case',
  summary: 'Name models in PascalCase.',
  why: 'The client turns model names into types.',
  item: normalisation,
  references: [],
  severity: 'warning',
  recommended: true,
  examples: [{ title: 'A small letter', bad: 'model «user» {\n}', good: 'model User {\n}' }],
  on: ['prisma.model'],
  *check({ name, section }) {
    if (/^[A-Z]/.test(name.value)) return;
    const edit = {
      span: { start: name.span.start, end: name.span.start + 1 },
      newText: name.value.charAt(0).toUpperCase(),
    };
    yield {
      span: name.span,
      message: `Model name “${name.value}” is not PascalCase.`,
      fixes: [{ title: 'Rename it', safety: 'review', changes: [{ kind: 'text', section, edits: [edit] }] }],
    };
  },
});
