import type { PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { blockCalled } from '#core/prisma/named-block.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { commentBehind, commentsAbove, groupComment } from '#rules/detectors/prisma/prisma-comments.ts';
import {
  capitalSystems,
  externalPhrases,
  foreignIdPhrases,
  foreignSystems,
  mirrorPhrases,
  otherKeyWords,
  ownIdNames,
  plainCapitals,
} from '#rules/words/foreign-systems.ts';

/** A comment that says that the model goes without foreign keys on purpose. */
export function refusesForeignKeys({ section }: PrismaModel): boolean {
  const comments = section.text.match(/\/\/.*/g) ?? [];
  return comments.some((comment) => {
    const isDenied = /\b(?:no|not|without|can't|cannot|drop\w*|remov\w*|avoid\w*|skip\w*)\b/i.test(comment);
    const isScalar =
      /\bscalar[- ]only\b|\bcross[- ](?:db|database|service)\b|\b(?:soft|loose) (?:reference|fk)\b/i.test(comment);
    return isScalar || (isDenied && /\b(?:fks?|foreign[- ]keys?|relations?)\b/i.test(comment));
  });
}

/**
 * A comment at the field, above it or behind it, that says that the id comes from elsewhere: it says so (`from their API`),
 * or names a system, or anything with a capital in the middle of a sentence that is no model of the schema.
 */
export function isForeignId(field: PrismaField, scope: Scope): boolean {
  const comment = commentsOf(field);
  const isSaid = externalPhrases.test(comment) || foreignIdPhrases.some((phrase) => phrase.test(comment));
  if (isSaid || speaksOfOtherKey(field, comment)) return true;
  return words(comment).some((word) => isForeignName(word, field.section, scope)) || isInForeignGroup(field);
}

/** True where a comment at `orderId` speaks of an order number: not of the key of an order. */
function speaksOfOtherKey({ name }: PrismaField, comment: string): boolean {
  const noun = wordsOf(name.value).at(-2);
  const said = words(comment).map(({ text }) => text.toLowerCase());
  return said.some((word, index) => word === noun && otherKeyWords.includes(said[index + 1] ?? ''));
}

/** True below a comment that stands above a group of columns, as `// Stripe`, or `/// Shipping provider`. Whose row it is is ours there, too. */
function isInForeignGroup({ section: { text }, span, name }: PrismaField): boolean {
  if (ownIdNames.includes(foldedName(name.value).replace(/id$/, ''))) return false;
  const comment = groupComment(text, span);
  return externalPhrases.test(comment) || words(comment).some(({ text: word }) => isForeignSystem(word));
}

/** A comment before a model that says that its rows are a copy of what another system has. */
export function isCopyOfForeign({ section: { text }, span, documentation }: PrismaModel): boolean {
  const comment = `${commentsAbove(text, span)}\n${documentation}`;
  return mirrorPhrases.test(comment) || (externalPhrases.test(comment) && /\b(?:rows?|records?|data)\b/i.test(comment));
}

/** A comment at the field that names another system, or says that one is meant: the column tells what happened there. */
export function speaksOfForeignSystem(field: PrismaField): boolean {
  const comment = commentsOf(field);
  return externalPhrases.test(comment) || words(comment).some(({ text }) => isForeignSystem(text));
}

function commentsOf({ section: { text }, span, documentation }: PrismaField): string {
  return `${commentsAbove(text, span)}\n${documentation}\n${commentBehind(text, span)}`;
}

function isForeignSystem(word: string): boolean {
  return foreignSystems.includes(word.toLowerCase()) || capitalSystems.includes(word);
}

interface Word {
  readonly text: string;
  readonly beginsSentence: boolean;
}

function words(comment: string): readonly Word[] {
  return comment.split(/\r\n|\r|\n/).flatMap((line) => {
    const found = [...line.matchAll(/[A-Za-z][A-Za-z0-9]*/g)];
    return found.map(({ 0: text, index }) => ({
      text,
      beginsSentence: /(?:^|[.:;!?])[\s/*"'`(-]*$/.test(line.slice(0, index)),
    }));
  });
}

function isForeignName({ text, beginsSentence }: Word, section: PrismaSection, scope: Scope): boolean {
  if (isForeignSystem(text)) return true;
  const isName = /^[A-Z][A-Za-z0-9]*[a-z]/.test(text) && !plainCapitals.includes(text.toLowerCase());
  return isName && !beginsSentence && !isDeclared(text, section, scope);
}

function isDeclared(name: string, section: PrismaSection, scope: Scope): boolean {
  const singular = name.replace(/s$/, '');
  return [name, singular, name.toLowerCase()].some(
    (one) =>
      blockCalled('prisma.model', one, section, scope) !== undefined ||
      blockCalled('prisma.enum', one, section, scope) !== undefined,
  );
}
