import { parsePointer, splitReference } from '#core/openapi/reference/reference-target.ts';
import { decodePercent } from '#core/text/decode-percent.ts';

/** What a reference leads to, as it is called: the last key of its pointer, the name of an anchor, else its file's. */
export function targetName(target: string): string {
  return lastStep(target) ?? fileStem(target);
}

/** The same, but a file is called with its ending: what has no pointer may be a name, too (Discriminator Object). */
export function targetStep(target: string): string {
  return lastStep(target) ?? fileName(target);
}

/** `User.yaml` for `file:///api/schemas/User.yaml`. */
export function fileName(uri: string): string {
  const { file } = splitReference(uri);
  return decodePercent(file.slice(file.lastIndexOf('/') + 1));
}

/** `User` for `file:///api/schemas/User.yaml`. */
export function fileStem(uri: string): string {
  return fileName(uri).replace(/\.[^.]*$/, '');
}

/** Undefined where all of a file is meant. */
function lastStep(target: string): string | undefined {
  if (plainPointer.test(target)) return target.slice(target.lastIndexOf('/') + 1);
  const { fragment } = splitReference(target);
  return fragment === '' || fragment === '/' ? undefined : parsePointer(fragment).at(-1);
}

/** As nearly all are: nothing in it stands for something else. */
const plainPointer = /^#\/[^%~]*[^%~/]$/;
