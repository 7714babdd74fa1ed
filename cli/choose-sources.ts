import { resolve } from 'node:path';
import type { ReviewOptions } from '#cli/arguments.ts';
import type { CommandIo } from '#cli/command-io.ts';
import { type GatheredSources, gatherSources } from '#cli/gather-sources.ts';
import { useConfig } from '#cli/given-config.ts';
import { reasonText } from '#cli/notes.ts';
import { type GivenPath, outsideRoot } from '#cli/outside-root.ts';
import { gatherStdin } from '#cli/stdin-source.ts';
import { findTargets } from '#cli/targets.ts';
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
  const outside =
    root &&
    (await outsideRoot(
      given.map((each) => pathIn(io.cwd, each)),
      root,
    ));
  if (outside !== undefined) return { message: outside };
  if (stdinFilename !== undefined) return gatherStdin(stdinFilename, fix !== undefined, root?.path, io);
  const targets = await findTargets(paths.length > 0 ? paths : [await usualPath(io.cwd, root)], io.cwd);
  return 'message' in targets ? targets : gatherSources(targets, io.cwd, root?.path);
}

/** What is reviewed where nothing is named: the current folder, or as much of it as lies below `--root`. */
async function usualPath(cwd: string, root: GivenPath | undefined): Promise<string> {
  return root === undefined || (await outsideRoot([pathIn(cwd, '.')], root)) === undefined ? '.' : root.given;
}

function pathIn(cwd: string, given: string): GivenPath {
  return { given, path: resolve(cwd, given) };
}

/** The folder given with `--root`; a message where it is none. */
async function findRoot(
  given: string | undefined,
  cwd: string,
): Promise<GivenPath | undefined | { readonly message: string }> {
  if (given === undefined) return undefined;
  const targets = await findTargets([given], cwd);
  const folder = 'message' in targets ? undefined : targets.find(({ kind }) => kind === 'folder');
  return folder ?? { message: `--root takes a folder; “${given}” is none. Looked for it at ${resolve(cwd, given)}` };
}
