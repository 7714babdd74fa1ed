import type { LanguageSample } from '#core/language.ts';
import { languageOfRule } from '#core/language-of.ts';
import { openApi } from '#core/openapi/language.ts';

/** How the language of a rule is shown; rules that compare several languages are told in descriptions. */
export function ruleSample(ruleId: string): LanguageSample {
  return (languageOfRule(ruleId) ?? openApi).sample;
}
