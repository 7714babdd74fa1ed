import type { PrismaField } from '#core/prisma/model.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';

/** So many values and no more are listed in a comment of one line. */
const most = 20;

/**
 * The values a comment at the field lists: `'draft' | 'live'`, `pending, paid or failed`, `draft/live`. Empty where it does not,
 * or says that there are more.
 */
export function listedValues({ section: { text }, span, documentation }: PrismaField): readonly string[] {
  // Of several lines nobody knows where the list ends.
  const comments = [commentBehind(text, span), documentation, commentsAbove(text, span)];
  for (const comment of comments.filter((one) => !one.includes('\n'))) {
    const values = valuesOf(comment.replace(/^[\s/*]+/, ''));
    if (values.length > 0) return values;
  }
  return [];
}

function valuesOf(comment: string): readonly string[] {
  if (/\be\.?\s?g\b|\betc\b|\.\.\.|…|\bsuch as\b|\blike\b|\bany\b/i.test(comment) || comment.length > 300) return [];
  const quoted = [...comment.matchAll(/(["'`])([A-Za-z][\w-]{0,40})\1/g)].map(([, , value = '']) => value);
  if (quoted.length > 1 && quoted.length <= most) return [...new Set(quoted)];
  const list = comment
    .replace(/^[^:]{0,40}:\s*/, '')
    .replace(/[.\s]+$/, '')
    .replace(/^\((.*)\)$/, '$1');
  const parts = list.split(/\s*(?:,\s*(?:or|and)\s|\||\/|,)\s*|\s+or\s+/).map((part) => part.trim());
  const areWords = parts.every((part) => /^[A-Za-z][A-Za-z0-9_-]{0,40}$/.test(part));
  return areWords && parts.length > 1 && parts.length <= most ? [...new Set(parts)] : [];
}
