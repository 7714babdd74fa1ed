import type { Change } from '#core/rule.ts';
import { ignoreWord } from '#core/suppress/suppression.ts';
import type { Section } from '#core/text/section.ts';

/** A comment that silences a rule, on a line of its own above the line of `offset`, at that line's indentation. */
export function ignoreComment(section: Section, offset: number, mark: string, ruleId: string, reason: string): Change {
  const { text } = section;
  const before = text.slice(0, offset);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const comment = `${mark} ${ignoreWord} ${ruleId}: ${reason}`;
  const edit = { span: { start: lineStart, end: lineStart }, newText: `${indentation}${comment}${lineBreak}` };
  return { kind: 'text', section, edits: [edit] };
}
