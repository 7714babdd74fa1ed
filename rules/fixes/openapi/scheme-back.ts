import type { SecurityScheme } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Fix } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findString } from '#core/tree/tree.ts';

/** Says of a scheme again how it is sent; none where it is of another type, which has other fields. */
export function schemeBack(former: SecurityScheme, scheme: SecurityScheme): readonly Fix[] {
  if (former.type?.value !== scheme.type?.value) return [];
  const uri = scheme.section.uri;
  const changes = (['in', 'name', 'scheme'] as const).flatMap((key): readonly TreeChange[] => {
    const [was, is] = [former, scheme].map(({ tree }) => findString(tree, key)?.value);
    return was === undefined || was === is
      ? []
      : [{ kind: 'set', uri, pointer: [...pointerOf(scheme.location), key], value: was }];
  });
  const [first, ...more] = changes;
  return first === undefined
    ? []
    : [{ title: `Send “${scheme.name.value}” as before`, safety: 'review', changes: [first, ...more] }];
}
