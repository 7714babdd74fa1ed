import type { Scalar } from '#core/tree/tree.ts';

const integer = /^[-+]?[0-9]+$/;
const radixInteger = /^(?:0x[0-9a-fA-F]+|0o[0-7]+)$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const infinity = /^[-+]?\.(?:inf|Inf|INF)$/;
const notANumber = /^\.(?:nan|NaN|NAN)$/;

/** The value of a plain scalar by the core schema (YAML 1.2.2 §10.3.2); numbers too large for a double stay strings. */
export function resolveCoreScalar(source: string): Scalar {
  switch (source.charAt(0)) {
    case '':
    case '~':
    case 'n':
    case 'N':
      return isNull(source) ? null : source;
    case 't':
    case 'T':
      return source === 'true' || source === 'True' || source === 'TRUE' ? true : source;
    case 'f':
    case 'F':
      return source === 'false' || source === 'False' || source === 'FALSE' ? false : source;
    default:
      return canStartNumber(source.charCodeAt(0)) ? resolveNumber(source) : source;
  }
}

function isNull(source: string): boolean {
  return source === '' || source === '~' || source === 'null' || source === 'Null' || source === 'NULL';
}

function canStartNumber(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || unit === 43 || unit === 45 || unit === 46;
}

function resolveNumber(source: string): Scalar {
  if (integer.test(source) || float.test(source) || radixInteger.test(source)) {
    const value = Number(source);
    return Number.isFinite(value) ? value : source;
  }
  if (infinity.test(source)) return source.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return notANumber.test(source) ? Number.NaN : source;
}

/** The value of a scalar with a tag such as `!!str`; an unknown tag leaves the text a string. */
export function resolveTaggedScalar(source: string, tag: string): Scalar {
  switch (tag.replace(/^(?:!!|!<tag:yaml\.org,2002:|tag:yaml\.org,2002:)/, '').replace(/>$/, '')) {
    case 'null':
    case 'bool':
    case 'int':
    case 'float':
      return resolveCoreScalar(source);
    default:
      return source;
  }
}
