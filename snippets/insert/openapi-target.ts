import type { Description } from '#core/openapi/description/description.ts';
import { locate } from '#core/openapi/reference/locate.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Review } from '#core/review.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { type CursorContext, readCursorContext } from '#snippets/insert/cursor-context.ts';
import { type DocumentHabits, readHabits } from '#snippets/insert/document-habits.ts';

/** The description a pattern is put into. */
export interface OpenApiTarget {
  readonly description: Description;
  readonly root: TreeDocument;
  /** The open file: the root, or a fragment. */
  readonly document: TreeDocument;
  readonly cursor: CursorContext;
  readonly habits: DocumentHabits;
}

/** Undefined for a file that is part of no description. */
export function readTarget(review: Review, uri: string, offset: number): OpenApiTarget | undefined {
  const description = findDescription(review, uri);
  const document = documentOfKind(review.workspace, uri, 'tree');
  const root = description && documentOfKind(review.workspace, description.context.rootUri, 'tree');
  if (description === undefined || document === undefined || root === undefined) return undefined;
  const cursor = readCursorContext(description, document, offset);
  return { description, root, document, cursor, habits: readHabits(description, review.workspace.unread) };
}

/** The description a file is the root of, else the first one it is part of. */
export function findDescription({ workspace }: Review, uri: string): Description | undefined {
  const own = workspace.descriptions.find(({ context }) => context.rootUri === uri);
  if (own !== undefined) return own;
  return workspace.descriptions.find((description) =>
    description.sectionsToReview().some(({ section }) => section.uri === uri),
  );
}

/** True when the root file has something at a pointer. */
export function hasAtRoot({ root }: OpenApiTarget, pointer: readonly string[]): boolean {
  return locate(root, pointer)?.kind === 'place';
}
