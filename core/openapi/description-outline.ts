import { namedThings } from '#core/openapi/spec/name-fields.ts';
import type { Outline } from '#core/tree/outline.ts';

/** Maps at the root whose entries are cut: of paths, and of what the author names. */
const containers: ReadonlySet<string> = new Set(['paths', 'x-webhooks', ...namedThings('document').keys()]);

/** How an API description is cut; the root keys that make a file one are those of OpenAPI 3.x §4.8.1 and of the Swagger 2.0 “Swagger Object”. */
export const descriptionOutline: Outline = {
  markers: new Set(['openapi', 'swagger']),
  isContainer: ([root, ...rest]) => {
    if (root === 'components') return rest.length <= 1;
    return rest.length === 0 && root !== undefined && containers.has(root);
  },
};
