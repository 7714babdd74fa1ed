import type { Workspace } from '#core/project/workspace.ts';

/** The files as they were, which changes are told against. They are opened, and never judged. */
export interface Base {
  /** Another id, other texts: a commit with what it was asked of. */
  readonly id: string;
  /** What a person calls it: `main`, `HEAD`, `v1.2.0`. */
  readonly name: string;
  readonly workspace: Workspace;
  /** What files were called that have another name or place now, by their uris of today. */
  readonly formerUris: ReadonlyMap<string, string>;
}

/** What a file, or the folder of a schema, was called in the base. */
export function formerUri(uri: string, { formerUris }: Pick<Base, 'formerUris'>): string {
  return formerUris.get(uri) ?? uri;
}
