import type { PrismaDatasource, PrismaGenerator } from '#core/prisma/model.ts';
import type { Edit } from '#core/text/span.ts';

/** Inserts a line `key = value` behind the last setting of a block, set in columns as the others are. */
export function insertSettingEdit(
  block: PrismaDatasource | PrismaGenerator,
  key: string,
  value: string,
): Edit | undefined {
  const { text } = block.section;
  const last = block.settings.at(-1);
  if (last?.value === undefined) return undefined;
  const { start } = last.key.span;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const indentation = text.slice(lineStart, start);
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const rest = /[^\r\n]*/.exec(text.slice(last.value.span.end))?.[0] ?? '';
  const end = last.value.span.end + rest.length;
  if (indentation.trim() !== '' || rest.includes('}')) return undefined;
  const column = text.slice(start, last.value.span.start).indexOf('=');
  return {
    span: { start: end, end },
    newText: `${lineBreak}${indentation}${key.padEnd(Math.max(column - 1, key.length))} = ${value}`,
  };
}
