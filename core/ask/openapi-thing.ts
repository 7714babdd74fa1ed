import { signOf } from '#core/ask/may-mention.ts';
import { bareName, type NamedThing, type ThingName } from '#core/ask/named-thing.ts';
import { type NodeAt, nodeAt } from '#core/ask/node-at.ts';
import { sectionPlace } from '#core/openapi/place.ts';
import { fileName } from '#core/openapi/reference/target-name.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { findString } from '#core/tree/tree.ts';

/** A longer text is no name. */
const longestName = 1000;

/** What an offset of a YAML or JSON file touches that may be referred to: a key, or the text of a name. */
export function openApiThing(workspace: Workspace, uri: string, offset: number): NamedThing | undefined {
  const node = nodeAt(workspace, uri, offset);
  if (node === undefined) return undefined;
  const names = [...(node.part === 'key' ? namesOfKey(node) : namesOfText(node)), ...nameOfFile(node)];
  return names.length === 0 ? undefined : { uri, span: node.span, names };
}

/** Under these keys stands what is called by its name alone; anything else is named at the end of a pointer. */
const calledByName = new Set(['schemas', 'securitySchemes', 'securityDefinitions', 'scopes', 'properties']);

function namesOfKey({ pointer, tree }: NodeAt): readonly ThingName[] {
  const [name = '', above = ''] = [pointer.at(-1), pointer.at(-2)];
  if (name.length > longestName) return [];
  if (calledByName.has(above)) return [bareName(name), ...anchorsOf(tree)];
  return tree === undefined || tree.kind === 'scalar' ? [] : [atEnd(name), ...anchorsOf(tree)];
}

/** A schema with an anchor or an id is called by that, too (JSON Schema 2020-12 §8.2). */
function anchorsOf(tree: NodeAt['tree']): readonly ThingName[] {
  return ['$anchor', '$dynamicAnchor', '$id'].flatMap((key) => {
    const text = findString(tree, key)?.value;
    return text === undefined ? [] : [bareName(fileName(text))];
  });
}

/** What stands for an item of a list (`tellingKeys` of a place) is called by the index of the item in pointers. */
const namingKeys = new Set(['operationId', 'name', 'url']);

function namesOfText({ pointer, tree }: NodeAt): readonly ThingName[] {
  const isName = namingKeys.has(pointer.at(-1) ?? '') && tree?.kind === 'scalar' && typeof tree.value === 'string';
  if (!isName) return [];
  const name = String(tree.value);
  return name.length > longestName ? [] : [bareName(name), atEnd(pointer.at(-2) ?? '')];
}

/** The first key of a file stands for all of it. */
function nameOfFile({ section, start, span }: NodeAt): readonly ThingName[] {
  const isFirst = section.pointer.length === 0 && sectionPlace(section)?.label.span.start === span.start - start;
  return isFirst ? [bareName(fileName(section.uri))] : [];
}

function atEnd(name: string): ThingName {
  // What has escapes in a pointer does not begin with the slash.
  return { name, sign: /^[\w.-]+$/.test(name) ? `/${name}` : signOf(name) };
}
