import type { Sketch } from '#core/ask/complete/openapi/shape-sketch.ts';
import { literal, stop } from '#core/ask/complete/snippet.ts';
import { renderYamlScalar } from '#core/tree/write/yaml-scalar.ts';

/** How values are written in a file. */
export interface SketchStyle {
  /** True in JSON, and in YAML between brackets whose keys stand in double quotes. */
  readonly isJson: boolean;
  /** True where values between brackets stay on their line. */
  readonly isInline: boolean;
  /** The blanks of one step of indentation. */
  readonly unit: string;
  /** Those that the line begins with. */
  readonly blanks: string;
  /** True where the dashes of a list stand further right than its key. */
  readonly isListIndented: boolean;
  readonly quote: "'" | '"';
  /** True where status codes stand without quotes. */
  readonly isCodePlain: boolean;
  readonly newline: string;
}

/** What stands behind the colon of a key in a block: a blank and a value, or lines of their own. */
export function behindKey(sketch: Sketch, indentation: string, style: SketchStyle): string {
  if (sketch.kind === 'scalar') return ` ${blockScalar(sketch, style)}`;
  const inner = sketch.kind === 'list' && !style.isListIndented ? indentation : indentation + style.unit;
  return `${style.newline}${inner}${blockLines(sketch, inner, style)}`;
}

/** A value of which the first line is indented already. */
export function blockLines(sketch: Sketch, indentation: string, style: SketchStyle): string {
  if (sketch.kind === 'scalar') return blockScalar(sketch, style);
  const next = `${style.newline}${indentation}`;
  if (sketch.kind === 'list') {
    const items = sketch.items.map((item) => `- ${blockLines(item, `${indentation}  `, style)}`);
    return items.length > 0 ? items.join(next) : `- ${sketch.rest ?? ''}`;
  }
  const entries = sketch.entries.map(([key, value]) => {
    return `${literal(renderKey(key, style, 'key'))}:${behindKey(value, indentation, style)}`;
  });
  return entries.length > 0 ? entries.join(next) : (sketch.rest ?? '');
}

/** A value between brackets; over several lines unless the style is inline. */
export function bracketed(sketch: Sketch, indentation: string, style: SketchStyle): string {
  if (sketch.kind === 'scalar') return bracketedScalar(sketch, style);
  const [open, close] = sketch.kind === 'map' ? ['{', '}'] : ['[', ']'];
  const inner = indentation + style.unit;
  const parts =
    sketch.kind === 'map'
      ? sketch.entries.map(
          ([key, value]) => `${literal(renderKey(key, style, 'flow-key'))}: ${bracketed(value, inner, style)}`,
        )
      : sketch.items.map((item) => bracketed(item, inner, style));
  const isShort = style.isInline || (sketch.kind === 'list' && sketch.items.every(({ kind }) => kind === 'scalar'));
  const blank = sketch.kind === 'list' ? '' : ' ';
  const filled = parts.length > 0 ? parts : [sketch.rest ?? ''];
  if (isShort) return `${open}${blank}${filled.join(', ')}${blank}${close}`;
  const line = `${style.newline}${inner}`;
  return `${open}${line}${filled.join(`,${line}`)}${style.newline}${indentation}${close}`;
}

/** A key as it is written in a file. */
export function renderKey(key: string, { isJson, quote, isCodePlain }: SketchStyle, place: 'key' | 'flow-key'): string {
  if (isJson) return JSON.stringify(key);
  return isCodePlain && /^\d{3}$/.test(key) ? key : renderYamlScalar(key, place, quote);
}

/** In JSON something must stand there. */
function bracketedScalar({ snippet, isText }: Sketch & { kind: 'scalar' }, { isJson }: SketchStyle): string {
  if (!isJson) return snippet;
  return isText ? `"${snippet}"` : snippet.replace(/^\$(\d+)$/, (_, number) => stop(Number(number), 'null'));
}

/** Texts that would be something else stand in quotes: `1.0.0` does not, `2.0` does. */
function blockScalar({ snippet, isText }: Sketch & { kind: 'scalar' }, { quote }: SketchStyle): string {
  const isFixed = isText && snippet !== '' && !snippet.includes('$');
  return isFixed ? literal(renderYamlScalar(snippet, 'block', quote)) : snippet;
}
