import { externalTexts } from '#core/ask/external-texts.ts';
import { rolesIn } from '#core/ask/symbol-roles.ts';
import type { Place } from '#core/openapi/place.ts';
import { isHeaderPointer, locate, locateAnchor } from '#core/openapi/reference/locate.ts';
import { canonicalUri, type ReferenceTarget, readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';

/** A text that names another file. */
export interface FileLink {
  /** Counted from the start of the file it stands in. */
  readonly span: Span;
  readonly uri: string;
  /** The offset in that file; undefined where the link is to the file as a whole. */
  readonly place: number | undefined;
  /** False for a file of which nothing is known but its name. */
  readonly isKnown: boolean;
}

/** What in a file of a description leads to other files, in text order: `$ref`s, `externalValue`s, files in mappings, `operationRef`s. */
export function linksOf(uri: string, workspace: Workspace): readonly FileLink[] {
  const document = workspace.trees.get(uri);
  if (document === undefined) return [];
  const all = [...workspace.descriptions, ...workspace.copies.map(({ description }) => description)];
  const starts = new Map(document.sections.map((section, index) => [section, document.starts[index] ?? 0]));
  const links = new Map<number, FileLink>();
  const add = (section: TreeSection, span: Span, text: string): void => {
    const start = starts.get(section);
    const target = start === undefined ? undefined : linkTarget(text, uri, workspace);
    if (start === undefined || target === undefined) return;
    const placed = shiftSpan(span, start);
    links.set(placed.start, { span: placed, ...target });
  };
  for (const description of all.filter(({ files }) => files.has(uri))) {
    for (const { section, targetSpan, target } of description.outgoingReferences(uri)) add(section, targetSpan, target);
  }
  const roleOf = rolesIn(uri, all);
  for (const section of document.sections) {
    if (roleOf(section) !== undefined) for (const { span, value } of externalTexts(section)) add(section, span, value);
  }
  return [...links.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Undefined for what leads nowhere, to another host, or within its own file. */
function linkTarget(text: string, from: string, { sources, trees }: Workspace): Omit<FileLink, 'span'> | undefined {
  const target = readReferenceTarget(text, from);
  if (target.kind === 'remote' || target.uri === from) return undefined;
  const uri = knownUri(target.uri, sources);
  const document = trees.get(uri ?? '');
  if (document === undefined) return { uri: uri ?? target.uri, place: undefined, isKnown: uri !== undefined };
  return { uri: document.uri, place: placeIn(document, target), isKnown: true };
}

/** The uri by which a file is known, however it is spelled. */
function knownUri(wanted: string, sources: Workspace['sources']): string | undefined {
  if (sources.has(wanted)) return wanted;
  const canonical = canonicalUri(wanted);
  return canonical === wanted ? undefined : [...sources.keys()].find((uri) => canonicalUri(uri) === canonical);
}

function placeIn(document: TreeDocument, target: ReferenceTarget): number | undefined {
  if (target.kind === 'anchor') return offsetOf(document, locateAnchor(document, target.name));
  if (target.kind === 'remote' || target.pointer.length === 0) return undefined;
  const found = locate(document, target.pointer);
  if (found !== undefined) return offsetOf(document, found.place);
  if (!isHeaderPointer(document, target.pointer)) return undefined;
  const isMeant = ({ pointer }: TreeSection) => pointer.join('\n') === target.pointer.join('\n');
  const place = document.sections.findIndex(isMeant);
  return document.starts[place];
}

function offsetOf(document: TreeDocument, place: Place | undefined): number | undefined {
  if (place === undefined) return undefined;
  const start = document.starts[document.sections.indexOf(place.location.section)];
  return start === undefined ? undefined : start + place.label.span.start;
}
