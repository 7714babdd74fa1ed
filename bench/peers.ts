import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CommandFigures, measureCommand } from './measure-command.ts';

/** Another reviewer of OpenAPI descriptions, as its command line. */
interface Peer {
  readonly name: string;
  readonly package: string;
  readonly script: string;
  readonly words: (path: string) => readonly string[];
}

/** Outside node_modules, so that nothing of it is built, shipped or checked. */
const peersFolder = '.bench-peers';

const peers: readonly Peer[] = [
  {
    name: 'spectral',
    package: '@stoplight/spectral-cli@6.16.3',
    script: 'node_modules/@stoplight/spectral-cli/dist/index.js',
    words: (path) => ['lint', '--ruleset', 'ruleset.yaml', '--quiet', path],
  },
  {
    name: 'redocly',
    package: '@redocly/cli@2.77.0',
    script: 'node_modules/@redocly/cli/bin/cli.js',
    words: (path) => ['lint', path],
  },
];

export interface PeerFigures {
  readonly name: string;
  /** Undefined: it failed, or took too long. */
  readonly figures: CommandFigures | undefined;
}

/** Ten minutes. */
const timeout = 600_000;

/** Installs the peers where they are not yet; gives back why that was not possible. */
export function installPeers(): string | undefined {
  if (peers.every(({ script }) => existsSync(resolve(peersFolder, script)))) return undefined;
  mkdirSync(peersFolder, { recursive: true });
  writeFileSync(resolve(peersFolder, 'package.json'), '{ "private": true }\n');
  writeFileSync(resolve(peersFolder, 'ruleset.yaml'), 'extends: ["spectral:oas"]\n');
  const words = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...peers.map((peer) => peer.package)];
  try {
    execFileSync('npm', words, { cwd: peersFolder, stdio: 'ignore', shell: process.platform === 'win32' });
    return undefined;
  } catch {
    return 'The peers could not be installed: is there a network?';
  }
}

/** Times every peer on a file, once. */
export async function measurePeers(path: string, folder: string): Promise<readonly PeerFigures[]> {
  const all: PeerFigures[] = [];
  for (const { name, script, words } of peers) {
    const cwd = resolve(peersFolder);
    const command = { script: resolve(cwd, script), words: words(path), cwd, folder, timeout };
    all.push({ name, figures: await measureCommand(command, 1) });
  }
  return all;
}
