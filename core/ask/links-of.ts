import { externalTexts } from '#core/ask/external-texts.ts';
import { sectionStarts } from '#core/ask/section-starts.ts';
import { rolesIn } from '#core/ask/symbol-roles.ts';
import type { Place } from '#core/openapi/place.ts';
import { isHeaderPointer, locate, locateAnchor } from '#core/openapi/reference/locate.ts';
import { canonicalUri, type ReferenceTarget, readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { type Located, type Span, shiftSpan } from '#core/text/span.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** A text that names another file. */
export interface FileLink {
  /** Counted from the start of the file it stands in. */
  readonly span: Span;
  /** As it is written, without escapes. */
  readonly text: string;
  readonly uri: string;
  /** False for a file of which nothing is known but its name. */
  readonly isKnown: boolean;
}

/** Where a text leads. */
export interface LinkTarget {
  readonly uri: string;
  /** The offset in that file; undefined where the link is to the file as a whole. */
  readonly place: number | undefined;
}

/**
 * What in a file of a description leads to other files, in text order: `$ref`s, `externalValue`s, files in mappings, `operationRef`s.
 * In steps.
 */
export function* linksOf(uri: string, workspace: Workspace): Steps<readonly FileLink[]> {
  const document = documentOfKind(workspace, uri, 'tree');
  if (document === undefined) return [];
  const starts = sectionStarts(document);
  const spelled = spelling(workspace.sources);
  const links = new Map<number, FileLink>();
  const pace = new Pace();
  for (const { section, texts } of fileTexts(document, workspace)) {
    if (pace.isDue(cost.passed + texts.length * cost.followed)) yield;
    const start = starts.get(section);
    if (start === undefined) continue;
    for (const { span, value } of texts) {
      const target = readReferenceTarget(value, uri);
      if (target.kind === 'remote' || target.uri === uri) continue;
      const known = spelled(target.uri);
      const placed = shiftSpan(span, start);
      links.set(placed.start, { span: placed, text: value, uri: known ?? target.uri, isKnown: known !== undefined });
    }
  }
  return [...links.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Where a text of a file leads; undefined for one that leads to no other file. */
export function linkTarget(text: string, from: string, workspace: Workspace): LinkTarget | undefined {
  const target = readReferenceTarget(text, from);
  if (target.kind === 'remote' || target.uri === from) return undefined;
  const uri = spelling(workspace.sources)(target.uri) ?? target.uri;
  const document = documentOfKind(workspace, uri, 'tree');
  return { uri, place: document && placeIn(document, target) };
}

interface SectionTexts {
  readonly section: TreeSection;
  readonly texts: readonly Located<string>[];
}

/** Texts that may name another file; those of a file that several descriptions use come several times. */
function* fileTexts({ uri, sections }: TreeDocument, workspace: Workspace): Iterable<SectionTexts> {
  const all = allDescriptions(workspace);
  for (const description of all.filter(({ files }) => files.has(uri))) {
    for (const { section, targetSpan, target } of description.outgoingReferences(uri)) {
      yield { section, texts: [{ span: targetSpan, value: target }] };
    }
  }
  const roleOf = rolesIn(uri, all);
  for (const section of sections) {
    if (roleOf(section) !== undefined) yield { section, texts: externalTexts(section) };
  }
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
