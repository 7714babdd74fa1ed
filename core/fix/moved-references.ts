import type { Description } from '#core/openapi/description/description.ts';
import {
  type IncomingReference,
  IncomingReferences,
  mayReferTo,
  type Passage,
} from '#core/openapi/description/incoming-references.ts';
import { respelledReference } from '#core/openapi/reference/respelled-reference.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findInDocument } from '#core/tree/compose.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { MovedPlaces } from '#core/tree/write/moved-places.ts';

/** The references that have to follow changes of one file: those in it that lead to or through what gets another name or index. */
export function followingReferences(
  changes: readonly TreeChange[],
  workspace: Workspace,
): readonly IncomingReference[] {
  const moved = changes.flatMap((change) => passagesMovedBy(change, workspace));
  return [...new Set(moved.map(({ reference }) => reference))].filter(
    (reference) => !changes.some((change) => changesText(change, reference)),
  );
}

/** The change that lets a reference follow; undefined where it is gone itself. Its pointer is that of now. */
export function followingChange(reference: IncomingReference, places: MovedPlaces): TreeChange | undefined {
  const { uri } = reference;
  const pointer = places.stepsNow(reference.pointer);
  return pointer && { kind: 'set', uri, pointer, value: targetNow(reference, places) };
}

/** Why changes cannot be made without leaving a reference behind that leads nowhere, as a sentence; undefined where they can. */
export function referenceObstacle(changes: readonly TreeChange[], workspace: Workspace): string | undefined {
  const stays = ({ reference }: Passage) => !changes.some((change) => changesText(change, reference));
  for (const change of changes) {
    const elsewhere = passagesMovedBy(change, workspace).find(({ reference }) => reference.uri !== change.uri);
    if (elsewhere !== undefined) return `“${fileName(elsewhere.reference.uri)}” refers to it.`;
    const lost = passagesLostBy(change, workspace).find(stays);
    if (lost !== undefined) return `“${lost.reference.target}” refers to what would go.`;
  }
  return undefined;
}

function passagesMovedBy(change: TreeChange, workspace: Workspace): readonly Passage[] {
  const { kind, uri, pointer } = change;
  if (kind === 'remove' && isItem(change, workspace)) {
    return indexesOf(change, workspace).flatMap((index) => index.behind(uri, pointer).filter(isWrittenAt(pointer)));
  }
  if (kind !== 'rename') return [];
  return indexesOf(change, workspace).flatMap((index) => index.through(uri, pointer).filter(isWrittenAt(pointer)));
}

/** Those that lead to what a change takes away, into it, or through it. */
function passagesLostBy(change: TreeChange, workspace: Workspace): readonly Passage[] {
  const { kind, uri, pointer } = change;
  if (kind === 'remove' || kind === 'move') {
    return indexesOf(change, workspace).flatMap((index) => index.through(uri, pointer));
  }
  if (kind !== 'set' || change.ifAbsent || !isContainer(change, workspace)) return [];
  const isLost = ({ hop }: Passage) => !leadsOn(change.value, hop.pointer.slice(pointer.length));
  return indexesOf(change, workspace).flatMap((index) => index.through(uri, pointer).filter(isLost));
}

/** True for a passage whose step at a place is written in the reference itself. */
function isWrittenAt(pointer: readonly string[]): (passage: Passage) => boolean {
  return ({ hop }) => pointer.length > hop.pointer.length - hop.own;
}

/** Of the descriptions that have the file; without those of which no text tells that something leads there. */
function indexesOf({ uri, pointer }: TreeChange, { descriptions }: Workspace): readonly IncomingReferences[] {
  const [key] = pointer;
  const isMeant = (description: Description) =>
    description.files.has(uri) && (key === undefined || mayReferTo(description, key));
  return descriptions.filter(isMeant).map(IncomingReferences.of);
}

function isItem({ uri, pointer }: TreeChange, workspace: Workspace): boolean {
  return nodeAt(uri, pointer.slice(0, -1), workspace)?.kind === 'list';
}

function isContainer({ uri, pointer }: TreeChange, workspace: Workspace): boolean {
  const node = nodeAt(uri, pointer, workspace);
  return node !== undefined && node.kind !== 'scalar';
}

function nodeAt(uri: string, pointer: readonly string[], workspace: Workspace) {
  const document = documentOfKind(workspace, uri, 'tree');
  return document && findInDocument(document, pointer)?.node;
}

/** True when a change gives a reference another text, or takes it away. */
function changesText({ kind, uri, pointer }: TreeChange, reference: IncomingReference): boolean {
  if (uri !== reference.uri || kind === 'rename' || kind === 'append') return false;
  return pointer.every((step, depth) => reference.pointer[depth] === step);
}

/** True when the steps lead to something in a value, or to a `$ref` on the way. */
function leadsOn(value: PlainValue, steps: readonly string[]): boolean {
  let current = value;
  for (const step of steps) {
    if (isMap(current) && Object.hasOwn(current, '$ref')) return true;
    const next = plainEntry(current, step);
    if (next === undefined) return false;
    current = next;
  }
  return true;
}

function plainEntry(value: PlainValue, step: string): PlainValue | undefined {
  if (isMap(value)) return Object.hasOwn(value, step) ? value[step] : undefined;
  return Array.isArray(value) ? value[Number(step)] : undefined;
}

function targetNow({ uri, target, hops }: IncomingReference, places: MovedPlaces): string {
  const [first] = hops;
  if (first === undefined) return target;
  const steps = [...first.pointer];
  for (const { pointer, own, uri: passed } of hops) {
    const now = passed === uri ? places.stepsNow(pointer) : undefined;
    for (let back = 1; back <= own; back++) {
      const step = now?.at(-back);
      if (step !== undefined && step !== pointer.at(-back)) steps[steps.length - back] = step;
    }
  }
  return respelledReference(target, steps);
}

function fileName(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}
