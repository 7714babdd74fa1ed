import { externalTexts } from '#core/ask/external-texts.ts';
import { sectionStarts } from '#core/ask/section-starts.ts';
import { rolesIn } from '#core/ask/symbol-roles.ts';
import type { Place } from '#core/openapi/place.ts';
import { isHeaderPointer, locate, locateAnchor } from '#core/openapi/reference/locate.ts';
import { canonicalUri, type ReferenceTarget, readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { type Located, type Span, shiftSpan } from '#core/text/span.ts';
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
  const document = documentOfKind(workspace, uri, 'tree');
  if (document === undefined) return [];
  const starts = sectionStarts(document);
  const spelled = spelling(workspace.sources);
  const links = new Map<number, FileLink>();
  for (const { section, span, value } of fileTexts(document, workspace)) {
    const start = starts.get(section);
    const target = start === undefined ? undefined : linkTarget(value, uri, workspace, spelled);
    if (start === undefined || target === undefined) continue;
    const placed = shiftSpan(span, start);
    links.set(placed.start, { span: placed, ...target });
  }
  return [...links.values()].sort((a, b) => a.span.start - b.span.start);
}

interface FileText extends Located<string> {
  readonly section: TreeSection;
}

/** Texts that may name another file; those of a file that several descriptions use come several times. */
function* fileTexts({ uri, sections }: TreeDocument, { descriptions, copies }: Workspace): Iterable<FileText> {
  const all = [...descriptions, ...copies.map(({ description }) => description)];
  for (const description of all.filter(({ files }) => files.has(uri))) {
    for (const { section, targetSpan, target } of description.outgoingReferences(uri)) {
      yield { section, span: targetSpan, value: target };
    }
  }
  const roleOf = rolesIn(uri, all);
  for (const section of sections) {
    if (roleOf(section) === undefined) continue;
    for (const { span, value } of externalTexts(section)) yield { section, span, value };
  }
}

/** Undefined for what leads nowhere, to another host, or within its own file. */
function linkTarget(
  text: string,
  from: string,
  workspace: Workspace,
  spelled: (uri: string) => string | undefined,
): Omit<FileLink, 'span'> | undefined {
  const target = readReferenceTarget(text, from);
  if (target.kind === 'remote' || target.uri === from) return undefined;
  const uri = spelled(target.uri);
  const document = documentOfKind(workspace, uri ?? '', 'tree');
  if (document === undefined) return { uri: uri ?? target.uri, place: undefined, isKnown: uri !== undefined };
  return { uri: document.uri, place: placeIn(document, target), isKnown: true };
}

/** Says of a uri how the file is spelled that it means; undefined for one that is not known. */
function spelling(sources: Workspace['sources']): (uri: string) => string | undefined {
  let byCanonical: ReadonlyMap<string, string> | undefined;
  return (uri) => {
    if (sources.has(uri)) return uri;
    byCanonical ??= new Map([...sources.keys()].map((each) => [canonicalUri(each), each]));
    return byCanonical.get(canonicalUri(uri));
  };
}

function placeIn(document: TreeDocument, target: ReferenceTarget): number | undefined {
  if (target.kind === 'anchor') return offsetOf(document, locateAnchor(document, target.name));
  if (target.kind === 'remote' || target.pointer.length === 0) return undefined;
  const found = locate(document, target.pointer);
  if (found !== undefined) return offsetOf(document, found.place);
  if (!isHeaderPointer(document, target.pointer)) return undefined;
  const isMeant = ({ pointer }: TreeSection) => pointer.join('\n') === target.pointer.join('\n');
  return document.starts[document.sections.findIndex(isMeant)];
}

function offsetOf(document: TreeDocument, place: Place | undefined): number | undefined {
  const start = place && sectionStarts(document).get(place.location.section);
  return place && start !== undefined ? start + place.label.span.start : undefined;
}
