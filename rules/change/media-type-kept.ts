import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { mediaTypeEssence } from '#core/openapi/effective/media-type-name.ts';
import type { MediaType, Operation, RequestBody, Response } from '#core/openapi/model.ts';
import { type BaseScope, changeRule, type Finding } from '#core/rule.ts';
import { unnoted } from '#core/work/note-read.ts';
import { apiChanges } from '#rules/checklist.ts';
import { componentOf, isSameComponent } from '#rules/detectors/change/component-of.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
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
  on: ['openapi.operation', 'openapi.response', 'openapi.request-body'],
  *check(node, scope) {
    if (node.kind === 'openapi.operation') yield* ofOperation(node, scope);
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
  const [body, bodyNow] = [
    unnoted(() => effectiveRequestBody(before, scope.base)),
    effectiveRequestBody(operation, scope),
  ];
  if (body !== undefined && bodyNow !== undefined && !isSameComponent(body, bodyNow))
    yield* lost(body, bodyNow, `the body of ${title}`, scope);
  for (const { status, response } of operation.responses) {
    const entry = before.responses.find((each) => each.status.value === status.value);
    const [former, now] = [scope.base.resolve(entry?.response), scope.resolve(response)];
    if (former !== undefined && now !== undefined && !isSameComponent(former, now))
      yield* lost(former, now, `the ${status.value} of ${title}`, scope);
  }
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
