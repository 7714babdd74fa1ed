import type { ReviewedFiles } from '#cli/writable-review.ts';
import { type VersionAdvice, versionAdvice } from '#core/change/version-advice.ts';
import { singlesWithin } from '#core/place/findings-within.ts';

/** The rules that say of a change what it asks of the version. */
const versionRule = 'change/version-raised';

/** What the changes of the shown descriptions ask of their versions. */
export function versionsOf(
  { files, base, workspace }: ReviewedFiles,
  isShown: (uri: string) => boolean,
): readonly VersionAdvice[] {
  if (base === undefined || workspace === undefined) return [];
  const singles = singlesWithin(files.values(), isShown);
  const breaksIn = (uris: readonly string[]) =>
    uris
      .flatMap((uri) => singles.get(uri) ?? [])
      .filter(({ ruleId, severity }) => severity === 'error' && ruleId.startsWith('change/') && ruleId !== versionRule)
      .length;
  return versionAdvice(workspace, base, breaksIn).filter(({ uri }) => isShown(uri));
}

/** `openapi.yaml: version 1.4.0 asks for 2.0.0 (major: 3 changes break clients).` */
export function versionText(advice: VersionAdvice, pathOf: (uri: string) => string): string {
  const { uri, before, after, next, isSaid } = advice;
  const path = pathOf(uri);
  const reason = `${advice.step}: ${stepWords(advice)}`;
  if (isSaid) return `${path}: the version was ${before}, ${after} says what changed (${reason}).`;
  return `${path}: the version was ${before}, make it ${next} (${reason}).`;
}

function stepWords({ step, breaks }: VersionAdvice): string {
  if (step === 'major') return breaks === 1 ? '1 change breaks clients' : `${breaks} changes break clients`;
  return step === 'minor' ? 'nothing breaks clients' : 'only texts changed';
}
