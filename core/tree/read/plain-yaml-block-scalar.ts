import { CHOMPING_MODE, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { bareScalar } from '#core/tree/read/plain-yaml-event.ts';
import { type PlainYamlLines, unit } from '#core/tree/read/plain-yaml-lines.ts';
import { placeOfScalar } from '#core/tree/read/yaml-places.ts';
import type { ScalarNode } from '#core/tree/tree.ts';
import { scalarNode } from '#core/tree/tree-nodes.ts';

/**
 * Reads the literal or folded block scalar (YAML 1.2.2 §8.1) whose header stands at an offset, and goes on to the content
 * behind it. Undefined where its header or its indentation is not plain.
 */
export function readPlainBlockScalar(
  lines: PlainYamlLines,
  offset: number,
  parentIndent: number,
): ScalarNode | undefined {
  const header = readHeader(lines, offset);
  if (header === undefined) return undefined;
  const { chomping, contentStart } = header;
  const body = readBody(lines, contentStart, parentIndent, header.indentation);
  if (body === undefined) return undefined;
  const event = {
    ...bareScalar,
    valueStart: contentStart,
    valueEnd: body.end,
    style: lines.units.charCodeAt(offset) === unit.pipe ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK,
    chomping,
    indent: body.indent,
  };
  const { start, end } = placeOfScalar(lines.text, offset, event, false);
  return scalarNode(start, end, getScalarValue(lines.text, event));
}

/** c-b-block-header (§8.1.1); `indentation` is undefined where it is told by the first line. */
function readHeader({ units }: PlainYamlLines, offset: number) {
  const header = /[|>](?:([1-9])([-+]?)|([-+]?)([1-9]?))(?: +#[^\n]*| *\r?)\n/y;
  header.lastIndex = offset;
  const found = header.exec(units);
  if (found === null) return undefined;
  const [, before, behind, alone, last] = found;
  const digit = before ?? last ?? '';
  const sign = behind ?? alone ?? '';
  return {
    contentStart: header.lastIndex,
    indentation: digit === '' ? undefined : Number(digit),
    chomping: sign === '' ? CHOMPING_MODE.CLIP : sign === '+' ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP,
  };
}

/**
 * The lines of the content (§8.1.1.1–8.1.2), blank lines behind it included. `indent` is -1 when there is no content.
 * A last line of nothing but spaces is not plain, nor a blank line before the content that is indented more than it.
 */
function readBody(
  lines: PlainYamlLines,
  start: number,
  parentIndent: number,
  indentation: number | undefined,
): { readonly end: number; readonly indent: number } | undefined {
  const { units } = lines;
  let indent = indentation === undefined ? -1 : parentIndent + indentation;
  let deepestBlank = 0;
  let lineStart = start;
  for (;;) {
    const index = lines.skipSpaces(lineStart);
    const column = index - lineStart;
    const next = units.charCodeAt(index);
    if (next === unit.end && column > 0) return undefined;
    if (next === unit.lineFeed || next === unit.carriageReturn) {
      if (indent < 0) deepestBlank = Math.max(deepestBlank, column);
    } else {
      if (next === unit.end || column < indent || (indent < 0 && column <= parentIndent)) break;
      if (indent < 0 && (next === unit.tab || column < deepestBlank)) return undefined;
      if (indent < 0) indent = column;
    }
    const end = lines.endOfLine(index);
    lineStart = units.charCodeAt(end) === unit.end ? end : end + 1;
  }
  return lines.startAt(lineStart) ? { end: lineStart, indent } : undefined;
}
