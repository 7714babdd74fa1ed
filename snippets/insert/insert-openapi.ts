import type { FileEdits } from '#core/fix/file-edits.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Review } from '#core/review.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { cutDocument } from '#core/tree/cut/cut-document.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { findEntry, findNode } from '#core/tree/tree.ts';
import { applyChanges } from '#core/tree/write/apply-changes.ts';
import { documentTree } from '#core/tree/write/document-tree.ts';
import { readTarget } from '#snippets/insert/openapi-target.ts';
import type { PatternInsertion } from '#snippets/insert/pattern-insertion.ts';
import { planOpenApi } from '#snippets/insert/plan-openapi.ts';
import type { OpenApiPattern } from '#snippets/pattern.ts';

/** Puts a pattern into the description a file belongs to. */
export function insertOpenApi(review: Review, uri: string, pattern: OpenApiPattern, offset: number): PatternInsertion {
  const target = readTarget(review, uri, offset);
  if (target === undefined) return { problem: 'The file is part of no OpenAPI description.' };
  const plan = planOpenApi(target, pattern);
  if ('problem' in plan) return plan;
  const files = writeChanges(plan.changes, review.workspace);
  if (files === undefined) {
    return {
      problem: 'The file cannot be written there as it is: its syntax may be broken, or the place be a reference.',
    };
  }
  const own = files.find((file) => file.uri === uri);
  const first = plan.changes.find((change) => change.uri === uri);
  const cursor = own && first && placeOf(first, own.text, target.document);
  return {
    files: files.map(({ uri: changed, edits }) => ({ uri: changed, edits })),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

/** Undefined when one of the changes cannot be made. */
function writeChanges(
  changes: readonly TreeChange[],
  workspace: Workspace,
): readonly (FileEdits & { readonly text: string })[] | undefined {
  const uris = [...new Set(changes.map(({ uri }) => uri))];
  const written = uris.map((uri) => {
    const document = documentOfKind(workspace, uri, 'tree');
    if (document === undefined) return undefined;
    const own = changes.filter((change) => change.uri === uri);
    const { language, outline } = document;
    const applied = applyChanges(document, own, (text, previous) =>
      cutDocument({ uri, text, language, outline }, previous),
    );
    return applied.skipped.length > 0 ? undefined : { uri, edits: applied.edits, text: applied.text };
  });
  const files = written.filter((file) => file !== undefined);
  return files.length < written.length ? undefined : files;
}

/** Where a change is found in the new text: at its key, or at the end of the list it was added to. */
function placeOf(change: TreeChange, text: string, { uri, language, outline }: TreeDocument): number | undefined {
  const { sections, starts } = cutDocument({ uri, text, language, outline });
  const placed = sections.map((section, index) => ({ ...section, start: starts[index] ?? 0 }));
  const tree = documentTree(text, language, placed);
  const { pointer } = change;
  if (change.kind === 'append') {
    const list = findNode(tree, pointer);
    return list?.kind === 'list' ? list.items.at(-1)?.span.start : undefined;
  }
  const key = change.kind === 'rename' ? change.name : (pointer.at(-1) ?? '');
  return findEntry(findNode(tree, pointer.slice(0, -1)), key)?.key.span.start;
}
