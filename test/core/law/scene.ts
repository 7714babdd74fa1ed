import type { SceneFile } from './desk.ts';

/** What lies on the desk when a run of edits begins. */
export interface Scene {
  readonly name: string;
  readonly files: readonly SceneFile[];
  /** The uris of the files that are open from the start. */
  readonly opened: readonly string[];
}

/** What a scene is before files are opened. */
export type Files = Omit<Scene, 'opened'>;
