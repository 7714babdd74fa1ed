import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { widthUnder } from '#core/tree/write/flow-maps.ts';
import type { TreeStyle } from '#core/tree/write/style.ts';

/** How a JSON value is laid out: on one line, or with its parts on lines indented deeper than `indentation`. */
export interface JsonLayout {
  readonly isInline: boolean;
  /** The white space before the line the value begins on. */
  readonly indentation: string;
}

/** A value as JSON text; its first line is not indented. `key` is the one it stands under. */
export function renderJson(value: PlainValue, layout: JsonLayout, style: TreeStyle, key = ''): string {
  if (isList(value)) {
    const isInline = layout.isInline || (style.inlineLists && value.every((item) => !isList(item) && !isMap(item)));
    return brackets('[', ']', { ...layout, isInline }, style, (inner) =>
      value.map((item) => renderJson(item, inner, style)),
    );
  }
  if (!isMap(value)) return renderJsonScalar(value);
  return brackets('{', '}', layout, style, (inner) =>
    Object.entries(value).map(
      ([name, item]) => flowEntry(name, item, inner, key, style) ?? renderJsonEntry(name, item, inner, style),
    ),
  );
}

/** An entry whose map stands on the line of its key, as maps like it do; undefined where they do not, or there is no room. */
function flowEntry(
  key: string,
  value: PlainValue,
  layout: JsonLayout,
  parent: string,
  style: TreeStyle,
): string | undefined {
  const width = layout.isInline ? 0 : (widthUnder(key, parent, value, style.flowMaps) ?? 0);
  if (width === 0) return undefined;
  const entry = renderJsonEntry(key, value, { ...layout, isInline: true }, style);
  return layout.indentation.length + entry.length <= width ? entry : undefined;
}

/** `"key": value`. */
export function renderJsonEntry(key: string, value: PlainValue, layout: JsonLayout, style: TreeStyle): string {
  return JSON.stringify(key) + style.colon + renderJson(value, layout, style, key);
}

/** What stands between the parts of a one-line map or list. */
export function inlineSeparator(style: TreeStyle): string {
  return style.isMinified ? ',' : ', ';
}

function renderJsonScalar(value: string | number | boolean | null): string {
  return JSON.stringify(value);
}

function brackets(
  open: string,
  close: string,
  layout: JsonLayout,
  style: TreeStyle,
  parts: (inner: JsonLayout) => readonly string[],
): string {
  const inner = { ...layout, indentation: layout.indentation + style.indentation };
  const rendered = parts(inner);
  if (rendered.length === 0) return open + close;
  const padding = open === '{' && !style.isMinified ? style.padding : '';
  if (layout.isInline) return open + padding + rendered.join(inlineSeparator(style)) + padding + close;
  const separator = style.lineBreak + inner.indentation;
  return `${open}${separator}${rendered.join(`,${separator}`)}${style.lineBreak}${layout.indentation}${close}`;
}
