import { attributeOf } from '#core/prisma/attribute.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { commentBehind, commentsAbove, groupComment } from '#rules/detectors/prisma/prisma-comments.ts';
import {
  harmlessCardWords,
  keptSafePhrases,
  keptSafeWords,
  openingModelWords,
  openingTokenWords,
  passwordWords,
  personalNumberNames,
  signInModelWords,
  storedKeyNames,
  tradingModelWords,
} from '#rules/words/stored-secrets.ts';

/**
 * `password`: what a person signs in with. `key`: what a program shows to another one. `token`: what opens something to whoever has it. `number`: of a
 * person or a card.
 */
export type SecretKind = 'password' | 'key' | 'token' | 'number';

/** What kind of secret a text column holds of which nothing says that it is hashed or encrypted; undefined for any other column. */
export function plainSecretKind(field: PrismaField, model: PrismaModel): SecretKind | undefined {
  const words = wordsOf(field.name.value);
  const isHolder = field.type.value === 'String' || (field.type.value === 'Json' && words.at(-1) === 'credentials');
  if (!isHolder || field.isList || attributeOf(field, 'ignore') !== undefined) return undefined;
  const kind = kindOf(words, model);
  if (kind === undefined || words.some((word) => keptSafeWords.has(word) && !isPartOfName(word, kind)))
    return undefined;
  return isKeptSafe(field, model) ? undefined : kind;
}

/** True for a text column named after a secret, however it is kept. */
export function isSecretColumn({ name, type }: PrismaField): boolean {
  const isText = type.value === 'String' || type.value === 'Bytes';
  return isText && wordsOf(name.value).some((word) => secretWords.has(word));
}

const secretWords: ReadonlySet<string> = new Set('password passwd secret token ssn cvv cvc apikey'.split(' '));

function kindOf(words: readonly string[], model: PrismaModel): SecretKind | undefined {
  const last = words.at(-1) ?? '';
  const own = wordsOf(model.name.value).map(singularOf);
  if (passwordWords.includes(last))
    return own.some((word) => signInModelWords.has(word)) && words.length === 1 ? 'password' : 'key';
  const name = words.join(' ');
  const isCalled = (names: readonly string[]): boolean => names.some((one) => name === one || name.endsWith(` ${one}`));
  if (isCalled(personalNumberNames)) return isHarmlessNumber(words, own) ? undefined : 'number';
  if (isCalled(storedKeyNames)) return 'key';
  if (name === 'code' && /\b(?:recovery|backup) code$/.test(own.join(' '))) return 'token';
  if (last !== 'token') return undefined;
  if (words.length > 1) return words.slice(0, -1).some((word) => openingTokenWords.has(word)) ? 'token' : undefined;
  return own.some((word) => openingModelWords.has(word)) ? 'token' : undefined;
}

/** The card of a library, the tax number of a company; nobody's social security number. */
function isHarmlessNumber(words: readonly string[], own: readonly string[]): boolean {
  const isOfCard = words.includes('card') || words.includes('cc');
  if (isOfCard) return [...own, ...words].some((word) => harmlessCardWords.has(word));
  return words.includes('tax') && [...own, ...words].some((word) => tradingModelWords.has(word));
}

/** `reset` of `resetToken`, `id` of `national id number`. */
function isPartOfName(word: string, kind: SecretKind): boolean {
  return (
    (kind === 'token' && word === 'reset') ||
    (kind === 'number' && word === 'id') ||
    (kind === 'key' && word === 'encryption')
  );
}

/** A comment at the field, its group or its model, a column beside it, or the length of a hash says so. */
function isKeptSafe(field: PrismaField, model: PrismaModel): boolean {
  const { text } = field.section;
  const comments = [
    commentsAbove(text, field.span),
    commentBehind(text, field.span),
    field.documentation,
    groupComment(text, field.span),
    model.documentation,
    text.slice(0, model.span.start),
  ];
  if (comments.some((comment) => keptSafePhrases.test(comment))) return true;
  const [length] = nativeTypeOf(field)?.args ?? [];
  if (length !== undefined && hashLengths.has(length)) return true;
  const stem = foldedName(field.name.value);
  return model.fields.some(({ name }) => {
    const other = foldedName(name.value);
    return besideNames.has(other) || other.endsWith('algorithm') || (other !== stem && besideOf(stem).includes(other));
  });
}

/** Of bcrypt, Argon2, SHA-256 and SHA-512 in hexadecimal digits. */
const hashLengths: ReadonlySet<string> = new Set(['60', '97', '64', '128']);

const besideNames: ReadonlySet<string> = new Set(
  'salt passwordsalt hashalgorithm passwordalgorithm passwordalgo hashalgo encryptionkeyid keyversion encryptionversion authtag nonce iv kmskeyid'.split(
    ' ',
  ),
);

function besideOf(stem: string): readonly string[] {
  return [`${stem}iv`, `${stem}salt`, `${stem}tag`, `${stem}nonce`, `${stem}hash`, `${stem}encrypted`];
}
