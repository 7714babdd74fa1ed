import { resolve } from 'node:path';
import type { ReviewOptions } from '#cli/arguments.ts';
import { belowRoot } from '#cli/below-root.ts';
import type { CommandIo } from '#cli/command-io.ts';
import { type GatheredSources, gatherSources } from '#cli/gather-sources.ts';
import { useConfig } from '#cli/given-config.ts';
import { reasonText } from '#cli/notes.ts';
import { gatherStdin } from '#cli/stdin-source.ts';
import { findTargets, type GivenPath, pathIn } from '#cli/targets.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { readText } from '#files/read-source.ts';

/** The files the options ask for, or what is wrong with the options. */
export async function chooseSources(
  options: ReviewOptions,
  io: CommandIo,
): Promise<GatheredSources | { readonly message: string }> {
  const gathered = await gatherAsked(options, io);
  if ('message' in gathered || options.config === undefined) return gathered;
  const path = resolve(io.cwd, options.config);
  const read = await readText(path);
  return read.kind === 'unread'
    ? {
        message: `The configuration “${options.config}” cannot be read: ${reasonText(read.reason)}. Looked for it at ${path}`,
      }
    : useConfig(gathered, uriOfPath(path), read.text);
}

async function gatherAsked(
  { paths, stdinFilename, fix, root: givenRoot }: ReviewOptions,
  io: CommandIo,
): Promise<GatheredSources | { readonly message: string }> {
  const root = await findRoot(givenRoot, io.cwd);
  if (root !== undefined && 'message' in root) return root;
  const given = stdinFilename === undefined ? paths : [stdinFilename];
  const asked = (given.length > 0 ? given : [await usualPath(io.cwd, root)]).map((each) => pathIn(io.cwd, each));
  const below = root === undefined ? { root, paths: asked } : await belowRoot(asked, root);
  if ('message' in below) return below;
  const [named] = below.paths;
  if (stdinFilename !== undefined && named !== undefined) return gatherStdin(named, fix !== undefined, below.root, io);
  const targets = await findTargets(below.paths);
  return 'message' in targets ? targets : gatherSources(targets, io.cwd, below.root);
}

/** What is reviewed where nothing is named: the current folder, or all that lies below `--root` where the current folder does not. */
async function usualPath(cwd: string, root: GivenPath | undefined): Promise<string> {
  return root === undefined || !('message' in (await belowRoot([pathIn(cwd, '.')], root))) ? '.' : root.given;
}

/** The folder given with `--root`; a message where it is none. */
async function findRoot(
  given: string | undefined,
  cwd: string,
): Promise<GivenPath | undefined | { readonly message: string }> {
  if (given === undefined) return undefined;
  const targets = await findTargets([pathIn(cwd, given)]);
  const folder = 'message' in targets ? undefined : targets.find(({ kind }) => kind === 'folder');
  return folder ?? { message: `--root takes a folder; “${given}” is none. Looked for it at ${resolve(cwd, given)}` };
}
