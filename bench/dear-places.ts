import { findSchemaKey, findSchemaUses } from './find-rename.ts';

/** Places of a description where a letter may cost more than elsewhere. */
export const dearPlaces = ['path key', 'most-used component', 'info'] as const;

export type DearPlace = (typeof dearPlaces)[number];

/** What is typed there, letter by letter, and where; undefined where the text has no such place. */
export interface DearTyping {
  readonly offset: number;
  readonly word: string;
}

/** In YAML and JSON, for the usual layouts. */
export function findDearTyping(text: string, place: DearPlace): DearTyping | undefined {
  switch (place) {
    case 'path key':
      return inPathKey(text);
    case 'most-used component':
      return inMostUsed(text);
    case 'info':
      return inInfo(text);
    default:
      return place satisfies never;
  }
}

/** At the end of the path in the middle of them. */
function inPathKey(text: string): DearTyping | undefined {
  const keys = [...text.matchAll(/\n {2,4}["']?\/[^\s"':]*(?=["']?: *[{\n])/g)];
  const key = keys[keys.length >> 1];
  return key && { offset: key.index + key[0].length, word: '/exports' };
}

/** At the end of the name of a property, so that each letter changes what all see who refer to the schema. */
function inMostUsed(text: string): DearTyping | undefined {
  const byUses = [...findSchemaUses(text)].sort(([, a], [, b]) => b.length - a.length);
  for (const [name] of byUses) {
    const key = findSchemaKey(text, name);
    if (key === undefined) continue;
    const [line = ''] = /.*\n/.exec(text.slice(key, key + longest)) ?? [];
    const indent = key - text.lastIndexOf('\n', key);
    const own = wholeOf(text, key + line.length, indent);
    const property = /\n? *"?properties"?: *\{?\n +"?\w+/.exec(own);
    if (property !== null) return { offset: key + line.length + property.index + property[0].length, word: 'Exported' };
  }
  return undefined;
}

/** A schema is looked through no further. */
const longest = 20_000;

/** The lines that are indented deeper, from a line on. */
function wholeOf(text: string, start: number, indent: number): string {
  const lines = text.slice(start, start + longest).split('\n');
  const end = lines.findIndex((line) => line.trim() !== '' && line.search(/\S/) < indent);
  return lines.slice(0, end < 0 ? lines.length : end).join('\n');
}

/** Behind the first word of the title. */
function inInfo(text: string): DearTyping | undefined {
  const start = /^ *"?info"?: *\{?\n/m.exec(text);
  if (start === null) return undefined;
  const from = start.index + start[0].length;
  const title = /^ *"?title"?: *["']?\w+/m.exec(text.slice(from, from + longest));
  return title === null ? undefined : { offset: from + title.index + title[0].length, word: 'Exports' };
}
