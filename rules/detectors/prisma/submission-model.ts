import type { PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { columnsOf } from '#rules/detectors/prisma/model-columns.ts';
import { consentNames, consentWords, reachNames } from '#rules/words/submissions.ts';

/**
 * True for what a form on a website sent: how to reach somebody, that they agreed, and nothing else of ours: no relation, no
 * status, no password. It is read, and stays as it was sent.
 */
export function isSubmission(model: PrismaModel, scope: Scope): boolean {
  const known = columnsOf(model, scope);
  if (known === undefined || known.relations.length > 0 || /user|customer|member|profile/i.test(model.name.value))
    return false;
  const names = known.columns.map(({ name }) => foldedName(name.value));
  const isWorkedOn = names.some(
    (name) => /^(?:status|state|password|passwordhash|role)$/.test(name) || /^(?:user|owner)id$/.test(name),
  );
  const isAgreed = known.columns.some(({ name, type }) => type.value === 'Boolean' && isConsent(name.value));
  return !isWorkedOn && isAgreed && names.some((name) => reachNames.has(name));
}

function isConsent(name: string): boolean {
  return consentNames.has(foldedName(name)) || wordsOf(name).some((word) => consentWords.has(word));
}
