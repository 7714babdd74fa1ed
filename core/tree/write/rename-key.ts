import type { Edit } from '#core/text/span.ts';
import { findEntry, type TreeEntry } from '#core/tree/tree.ts';
import { isFlow, type Route } from '#core/tree/write/locate-slot.ts';
import { renderYamlKey } from '#core/tree/write/render-yaml.ts';
import { quoteAt, type Writer } from '#core/tree/write/writer.ts';
import { quoteYaml } from '#core/tree/write/yaml-scalar.ts';

/** Gives an entry another key in the quotes of the old one; undefined when the map has the new key already. */
export function renameKey(writer: Writer, route: Route, name: string): readonly Edit[] | undefined {
  const { last } = route;
  if (last.kind !== 'entry' || route.missing.length > 0) return undefined;
  const { entry, container } = last;
  if (entry.key.value === name) return [];
  const isTwice = container.entries.filter(({ key }) => key.value === entry.key.value).length > 1;
  if (isTwice || findEntry(container, name) !== undefined) return undefined;
  const place = isFlow(writer.text, container) ? 'flow-key' : 'key';
  return [{ span: entry.key.span, newText: keyTextLike(writer, entry, name, place) }];
}

/** The text of a new key written as an old one was. */
export function keyTextLike(writer: Writer, { key }: TreeEntry, name: string, place: 'key' | 'flow-key'): string {
  const { text, language, style } = writer;
  if (language === 'json') return JSON.stringify(name);
  const quote = quoteAt(text, key.span.start);
  if (quote !== '') return quoteYaml(name, quote);
  const wasCode = /^\d+$/.test(key.value);
  return renderYamlKey(name, place, wasCode ? { ...style, numberKeyQuote: '' } : style);
}
