import { pointerOf } from '#core/openapi/view.ts';
import type { Fix, Scope } from '#core/rule.ts';
import { type DescribedField, describedName } from '#rules/detectors/cross/described-fields.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';

/** Lets a text be as long as its column holds; none where others say it, too. */
export function asLongAsColumn(
  described: DescribedField,
  length: number | undefined,
  scope: Pick<Scope, 'resolve'>,
): readonly Fix[] {
  const { schema } = described.property;
  const value = scope.resolve(schema);
  if (length === undefined || value === undefined || schema.kind === 'openapi.reference') return [];
  if (!isWrittenInPlace(value, 'type') || value.types.length !== 1) return [];
  const pointer = [...pointerOf(value.location), 'maxLength'];
  const after = ['minLength', 'format', 'type'];
  const title = `Set \`maxLength: ${length}\` of \`${describedName(described)}\``;
  const { uri } = value.section;
  return [{ title, safety: 'review', changes: [{ kind: 'set', uri, pointer, value: length, after }] }];
}
