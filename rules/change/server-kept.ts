import type { OpenApiDocument, Operation, PathItem } from '#core/openapi/model.ts';
import { type BaseScope, changeRule, type Finding } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Located } from '#core/text/span.ts';
import { findString, findValue, itemsOf } from '#core/tree/tree.ts';
import { apiChanges } from '#rules/checklist.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { formerPathItem } from '#rules/detectors/change/former-path-item.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

const description = (url: string): string => `openapi: 3.1.0
servers:
  - url: ${url}
paths: {}
`;

export const serverKept = changeRule({
  id: 'change/server-kept',
  summary: 'Keep the servers that clients call.',
  why: 'Clients are set up with the address that the description names. An address that is gone answers nobody, and one without TLS takes what was protected.',
  item: apiChanges,
  references: [openApi('Server Object', 'server-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Another address',
      bad: {
        'base/openapi.yaml': description('https://api.example.com'),
        'openapi.yaml': description('https://api.example.org').replace('openapi', '«openapi»'),
      },
      good: {
        'base/openapi.yaml': description('https://api.example.com'),
        'openapi.yaml': description('https://api.example.com'),
      },
    },
  ],
  on: ['openapi.document', 'openapi.path-item', 'openapi.operation'],
  *check(node, scope) {
    if (node.kind === 'openapi.document') yield* ofDocument(node, scope);
    else yield* ofPart(node, scope);
  },
});

function* ofDocument(document: OpenApiDocument, scope: BaseScope): Iterable<Finding> {
  const now = scope.roots('openapi.server').filter(({ level }) => level === 'document');
  const urls = now.map(({ url }) => plainUrl(url?.value));
  const former = scope.base.roots('openapi.server').filter(({ level }) => level === 'document');
  // Where none is said it is where the description came from.
  if (urls.length === 0) return;
  for (const { url, section } of former)
    if (url !== undefined && !urls.includes(plainUrl(url.value))) yield gone(url, section, '', document, urls, scope);
}

/** A path or operation that named servers of its own; what it has of others is told there. */
function* ofPart(node: PathItem | Operation, scope: BaseScope): Iterable<Finding> {
  const former = node.kind === 'openapi.operation' ? formerOperation(node, scope) : formerPathItem(node, scope);
  const [before, now] = [writtenServers(former), writtenServers(node)];
  if (former === undefined || before.length === 0 || now.length === 0) return;
  const urls = now.map(({ value }) => plainUrl(value));
  const holder = node.kind === 'openapi.operation' ? operationTitle(node) : `“${node.path.value}”`;
  for (const url of before)
    if (!urls.includes(plainUrl(url.value))) yield gone(url, former.section, ` of ${holder}`, node, urls, scope);
}

function writtenServers(node: PathItem | Operation | undefined): readonly Located<string>[] {
  return itemsOf(findValue(node?.tree, 'servers')).flatMap((server) => findString(server, 'url') ?? []);
}

function gone(
  url: Located<string>,
  former: Section,
  holder: string,
  { section, anchor }: OpenApiDocument | PathItem | Operation,
  urls: readonly string[],
  { base }: BaseScope,
): Finding {
  const plain = url.value.replace(/^https:/i, 'http:');
  const isBare = plain !== url.value && urls.includes(plainUrl(plain));
  const message = isBare
    ? `The server “${url.value}”${holder} is without TLS now. What clients send is no longer protected.`
    : `The server “${url.value}”${holder} is gone. Clients still call it.`;
  return { section, span: anchor, message, related: [base.placed(former, url.span, `As it was in ${base.name}.`)] };
}

/** A slash at the end makes no other server. */
function plainUrl(url: string | undefined): string {
  return (url ?? '').replace(/\/+$/, '');
}
