import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { mediaTypeEssence } from '#core/openapi/effective/media-type-name.ts';
import type { MediaType, Operation, RequestBody, Response } from '#core/openapi/model.ts';
import { type BaseScope, changeRule, type Finding } from '#core/rule.ts';
import { unnoted } from '#core/work/note-read.ts';
import { apiChanges } from '#rules/checklist.ts';
import { componentOf, isSameComponent } from '#rules/detectors/change/component-of.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { outgoingPairs } from '#rules/detectors/change/outgoing-pairs.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

const description = (types: string, key = "'200'"): string => `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        ${key}:
          description: The orders.
          content:
${types}`;

const json = '            application/json: { schema: { type: array, items: { type: object } } }\n';
const csv = '            text/csv: { schema: { type: string } }\n';

export const mediaTypeKept = changeRule({
  id: 'change/media-type-kept',
  summary: 'Keep the media types of requests and responses.',
  why: 'A client that sends a media type which is gone gets 415, and one that asks for it 406, or something it cannot read.',
  item: apiChanges,
  references: [openApi('Media Type Object', 'media-type-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A response that is no longer answered as CSV',
      bad: { 'base/openapi.yaml': description(json + csv), 'openapi.yaml': description(json, "«'200'»") },
      good: { 'base/openapi.yaml': description(json + csv), 'openapi.yaml': description(json + csv) },
    },
  ],
  on: ['openapi.operation', 'openapi.response', 'openapi.request-body', 'openapi.callback'],
  *check(node, scope) {
    if (node.kind === 'openapi.operation') yield* ofOperation(node, scope);
    if (node.kind === 'openapi.operation' || node.kind === 'openapi.callback')
      for (const { before, after, title } of outgoingPairs(node, scope)) yield* ofBodies(before, after, title, scope);
    else {
      const name = componentOf(node)?.split('/')[1];
      const before = name === undefined ? undefined : scope.base.find(node.kind, name);
      if (before !== undefined) yield* lost(before, node, `“${name}”`, scope);
    }
  },
});

type Body = RequestBody | Response;

function* ofOperation(operation: Operation, scope: BaseScope): Iterable<Finding> {
  const before = formerOperation(operation, scope);
  if (before === undefined) return;
  const title = operationTitle(operation);
  yield* ofBodies(before, operation, title, scope);
  for (const { status, response } of operation.responses) {
    const entry = before.responses.find((each) => each.status.value === status.value);
    const [former, now] = [scope.base.resolve(entry?.response), scope.resolve(response)];
    if (former !== undefined && now !== undefined && !isSameComponent(former, now))
      yield* lost(former, now, `the ${status.value} of ${title}`, scope);
  }
}

function* ofBodies(before: Operation, after: Operation, title: string, scope: BaseScope): Iterable<Finding> {
  const [body, now] = [unnoted(() => effectiveRequestBody(before, scope.base)), effectiveRequestBody(after, scope)];
  if (body !== undefined && now !== undefined && !isSameComponent(body, now))
    yield* lost(body, now, `the body of ${title}`, scope);
}

function* lost(before: Body, after: Body, holder: string, { base }: BaseScope): Iterable<Finding> {
  const now = new Set(after.content.map(essence));
  // Without any nothing is said of them.
  if (now.size === 0 || now.has('*/*')) return;
  for (const media of before.content) {
    if (now.has(essence(media)) || now.has(`${essence(media).split('/')[0]}/*`)) continue;
    yield {
      section: after.section,
      span: after.anchor,
      message: `“${media.name.value}” is no longer a media type of ${holder}. Keep it for those who use it.`,
      related: [base.placed(media.section, media.name.span, `As it was in ${base.name}.`)],
    };
  }
}

function essence({ name }: MediaType): string {
  return mediaTypeEssence(name.value);
}
