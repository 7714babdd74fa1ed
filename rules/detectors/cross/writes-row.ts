import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';

const signUpSegments: ReadonlySet<string> = new Set(['register', 'registration', 'registrations', 'signup']);
const creatingWords: ReadonlySet<string> = new Set(['create', 'new', 'add', 'insert', 'register', 'signup']);

/** True for an update, and for a POST that makes a row: to the model's own collection, to sign up, or of a `CreateUser`. */
export function writesRow({ method, path }: Operation, { name, role }: Schema, model: PrismaModel): boolean {
  if (method !== 'post') return true;
  const last = segmentsOf(path).at(-1) ?? '';
  const words = wordsOf(role === 'component' ? (name?.value ?? '') : '');
  if (signUpSegments.has(foldedName(last)) || words.some((word) => creatingWords.has(word))) return true;
  return singularOf(foldedName(last)) === singularOf(foldedName(model.name.value));
}
