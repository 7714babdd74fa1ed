import { type RowSubject, rowSubject } from '#core/checklist/evidence.ts';
import { effectiveRequestBody, effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { Operation, SecurityRequirement, SecurityScheme, Server } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import {
  apiChanges,
  authentication,
  concurrency,
  deprecation,
  documentationFormats,
  errorPayloads,
  fieldTypes,
  generatedCode,
  httpCaching,
  idempotentConsumers,
  longRunningWork,
  methodSemantics,
  nameStyles,
  pagination,
  pathTemplates,
  rateLimits,
  references,
  requestContents,
  resourceNames,
  secrets,
  statusCodes,
  validity,
  versioning,
  webhookSignatures,
} from '#rules/checklist.ts';
import { isCollection, listBody, successResponse } from '#rules/detectors/openapi/collection.ts';
import { createsOne } from '#rules/detectors/openapi/creates-one.ts';
import { isKeyHeader } from '#rules/detectors/openapi/idempotency-key.ts';
import { isLimited } from '#rules/detectors/openapi/limited-operation.ts';
import { isLocalAddress } from '#rules/detectors/openapi/local-server.ts';
import { answersLater, isJobRead } from '#rules/detectors/openapi/long-running.ts';
import { namedHeader } from '#rules/detectors/openapi/named-header.ts';
import { pagingOf } from '#rules/detectors/openapi/paging.ts';
import { pathSite } from '#rules/detectors/openapi/path-site.ts';
import { signsIn } from '#rules/detectors/openapi/signs-in.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { webhookReceiver } from '#rules/detectors/openapi/webhook-receiver.ts';
import { moneyResources } from '#rules/words/money-resources.ts';

/** What the rules about descriptions judge, row by row. */
export const apiSubjects: readonly RowSubject[] = [
  ...[methodSemantics, errorPayloads].map(({ id: itemId }) =>
    rowSubject({ itemId, on: ['openapi.operation'], isIn: ({ origin }) => origin === 'path' }),
  ),
  rowSubject({
    itemId: authentication.id,
    on: ['openapi.operation', 'openapi.security-requirement', 'openapi.security-scheme', 'openapi.server'],
    isIn: hasUsers,
  }),
  rowSubject({ itemId: statusCodes.id, on: ['openapi.operation'], isIn: () => true }),
  ...[resourceNames, pathTemplates].map(({ id: itemId }) =>
    rowSubject({
      itemId,
      on: ['openapi.path-item', 'openapi.reference'],
      isIn: (node) => (pathSite(node)?.path ?? '').length > 1,
    }),
  ),
  rowSubject({
    itemId: nameStyles.id,
    on: ['openapi.path-item', 'openapi.schema'],
    isIn: (node) => node.kind === 'openapi.path-item' || node.properties.length > 0,
  }),
  rowSubject({
    itemId: fieldTypes.id,
    on: ['openapi.schema', 'openapi.parameter'],
    isIn: (node) => node.kind === 'openapi.parameter' || node.properties.length > 0,
  }),
  rowSubject({
    itemId: generatedCode.id,
    on: ['openapi.schema', 'openapi.operation'],
    isIn: (node) => node.kind === 'openapi.operation' || node.role === 'component',
  }),
  rowSubject({ itemId: apiChanges.id, on: ['openapi.document'], needs: ['base'], isIn: () => true }),
  rowSubject({
    itemId: deprecation.id,
    on: ['openapi.operation'],
    isIn: ({ deprecated }) => deprecated?.value === true,
  }),
  rowSubject({
    itemId: deprecation.id,
    on: ['openapi.header'],
    isIn: ({ location }) => /^(?:sunset|deprecation)$/i.test(pointerOf(location).at(-1) ?? ''),
  }),
  rowSubject({ itemId: pagination.id, on: ['openapi.operation'], isIn: isList }),
  rowSubject({
    itemId: pagination.id,
    on: ['openapi.parameter'],
    isIn: ({ name }) => /^(?:sort|order)/i.test(name?.value ?? ''),
  }),
  rowSubject({
    itemId: rateLimits.id,
    on: ['openapi.operation'],
    isIn: (operation, scope) =>
      isLimited(operation, scope) ||
      (operation.origin === 'path' && operation.responses.some(({ status }) => status.value === '429')),
  }),
  rowSubject({
    itemId: requestContents.id,
    on: ['openapi.operation', 'openapi.parameter', 'openapi.request-body'],
    isIn: (node, scope) => node.kind !== 'openapi.operation' || effectiveRequestBody(node, scope) !== undefined,
  }),
  // Every description has some of it, and may hold keys.
  ...[validity, documentationFormats, versioning, references, secrets].map(({ id: itemId }) =>
    rowSubject({ itemId, on: ['openapi.document'], isIn: () => true }),
  ),
  rowSubject({
    itemId: concurrency.id,
    on: ['openapi.path-item'],
    isIn: ({ origin, operations }, scope) => {
      const read = operations.find(({ method }) => method === 'get');
      const isWritten = operations.some(({ method }) => ['put', 'patch', 'delete'].includes(method));
      return origin === 'path' && isWritten && read !== undefined && hasEntityTag(read, scope);
    },
  }),
  rowSubject({
    itemId: concurrency.id,
    on: ['openapi.parameter'],
    isIn: ({ name }) => /^if-/i.test(name?.value ?? ''),
  }),
  rowSubject({
    itemId: concurrency.id,
    on: ['openapi.operation'],
    isIn: ({ origin, responses }) => origin === 'path' && responses.some(({ status }) => status.value === '412'),
  }),
  rowSubject({
    itemId: httpCaching.id,
    on: ['openapi.operation'],
    isIn: ({ method, origin }) => method === 'get' && origin === 'path',
  }),
  rowSubject({
    itemId: longRunningWork.id,
    on: ['openapi.operation'],
    isIn: (operation) => isJobRead(operation) || answersLater(operation),
  }),
  rowSubject({
    itemId: idempotentConsumers.id,
    on: ['openapi.operation'],
    isIn: ({ method, origin, path }) => method === 'post' && origin === 'path' && createsOne(path, moneyResources),
  }),
  rowSubject({
    itemId: idempotentConsumers.id,
    on: ['openapi.operation'],
    isIn: (operation) => webhookReceiver(operation) !== undefined,
  }),
  rowSubject({ itemId: idempotentConsumers.id, on: ['openapi.parameter'], isIn: isKeyHeader }),
  ...[idempotentConsumers, pathTemplates].map(({ id: itemId }) =>
    rowSubject({ itemId, on: ['openapi.operation'], isIn: isEvent }),
  ),
  rowSubject({
    itemId: webhookSignatures.id,
    on: ['openapi.operation'],
    isIn: (operation) => {
      return isEvent(operation) || webhookReceiver(operation) !== undefined;
    },
  }),
];

/** What is sent to others. */
function isEvent({ method, origin }: Operation): boolean {
  return (origin === 'webhook' || origin === 'callback') && method !== 'get';
}

/** What nobody reaches from outside, and speaks of no credentials, has no users. */
function hasUsers(node: Operation | SecurityRequirement | SecurityScheme | Server, scope: Scope): boolean {
  if (node.kind === 'openapi.server') return !isLocalAddress(node.url?.value ?? '');
  if (node.kind !== 'openapi.operation') return true;
  const isRefused = statusKeys(node)?.includes('401') ?? false;
  return node.origin === 'path' && (isRefused || signsIn(node) || effectiveSecurity(node, scope) !== undefined);
}

function isList(operation: Operation, scope: Scope): boolean {
  const { limit, cursor } = pagingOf(operation, scope);
  const isPaged = limit !== undefined || cursor !== undefined;
  return operation.origin === 'path' && (isPaged || listBody(operation, scope) !== undefined);
}

function hasEntityTag(read: Operation, scope: Scope): boolean {
  if (isCollection(read, scope)) return false;
  return namedHeader(successResponse(read, scope)?.headers, 'etag') !== undefined;
}
