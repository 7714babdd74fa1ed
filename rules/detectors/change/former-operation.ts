import { pathItemParts } from '#core/openapi/effective/effective.ts';
import { writtenMethod } from '#core/openapi/effective/written-method.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { BaseScope } from '#core/rule.ts';
import { unnoted } from '#core/work/note-read.ts';
import { formerPathItem } from '#rules/detectors/change/former-path-item.ts';

/** What an operation of a path was: that of the same method and template, whatever its parameters were called. Undefined for a new one. */
export function formerOperation(operation: Operation, scope: BaseScope): Operation | undefined {
  const { base } = scope;
  const item = formerPathItem(operation.pathItem, scope);
  if (item === undefined) return undefined;
  const method = writtenMethod(operation);
  const operations = unnoted(() => pathItemParts(item, base)).flatMap((part) => part.operations);
  return operations.find((each) => writtenMethod(each) === method);
}
