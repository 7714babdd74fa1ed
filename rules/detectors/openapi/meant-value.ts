import type { WrongValue } from '#core/openapi/spec/fault.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { isSwap } from '#core/text/one-edit.ts';
import { typeNames } from '#rules/words/type-names.ts';

/** The value that one which is not allowed is meant to be. */
export function meantValue({
  object,
  field,
  text,
  allowed,
}: Pick<WrongValue, 'object' | 'field' | 'text' | 'allowed'>): string | undefined {
  const isType = field === 'type' && object !== 'security-scheme';
  const synonym = isType ? typeNames.get(text.toLowerCase()) : undefined;
  if (synonym !== undefined && allowed.includes(synonym)) return synonym;
  return (text.length > 2 ? nearestName(text, allowed) : undefined) ?? allowed.find((value) => isSwap(text, value));
}
