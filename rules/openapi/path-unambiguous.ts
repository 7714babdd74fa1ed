import { erasedTemplate, segmentsOf } from '#core/openapi/effective/path-template.ts';
import { type Cause, globalRule } from '#core/rule.ts';
import { pathTemplates } from '#rules/checklist.ts';
import { type PathSite, pathItemAt, pathSite, uniqueSites } from '#rules/detectors/openapi/path-site.ts';
import { canBeToldApart, type PathValues, pathValues } from '#rules/detectors/openapi/path-values.ts';
import { openApi } from '#rules/sources.ts';

interface Fact {
  readonly key: string;
  readonly site: PathSite;
  readonly values: PathValues;
}

export const pathUnambiguous = globalRule({
  id: 'openapi/path-unambiguous',
  summary: 'Write each path template once.',
  why: 'Two templates that differ only in their parameter names match the same requests; which of them answers is left to the router.',
  item: pathTemplates,
  references: [openApi('Path Templating', 'path-templating'), openApi('Paths Object', 'paths-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'One path under two names',
      bad: `openapi: 3.1.0
paths:
  /users/{id}:
    get: {}
  «/users/{userId}»:
    delete: {}
`,
      good: `openapi: 3.1.0
paths:
  /users/{id}:
    get: {}
    delete: {}
`,
    },
    {
      title: 'The same in JSON',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/users/{id}/orders": {},
    «"/users/{user}/orders"»: {}
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/users/{id}/orders": {},
    "/users/me/orders": {}
  }
}
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.reference'],
  to: ['openapi.path-item'],
  *gather(node, scope): Iterable<Fact> {
    const site = pathSite(node);
    const item = site && pathItemAt(node, scope);
    // What is not read may say how its parameters differ.
    if (site === undefined || item === undefined) return;
    yield { key: erasedTemplate(site.path), site, values: pathValues(site.path, item, scope) };
  },
  *compare(facts) {
    const told: Fact[] = [];
    for (const { site, values } of uniqueSites(facts.map(({ value }) => value))) {
      const other = told.find((earlier) => !canBeToldApart(earlier.values, values));
      told.push({ key: '', site, values });
      if (other === undefined) continue;
      const { section, span, path } = other.site;
      const message = `The paths “${site.path}” and “${path}” cannot be told apart: they match the same requests. Keep one of them, or part them by a fixed segment.`;
      const related = [{ section, span, message: `“${path}” matches the same requests.` }];
      yield { section: site.section, value: { span: site.span, message, related, cause: sameNames(site.path, path) } };
    }
  },
});

/** `/orders/{id}/files/{name}` beside `/orders/{id}/files/{fileId}`, and the same for invoices, is one decision. */
function sameNames(path: string, other: string): Cause {
  const segments = segmentsOf(other);
  const pairs = segmentsOf(path).flatMap((segment, index) => {
    const twin = segments[index] ?? '';
    return twin === segment ? [] : [`“${segment}” and “${twin}”`];
  });
  const names = pairs.join(', ');
  return {
    key: names,
    message: (count) =>
      `${count} paths cannot be told apart from others that differ only in ${names}: keep one of each, or part them by a fixed segment.`,
  };
}
