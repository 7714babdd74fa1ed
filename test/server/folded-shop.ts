import { pointerOf } from '#core/openapi/view.ts';
import { localRule } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { recommendedRules, ruleInfo } from '../support/test-rule.ts';

/** All operations without a summary have one cause, which is told where the title is. */
export const summaryGiven = localRule({
  ...ruleInfo,
  id: 'openapi/summary-given',
  why: 'Lists of operations show it.',
  item: documentationFormats,
  on: ['openapi.operation'],
  *check({ summary, anchor, path, location, section }, scope) {
    if (summary !== undefined) return;
    const [info] = scope.roots('openapi.info');
    const pointer = [...pointerOf(location), 'summary'];
    yield {
      span: anchor,
      message: `GET ${path} has no summary.`,
      fixes: [
        {
          title: `Give GET ${path} a summary`,
          safety: 'safe',
          changes: [{ kind: 'set', uri: section.uri, pointer, value: 'Said' }],
        },
      ],
      cause: {
        key: '',
        message: (count) => `${count} operations have no summary.`,
        fixTitle: (count) => `Give ${count} operations a summary`,
        ...(info === undefined ? {} : { place: { section: info.section, span: info.anchor } }),
      },
    };
  },
});

export const foldRulebook: Rulebook = { rules: [summaryGiven], presets: [recommendedRules] };

/** Three operations without a summary, the last one in a file of its own. */
export const foldedShop = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /a:
    get: { operationId: a }
  /b:
    get: { operationId: b }
  /c:
    $ref: parts/c.yaml
`;
export const foldedFiles = { 'parts/c.yaml': 'get: { operationId: c }\n' };
