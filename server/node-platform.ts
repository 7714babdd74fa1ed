import { openGitBase } from '#files/base/git-base.ts';
import { pathOfUri } from '#files/file-uri.ts';
import { findSources } from '#files/find-sources.ts';
import { loadTexts } from '#files/load-sources.ts';
import { heapPace } from '#files/tune-v8.ts';
import { threadsOf, worthThread } from '#server/background/node-threads.ts';
import type { Platform } from '#server/platform.ts';

/** A process of Node.js whose threads run `program`; nothing is reviewed beside the main thread without one. */
export function nodePlatform(program?: string): Platform {
  return {
    files: { find: findSources, read: loadTexts },
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    // It keeps no process alive.
    clock: {
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds).unref();
        return () => clearTimeout(timer);
      },
    },
    background: program === undefined ? undefined : { start: threadsOf(program), worthThread },
    openBase: async (folder, ref) => {
      const path = pathOfUri(folder);
      return path === undefined ? { reason: 'no folder on this disk' } : openGitBase(path, ref);
    },
    heapPace,
  };
}
