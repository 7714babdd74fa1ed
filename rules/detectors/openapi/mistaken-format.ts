import { nearestName } from '#core/text/nearest-name.ts';
import { remembered } from '#core/text/remembered.ts';
import { meantNumberFormats, meantStringFormats, numberFormats, stringFormats } from '#rules/words/formats.ts';

/** The registered format that is meant by one that is none: another spelling or a slip; undefined where the format is known, or nobody knows what it is. */
export function meantFormat(format: string, type: 'string' | 'number'): string | undefined {
  return type === 'string' ? meantOfStrings(format) : meantOfNumbers(format);
}

const meantOfStrings = remembered((format) => meant(format, stringFormats, meantStringFormats), 1000);
const meantOfNumbers = remembered((format) => meant(format, numberFormats, meantNumberFormats), 1000);

function meant(format: string, known: ReadonlySet<string>, spellings: ReadonlyMap<string, string>): string | undefined {
  if (known.has(format)) return undefined;
  const folded = format.toLowerCase().replace(/[^a-z\d]/g, '');
  for (const name of known) if (name.replace(/-/g, '') === folded) return name;
  return spellings.get(folded) ?? slip(format.toLowerCase(), known);
}

/** Short names and numbers are other names: `int128` is no slip of `int32`. */
function slip(format: string, known: ReadonlySet<string>): string | undefined {
  if (format.length < 6 || /\d/.test(format)) return undefined;
  const near = nearestName(format, known);
  return near !== undefined && near.length > 5 && Math.abs(near.length - format.length) < 2 ? near : undefined;
}
