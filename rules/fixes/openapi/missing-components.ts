import type { NodeKind } from '#core/node.ts';
import type { OpenApiNode } from '#core/openapi/model.ts';
import type { BaseScope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { unnoted } from '#core/work/note-read.ts';
import { formerValue, referencesIn } from '#rules/fixes/openapi/former-value.ts';

/** More is no longer one thing. */
const mostComponents = 20;

/**
 * Adds the components that a value of the root file refers to and that are gone, as they were, with those they refer to. Undefined where
 * one was not there either, where there are too many, and where a reference leads to a place that is no component.
 */
export function missingComponents(
  value: PlainValue,
  rootUri: string,
  scope: BaseScope,
): readonly TreeChange[] | undefined {
  const changes = new Map<string, TreeChange>();
  const pending = [...referencesIn(value)];
  for (let target = pending.pop(); target !== undefined; target = pending.pop()) {
    if (!target.startsWith('#') || changes.has(target)) continue;
    const component = componentIn(target);
    if (component === undefined) return undefined;
    const { kind, name, pointer } = component;
    if (scope.find(kind, name) !== undefined) continue;
    const former = unnoted(() => scope.base.find(kind, name));
    if (former === undefined || changes.size === mostComponents) return undefined;
    const written = formerValue(former.tree, former, former);
    changes.set(target, { kind: 'set', uri: rootUri, pointer, value: written, ifAbsent: true });
    pending.push(...referencesIn(written));
  }
  return [...changes.values()];
}

type ComponentKind = OpenApiNode['kind'] & NodeKind;

interface Component {
  readonly kind: ComponentKind;
  readonly name: string;
  readonly pointer: readonly string[];
}

/** What stands in the maps of components, and at the root of a 2.0 description. */
const kinds: ReadonlyMap<string, ComponentKind> = new Map<string, ComponentKind>([
  ['components/schemas', 'openapi.schema'],
  ['components/responses', 'openapi.response'],
  ['components/parameters', 'openapi.parameter'],
  ['components/requestBodies', 'openapi.request-body'],
  ['components/headers', 'openapi.header'],
  ['components/examples', 'openapi.example'],
  ['components/links', 'openapi.link'],
  ['components/callbacks', 'openapi.callback'],
  ['definitions', 'openapi.schema'],
  ['responses', 'openapi.response'],
  ['parameters', 'openapi.parameter'],
]);

/** Of `#/components/schemas/Order` what it names. */
function componentIn(target: string): Component | undefined {
  const pointer = target.replace(/^#\//, '').split('/');
  const name = (pointer.pop() ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
  const kind = kinds.get(pointer.join('/'));
  return kind === undefined || name === '' ? undefined : { kind, name, pointer: [...pointer, name] };
}
