import { cutDescription } from '#core/openapi/cut-description.ts';
import { Description } from '#core/openapi/description/description.ts';
import type { FindFile } from '#core/openapi/description/fragment-index.ts';
import { walkSection } from '#core/openapi/description/walk.ts';
import type { OpenApiNode } from '#core/openapi/model.ts';
import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { finish } from '#core/work/steps.ts';

/** The description of files by name; the first one is the root. Names get the prefix `file:///w/`. */
export function describeFiles(files: Readonly<Record<string, string>>): Description {
  const documents = new Map<string, TreeDocument>();
  for (const [name, text] of Object.entries(files)) {
    const uri = `file:///w/${name}`;
    documents.set(uri, cutDescription({ uri, text, language: name.endsWith('.json') ? 'json' : 'yaml' }));
  }
  const [root] = documents.values();
  if (root === undefined) throw new Error('A description needs a root file.');
  return finish(Description.read(root, findIn(documents)));
}

/** Gives files by uri, however it is escaped. */
export function findIn(documents: ReadonlyMap<string, TreeDocument>): FindFile {
  const byUri = new Map(Array.from(documents, ([uri, document]) => [canonicalUri(uri), document]));
  // biome-ignore lint/correctness/useYield: what is known needs no step
  return function* find(uri) {
    return byUri.get(canonicalUri(uri));
  };
}

/** Every view and reference of a description, in the order they are reviewed. */
export function nodesOf(description: Description): readonly OpenApiNode[] {
  const nodes: OpenApiNode[] = [];
  for (const { section, roles, context } of description.sectionsToReview()) {
    walkSection(section, roles, context, (node) => nodes.push(node));
  }
  return nodes;
}

/** The views of one kind. */
export function nodesOfKind<K extends OpenApiNode['kind']>(
  description: Description,
  kind: K,
): readonly Extract<OpenApiNode, { readonly kind: K }>[] {
  const isKind = (node: OpenApiNode): node is Extract<OpenApiNode, { readonly kind: K }> => node.kind === kind;
  return nodesOf(description).filter(isKind);
}

/** `schema /components/schemas/User`: kind and place of a view. */
export function labelOf(node: OpenApiNode): string {
  const kind = node.kind === 'openapi.reference' ? `reference to ${node.to}` : node.kind;
  return `${kind.replaceAll('openapi.', '')} /${pointerOf(node.location).join('/')}`;
}

/** The text of a view's anchor. */
export function anchorText({ section, anchor }: OpenApiNode): string {
  return section.text.slice(anchor.start, anchor.end);
}
