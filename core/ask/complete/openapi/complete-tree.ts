import { type Completion, type Completions, completions, noCompletions } from '#core/ask/complete/completion.ts';
import { Cut } from '#core/ask/complete/cut.ts';
import { keyProposals } from '#core/ask/complete/openapi/key-proposals.ts';
import { pieceAt } from '#core/ask/complete/openapi/piece-at.ts';
import { ProjectNames } from '#core/ask/complete/openapi/project-names.ts';
import { starters } from '#core/ask/complete/openapi/starters.ts';
import { styleAt } from '#core/ask/complete/openapi/style-at.ts';
import type { TreeContext } from '#core/ask/complete/openapi/tree-context.ts';
import { TreeWriter } from '#core/ask/complete/openapi/tree-writer.ts';
import { parameterItems } from '#core/ask/complete/openapi/undeclared-parameters.ts';
import { referenceProposals, valueProposals } from '#core/ask/complete/openapi/value-proposals.ts';
import { readTyped } from '#core/ask/complete/tree/read-typed.ts';
import type { TypedPlace } from '#core/ask/complete/tree/typed-place.ts';
import { keysOf } from '#core/ask/complete/tree/typed-tree.ts';
import type { TypedFile } from '#core/ask/complete/typed-file.ts';
import { rootOf, type TreeRoot, writtenVersion } from '#core/ask/root-of.ts';
import { sectionIndex } from '#core/ask/section-at.ts';
import { shapesAt } from '#core/openapi/spec/shapes-at.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { treeLanguageOf } from '#core/tree/tree-language.ts';

/** So much of a file tells its version, and how it is indented. */
const headLength = 20_000;

/** Of a file that is no description yet, no more than comments may stand before what it begins with. */
const mostBefore = 2_000;

/** What can be written at an offset of a description or a part of one: only the sections around are read anew. */
export function completeTree(workspace: Workspace, typed: TypedFile, offset: number): Completions {
  const { uri, text } = typed;
  const document = documentOfKind(workspace, uri, 'tree');
  const language = document?.language ?? treeLanguageOf(uri) ?? 'yaml';
  const head = text.slice(0, headLength);
  const root = rootOf(workspace, uri, head);
  if (root === undefined && text.length > mostBefore) return noCompletions;
  const piece = pieceAt(typed, document, language, offset);
  const spot = piece && readTyped(piece, offset - piece.start);
  if (piece === undefined || spot === undefined) return noCompletions;
  const style = styleAt(piece, spot, head);
  const writerFor = (place: TypedPlace) => new TreeWriter(spot, style, piece.start, place);
  if (root === undefined) {
    const isNew = keysOf(spot.tree).length === 0 && writtenVersion(head) === undefined;
    return isNew ? completions(starters(spot, writerFor), { isCut: false }) : noCompletions;
  }
  const own = document === undefined ? 0 : sectionIndex(document, offset);
  const names = new ProjectNames(root.version, root.description, spot.tree, document, own);
  const cut = new Cut(piece.text.slice(spot.word.start, offset - piece.start).replace(/^['"]/, ''));
  const files = workspace.sources.keys();
  const context = { version: root.version, uri, piece, spot, names, files, cut, template: undefined };
  const all = spot.places.flatMap((place) => proposalsAt(place, root, context, writerFor(place)));
  return completions(all, cut);
}

function proposalsAt(
  { path, as }: TypedPlace,
  root: TreeRoot,
  around: TreeContext,
  writer: TreeWriter,
): readonly Completion[] {
  const place = root.placeOf(path);
  if (place === undefined) return [];
  const context = { ...around, template: place.template };
  const steps = as === 'item' ? [...place.steps, '0'] : place.steps;
  const full = as === 'item' ? [...path, '0'] : path;
  const shapes = shapesAt(root.version, place.shape, steps);
  const values = (): readonly Completion[] => {
    if (path.at(-1) !== '$ref') return shapes.flatMap((at) => valueProposals(at, full, context, writer));
    return referenceProposals(shapesAt(root.version, place.shape, steps.slice(0, -1)), context, writer);
  };
  const keys = () => shapes.flatMap((at) => keyProposals(at, as === 'item' ? [...full, ''] : full, context, writer));
  switch (as) {
    case 'value':
      return values();
    case 'key':
      return [...parameterItems(shapes, full, context, writer), ...keys()];
    case 'item': {
      const isList = shapesAt(root.version, place.shape, place.steps).some(({ shape }) => shape.kind === 'list');
      return isList ? [...values(), ...parameterItems(shapes, full, context, writer), ...keys()] : [];
    }
    default:
      return as satisfies never;
  }
}
