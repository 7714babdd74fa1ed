import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from './formatted.mjs';

const header = '// Written by "npm run generate" from the files in this folder.';

/**
 * The lists of all rules and of all evidence collectors: one file, one of them, named after the file.
 *
 * @param {string} root
 * @returns {ReadonlyMap<string, string>}
 */
export function ruleIndexFiles(root) {
  const files = new Map();
  files.set(
    'rules/index.ts',
    indexFile(
      root,
      'rules/index.ts',
      scopesIn(root).flatMap((scope) => modulesIn(root, `rules/${scope}`)),
      {
        type: "import type { Rule } from '#core/rule.ts';",
        declaration: '/** Every rule, by id. */\nexport const rules: readonly Rule[]',
      },
    ),
  );
  if (existsSync(join(root, 'rules/evidence'))) {
    files.set(
      'rules/evidence/index.ts',
      indexFile(root, 'rules/evidence/index.ts', modulesIn(root, 'rules/evidence'), {
        type: "import type { EvidenceCollector } from '#core/checklist/evidence.ts';",
        declaration:
          '/** Every collector of evidence, by name. */\nexport const evidenceCollectors: readonly EvidenceCollector[]',
      }),
    );
  }
  return files;
}

/** Folders of what rules are made of. */
const otherFolders = ['detectors', 'evidence', 'fixes', 'migration', 'peers', 'presets', 'subjects', 'words'];

/**
 * The folders of the rules: one for each language, and `cross`.
 *
 * @param {string} root
 */
function scopesIn(root) {
  return readdirSync(join(root, 'rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !otherFolders.includes(entry.name))
    .map(({ name }) => name)
    .sort();
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {{ path: string, name: string }[]}
 */
function modulesIn(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .sort()
    .map((file) => ({ path: `${folder}/${file}`, name: exportName(root, `${folder}/${file}`) }));
}

/**
 * The camel-case form of the file's name, which the file has to export.
 *
 * @param {string} root
 * @param {string} path
 */
function exportName(root, path) {
  const base = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
  const name = base.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  if (new RegExp(`^export const ${name}\\b`, 'm').test(readFileSync(join(root, path), 'utf8'))) return name;
  console.error(`generate: ${path} must export “${name}”, its one rule or collector.`);
  process.exit(1);
}

/**
 * @param {string} root
 * @param {string} path
 * @param {readonly { path: string, name: string }[]} modules
 * @param {{ type: string, declaration: string }} parts
 */
function indexFile(root, path, modules, { type, declaration }) {
  const imports = modules.map((module) => `import { ${module.name} } from '#${module.path}';`);
  const names = modules.map(({ name }) => `${name},`);
  const text = [header, type, ...imports, '', `${declaration} = [`, ...names, '];', ''].join('\n');
  return formatted(root, path, text);
}
