import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type { PathItem } from '#core/openapi/model.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';

/** The path items that stand at a resource, several where `/orders` and `/orders/` are written; of those that differ in the names of parameters alone the first. */
export function pathItemsOf(
  { paths }: Pick<PathResource, 'paths'>,
  find: (template: string) => PathItem | undefined,
): readonly PathItem[] {
  return [...new Set(paths.map(erasedTemplate))].flatMap((template) => find(template) ?? []);
}
