import type { Scalar } from '#core/tree/tree.ts';

/** Where a scalar stands; flow style and keys forbid more. */
export type ScalarPlace = 'block' | 'flow' | 'key' | 'flow-key';

/** What a plain scalar would be read as by YAML 1.1 or 1.2 in place of a string. */
const readAsOther = [
  /^(?:~|null|true|false|yes|no|on|off|y|n)$/i,
  /^[-+]?(?:[\d_]*|(?:\d[\d_]*)?\.[\d_]*)(?:[eE][-+]?\d+)?$/,
  /^[-+]?0[box][\da-f_]+$/i,
  /^[-+]?\.(?:inf|nan)$/i,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
  /^\d{4}-\d\d?-\d\d?(?:[Tt \t].*)?$/,
  /^(?:=|<<)$/,
];

/** Control and other units that only double quotes can carry, as escapes. */
const needsEscape =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A scalar on one line. A string is written plain where YAML 1.1 and 1.2 both read it back as the same string. */
export function renderYamlScalar(value: Scalar, place: ScalarPlace, quote: "'" | '"'): string {
  if (typeof value === 'number') return renderNumber(value);
  if (typeof value !== 'string') return String(value);
  return canBePlain(value, place) ? value : quoteYaml(value, quoteFor(value, quote));
}

/** The quotes that leave a string as it is, where those asked for would not. */
export function quoteFor(value: string, quote: "'" | '"'): "'" | '"' {
  if (quote === '"') return /["\\]/.test(value) && !value.includes("'") ? "'" : '"';
  return value.includes("'") && !/["\\]/.test(value) ? '"' : "'";
}

/** A string in quotes; in double ones where single ones cannot carry it. */
export function quoteYaml(value: string, quote: "'" | '"'): string {
  if (needsEscape.test(value) || value.includes('\n') || value.includes('\t') || quote === '"')
    return doubleQuoted(value);
  return `'${value.replaceAll("'", "''")}'`;
}

/** True when a string needs no quotes to be read back as itself, by YAML 1.1 and 1.2. */
export function canBePlain(value: string, place: ScalarPlace): boolean {
  if (value === '' || value.trim() !== value || /[\n\t]/.test(value) || needsEscape.test(value)) return false;
  if (/^[?:,[\]{}#&*!|>'"%@`]/.test(value) || /^-(?:\s|$|--)/.test(value) || value.startsWith('...')) return false;
  if (/:(?:\s|$)/.test(value) || /\s#/.test(value)) return false;
  if ((place === 'flow' || place === 'flow-key') && /[,[\]{}]|:$|^-/.test(value)) return false;
  return !readAsOther.some((pattern) => pattern.test(value));
}

/** True when a string can be written as a literal block (`|`) without an indentation indicator or kept line breaks. */
export function canBeLiteral(value: string): boolean {
  if (!/^[^\n]*\n[\s\S]*[^\n]/.test(value) && !/^[^\n]+\n$/.test(value)) return false;
  return !/^\s/.test(value) && !value.endsWith('\n\n') && !/\n[ \t]+\n?$/.test(value) && !needsEscape.test(value);
}

function renderNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  if (Object.is(value, -0)) return '-0';
  // YAML 1.1 knows no exponent without a point.
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

function doubleQuoted(value: string): string {
  const escaped = JSON.stringify(value).replace(new RegExp(needsEscape, 'g'), (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return escaped;
}
