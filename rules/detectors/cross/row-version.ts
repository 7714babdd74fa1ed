import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName } from '#core/text/casing.ts';
import { updateTimeOf } from '#rules/detectors/prisma/time-field.ts';
import { versionNames } from '#rules/words/versions.ts';

/** What tells two versions of a row apart: a number, a text, or the time of the last change; undefined where nothing does. */
export function rowVersionOf(model: PrismaModel): PrismaField | undefined {
  const own = foldedName(model.name.value);
  return model.fields.find(({ name }) => isVersionName(foldedName(name.value), own)) ?? updateTimeOf(model);
}

/** `version`, `doc_version`, `orderVersion` of an Order. */
function isVersionName(name: string, model: string): boolean {
  return (
    versionNames.has(name) || versionNames.has(name.replace(model, '')) || /(?:row|lock|doc|data)version$/.test(name)
  );
}
