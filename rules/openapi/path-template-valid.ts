import { looseBraces } from '#core/openapi/effective/braces.ts';
import { pathEnd, templateExpressions, templateNames } from '#core/openapi/effective/path-template.ts';
import { type Finding, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { validity } from '#rules/checklist.ts';
import { type PathSite, partSpan, pathSite, uniqueSites } from '#rules/detectors/openapi/path-site.ts';
import { openApi } from '#rules/sources.ts';

interface Fact extends Keyed {
  readonly site: PathSite;
}

export const pathTemplateValid = globalRule({
  id: 'openapi/path-template-valid',
  summary: 'Write path templates whose placeholders are whole, named, and there once.',
  why: 'A router cannot match half a placeholder, and a client cannot fill one that has no name or the name of another.',
  item: validity,
  references: [openApi('Path Templating', 'path-templating')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'One name for two placeholders',
      bad: `openapi: 3.1.0
paths:
  /shops/{id}/orders/{«id»}: {}
`,
      good: `openapi: 3.1.0
paths:
  /shops/{shopId}/orders/{id}: {}
`,
    },
    {
      title: 'A brace without its partner',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders/«{»id": {}
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}": {}
  }
}
`,
    },
    {
      title: 'A placeholder without a name',
      bad: `openapi: 3.0.3
paths:
  /orders/«{}»: {}
`,
      good: `openapi: 3.0.3
paths:
  /orders/{id}: {}
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.reference'],
  to: ['openapi.path-item'],
  *gather(node): Iterable<Fact> {
    const site = pathSite(node);
    if (site !== undefined && [...faultsOf(site.path)].length > 0) yield { key: site.path, site };
  },
  *compare(facts) {
    for (const { site } of uniqueSites(facts.map(({ value }) => value)))
      for (const { span, message } of faultsOf(site.path))
        yield { section: site.section, value: { span: partSpan(site, span), message } };
  },
});

/** What is wrong with a path; spans count from its start. */
function* faultsOf(path: string): Iterable<Finding> {
  for (const at of looseBraces(path)) {
    const message = `The path “${path}” has a “${path[at]}” without its partner.`;
    yield { span: { start: at, end: at + 1 }, message };
  }
  for (const { written } of templateExpressions(path)) {
    const { start, end } = written.span;
    const message = `The path “${path}” has a placeholder without a name.`;
    if (written.value.trim() === '') yield { span: { start: start - 1, end: end + 1 }, message };
  }
  for (const { value, span } of repeatedNames(path))
    yield { span, message: `The path “${path}” has the placeholder “{${value}}” twice.` };
}

/** Those behind a `?` are no placeholders of the path. */
function repeatedNames(path: string): readonly { readonly value: string; readonly span: Span }[] {
  const known = new Set<string>();
  const end = pathEnd(path);
  return templateNames(path).filter(({ value, span }) => {
    const isKnown = known.has(value);
    known.add(value);
    return isKnown && span.start < end;
  });
}
