import type { PathItem } from '#core/openapi/model.ts';
import { type BaseScope, changeRule, type Finding } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry } from '#core/tree/tree.ts';
import { apiChanges } from '#rules/checklist.ts';
import { type MovedVersion, movedVersions, versionsIn } from '#rules/detectors/change/moved-version.ts';
import { pathBack } from '#rules/fixes/openapi/operation-back.ts';
import { openApi, rfc } from '#rules/sources.ts';

const orders = `openapi: 3.1.0
paths:
  /orders:
    get:
      responses: { '200': { description: The orders. } }
`;

const invoices = `  /invoices:
    get:
      responses: { '200': { description: The invoices. } }
`;

export const pathKept = changeRule({
  id: 'change/path-kept',
  summary: 'Keep the paths that clients call.',
  why: 'A client that calls a path which is gone gets 404. Who says a version before that a path will go, and when, gives everybody the time to go elsewhere.',
  item: apiChanges,
  references: [openApi('Paths Object', 'paths-object'), rfc(8594)],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A path that is gone',
      bad: { 'base/openapi.yaml': orders + invoices, 'openapi.yaml': orders.replace('paths', '«paths»') },
      good: {
        'base/openapi.yaml': orders + invoices,
        'openapi.yaml': orders + invoices.replace('get:\n', 'get:\n      deprecated: true\n'),
      },
    },
    {
      title: 'A version that took the place of another',
      bad: {
        'base/openapi.yaml': orders.replace('/orders', '/v1/orders'),
        'openapi.yaml': orders.replace('/orders', '/v2/orders').replace('paths', '«paths»'),
      },
      good: {
        'base/openapi.yaml': orders.replace('/orders', '/v1/orders'),
        'openapi.yaml': orders.replace('/orders', '/v1/orders') + invoices.replace('/invoices', '/v2/orders'),
      },
    },
  ],
  on: ['openapi.written'],
  *check({ section, context }, scope) {
    const span = section.uri === context.rootUri ? pathsKey(section) : undefined;
    if (span === undefined || !scope.isUnderstood() || !scope.base.isUnderstood()) return;
    const now = scope.names('openapi.path-item');
    const gone = scope.base.names('openapi.path-item').filter((path) => !now.includes(path));
    const { moved, left } = movedVersions(gone, (path) => now.includes(path), versionsIn(now));
    for (const move of moved) yield movedFinding(move, span);
    for (const path of left) yield* goneFinding(path, span, context.rootUri, scope);
  },
});

/** The key `paths`, in the section that begins with it. */
function pathsKey({ pointer, key, isHeader, tree }: PathsSection): Span | undefined {
  if (pointer.length === 0) return findEntry(tree, 'paths')?.key.span;
  return pointer.length === 1 && pointer[0] === 'paths' && isHeader ? key?.span : undefined;
}

type PathsSection = PathItem['section'];

function movedFinding({ from, to, paths }: MovedVersion, span: Span): Finding {
  const [first] = paths;
  const which = paths.length === 1 ? `“${first}” is` : `“${first}” and ${paths.length - 1} other paths are`;
  return {
    span,
    message: `${which} gone from ${from}, and now in ${to}. Keep ${from} until its clients are in ${to}.`,
  };
}

function* goneFinding(path: string, span: Span, rootUri: string, scope: BaseScope): Iterable<Finding> {
  const { base } = scope;
  const item = base.find('openapi.path-item', path);
  if (item === undefined || item.operations.length === 0) return;
  // Who said that they will go, may let them go.
  if (item.operations.every(({ deprecated }) => deprecated?.value === true)) return;
  yield {
    span,
    message: `The path “${item.path.value}” is gone. Keep it, and say that it is deprecated.`,
    fixes: pathBack(item, rootUri, scope),
    related: [base.placed(item.section, item.path.span, `As it was in ${base.name}.`)],
  };
}
