import { bracedSpans, looseBraces } from '#core/openapi/effective/braces.ts';
import type { OpenApiVersion, Server } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, type NamedPlace } from '#core/openapi/place.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import type { Located, Span } from '#core/text/span.ts';
import { findEntry, itemsOf, type TreeNode } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { lacksField } from '#rules/detectors/openapi/lacks-field.ts';
import { spanWithin } from '#rules/detectors/openapi/span-within.ts';
import { openApi } from '#rules/sources.ts';

export const serverVariablesMatch = localRule({
  id: 'openapi/server-variables-match',
  summary: 'Define exactly the variables that stand in the URL of a server.',
  why: 'A client cannot build an address from a variable that nobody defines, and a default that is not among the allowed values names no server.',
  item: validity,
  references: [openApi('Server Object', 'server-object'), openApi('Server Variable Object', 'server-variable-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A variable under another name',
      bad: `openapi: 3.1.0
servers:
  - url: https://{region}.api.example.com
    variables:
      «regoin»:
        default: eu
paths: {}
`,
      good: `openapi: 3.1.0
servers:
  - url: https://{region}.api.example.com
    variables:
      region:
        default: eu
paths: {}
`,
    },
    {
      title: 'A variable that is not defined',
      bad: `openapi: 3.0.3
servers:
  - url: https://«{tenant}».example.com
paths: {}
`,
      good: `openapi: 3.0.3
servers:
  - url: https://{tenant}.example.com
    variables:
      tenant:
        default: tenant
paths: {}
`,
    },
    {
      title: 'A variable that is left over',
      bad: `{
  "openapi": "3.1.0",
  "servers": [
    {
      "url": "https://api.example.com:{port}",
      "variables": {
        "port": { "default": "443" },
        «"version"»: { "default": "v1" }
      }
    }
  ],
  "paths": {}
}
`,
      good: `{
  "openapi": "3.1.0",
  "servers": [
    {
      "url": "https://api.example.com:{port}",
      "variables": {
        "port": { "default": "443" }
      }
    }
  ],
  "paths": {}
}
`,
    },
    {
      title: 'A default that is not allowed',
      bad: `openapi: 3.1.0
servers:
  - url: https://{region}.api.example.com
    variables:
      region:
        enum: [eu, us]
        default: «europe»
paths: {}
`,
      good: `openapi: 3.1.0
servers:
  - url: https://{region}.api.example.com
    variables:
      region:
        enum: [eu, us]
        default: eu
paths: {}
`,
    },
  ],
  on: ['openapi.server'],
  *check(server, scope) {
    const { tree, url } = server;
    const variables = findEntry(tree, 'variables')?.value;
    // What stands behind a `$ref`, or is no map, is not known.
    const isKnown = variables === undefined || (variables.kind === 'map' && !findEntry(variables, '$ref'));
    if (url === undefined || tree.kind !== 'map' || !isKnown || !lacksOther(tree)) return;
    const defined = entryPlaces(childPlace(server, 'variables'));
    const used = variablesIn(url.value);
    const version = scope.roots('openapi.document')[0]?.context.version;
    yield* brokenUrl(server, url, version === '3.2' ? used : []);
    yield* differences(server, url, used, defined);
    for (const variable of defined) yield* wrongDefault(variable, version);
  },
});

interface UsedVariable {
  readonly name: string;
  /** Braces included, from the start of the URL. */
  readonly span: Span;
}

function variablesIn(url: string): readonly UsedVariable[] {
  return bracedSpans(url).map((span) => ({ name: url.slice(span.start + 1, span.end - 1), span }));
}

/** False where a misspelt key may be meant for the variables. */
function lacksOther(tree: TreeNode): boolean {
  return findEntry(tree, 'variables') !== undefined || lacksField(tree, 'variables');
}

function* brokenUrl({ section }: Server, url: Located<string>, used: readonly UsedVariable[]): Iterable<Finding> {
  for (const at of looseBraces(url.value)) {
    const message = `The server URL “${url.value}” has a “${url.value[at]}” without its partner.`;
    yield { span: spanWithin(url, section, { start: at, end: at + 1 }), message };
  }
  const known = new Set<string>();
  for (const { name, span } of used) {
    const message = `The server URL “${url.value}” has the variable “{${name}}” twice.`;
    if (known.has(name)) yield { span: spanWithin(url, section, span), message };
    known.add(name);
  }
}

/** One variable too many and one too few are the same one under two names. */
function* differences(
  server: Server,
  url: Located<string>,
  used: readonly UsedVariable[],
  defined: readonly NamedPlace[],
): Iterable<Finding> {
  const names = new Set(used.map(({ name }) => name));
  const known = new Set(defined.map(({ name }) => name.value));
  const lost = [...new Map(used.map((variable) => [variable.name, variable])).values()].filter(
    ({ name }) => !known.has(name),
  );
  const extra = defined.filter(({ name }) => !names.has(name.value));
  const [first] = lost;
  if (first !== undefined && lost.length === 1 && extra.length === 1) {
    for (const place of extra) yield misnamed(place, first.name, url.value);
    return;
  }
  for (const { name, span } of lost)
    yield {
      span: spanWithin(url, server.section, span),
      message: `The server URL “${url.value}” has the variable “{${name}}”, which is not defined.`,
      fixes: /^[\w.-]+$/.test(name) ? [define(server, name)] : [],
    };
  for (const place of extra) yield unused(place, url.value);
}

function misnamed({ name, location }: NamedPlace, wanted: string, url: string): Finding {
  const message = `The server defines the variable “${name.value}”, but its URL “${url}” has “{${wanted}}”.`;
  const changes = [{ kind: 'rename', uri: location.section.uri, pointer: pointerOf(location), name: wanted }] as const;
  const fix: Fix = { title: `Rename the variable to “${wanted}”`, safety: 'review', changes };
  return { span: name.span, message, fixes: wanted === '' ? [] : [fix] };
}

function unused({ name, location }: NamedPlace, url: string): Finding {
  const message = `The server defines the variable “${name.value}”, which is not in its URL “${url}”.`;
  const pointer = pointerOf(location);
  const changes = [{ kind: 'remove', uri: location.section.uri, pointer, prune: true }] as const;
  const fix: Fix = { title: `Remove the variable “${name.value}”`, safety: 'review', changes };
  return { span: name.span, message, fixes: [fix] };
}

function define({ section, location }: Server, name: string): Fix {
  const pointer = [...pointerOf(location), 'variables', name];
  const change = { kind: 'set', uri: section.uri, pointer, value: { default: name } } as const;
  return { title: `Define the variable “${name}”`, safety: 'review', changes: [change] };
}

/** The default is one of the allowed values (3.0: it should be); numbers count as they are written. */
function* wrongDefault({ name, tree, location }: NamedPlace, version: OpenApiVersion | undefined): Iterable<Finding> {
  const written = findEntry(tree, 'default')?.value;
  const allowed = itemsOf(findEntry(tree, 'enum')?.value).map(textOf);
  const value = textOf(written);
  if (written === undefined || value === undefined || allowed.length === 0 || allowed.includes(value)) return;
  const known = allowed.filter((each) => each !== undefined);
  const meant = nearestName(value, known) ?? known[0];
  if (meant === undefined || known.length < allowed.length) return;
  const demand = version === '3.0' ? 'should be in OpenAPI 3.0' : 'must be from OpenAPI 3.1 on';
  const message = `The default “${value}” of the server variable “${name.value}” is not one of its values, as it ${demand}.`;
  const pointer = [...pointerOf(location), 'default'];
  const changes = [{ kind: 'set', uri: location.section.uri, pointer, value: meant }] as const;
  yield { span: written.span, message, fixes: [{ title: `Use “${meant}” by default`, safety: 'review', changes }] };
}

function textOf(node: TreeNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}
