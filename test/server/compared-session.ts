import type { BaseTexts } from '#files/base/base-texts.ts';
import { rulebook } from '#rules/rulebook.ts';
import { readClientAbilities } from '#server/client-abilities.ts';
import { Session } from '#server/session.ts';
import { memoryPlatform } from '../support/memory-platform.ts';

export const comparedFolder = 'file:///work/';

/** A session in which one file is open. */
export interface ComparedSession {
  readonly session: Session;
  readonly uri: string;
  /** How often the client was told to ask for its lines anew. */
  readonly refreshed: () => number;
}

/** Opens a file that was another text in `main`; in no commit where `before` is undefined. `options` are those of the client. */
export async function comparedSession(
  name: string,
  before: string | undefined,
  after: string,
  options: object = {},
): Promise<ComparedSession> {
  const uri = comparedFolder + name;
  const abilities = readClientAbilities({
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: options,
  });
  let count = 0;
  const nothing = (): void => undefined;
  const lensesChanged = (): void => {
    count++;
  };
  const output = {
    publishDiagnostics: nothing,
    reviewed: nothing,
    lensesChanged,
    log: nothing,
    note: nothing,
    say: nothing,
  };
  const openBase = async (): Promise<BaseTexts> => ({
    id: 'base',
    name: 'main',
    formerUris: new Map(),
    read: async (uris) => new Map(uris.filter((each) => each === uri).map((each) => [each, before ?? ''])),
    list: async () => [],
  });
  const files = memoryPlatform(new Map([[uri, after]]));
  const platform = before === undefined ? files : { ...files, openBase };
  const session = new Session(abilities, output, { rulebook, platform });
  session.start({ typingRest: 0 }, [comparedFolder]);
  session.openDocument(uri, name.endsWith('.prisma') ? 'prisma' : 'yaml', 1, after);
  await session.complete();
  return { session, uri, refreshed: () => count };
}
