import { type FragmentTarget, type SectionRole, stepsWithin } from '#core/openapi/description/section-role.ts';
import type { DescriptionContext, OpenApiNode } from '#core/openapi/model.ts';
import { descend, type NamedPlace, type Place, sectionPlace } from '#core/openapi/place.ts';
import { readNode } from '#core/openapi/read/read-node.ts';
import { containerAt, type EmitNode, readEntry, readPart } from '#core/openapi/read/read-part.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';
import type { TreeSection } from '#core/tree/section.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { isAsking, whileAsking } from '#core/work/asking.ts';

/** Visits every view and reference of a section in text order, outer ones before inner ones. `$ref`s are not followed, closed views not entered. */
export function walkSection(
  section: TreeSection,
  role: SectionRole,
  context: DescriptionContext,
  visit: (node: OpenApiNode) => void,
  isClosed?: IsClosed,
): void {
  if (role.kind === 'root') readRootSection(section, context, (node) => walkNode(node, visit, isClosed));
  else walkTargets(section, role.targets, context, visit, isClosed);
}

/** Visits a view and all views within it, but for those within closed ones. */
export function walkNode(node: OpenApiNode, visit: (node: OpenApiNode) => void, isClosed?: IsClosed): void {
  visit(node);
  if (!(node instanceof ReadView) || isClosed?.(node)) return;
  for (const child of childrenOf(node)) walkNode(child, visit, isClosed);
}

/** What is walked is taken as it is, whoever asks. */
function childrenOf(node: ReadView): readonly OpenApiNode[] {
  return isAsking() ? whileAsking(false, () => node.children) : node.children;
}

type IsClosed = (node: OpenApiNode) => boolean;

/** Emits the outermost views of a section of the root file, whichever part of the document it is. */
export function readRootSection(section: TreeSection, context: DescriptionContext, emit: EmitNode): void {
  const place = sectionPlace(section);
  if (place === undefined) return;
  const { pointer } = section;
  const parent = pointer.length > 0 && !containerAt(pointer) ? containerAt(pointer.slice(0, -1)) : undefined;
  if (parent === undefined || parent === 'parts') readPart(pointer, place, context, emit);
  else readEntry(pointer.slice(0, -1), parent, sectionEntry(section, place), context, emit);
}

/** Emits the outermost views of one target; none when the section has nothing at its pointer. */
export function readTarget(
  section: TreeSection,
  target: FragmentTarget,
  context: DescriptionContext,
  emit: EmitNode,
): void {
  const root = sectionPlace(section);
  const place = root && descend(root, stepsWithin(section, target));
  if (place === undefined) return;
  const { to, naming } = target;
  if (naming.part) readPart(naming.part, place, context, emit);
  else emitSome(readNode(to, place, context, naming), emit);
}

/** Visits what lies at the targets; one within another that was walked already has been visited on the way. */
function walkTargets(
  section: TreeSection,
  targets: readonly FragmentTarget[],
  context: DescriptionContext,
  visit: (node: OpenApiNode) => void,
  isClosed: IsClosed | undefined,
): void {
  const seen = targets.length > 1 ? new Set<TreeNode>() : undefined;
  const visitOnce = (node: OpenApiNode) => {
    seen?.add(node.tree);
    visit(node);
  };
  for (const target of targets) {
    readTarget(section, target, context, (node) => {
      if (!seen?.has(node.tree)) walkNode(node, visitOnce, isClosed);
    });
  }
}

function emitSome(node: OpenApiNode | undefined, emit: EmitNode): void {
  if (node) emit(node, undefined);
}

function sectionEntry({ pointer, key }: TreeSection, place: Place): NamedPlace {
  const name = key ?? { value: pointer.at(-1) ?? '', span: place.label.span };
  return { location: place.location, tree: place.tree, label: place.label, name };
}
