import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { describe, it } from 'mocha';
import { filesUnder, readText } from './repository-files.ts';

/** What each folder may import, beside itself. */
const allowed: { readonly [folder: string]: readonly string[] } = {
  core: [],
  rules: ['core'],
  files: ['core'],
  snippets: ['core', 'rules'],
  server: ['core', 'rules', 'files', 'snippets'],
  cli: ['core', 'rules', 'files'],
  client: [],
};

interface Import {
  readonly from: string;
  /** The path from the root; undefined for a package or a Node built-in. */
  readonly to: string | undefined;
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

const importPattern = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;

const lateImportPattern = /\bimport\('([^']+)'\)/g;

/** Those that are not shipped may import everything, and each other. */
const others = ['bench', 'test', 'scripts'];

const imports = Object.keys(allowed).flatMap((folder) => filesUnder(folder, '.ts').flatMap(importsOf));

const importsOfOthers = others.flatMap((folder) => filesUnder(folder, '.ts').flatMap(importsOf));

describe('imports', () => {
  it('go core ← rules ← (server, cli); files and snippets stand beside rules', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [folder = ''] = from.split('/');
      const [target = ''] = to?.split('/') ?? [folder];
      if (folder === 'client' && to === 'server/protocol.ts') return false;
      return target !== folder && !allowed[folder]?.includes(target);
    });
    assert.deepEqual(
      wrong.map(({ from, to }) => `${from} → ${to}`),
      [],
    );
  });

  it('of the client from the server are types only', () => {
    const wrong = imports.filter(
      ({ from, to, isTypeOnly }) => from.startsWith('client/') && to === 'server/protocol.ts' && !isTypeOnly,
    );
    assert.deepEqual(wrong, []);
  });

  it('name files that exist, with their ending', () => {
    const files = new Set(Object.keys(allowed).flatMap((folder) => filesUnder(folder, '.ts', '.json')));
    const wrong = imports.filter(({ to }) => to !== undefined && !files.has(to));
    assert.deepEqual(
      wrong.map(({ from, specifier }) => `${from}: ${specifier}`),
      [],
    );
  });

  it('of the core are pure libraries only', () => {
    const libraries = ['yaml', 'js-yaml', 'jsonc-parser'];
    const wrong = imports.filter(
      ({ from, to, specifier }) => from.startsWith('core/') && to === undefined && !libraries.includes(specifier),
    );
    assert.deepEqual(
      wrong.map(({ from, specifier }) => `${from}: ${specifier}`),
      [],
    );
  });

  it('of the server from Node are in what starts it and in its platform', () => {
    const start = ['main', 'serve-client', 'node-platform', 'background/node-threads', 'background/serve-background'];
    const wrong = imports.filter(
      ({ from, specifier }) =>
        from.startsWith('server/') && /^node:|\/node$/.test(specifier) && !start.includes(from.slice(7, -3)),
    );
    assert.deepEqual(
      wrong.map(({ from, specifier }) => `${from}: ${specifier}`),
      [],
    );
  });

  it('form no circle, of types either', () => {
    const targets = new Map<string, string[]>();
    for (const { from, to } of [...imports, ...importsOfOthers]) {
      if (to !== undefined) targets.set(from, [...(targets.get(from) ?? []), to]);
    }
    assert.deepEqual(findCircle(targets), []);
  });
});

function importsOf(from: string): Import[] {
  const text = readText(from);
  const written = [...text.matchAll(importPattern)].map(([statement, type, specifier = '']) => ({
    from,
    specifier,
    to: pathOf(specifier, from),
    isTypeOnly: type !== undefined || hasOnlyTypes(statement),
  }));
  const late = [...text.matchAll(lateImportPattern)].map(([, specifier = '']) => ({
    from,
    specifier,
    to: pathOf(specifier, from),
    isTypeOnly: false,
  }));
  return [...written, ...late];
}

/** `import { type A, type B } from …` */
function hasOnlyTypes(text: string): boolean {
  const names = /\{([^}]*)\}/.exec(text)?.[1]?.split(',') ?? [''];
  return names.every((name, index) => /^\s*type\s/.test(name) || (index > 0 && name.trim() === ''));
}

function pathOf(specifier: string, from: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? join(dirname(from), specifier).replaceAll('\\', '/') : undefined;
}

/** The files of one circle, the first named again at the end; empty when there is none. */
function findCircle(targets: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of targets.get(file) ?? []) {
      const circle = visit(target, [...trail, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of targets.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
