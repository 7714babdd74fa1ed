import type { PrismaModel } from '#core/prisma/model.ts';
import { modelCalled } from '#core/prisma/named-block.ts';
import type { Scope } from '#core/rule.ts';
import { toPascalCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';

/** The model of this name in any of the usual casings, or of its plural or singular; what stands beside another one comes first. */
export function modelNamed(stem: string, { section }: PrismaModel, scope: Scope): PrismaModel | undefined {
  const capitalised = stem.charAt(0).toUpperCase() + stem.slice(1);
  for (const name of new Set([capitalised, toPascalCase(stem), stem, toSnakeCase(stem), ...numbersOf(stem)])) {
    const model = modelCalled(name, section, scope);
    if (model !== undefined) return model;
  }
  return undefined;
}

/** The name in the plural and in the singular. */
function numbersOf(stem: string): readonly string[] {
  const words = [...wordsOf(stem)];
  const last = words.pop() ?? '';
  const others = [pluralOf(last), singularOf(last)].filter((word) => word !== last);
  return others.map((word) => [...words, word].join('_')).flatMap((name) => [toPascalCase(name), name]);
}

/** The model of these words, or of these behind the word that all tables begin with: `app_user` for an `app_order`. */
export function modelLike(stem: readonly string[], model: PrismaModel, scope: Scope): PrismaModel | undefined {
  const [first = '', ...rest] = wordsOf(model.name.value);
  const prefixed = rest.length === 0 ? undefined : modelNamed([first, ...stem].join('_'), model, scope);
  return modelNamed(stem.join('_'), model, scope) ?? prefixed;
}
