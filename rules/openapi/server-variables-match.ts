import { looseBraces } from '#core/openapi/effective/braces.ts';
import type { Server } from '#core/openapi/model.ts';
import type { NamedPlace } from '#core/openapi/place.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { findEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { documentVersion } from '#rules/detectors/openapi/document-version.ts';
import { definedVariables, wrongDefault } from '#rules/detectors/openapi/server-variables.ts';
import { spanWithin } from '#rules/detectors/openapi/span-within.ts';
import { type UsedVariable, usedVariables } from '#rules/detectors/openapi/used-variables.ts';
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
      title: 'A default that is not allowed, in 3.0',
      bad: `openapi: 3.0.3
servers:
  - url: https://{region}.api.example.com
    variables:
      region:
        enum: [eu, us]
        default: «europe»
paths: {}
`,
      good: `openapi: 3.0.3
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
    const { url } = server;
    const defined = definedVariables(server);
    if (url === undefined || defined === undefined) return;
    const version = documentVersion(scope);
    // What 3.2 forbids is an error, and told as one.
    if (version !== '3.2') yield* brokenUrl(server, url);
    yield* differences(server, url, usedVariables(url.value), defined);
    if (version !== '3.0') return;
    for (const variable of defined)
      for (const found of [wrongDefault(variable, 'should be in OpenAPI 3.0'), emptyValues(variable)])
        if (found !== undefined) yield found;
  },
});

function* brokenUrl({ section }: Server, url: Located<string>): Iterable<Finding> {
  for (const at of looseBraces(url.value)) {
    const message = `The server URL “${url.value}” has a “${url.value[at]}” without its partner.`;
    yield { span: spanWithin(url, section, { start: at, end: at + 1 }), message };
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

/** OpenAPI 3.0 “Server Variable Object”: “The array SHOULD NOT be empty.” From 3.1 on it must not. */
function emptyValues({ name, tree, location }: NamedPlace): Finding | undefined {
  const list = findEntry(tree, 'enum');
  if (list?.value?.kind !== 'list' || list.value.items.length > 0) return undefined;
  const pointer = [...pointerOf(location), 'enum'];
  const changes = [{ kind: 'remove', uri: location.section.uri, pointer }] as const;
  return {
    span: list.key.span,
    message: `The server variable “${name.value}” can have no value at all: its “enum” is empty.`,
    fixes: [{ title: 'Remove the empty “enum”, so that any value is allowed', safety: 'review', changes }],
  };
}
