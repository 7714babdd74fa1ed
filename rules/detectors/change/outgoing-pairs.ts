import { writtenMethod } from '#core/openapi/effective/written-method.ts';
import type { Callback, Operation, PathItem } from '#core/openapi/model.ts';
import type { BaseScope } from '#core/rule.ts';
import { componentOf, isSameComponent } from '#rules/detectors/change/component-of.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** An operation and what it was; its name is for messages. */
export interface OperationPair {
  readonly before: Operation;
  readonly after: Operation;
  readonly title: string;
}

/**
 * What the API calls at its clients, and called before: a webhook by its name, the callbacks of an operation by their names and
 * expressions. A callback among the components is looked at where it stands.
 */
export function outgoingPairs(node: Operation | Callback, scope: BaseScope): readonly OperationPair[] {
  if (node.kind === 'openapi.callback') return callbackPairs(formerCallback(node, scope), node, '');
  if (node.origin === 'webhook') {
    const title = `the webhook “${node.path}”`;
    return formerWebhooks(node.path, scope).flatMap((item) => pairIn(item, node, title));
  }
  const before = formerOperation(node, scope);
  return callbacksOf(node, scope).flatMap((callback) => {
    const former = before && callbacksOf(before, scope.base).find(({ name }) => name.value === callback.name.value);
    if (former === undefined || isSameComponent(former, callback)) return [];
    return callbackPairs(former, callback, ` of ${operationTitle(node)}`);
  });
}

/** The path items of the base that stood under a webhook's name. */
export function formerWebhooks(name: string, { base }: BaseScope): readonly PathItem[] {
  return base.roots('openapi.path-item').filter(({ path }) => path.value === name);
}

/** What a callback among the components was. */
export function formerCallback(callback: Callback, scope: BaseScope): Callback | undefined {
  const name = componentOf(callback)?.split('/')[1];
  return name === undefined ? undefined : scope.base.find('openapi.callback', name);
}

/** The callbacks of an operation, `$ref`s followed. */
export function callbacksOf({ callbacks }: Operation, { resolve }: Pick<BaseScope, 'resolve'>): readonly Callback[] {
  return callbacks.flatMap((callback) => resolve<Callback>(callback) ?? []);
}

function callbackPairs(before: Callback | undefined, after: Callback, holder: string): readonly OperationPair[] {
  const title = `the callback “${after.name.value}”${holder}`;
  return after.pathItems.flatMap((item) => {
    const former = before?.pathItems.find(({ path }) => path.value === item.path.value);
    return former === undefined ? [] : item.operations.flatMap((operation) => pairIn(former, operation, title));
  });
}

function pairIn({ operations }: PathItem, after: Operation, title: string): readonly OperationPair[] {
  const before = operations.find((each) => writtenMethod(each) === writtenMethod(after));
  return before === undefined ? [] : [{ before, after, title }];
}
