import type { Source } from '#core/source.ts';
import type { ReadText } from '#files/read-source.ts';
import { isCandidate, isStartingPoint } from '#files/starting-points.ts';
import { isInFolder } from '#files/uri.ts';
import type { FileAccess, Platform } from '#server/platform.ts';

/** A machine without a disk, which holds these texts by uri. It has what browsers and Node.js share. */
export function memoryPlatform(texts: ReadonlyMap<string, string>): Platform {
  return { files: filesOf(texts), turn, clock };
}

function filesOf(texts: ReadonlyMap<string, string>): FileAccess {
  const read = (uri: string, folders: readonly string[]): ReadText => {
    if (!folders.some((folder) => isInFolder(uri, folder))) return { kind: 'unread', reason: 'outside-workspace' };
    const text = texts.get(uri);
    return text === undefined ? { kind: 'unread', reason: 'missing' } : { kind: 'read', text, isExact: true };
  };
  return {
    async find(folder) {
      const sources: Source[] = [];
      for (const [uri, text] of texts)
        if (isCandidate(uri, folder) && isStartingPoint(uri, text)) sources.push({ uri, text });
      return { sources, unread: new Map() };
    },
    read: async (uris, folders) => new Map(uris.map((uri) => [uri, read(uri, folders)])),
  };
}

/** Messages come in turn with all other events; timers would wait for some milliseconds each. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

const clock: Platform['clock'] = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
