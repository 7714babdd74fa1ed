import type { DescriptionContext } from '#core/openapi/model.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { formatPointer, readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import { pointerOf, type View } from '#core/openapi/view.ts';
import { isList, isMap } from '#core/tree/equal-values.ts';
import { type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { type ComponentKind, componentPointer } from '#rules/fixes/openapi/component.ts';
import { relativeUri } from '#rules/fixes/openapi/relative-uri.ts';

/** The value of a view, prose included, with every `$ref` absolute: it can be written into any file by `valueIn`. */
export function portableValue(view: View): PlainValue {
  const { section, tree } = view;
  // Its prose is part of the value: asking for it notes that.
  readProse(view, 'description');
  return withReferences(toPlainValue(tree), (target) => {
    const { kind, uri } = readReferenceTarget(target, section.uri);
    return kind === 'remote' ? target : uri + fragmentOf(target);
  });
}

/** A value of the file `uri` with every `$ref` absolute. */
export function absoluteReferences(value: PlainValue, uri: string): PlainValue {
  return withReferences(value, (target) => {
    const read = readReferenceTarget(target, uri);
    return read.kind === 'remote' ? target : read.uri + fragmentOf(target);
  });
}

/** A portable value as the file `uri` writes it. */
export function valueIn(value: PlainValue, uri: string): PlainValue {
  return withReferences(value, (target) => {
    const { kind, uri: file } = readReferenceTarget(target, uri);
    return kind === 'remote' ? target : relativeUri(uri, file) + fragmentOf(target);
  });
}

/** A portable reference to where a view stands. */
export function portableReference({ section, location }: View): { readonly $ref: string } {
  const pointer = pointerOf(location);
  return { $ref: pointer.length === 0 ? section.uri : `${section.uri}#${formatPointer(pointer)}` };
}

/** A portable reference to a component of the root file, there already or to be added. */
export function portableComponent(
  kind: ComponentKind,
  name: string,
  context: DescriptionContext,
): { readonly $ref: string } {
  return { $ref: `${context.rootUri}#${formatPointer(componentPointer(kind, name, context))}` };
}

function fragmentOf(target: string): string {
  const hash = target.indexOf('#');
  return hash < 0 ? '' : target.slice(hash);
}

function withReferences(value: PlainValue, change: (target: string) => string): PlainValue {
  if (isList(value)) return value.map((item) => withReferences(item, change));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]): readonly [string, PlainValue] => [
    key,
    key === '$ref' && typeof item === 'string' ? change(item) : withReferences(item, change),
  ]);
  return Object.fromEntries(entries);
}
