import { JsonTreeReader } from '#core/tree/read/json-tree-reader.ts';
import type { ParsedEntry, ParsedText } from '#core/tree/read/parsed-text.ts';
import type { EntryTail } from '#core/tree/section-cut.ts';

/** What may stand in the text beside JSON proper: `.jsonc` files have comments and trailing commas. */
export interface JsonDialect {
  readonly allowsComments: boolean;
}

/** Reads a JSON text with one value. Never throws: what can be understood, and what is wrong. */
export function parseJson(text: string, dialect: JsonDialect): ParsedText {
  const reader = new JsonTreeReader(text, dialect.allowsComments);
  const tree = reader.readValue();
  reader.expectEnd();
  return { tree, problems: reader.problems };
}

/** Reads `"key": value` with the closing braces and the comma that follow it. */
export function parseJsonEntry(text: string, dialect: JsonDialect, tail: EntryTail): ParsedEntry {
  const reader = new JsonTreeReader(text, dialect.allowsComments);
  const key = reader.readKey();
  const tree = reader.readValue();
  reader.expectTail(tail);
  return { key, tree, problems: reader.problems };
}

/** Reads `"key": {`, or the brace before the first key, for the problems in them. */
export function parseJsonHeader(text: string, dialect: JsonDialect): ParsedEntry {
  const reader = new JsonTreeReader(text, dialect.allowsComments);
  const key = reader.readKey();
  reader.expectOpening();
  return { key, tree: undefined, problems: reader.problems };
}
