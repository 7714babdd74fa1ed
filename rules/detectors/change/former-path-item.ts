import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type { PathItem } from '#core/openapi/model.ts';
import type { BaseScope } from '#core/rule.ts';

/**
 * What a path was: that of the same template, whatever its parameters were called. Of several whose templates are the same then only
 * the first is known, and the others by their very text.
 */
export function formerPathItem({ origin, path }: PathItem, scope: BaseScope): PathItem | undefined {
  if (origin !== 'path') return undefined;
  const erased = erasedTemplate(path.value);
  const former = scope.base.find('openapi.path-item', erased);
  if (former === undefined || former.path.value === path.value) return former;
  return scope.find('openapi.path-item', erased)?.path.value === path.value ? former : undefined;
}
