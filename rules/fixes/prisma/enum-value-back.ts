import type { PrismaEnum, PrismaEnumValue } from '#core/prisma/model.ts';
import type { Fix } from '#core/rule.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';

/** Writes a value that is gone behind those it stood behind; none into an enum on one line, or without values. */
export function enumValueBack(value: PrismaEnumValue, former: PrismaEnum, node: PrismaEnum): readonly Fix[] {
  const above = former.values.slice(0, former.values.indexOf(value)).reverse();
  const kept = above.map(({ name }) => node.values.find((each) => each.name.value === name.value));
  const after = kept.find((each) => each !== undefined);
  const neighbour = after ?? node.values[0];
  const { text } = node.section;
  if (neighbour === undefined) return [];
  const start = text.lastIndexOf('\n', neighbour.span.start - 1) + 1;
  const indent = text.slice(start, neighbour.span.start);
  const next = text.indexOf('\n', neighbour.span.end);
  if (indent.trim() !== '' || next < 0 || start < node.body.start) return [];
  const lineBreak = text.charAt(next - 1) === '\r' ? '\r\n' : '\n';
  const written = former.section.text.slice(value.span.start, value.span.end);
  const at = after === undefined ? start : next + 1;
  const edit = { span: { start: at, end: at }, newText: `${indent}${written}${lineBreak}` };
  return [prismaFix(`Bring \`${value.name.value}\` back`, 'review', node.section, edit)];
}
