import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { pointerOf, type View } from '#core/openapi/view.ts';
import { isList, isMap } from '#core/tree/equal-values.ts';
import { type PlainValue, type TreeNode, toPlainValue } from '#core/tree/tree.ts';
import { absoluteReferences, valueIn } from '#rules/fixes/openapi/portable-value.ts';

/** A value of the base, which stood at or in `former`, as the file of `now` writes it. */
export function formerValue(value: TreeNode, former: View, now: View): PlainValue {
  const plain = toPlainValue(value);
  // The same place of the same file, whatever that was called.
  const isSame = formatPointer(pointerOf(former.location)) === formatPointer(pointerOf(now.location));
  if (isSame && referencesIn(plain).every((target) => target.startsWith('#'))) return plain;
  return valueIn(absoluteReferences(plain, former.section.uri), now.section.uri);
}

/** The texts of all `$ref`s in a value. */
export function referencesIn(value: PlainValue): readonly string[] {
  if (isList(value)) return value.flatMap(referencesIn);
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === '$ref' && typeof item === 'string' ? [item] : referencesIn(item),
  );
}
