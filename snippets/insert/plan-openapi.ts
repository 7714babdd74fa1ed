import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { toSnakeCase } from '#core/text/casing.ts';
import { casingOfNames, inCasing } from '#core/text/name-casing.ts';
import { findEntry, findNode } from '#core/tree/tree.ts';
import { changeOperation } from '#snippets/insert/change-operation.ts';
import { ChangePlan } from '#snippets/insert/change-plan.ts';
import { inHouseNames } from '#snippets/insert/house-names.ts';
import { hasAtRoot, type OpenApiTarget } from '#snippets/insert/openapi-target.ts';
import { planPaths } from '#snippets/insert/plan-paths.ts';
import { newResource, type Resource, resourceAtCursor } from '#snippets/insert/resource.ts';
import type {
  ComponentsInsertion,
  OpenApiPattern,
  OperationsInsertion,
  PathsInsertion,
  WebhookInsertion,
} from '#snippets/pattern.ts';
import { replacePlaceholders, resourceNames } from '#snippets/placeholders.ts';

/** What to change, or why the pattern cannot be put there. */
export type Planned = ChangePlan | { readonly problem: string };

/** Plans how a pattern is put into a description near the cursor. */
export function planOpenApi(target: OpenApiTarget, given: OpenApiPattern): Planned {
  const pattern = inHouseNames(given, target.habits);
  const { insertion } = pattern;
  switch (insertion.kind) {
    case 'paths':
      return planPathsOrOperation(target, pattern, insertion);
    case 'operations':
      return planOperations(target, pattern, insertion);
    case 'components':
      return planComponents(target, pattern, insertion);
    case 'webhook':
      return planWebhook(target, pattern, insertion);
    default:
      return insertion satisfies never;
  }
}

function planPathsOrOperation(target: OpenApiTarget, pattern: OpenApiPattern, insertion: PathsInsertion): Planned {
  const { onOperation } = insertion;
  const isOnOperation = onOperation?.methods.some((method) => method === target.cursor.operation?.method) ?? false;
  if (onOperation !== undefined && isOnOperation) return planOperations(target, pattern, onOperation);
  const plan = planPaths(target, pattern, insertion);
  if (plan !== undefined) return plan;
  if (onOperation !== undefined) return { problem: `Place the cursor in ${onOperation.place}.` };
  return { problem: 'The description has it already.' };
}

function planOperations(target: OpenApiTarget, pattern: OpenApiPattern, insertion: OperationsInsertion): Planned {
  const { cursor } = target;
  const { reach, methods, changes, place } = insertion;
  const operations = operationsInReach(target, reach);
  if (!operations.some(({ method }) => methods.includes(method))) return { problem: `Place the cursor in ${place}.` };
  const plan = new ChangePlan(target, pattern.components, resourceAtCursor(target) ?? unnamed);
  for (const operation of operations) for (const change of changes) changeOperation(plan, operation, change);
  if (!plan.isEmpty) return plan;
  const title = cursor.operation === undefined ? 'The path' : 'The operation';
  return { problem: `${title} has it already.` };
}

function operationsInReach({ cursor }: OpenApiTarget, reach: OperationsInsertion['reach']): readonly Operation[] {
  if (reach === 'path item') return cursor.pathItem?.operations ?? [];
  return cursor.operation === undefined ? [] : [cursor.operation];
}

function planComponents(target: OpenApiTarget, pattern: OpenApiPattern, insertion: ComponentsInsertion): Planned {
  const plan = new ChangePlan(target, pattern.components, { ...unnamed, hasHouseErrors: false });
  for (const key of insertion.names) {
    const [group = '', name = ''] = key.split('/');
    plan.addComponent({ group, name });
  }
  const { uri } = target.root;
  for (const [key, value] of Object.entries(insertion.root ?? {})) {
    const placement = { before: ['tags', 'paths', 'webhooks', 'components'] };
    if (!hasAtRoot(target, [key])) plan.set({ uri, pointer: [key] }, value, placement);
  }
  return plan.isEmpty ? { problem: 'The components are there already.' } : plan;
}

function planWebhook(target: OpenApiTarget, pattern: OpenApiPattern, insertion: WebhookInsertion): Planned {
  const isCallback = target.description.context.version === '3.0';
  const { operation } = target.cursor;
  if (isCallback && operation === undefined) {
    return {
      problem: 'OpenAPI 3.0 has callbacks in place of webhooks: place the cursor in the operation that asks for it.',
    };
  }
  for (const resource of webhookResources(target)) {
    const { names } = resource;
    const plain = replacePlaceholders(insertion.name, (form) => names[form]);
    const name = isCallback ? plain : likeOtherWebhooks(plain, target);
    if (isTaken(target, name, isCallback)) continue;
    const plan = new ChangePlan(target, pattern.components, resource);
    const value = { post: plan.operation(insertion.operation, { uri: operation?.section.uri ?? target.root.uri }) };
    if (isCallback && operation !== undefined) {
      const pointer = [...pointerOf(operation.location), 'callbacks', name, insertion.callback.expression];
      plan.set({ uri: operation.section.uri, pointer }, value);
    } else plan.set({ uri: target.root.uri, pointer: ['webhooks', name] }, value, {});
    return plan;
  }
  return { problem: 'The description has it already.' };
}

/** The one under the cursor, else new ones until a name is free. */
function* webhookResources(target: OpenApiTarget): Iterable<Resource> {
  const atCursor = resourceAtCursor(target);
  if (atCursor !== undefined) yield atCursor;
  for (let number = 1; number <= 100; number++) yield newResource('items', number, target);
}

/** `orderCreated` as the description calls its webhooks: `order.created`, `order_created`, `order-created`. */
function likeOtherWebhooks(name: string, { habits: { webhooks } }: OpenApiTarget): string {
  if (webhooks.length > 0 && webhooks.every((one) => one.includes('.')))
    return toSnakeCase(name).replace(/_(?=[^_]+$)/, '.');
  return inCasing(name, casingOfNames(webhooks) ?? 'camel');
}

function isTaken(target: OpenApiTarget, name: string, isCallback: boolean): boolean {
  if (!isCallback) return hasAtRoot(target, ['webhooks', name]);
  return findEntry(findNode(target.cursor.operation?.tree, ['callbacks']), name) !== undefined;
}

/** For patterns that name no resource. */
const unnamed = { names: resourceNames('items') };
