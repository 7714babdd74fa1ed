import { wordsOf } from '#core/text/casing.ts';
import { remembered } from '#core/text/remembered.ts';
import { dayNouns, timedEvents, untimedWords } from '#rules/words/time-names.ts';

/** `time`: a point in time. `day`: a day, perhaps with its hours. */
export type NamedTime = 'time' | 'day' | 'none';

/** What a name says of a point in time: `createdAt`, `updated_on`, `birthDate`. Words that are not known say nothing. */
export function namedTime(name: string): NamedTime {
  return mayEndInTime.test(name) ? namedTimeOf(name) : 'none';
}

const namedTimeOf = remembered(readName, 10_000);

/** How the last words of times end: most other names need not be looked up. */
const mayEndInTime = /(?:at|on|date|time|stamp|[^a-z\d])$/i;

function readName(name: string): NamedTime {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (words.length < 2 || words.some((word) => untimedWords.has(word))) return 'none';
  if (last === 'at') return timedEvents.has(before) ? 'time' : 'none';
  if (last === 'timestamp' || last === 'datetime')
    return timedEvents.has(before) || dayNouns.has(before) ? 'time' : 'none';
  if (last === 'time') return bookedTimes.has(before) ? 'time' : 'none';
  if (last !== 'date' && (last !== 'on' || before === 'last')) return 'none';
  return timedEvents.has(before) || dayNouns.has(before) ? 'day' : 'none';
}

/** With these a time is one of a calendar: `startTime` may be one of a clock. */
const bookedTimes: ReadonlySet<string> = new Set(
  'create created creation update updated modify modified modification delete deleted deletion expire expired expiration expiry publish published'.split(
    ' ',
  ),
);
