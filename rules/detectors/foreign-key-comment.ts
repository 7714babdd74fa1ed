import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';

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

/** A comment at the field that says that the id comes from elsewhere. */
export function isForeignId({ section, span, documentation }: PrismaField): boolean {
  const [rest = ''] = section.text.slice(span.end).split(/[\r\n]/);
  return /\b(?:external|third[- ]party|remote|stripe|upstream)\b/i.test(`${documentation} ${rest}`);
}
