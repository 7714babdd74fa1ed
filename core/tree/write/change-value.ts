import type { TreeChange } from '#core/tree/change.ts';
import { equalValues, isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';

/** What a change makes of a value, without regard to text; undefined when it cannot be done. */
export function changeValue(value: PlainValue, change: TreeChange): PlainValue | undefined {
  const { pointer } = change;
  switch (change.kind) {
    case 'set':
      return update(value, pointer, (old) => (old !== undefined && change.ifAbsent ? old : change.value));
    case 'append':
      return update(value, pointer, (old) => {
        if (old === undefined || old === null) return [change.value];
        if (!isList(old)) return undefined;
        return change.ifAbsent && old.some((item) => equalValues(item, change.value)) ? old : [...old, change.value];
      });
    case 'rename':
      return moveValue(value, pointer, [...pointer.slice(0, -1), change.name]);
    case 'remove':
      return removeValue(value, change.prune && isOnly(value, pointer) ? pointer.slice(0, -1) : pointer);
    case 'move':
      return moveValue(value, pointer, change.to);
    default:
      return change satisfies never;
  }
}

function moveValue(value: PlainValue, from: readonly string[], to: readonly string[]): PlainValue | undefined {
  const moved = valueAt(value, from);
  const isInside = from.every((step, depth) => step === to[depth]);
  if (isInside) return moved !== undefined && from.length === to.length ? value : undefined;
  if (moved === undefined || valueAt(value, to) !== undefined) return undefined;
  const rest = removeValue(value, from);
  return rest === undefined ? undefined : update(rest, to, () => moved);
}

function removeValue(value: PlainValue, pointer: readonly string[]): PlainValue | undefined {
  const last = pointer.at(-1);
  if (last === undefined) return undefined;
  if (valueAt(value, pointer) === undefined) return value;
  return update(value, pointer.slice(0, -1), (parent) => {
    if (parent === undefined) return undefined;
    if (isList(parent)) return parent.toSpliced(Number(last), 1);
    return isMap(parent) ? Object.fromEntries(Object.entries(parent).filter(([key]) => key !== last)) : undefined;
  });
}

/** True for the only item or entry there is. */
function isOnly(value: PlainValue, pointer: readonly string[]): boolean {
  const parent = pointer.length < 2 ? undefined : valueAt(value, pointer.slice(0, -1));
  if (parent === undefined || valueAt(value, pointer) === undefined) return false;
  return isList(parent) ? parent.length === 1 : isMap(parent) && Object.keys(parent).length === 1;
}

function valueAt(value: PlainValue, pointer: readonly string[]): PlainValue | undefined {
  let current: PlainValue | undefined = value;
  for (const step of pointer) current = current === undefined ? undefined : childOf(current, step);
  return current;
}

function childOf(value: PlainValue, key: string): PlainValue | undefined {
  if (isList(value)) return value[Number(key)];
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function update(
  value: PlainValue | undefined,
  pointer: readonly string[],
  change: (old: PlainValue | undefined) => PlainValue | undefined,
): PlainValue | undefined {
  const [key, ...rest] = pointer;
  if (key === undefined) return change(value);
  const parent = value ?? {};
  const child = update(childOf(parent, key), rest, change);
  if (child === undefined) return undefined;
  if (isMap(parent))
    return Object.fromEntries([...Object.entries(parent).filter(([name]) => name !== key), [key, child]]);
  const index = Number(key);
  return isList(parent) && index <= parent.length ? parent.toSpliced(index, 1, child) : undefined;
}
