import { localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { zalando } from '#rules/sources.ts';

export const documentYaml = localRule({
  id: 'openapi/document-yaml',
  summary: 'Write descriptions in YAML.',
  why: 'One language for all descriptions keeps differences small and lets people comment; JSON is for tools.',
  item: documentationFormats,
  references: [zalando(101)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A description in JSON',
      bad: { 'openapi.json': `{\n  "openapi": «"3.1.0"»,\n  "info": { "title": "Orders", "version": "1" }\n}\n` },
      good: { 'openapi.yaml': `openapi: 3.1.0\ninfo: { title: Orders, version: '1' }\n` },
    },
  ],
  on: ['openapi.document'],
  *check({ section, versionText }) {
    if (section.language !== 'json') return;
    const file = section.uri.slice(section.uri.lastIndexOf('/') + 1);
    yield { span: versionText.span, message: `“${file}” is written in JSON. Write it in YAML.` };
  },
});
