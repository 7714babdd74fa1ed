import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type { View } from '#core/openapi/view.ts';
import type { BaseScope, Related } from '#core/rule.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** So many operations are shown of those that a component reaches. */
const mostShown = 8;

/** The operations that a component of the base was part of, where they stand now: those that took it, or that returned it. */
export function reachedPlaces(
  former: View,
  direction: 'request' | 'response' | undefined,
  scope: BaseScope,
): readonly Related[] {
  const wanted = direction === undefined ? undefined : direction === 'request' ? 'sent' : 'returned';
  const reached = scope.base.reached(former, 4 * mostShown).filter(({ use }) => wanted === undefined || use === wanted);
  const places = reached.flatMap(({ path, method, use }): readonly Related[] => {
    const item = scope.find('openapi.path-item', erasedTemplate(path));
    const operation = item?.operations.find((each) => each.method === method);
    if (operation === undefined) return [];
    const message = `${operationTitle(operation)} ${use === 'sent' ? 'takes' : 'returns'} it.`;
    return [{ section: operation.section, span: operation.anchor, message }];
  });
  return places.slice(0, mostShown);
}
