import type { Workspace } from '#core/project/workspace.ts';
import type { Review, ReviewFix } from '#core/review.ts';
import type { Change, Section } from '#core/rule.ts';
import { type Edit, shiftSpan } from '#core/text/span.ts';
import { applyChanges } from '#core/tree/apply-changes.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { cutDocument } from '#core/tree/cut-document.ts';
import { MovedPlaces } from '#core/tree/moved-places.ts';
import type { TreeDocument } from '#core/tree/section.ts';

/** Edits of one file; spans count from the start of the file, do not overlap, and are sorted. */
export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly Edit[];
}

export interface ResolvedFixes {
  readonly files: readonly FileEdits[];
  /** Fixes that could not be written: their target is not there, or two of them touch the same text. */
  readonly skipped: readonly ReviewFix[];
}

/** Writes fixes as text edits against the texts of the review they came from, in the given order; each is written whole or not at all. */
export function resolveFixes(review: Review, fixes: readonly ReviewFix[]): ResolvedFixes {
  const parts = [...new Set(fixes.flatMap(partsOf))];
  const left = new Set<ReviewFix>();
  for (;;) {
    const writer = new FixWriter(review.workspace);
    const refused = parts.filter((part) => !left.has(part) && !writer.add(part));
    const { files, failed } = writer.finish();
    for (const part of [...refused, ...failed]) left.add(part);
    // What could be written of a fix that failed is among the edits: they are made again without it.
    if (failed.length > 0) continue;
    return { files, skipped: fixes.filter((fix) => partsOf(fix).every((part) => left.has(part))) };
  }
}

/** Of a fix made of others each is written whole or not at all. */
function partsOf(fix: ReviewFix): readonly ReviewFix[] {
  return fix.parts ?? [fix];
}

/** What a fix changes in one file. */
interface FixChanges {
  readonly fix: ReviewFix;
  readonly changes: readonly TreeChange[];
}

interface FollowedChange {
  readonly fix: ReviewFix;
  readonly change: TreeChange;
}

/** Gathers text edits and intended changes by file; a fix that collides with an earlier one is refused. */
class FixWriter {
  readonly #workspace: Workspace;
  readonly #edits = new Map<string, Edit[]>();
  readonly #changes = new Map<string, FixChanges[]>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  add(fix: ReviewFix): boolean {
    const placed = fix.changes.map((change) => this.#placeText(change));
    const texts = placed.flatMap((place) => (place === undefined ? [] : [place]));
    if (texts.some(({ uri, edits }) => edits === undefined || this.#collides(uri, edits))) return false;
    for (const { uri, edits } of texts) {
      this.#edits.set(uri, (edits ?? []).reduce(withInsertion, this.#edits.get(uri) ?? []));
    }
    const changes = fix.changes.flatMap((change) => (change.kind === 'text' ? [] : [change]));
    for (const uri of new Set(changes.map((change) => change.uri))) {
      const own = { fix, changes: changes.filter((change) => change.uri === uri) };
      const others = this.#changes.get(uri);
      if (others === undefined) this.#changes.set(uri, [own]);
      else others.push(own);
    }
    return true;
  }

  finish(): { readonly files: readonly FileEdits[]; readonly failed: readonly ReviewFix[] } {
    const failed = new Set<ReviewFix>();
    const uris = new Set([...this.#edits.keys(), ...this.#changes.keys()]);
    const files = [...uris].map((uri) => {
      const texts = this.#edits.get(uri) ?? [];
      return { uri, edits: sorted([...texts, ...this.#written(uri, texts, failed)]) };
    });
    return { files: files.filter(({ edits }) => edits.length > 0), failed: [...failed] };
  }

  /** The intended changes of one file as edits; when they touch a text that is edited already, none of them is written. */
  #written(uri: string, texts: readonly Edit[], failed: Set<ReviewFix>): readonly Edit[] {
    const groups = this.#changes.get(uri) ?? [];
    const document = this.#workspace.trees.get(uri);
    if (groups.length === 0) return [];
    const followed = document === undefined ? [] : followedChanges(document, groups, failed);
    const result = document === undefined ? undefined : writeChanges(document, followed);
    const collides = result?.edits.some((edit) => texts.some((other) => overlap(edit, other))) ?? true;
    const skipped = new Set(result?.skipped);
    if (collides) for (const { fix } of groups) failed.add(fix);
    for (const { change, fix } of followed) if (skipped.has(change)) failed.add(fix);
    return collides ? [] : (result?.edits ?? []);
  }

  /** The file edits of a text change, `edits` undefined when its section is gone; undefined for any other change. */
  #placeText(change: Change): { readonly uri: string; readonly edits: readonly Edit[] | undefined } | undefined {
    if (change.kind !== 'text') return undefined;
    const { section } = change;
    const { trees, prismaDocuments } = this.#workspace;
    const document = (section.kind === 'prisma' ? prismaDocuments : trees).get(section.uri);
    const sections: readonly Section[] = document?.sections ?? [];
    const index = sections.indexOf(section);
    if (document === undefined || index < 0) return { uri: section.uri, edits: undefined };
    const start = document.starts[index] ?? 0;
    return {
      uri: section.uri,
      edits: change.edits.map(({ span, newText }) => ({ span: shiftSpan(span, start), newText })),
    };
  }

  #collides(uri: string, edits: readonly Edit[]): boolean {
    const taken = this.#edits.get(uri) ?? [];
    return edits.some((edit) => taken.some((other) => overlap(edit, other)));
  }
}

/** Fixes mean the text they were found in: each is made where those before it have put what it changes. What is not there any more fails. */
function followedChanges(
  document: TreeDocument,
  groups: readonly FixChanges[],
  failed: Set<ReviewFix>,
): readonly FollowedChange[] {
  const places = new MovedPlaces(document);
  return groups.flatMap(({ fix, changes }) => {
    const followed = changes.flatMap((change) => places.follow(change) ?? []);
    if (followed.length < changes.length) {
      failed.add(fix);
      return [];
    }
    for (const change of changes) places.note(change);
    return followed.map((change) => ({ change, fix }));
  });
}

function writeChanges(document: TreeDocument, changes: readonly FollowedChange[]) {
  const { uri, language } = document;
  const reparse = (text: string, previous: TreeDocument) => cutDocument({ uri, text, language }, previous);
  return applyChanges(
    document,
    changes.map(({ change }) => change),
    reparse,
  );
}

/**
 * The edits with one more. Blanks that several fixes insert at one place are inserted once, as many as the most need, and so is
 * the blank line that parts what is inserted there from what is above; what needs none comes before it.
 */
function withInsertion(edits: readonly Edit[], edit: Edit): Edit[] {
  const rivals = edits.filter(
    (other) => isInsertion(edit) && isInsertion(other) && other.span.start === edit.span.start,
  );
  const blanks = isBlanks(edit) ? rivals.find(isBlanks) : undefined;
  if (blanks !== undefined) {
    const longer = blanks.newText.length < edit.newText.length ? edit : blanks;
    return edits.map((other) => (other === blanks ? longer : other));
  }
  const parted = rivals.find(({ newText }) => blankLead(newText) !== '');
  if (parted === undefined) return [...edits, edit];
  const lead = blankLead(edit.newText);
  if (lead !== '') return [...edits, { ...edit, newText: edit.newText.slice(lead.length) }];
  return isInsertion(edit) ? edits.toSpliced(edits.indexOf(parted), 0, edit) : [...edits, edit];
}

/** The line break of the blank line a text begins with; empty when it begins with none. */
function blankLead(text: string): string {
  return /^(\r\n|\r|\n)\1/.exec(text)?.[1] ?? '';
}

function isInsertion({ span }: Edit): boolean {
  return span.start === span.end;
}

function isBlanks(edit: Edit): boolean {
  return isInsertion(edit) && edit.newText.trim() === '' && !/[\r\n]/.test(edit.newText);
}

/** Two insertions at one place do not overlap, unless they say the same and are more than blanks. */
function overlap(a: Edit, b: Edit): boolean {
  if (isInsertion(a) && isInsertion(b)) return a.span.start === b.span.start && a.newText === b.newText && !isBlanks(a);
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

function sorted(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
