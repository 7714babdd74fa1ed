import type { DescriptionContext } from '#core/openapi/model.ts';
import type { BaseScope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { unnoted } from '#core/work/note-read.ts';
import { addComponent, componentPointer } from '#rules/fixes/openapi/component.ts';
import { formerValue, referencesIn } from '#rules/fixes/openapi/former-value.ts';

/** More is no longer one property. */
const mostSchemas = 10;

/**
 * Adds the schemas that a value of the root file refers to and that are gone, as they were, with those they refer to. Undefined where
 * one was not there either, or where there are too many.
 */
export function missingSchemas(
  value: PlainValue,
  context: DescriptionContext,
  scope: BaseScope,
): readonly TreeChange[] | undefined {
  const changes = new Map<string, TreeChange>();
  const pending = [...referencesIn(value)];
  for (let target = pending.pop(); target !== undefined; target = pending.pop()) {
    const name = schemaNameIn(target, context);
    if (name === undefined || changes.has(name) || scope.find('openapi.schema', name) !== undefined) continue;
    const former = unnoted(() => scope.base.find('openapi.schema', name));
    if (former === undefined || changes.size === mostSchemas) return undefined;
    const written = formerValue(former.tree, former, former);
    changes.set(name, addComponent('schemas', name, written, context));
    pending.push(...referencesIn(written));
  }
  return [...changes.values()];
}

/** Of `#/components/schemas/Order` the name. */
function schemaNameIn(target: string, context: DescriptionContext): string | undefined {
  const above = `#/${componentPointer('schemas', '', context).join('/')}`;
  const name = target.startsWith(above) ? target.slice(above.length) : '';
  return name === '' || name.includes('/') ? undefined : name.replaceAll('~1', '/').replaceAll('~0', '~');
}
