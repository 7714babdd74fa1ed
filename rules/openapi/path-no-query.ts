import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { erasedTemplate, pathEnd } from '#core/openapi/effective/path-template.ts';
import type { PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { listedParameters } from '#rules/detectors/openapi/listed-parameters.ts';
import { isWhole } from '#rules/detectors/openapi/path-parameters.ts';
import { type PathSite, partSpan, pathSite, uniqueSites } from '#rules/detectors/openapi/path-site.ts';
import { openApi } from '#rules/sources.ts';

interface Fact extends Keyed {
  readonly site: PathSite;
  /** The offset of the `?`. */
  readonly at: number;
  /** The path parameters that belong to the query, where all of it is told by parameters. */
  readonly moved: readonly MovedParameter[] | undefined;
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
      parameters:
        - { name: state, in: path, required: true, schema: { type: string } }
      responses:
        '200': { description: The orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: state, in: query, required: true, schema: { type: string } }
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
  to: ['openapi.path-item'],
  *gather(node, scope): Iterable<Fact> {
    const site = pathSite(node);
    const at = site === undefined ? 0 : pathEnd(site.path);
    // What follows a `#` may only tell paths of one template apart.
    if (site?.path[at] !== '?') return;
    const base = site.path.slice(0, at);
    const isTaken = scope.find('openapi.path-item', erasedTemplate(base)) !== undefined;
    const moved = node.kind === 'openapi.path-item' && !isTaken ? movedParameters(node, scope) : undefined;
    yield { key: 'queries', site, at, moved };
  },
  *compare(facts) {
    const sites = uniqueSites(facts.map(({ value }) => value));
    const known = new Set<string>();
    const shared = new Set<string>();
    for (const fact of sites) (known.has(baseOf(fact)) ? shared : known).add(baseOf(fact));
    for (const fact of sites) {
      const { site, at, moved } = fact;
      const span = partSpan(site, { start: at, end: site.path.length });
      const message = `The path “${site.path}” has a query: queries are described by parameters.`;
      const isAlone = at > 0 && !shared.has(baseOf(fact));
      const fixes = moved !== undefined && isAlone ? [moveQuery(site, site.path.slice(0, at), moved)] : [];
      yield { section: site.section, value: { span, message, fixes, cause: habit } };
    }
  },
});

/** The path without its query, and without the names of its parameters. */
function baseOf({ site, at }: Fact): string {
  return erasedTemplate(site.path.slice(0, at));
}

const habit = {
  key: 'query',
  message: (count: number) => `${count} paths have a query: queries are described by parameters.`,
  fixTitle: (count: number) => `Rename ${count} paths to what stands before their query`,
};

/** A path parameter that stands in the query, and what it is called there. */
interface MovedParameter {
  readonly pointer: readonly string[];
  readonly uri: string;
  readonly name: string;
}

/** Undefined where a part of the query is no parameter, or is declared elsewhere or not at all. */
function movedParameters(pathItem: PathItem, scope: Scope): readonly MovedParameter[] | undefined {
  const path = pathItem.path.value;
  const names = queryNames(path.slice(pathEnd(path) + 1));
  const owners = [pathItem, ...pathItem.operations];
  if (names === undefined || pathItem.reference !== undefined || !isWhole(pathItem)) return undefined;
  const moved: MovedParameter[] = [];
  for (const owner of owners)
    for (const { site, parameter } of listedParameters(owner, scope)) {
      const name = names.get(parameter?.name?.value ?? '');
      if (parameter?.in?.value !== 'path' || name === undefined) continue;
      if (site.kind === 'openapi.reference') return undefined;
      moved.push({ pointer: pointerOf(site.location), uri: site.section.uri, name });
    }
  const isDeclared = pathItem.operations.every((operation) => {
    const known = effectiveParameters(operation, scope).map((parameter) => parameter.name?.value);
    return [...names].every(([bare, name]) => known.includes(bare) || known.includes(name));
  });
  return isDeclared ? moved : undefined;
}

/** What each parameter of a query is called there, by the name in braces; undefined where something else stands there. */
function queryNames(query: string): ReadonlyMap<string, string> | undefined {
  const names = new Map<string, string>();
  for (const part of query.split('&')) {
    const [, name = '', bare = ''] = /^([\w.[\]-]+)=\{([\w.-]+)\}$/.exec(part) ?? [];
    if (name === '' || names.has(bare)) return undefined;
    names.set(bare, name);
  }
  return names;
}

/** The path is renamed in the end: until then its parameters are found below it. */
function moveQuery({ section, pointer, path }: PathSite, base: string, moved: readonly MovedParameter[]): Fix {
  const rename = { kind: 'rename', uri: section.uri, pointer, name: base } as const;
  const parameters = moved.flatMap(({ uri, pointer: own, name }) => [
    { kind: 'set', uri, pointer: [...own, 'in'], value: 'query' } as const,
    { kind: 'set', uri, pointer: [...own, 'name'], value: name } as const,
  ]);
  const [first = rename, ...others] = [...parameters, rename];
  const title = `Rename the path “${path}” to “${base}”, with parameters of the query`;
  return { title, safety: 'review', changes: [first, ...others] };
}
