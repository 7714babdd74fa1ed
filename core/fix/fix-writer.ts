import type { FileEdits } from '#core/fix/file-edits.ts';
import { changesOf } from '#core/fix/fix-changes.ts';
import { type FixChanges, type FollowedChange, followedChanges } from '#core/fix/followed-changes.ts';
import { referenceObstacle } from '#core/fix/moved-references.ts';
import { changesNamedType } from '#core/fix/named-type-edits.ts';
import { languageOf } from '#core/language-of.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewFix } from '#core/review-finding.ts';
import type { Change } from '#core/rule.ts';
import { overlap, withInsertion } from '#core/text/merged-insertions.ts';
import type { Section } from '#core/text/section.ts';
import { type Edit, shiftSpan } from '#core/text/span.ts';
import { cutDocument } from '#core/tree/cut/cut-document.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { applyChanges } from '#core/tree/write/apply-changes.ts';

/** Gathers text edits and intended changes by file; a fix that collides with an earlier one is refused. */
export class FixWriter {
  readonly #workspace: Workspace;
  readonly #edits = new Map<string, Edit[]>();
  readonly #changes = new Map<string, FixChanges[]>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  add(fix: ReviewFix): boolean {
    const all = changesOf(fix, this.#workspace);
    const changes = all.flatMap((change) => (change.kind === 'text' ? [] : [change]));
    if (referenceObstacle(changes, this.#workspace) !== undefined) return false;
    const placed = all.map((change) => this.#placeText(change));
    const texts = placed.flatMap((place) => (place === undefined ? [] : [place]));
    if (texts.some(({ uri, edits }) => edits === undefined || this.#collides(uri, edits))) return false;
    for (const { uri, edits } of texts) {
      this.#edits.set(uri, (edits ?? []).reduce(withInsertion, this.#edits.get(uri) ?? []));
    }
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
      const edits = sorted([...texts, ...this.#written(uri, texts, failed)]);
      const document = this.#workspace.documents.get(uri);
      return { uri, edits: (document && languageOf(document).finishEdits?.(document, edits)) ?? edits };
    });
    return { files: files.filter(({ edits }) => edits.length > 0), failed: [...failed] };
  }

  /** The intended changes of one file as edits; when they touch a text that is edited already, none of them is written. */
  #written(uri: string, texts: readonly Edit[], failed: Set<ReviewFix>): readonly Edit[] {
    const groups = this.#changes.get(uri) ?? [];
    const document = documentOfKind(this.#workspace, uri, 'tree');
    if (groups.length === 0) return [];
    const followed = document === undefined ? [] : followedChanges(document, groups, this.#workspace, failed);
    const result = document === undefined ? undefined : writeChanges(document, followed);
    const collides = result?.edits.some((edit) => texts.some((other) => overlap(edit, other))) ?? true;
    const skipped = new Set(result?.skipped);
    if (collides) for (const { fix } of groups) failed.add(fix);
    for (const { change, fixes } of followed) if (skipped.has(change)) for (const fix of fixes) failed.add(fix);
    return collides ? [] : (result?.edits ?? []);
  }

  /** The file edits of a text change, `edits` undefined when its section is gone, or what they change stands elsewhere; undefined for any other change. */
  #placeText(change: Change): { readonly uri: string; readonly edits: readonly Edit[] | undefined } | undefined {
    if (change.kind !== 'text') return undefined;
    const { section } = change;
    const document = this.#workspace.documents.get(section.uri);
    const sections: readonly Section[] = document?.sections ?? [];
    const index = sections.indexOf(section);
    const isElsewhere = section.kind === 'prisma' && changesNamedType(section, change.edits, this.#workspace);
    if (document === undefined || index < 0 || isElsewhere) return { uri: section.uri, edits: undefined };
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

function writeChanges(document: TreeDocument, changes: readonly FollowedChange[]) {
  const { uri, language, outline } = document;
  const reparse = (text: string, previous: TreeDocument) => cutDocument({ uri, text, language, outline }, previous);
  return applyChanges(
    document,
    changes.map(({ change }) => change),
    reparse,
  );
}

function sorted(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
