import type { Language } from '#core/language.ts';
import { languages } from '#core/languages.ts';
import type { SourceDocument } from '#core/text/section.ts';

const byKind: ReadonlyMap<string, Language> = new Map(languages.map((language) => [language.kind, language]));

/** The language of a section or document. */
export function languageOf({ kind }: Pick<SourceDocument, 'kind'>): Language {
  const language = byKind.get(kind);
  if (language === undefined) throw new Error(`No language has sections of the kind “${kind}”.`);
  return language;
}

/** The language that a rule judges alone; undefined for one that compares several. */
export function languageOfRule(ruleId: string): Language | undefined {
  return languages.find(({ id }) => ruleId.startsWith(`${id}/`));
}
