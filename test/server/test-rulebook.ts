import { pointerOf } from '#core/openapi/view.ts';
import { localRule } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { documentationFormats, pathTemplates } from '#rules/checklist.ts';
import { modelNamePascalCase, tagDeclared } from '../support/fixing-rules.ts';

/** An error with a safe fix by text. */
const titleCapitalised = localRule({
  id: 'openapi/title-capitalised',
  summary: 'Begin titles with a capital.',
  why: 'Titles stand at the top of documentation.',
  item: documentationFormats,
  references: [{ title: 'A source', url: 'https://example.com/source' }],
  severity: 'error',
  recommended: true,
  examples: [{ title: 'A small letter', bad: 'info:\n  title: «shop»', good: 'info:\n  title: Shop' }],
  on: ['openapi.info'],
  *check({ title, section }) {
    const first = title?.value.charAt(0) ?? '';
    if (title === undefined || first === first.toUpperCase()) return;
    const start = section.text.indexOf(title.value, title.span.start);
    const edit = { span: { start, end: start + 1 }, newText: first.toUpperCase() };
    yield {
      span: title.span,
      message: `The title “${title.value}” begins with a small letter.`,
      fixes: [
        { title: 'Begin it with a capital', safety: 'safe', changes: [{ kind: 'text', section, edits: [edit] }] },
      ],
    };
  },
});

/** A safe fix that touches the same text as that of the rule above. */
const titleWithoutArticle = localRule({
  id: 'openapi/title-without-article',
  summary: 'Begin titles with the name itself.',
  why: 'They are sorted by it.',
  item: documentationFormats,
  references: [],
  severity: 'info',
  recommended: true,
  examples: [{ title: 'An article', bad: 'info:\n  title: «The Shop»', good: 'info:\n  title: Shop' }],
  on: ['openapi.info'],
  *check({ title, section }) {
    if (title === undefined || !/^the /i.test(title.value)) return;
    const start = section.text.indexOf(title.value, title.span.start);
    const edit = { span: { start, end: start + 'the '.length }, newText: '' };
    yield {
      span: title.span,
      message: `The title “${title.value}” begins with an article.`,
      fixes: [{ title: 'Leave it out', safety: 'safe', changes: [{ kind: 'text', section, edits: [edit] }] }],
    };
  },
});

/** A warning with a safe fix by value; several of them in most files. */
const operationSummary = localRule({
  id: 'openapi/operation-summary',
  summary: 'Give operations a summary.',
  why: 'Lists of operations show it.',
  item: pathTemplates,
  references: [],
  severity: 'warning',
  recommended: true,
  examples: [{ title: 'None', bad: 'get: {}', good: 'get:\n  summary: Lists users' }],
  on: ['openapi.operation'],
  *check(operation) {
    if (operation.summary !== undefined) return;
    const pointer = [...pointerOf(operation.location), 'summary'];
    const value = `${operation.method} ${operation.path}`;
    yield {
      span: operation.anchor,
      message: `${operation.method.toUpperCase()} ${operation.path} has no summary.`,
      fixes: [
        {
          title: 'Add a summary',
          safety: 'safe',
          changes: [{ kind: 'set', uri: operation.section.uri, pointer, value }],
        },
      ],
      related: [{ section: operation.section, span: operation.pathItem.anchor, message: 'The path' }],
    };
  },
});

/** Seen in files that descriptions share. */
const propertyDescribed = localRule({
  id: 'openapi/property-described',
  summary: 'Describe properties.',
  why: 'Names alone mislead.',
  item: documentationFormats,
  references: [],
  severity: 'info',
  recommended: true,
  examples: [{ title: 'None', bad: 'name: {}', good: 'name:\n  description: The full name' }],
  on: ['openapi.schema'],
  *check({ role, name, description, anchor }) {
    if (role !== 'property' || description !== undefined) return;
    yield { span: anchor, message: `The property “${name?.value}” is not described.` };
  },
});

/** A few rules that show every way a finding travels to the editor. */
export const testRulebook: Rulebook = {
  rules: [titleCapitalised, titleWithoutArticle, operationSummary, propertyDescribed, modelNamePascalCase, tagDeclared],
  presets: [
    { name: 'recommended', description: 'The usual.', base: 'recommended', rules: {} },
    {
      name: 'quiet',
      description: 'Only titles.',
      base: 'recommended',
      rules: { 'openapi/operation-summary': { severity: 'off' } },
    },
  ],
};
