import { ignoreWord, readDirective, type Suppression } from '#core/suppress/suppression.ts';
import type { TableSection } from './model.ts';

/** `# plumbline-ignore …` silences the line below it. */
export function tableSuppressions(section: TableSection): readonly Suppression[] {
  const { text } = section;
  return [...text.matchAll(new RegExp(`^[ \\t]*# (?=${ignoreWord}\\b)`, 'gm'))].map((match) => {
    const directive = readDirective(text, match.index + match[0].length);
    const start = text.indexOf('\n', directive.span.end) + 1;
    const end = text.indexOf('\n', start);
    const target = start === 0 ? directive.span : { start, end: end < 0 ? text.length : end };
    return { section, ...directive, target };
  });
}
