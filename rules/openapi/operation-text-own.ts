import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { type Cause, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const operationTextOwn = globalRule({
  id: 'openapi/operation-text-own',
  summary: 'Give each operation a summary of its own.',
  why: 'Two operations of one name in a group cannot be told apart, and mostly one was copied and its text forgotten.',
  item: documentationFormats,
  references: [openApi('Operation Object', 'operation-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A summary that was copied',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get: { summary: List orders }
  /returns:
    get: { summary: «List orders» }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get: { summary: List orders }
  /returns:
    get: { summary: List returns }
`,
    },
  ],
  on: ['openapi.operation'],
  having: ['summary'],
  *gather(operation): Iterable<Fact> {
    const { summary, origin, path, deprecated, method, tags } = operation;
    const text = summary?.value.trim() ?? '';
    if (summary === undefined || text === '' || origin !== 'path' || deprecated?.value === true || method === 'head')
      return;
    yield {
      key: `${tags[0]?.value ?? ''}\n${text.toLowerCase()}`,
      text,
      span: summary.span,
      title: operationTitle(operation),
      site: siteOf(method, path),
    };
  },
  *compare(facts) {
    const firsts = new Map<string, InSection<Fact>>();
    for (const fact of facts) if (!firsts.has(fact.value.site)) firsts.set(fact.value.site, fact);
    const [first, ...others] = [...firsts.values()];
    if (first === undefined) return;
    for (const { section, value } of others) {
      const message = `${value.title} has the summary of ${first.value.title}. Say what is different.`;
      const related = [
        { section: first.section, span: first.value.span, message: `${first.value.title} has it, too.` },
      ];
      yield { section, value: { span: value.span, message, related, cause: causeOf(value.text) } };
    }
  },
});

interface Fact extends Keyed {
  readonly text: string;
  readonly span: Span;
  readonly title: string;
  /** Method and path without its version: `/v1/orders` and `/v2/orders` may be called alike, and so may PUT and PATCH. */
  readonly site: string;
}

function siteOf(method: string, path: string): string {
  const segments = segmentsOf(path).filter((segment) => !/^(?:v\d[\d.]*|api|latest|beta|alpha)$/i.test(segment));
  return [method === 'patch' ? 'put' : method, ...segments].join('/');
}

function causeOf(text: string): Cause {
  return {
    key: text,
    message: (count) => `${count} more operations have the summary “${text}”. Say what is different.`,
  };
}
