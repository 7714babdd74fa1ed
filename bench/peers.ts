import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** Another reviewer of OpenAPI descriptions, as its command line. */
export interface Peer {
  readonly name: string;
  /** Its executable. */
  readonly command: string;
  readonly version: string;
  readonly words: (path: string) => readonly string[];
}

/** How each is asked for what it recommends. `ruleset.yaml` lies where it is started. */
const wordsOf: { readonly [name: string]: Peer['words'] } = {
  redocly: (path) => ['lint', path],
  spectral: (path) => ['lint', '--ruleset', 'ruleset.yaml', '--quiet', path],
  vacuum: (path) => ['lint', '--no-banner', '--silent', path],
};

/** What Spectral has to be told, by the name of the file. */
export const peerFiles: ReadonlyMap<string, string> = new Map([['ruleset.yaml', 'extends: ["spectral:oas"]\n']]);

/** None of them asks the network for anything. */
export const peerEnvironment = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

export interface FoundPeers {
  readonly peers: readonly Peer[];
  /** What to do about each that is not there. */
  readonly missing: readonly string[];
}

/** Looks for the peers; nothing is installed. `given` says where some of them are, as `name=path`. */
export function findPeers(given: readonly string[]): FoundPeers {
  const peers: Peer[] = [];
  const missing: string[] = [];
  for (const [name, words] of Object.entries(wordsOf)) {
    const variable = `PLUMBLINE_BENCH_${name.toUpperCase()}`;
    const told = given.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? process.env[variable];
    const command = told === undefined ? onPath(name) : existing(resolve(told));
    const version = command && versionOf(command);
    if (command !== undefined && version !== undefined) peers.push({ name, command, version, words });
    else {
      const fault = told === undefined ? 'is not on the PATH' : `cannot be run at ${told}`;
      missing.push(`${name} ${fault}: install it anywhere, and name it by --peer ${name}=PATH or ${variable}=PATH.`);
    }
  }
  return { peers, missing };
}

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existing(path) !== undefined);
}

function existing(path: string): string | undefined {
  return existsSync(path) && statSync(path).isFile() ? path : undefined;
}

/** The first line it says about itself. */
function versionOf(command: string): string | undefined {
  const words = command.endsWith('vacuum') ? ['version'] : ['--version'];
  try {
    const env = { ...process.env, ...peerEnvironment };
    return execFileSync(command, words, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .split('\n')[0];
  } catch {
    return undefined;
  }
}
