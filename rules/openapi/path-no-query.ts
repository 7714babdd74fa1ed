import { pathEnd } from '#core/openapi/effective/path-template.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { type PathSite, partSpan, pathSite, uniqueSites } from '#rules/detectors/openapi/path-site.ts';
import { openApi } from '#rules/sources.ts';

interface Fact extends Keyed {
  readonly site: PathSite;
  /** The offset of the `?`. */
  readonly at: number;
}

export const pathNoQuery = globalRule({
  id: 'openapi/path-no-query',
  summary: 'Describe the query by parameters, not in the path.',
  why: 'Tools compare paths without their query: what stands behind a `?` is never matched, and generated code sends it encoded.',
  item: validity,
  references: [openApi('Paths Object', 'paths-object'), openApi('Path Templating', 'path-templating')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A query in the path',
      bad: `openapi: 3.1.0
paths:
  /orders«?state={state}»:
    get:
      responses:
        '200': { description: The orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: state, in: query, schema: { type: string } }
      responses:
        '200': { description: The orders. }
`,
    },
    {
      title: 'The same in JSON',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders«?archived»": { "get": {} }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "get": { "parameters": [{ "name": "archived", "in": "query", "type": "boolean" }] }
    }
  }
}
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.reference'],
  *gather(node): Iterable<Fact> {
    const site = pathSite(node);
    const at = site === undefined ? 0 : pathEnd(site.path);
    // What follows a `#` may only tell paths of one template apart.
    if (site?.path[at] === '?') yield { key: 'queries', site, at };
  },
  *compare(facts) {
    for (const { site, at } of uniqueSites(facts.map(({ value }) => value))) {
      const span = partSpan(site, { start: at, end: site.path.length });
      const message = `The path “${site.path}” has a query: queries are described by parameters.`;
      yield { section: site.section, value: { span, message, cause: habit } };
    }
  },
});

const habit = {
  key: 'query',
  message: (count: number) => `${count} paths have a query: queries are described by parameters.`,
};
