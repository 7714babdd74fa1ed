import type { SecurityScheme } from '#core/openapi/model.ts';
import type { BaseScope } from '#core/rule.ts';
import { equalValues } from '#core/tree/equal-values.ts';
import { type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { unnoted } from '#core/work/note-read.ts';

/** True for a scheme of the base and one of today that ask for the same: one name, or a new name for what the old one was. */
export function isSameScheme(before: string, after: string, scope: BaseScope): boolean {
  if (before === after) return true;
  if (scope.find('openapi.security-scheme', before) !== undefined) return false;
  const [former, now] = [
    unnoted(() => scope.base.find('openapi.security-scheme', before)),
    scope.find('openapi.security-scheme', after),
  ];
  if (former === undefined || now === undefined) return false;
  const isNew = unnoted(() => scope.base.find('openapi.security-scheme', after)) === undefined;
  return isNew && equalValues(asked(former), asked(now));
}

/** What a scheme asks for, without what is said about it. */
function asked({ tree }: SecurityScheme): PlainValue {
  const value = toPlainValue(tree);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'description' && !name.startsWith('x-')));
}
