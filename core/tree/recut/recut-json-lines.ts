import { isOpening, memberLines } from '#core/tree/cut/cut-json-lines.ts';
import { findRootEnd, outermostClosing } from '#core/tree/cut/json-root-end.ts';
import type { Outline } from '#core/tree/outline.ts';
import type { RecutStretch, Stretch } from '#core/tree/recut/stretch.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** Cuts entries of one JSON map anew by their lines; `rootIndent` is how far in the root's members stand. */
export function recutJsonLines({ text, parent, outline, old, next }: Stretch, rootIndent: number): RecutStretch {
  if (next !== undefined && !text.endsWith('\n')) return 'next';
  const rootEnd = findRootEnd(text, rootIndent);
  // The sections that follow are no longer within the root.
  if (rootEnd !== undefined && next !== undefined) return undefined;
  const indent = indentationOf(old[0]);
  const lines = [...memberLines(text.slice(0, rootEnd))];
  if (lines.some((line) => line.indent !== indent && line.indent.length <= indent.length)) return undefined;
  if (lines[0]?.start !== 0 || lines[0].indent !== indent) return 'previous';
  const cuts = lines.flatMap(({ indent: own, start, name, key }) =>
    own === indent ? [{ role: 'entry', start, pointer: [...parent, name], key } as const] : [],
  );
  const changesMap = cuts.some(({ pointer }) => outline.isContainer(pointer) || isReference(pointer));
  return changesMap ? undefined : cuts;
}

/** How far in the members of a JSON document's root stand: the first of them stands behind what is before all keys. */
export function rootIndentOf({ sections }: TreeDocument): number {
  return indentationOf(sections[1]).length;
}

function indentationOf(section: TreeSection | undefined): string {
  return /^[ \t]*/.exec(section?.text ?? '')?.[0] ?? '';
}

/** True when lines would tell the sections of a JSON document that were told by brackets; found out in steps. */
export function* isAlsoCutByLines(document: TreeDocument): Steps<boolean> {
  const { sections, outline } = document;
  const rootIndent = rootIndentOf(document);
  const indents: string[] = [];
  const pace = new Pace();
  for (const [index, section] of sections.entries()) {
    const isLast = index === sections.length - 1;
    if (!isLast && (!section.text.endsWith('\n') || closesAt(section) < rootIndent)) return false;
    if (index === 0 ? !isOpening(section.text) : !isCutByLines(section, indents, outline)) return false;
    if (pace.isDue(cost.scanned * section.text.length)) yield;
  }
  return true;
}

/** True when a section begins with the line of its member; `indents` are those of the members it lies in, by depth. */
function isCutByLines(section: TreeSection, indents: string[], outline: Outline): boolean {
  const indent = indentOfMember(section, outline);
  if (indent === undefined) return false;
  const depth = section.pointer.length;
  indents.length = Math.min(indents.length, depth);
  const known = indents[depth - 1];
  indents[depth - 1] = indent;
  return known === undefined ? indent.length > (indents[depth - 2]?.length ?? -1) : indent === known;
}

const closings = new WeakMap<TreeSection, number>();

/** A brace further out than the root's members may end the root. */
function closesAt(section: TreeSection): number {
  const closing = closings.get(section) ?? outermostClosing(section.text);
  closings.set(section, closing);
  return closing;
}

const indentsOfMembers = new WeakMap<TreeSection, string | false>();

function indentOfMember(section: TreeSection, outline: Outline): string | undefined {
  const indent = indentsOfMembers.get(section) ?? findIndent(section, outline) ?? false;
  indentsOfMembers.set(section, indent);
  return indent === false ? undefined : indent;
}

/** The indentation of the section's key, when the section begins with that line and all members in it are further in. */
function findIndent({ text, isHeader, pointer }: TreeSection, outline: Outline): string | undefined {
  const [first, ...others] = memberLines(text);
  if (first?.start !== 0 || others.some(({ indent }) => indent.length <= first.indent.length)) return undefined;
  const isContainer = outline.isContainer(pointer);
  const isAsCut = isHeader ? first.opens : !isContainer;
  return (isHeader || isContainer) && (!isAsCut || others.length > 0) ? undefined : first.indent;
}

function isReference(pointer: readonly string[]): boolean {
  return pointer.length > 1 && pointer.at(-1) === '$ref';
}
