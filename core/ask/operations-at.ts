import type { ToldForm, ToldOperation } from '#core/ask/resource-tree.ts';
import { sectionStarts } from '#core/ask/section-starts.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { writtenMethod } from '#core/openapi/effective/written-method.ts';
import type { Operation } from '#core/openapi/model.ts';
import { listEnvelope } from '#core/openapi/resources/list-envelope.ts';
import { pathItemsOf } from '#core/openapi/resources/path-items.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import { schemaNames } from '#core/openapi/resources/schema-names.ts';
import { shownEnvelope } from '#core/openapi/resources/shown-envelope.ts';
import type { OperationSite } from '#core/openapi/resources/standard-operations.ts';
import { shiftSpan } from '#core/text/span.ts';
import { ifUnderstood } from '#core/work/understood.ts';

/** The operations that stand at a path; `present` are the standard ones of what it belongs to. */
export function operationsAt(
  resource: PathResource,
  present: readonly OperationSite[],
  description: Description,
): readonly ToldOperation[] {
  const own = present.filter(({ template }) => template === resource.template);
  const find = (template: string) => ifUnderstood(() => description.find('openapi.path-item', template));
  return pathItemsOf(resource, find).flatMap(({ path, operations }) =>
    operations.map((operation): ToldOperation => {
      const { section, method, anchor } = operation;
      return {
        method: writtenMethod(operation),
        path: path.value,
        operation: own.find((site) => site.method === method)?.operation,
        schemas: schemaNames(operation, description),
        form: formOf(operation, description),
        uri: section.uri,
        span: shiftSpan(anchor, startOf(operation, description)),
      };
    }),
  );
}

function formOf(operation: Operation, description: Description): ToldForm | undefined {
  const envelope = ifUnderstood(() => listEnvelope(operation, description));
  return envelope && { kind: envelope.kind, shown: shownEnvelope(envelope), reason: envelope.reason };
}

function startOf({ section }: Operation, { files }: Description): number {
  const document = files.get(section.uri);
  return document === undefined ? 0 : (sectionStarts(document).get(section) ?? 0);
}
