import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { BaseTexts, NoBase } from '#files/base/base-texts.ts';
import { askGit, runGit } from '#files/base/run-git.ts';
import { decodeText } from '#files/decode-text.ts';
import { pathOfUri, uriOfPath } from '#files/file-uri.ts';

/**
 * The texts of a commit. Without a `ref` it is where this branch left the default branch of the remote, else the latest commit. A folder
 * outside of any repository, an unborn branch, a ref that is unknown: no base, with the reason.
 */
export async function openGitBase(folder: string, ref?: string): Promise<BaseTexts | NoBase> {
  const top = await askGit(folder, ['rev-parse', '--show-toplevel']);
  if (top === undefined || top === '') return { reason: 'no git repository' };
  if (ref !== undefined && /^-|[\s~^:?*[\\]|\.\./.test(ref.replace(/[~^]\d*$/g, '')))
    return { reason: `“${ref}” is no name of a commit` };
  const chosen = ref === undefined ? await defaultCommit(top) : await namedCommit(top, ref);
  if (chosen === undefined) return { reason: ref === undefined ? 'no commit yet' : `no commit “${ref}” here` };
  return new GitBase(await realpath(folder), await realpath(top), chosen, await renames(top, chosen.id));
}

interface Commit {
  readonly id: string;
  readonly name: string;
}

async function namedCommit(top: string, name: string): Promise<Commit | undefined> {
  const id = await askGit(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return id === undefined ? undefined : { id, name };
}

async function defaultCommit(top: string): Promise<Commit | undefined> {
  const branch = await askGit(top, ['rev-parse', '--abbrev-ref', '--quiet', 'origin/HEAD']);
  // What is not known comes back as it was asked.
  if (branch !== undefined && branch !== 'origin/HEAD') {
    const id = await askGit(top, ['merge-base', 'HEAD', branch]);
    if (id !== undefined) return { id, name: branch.replace(/^origin\//, '') };
  }
  return namedCommit(top, 'HEAD');
}

/** By the path of today, that of the commit; of files that git knows. */
async function renames(top: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const words = ['diff-index', '--cached', '-z', '-M60%', '--diff-filter=R', '--name-status', '--no-ext-diff', commit];
  const fields = (await askGit(top, words))?.split('\0') ?? [];
  const found = new Map<string, string>();
  for (let index = 0; index + 2 < fields.length; index += 3)
    found.set(fields[index + 2] ?? '', fields[index + 1] ?? '');
  return found;
}

class GitBase implements BaseTexts {
  readonly id: string;
  readonly name: string;
  readonly formerUris: ReadonlyMap<string, string>;
  readonly #top: string;
  readonly #commit: string;
  /** What stands for the folder of the repository in uris: a link may lead to it. */
  readonly #shown: string;

  constructor(folder: string, top: string, { id, name }: Commit, renamed: ReadonlyMap<string, string>) {
    this.#top = top;
    this.#shown = folder.startsWith(top) ? top : folder;
    this.#commit = id;
    this.id = `${top} ${id}`;
    this.name = name;
    this.formerUris = new Map([...renamed].map(([now, former]) => [this.#uriOf(now), this.#uriOf(former)]));
  }

  async read(uris: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const asked = uris.flatMap((uri) => {
      const path = this.#pathOf(uri);
      return path === undefined ? [] : [{ uri, path }];
    });
    const input = asked.map(({ path }) => `${this.#commit}:${path}\n`).join('');
    const answer = asked.length === 0 ? undefined : await runGit(this.#top, ['cat-file', '--batch'], input);
    if (answer === undefined) return new Map();
    const blobs = blobsIn(answer);
    const texts = new Map<string, string>();
    for (const [index, { uri }] of asked.entries()) {
      const blob = blobs[index];
      const text = blob === undefined ? undefined : decodeText(blob).text;
      if (text !== undefined && !text.startsWith(largeFile)) texts.set(uri, text);
    }
    return texts;
  }

  async list(folder: string, endings: readonly string[]): Promise<readonly string[]> {
    const path = this.#pathOf(folder);
    if (path === undefined) return [];
    const below = path === '' ? [] : ['--', path];
    const answer = await askGit(this.#top, ['ls-tree', '-r', '-z', '--name-only', this.#commit, ...below]);
    const names = answer?.split('\0') ?? [];
    return names.filter((name) => endings.some((ending) => name.endsWith(ending))).map((name) => this.#uriOf(name));
  }

  #uriOf(path: string): string {
    return uriOfPath(join(this.#shown, path));
  }

  /** From the folder of the repository, parted by `/`; undefined for what lies outside, and for what no line can hold. */
  #pathOf(uri: string): string | undefined {
    const path = pathOfUri(uri);
    const below = path === undefined ? undefined : relative(this.#shown, path);
    if (below === undefined || below.startsWith('..') || /[\r\n]/.test(below)) return undefined;
    return sep === '/' ? below : below.split(sep).join('/');
  }
}

/** What Git LFS keeps in place of a large file. */
const largeFile = 'version https://git-lfs.github.com/spec/';

/** The contents in an answer of `git cat-file --batch`, in the order asked; undefined for what is no file there. */
function blobsIn(answer: Buffer): readonly (Buffer | undefined)[] {
  const blobs: (Buffer | undefined)[] = [];
  for (let start = 0; start < answer.length; ) {
    const end = answer.indexOf(0x0a, start);
    if (end < 0) break;
    const [, kind, size] = /^\S+ (\w+) (\d+)$/.exec(answer.toString('utf8', start, end)) ?? [];
    start = end + 1;
    if (size === undefined) {
      blobs.push(undefined);
      continue;
    }
    const length = Number(size);
    blobs.push(kind === 'blob' ? answer.subarray(start, start + length) : undefined);
    start += length + 1;
  }
  return blobs;
}
