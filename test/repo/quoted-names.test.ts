import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { describe, it } from 'mocha';
import { filesUnder, readText } from './repository-files.ts';

/** What is quoted as code and is a name of others, by whose it is. */
const others: { readonly [reason: string]: readonly string[] } = {
  'examples of how names are cut into words, and compared': [
    'OrderListType',
    'OrderItemType',
    'userAccount',
    'UserAccount',
  ],
  'examples of what people write into their files': [
    'userID_v2',
    'NotFoundError',
    'ConflictError',
    'nextToken',
    'createdOn',
    'updatedOn',
    'PutPet',
    'GetPet',
    'diabetesType2',
    'hazardClass3',
    'orderStatus',
    'stripeSubscriptionId',
  ],
};

/** What detectors and words look for is told by examples of what people write. */
const untold = ['rules/detectors/', 'rules/words/'];

const paths = ['core', 'rules', 'server', 'files', 'snippets', 'cli', 'client', 'bench', 'test', 'scripts'].flatMap(
  (folder) => filesUnder(folder, '.ts', '.mjs'),
);

const docComment = /\/\*\*.*?\*\//gs;

/** camelCase, PascalCase with two humps at least, and files. */
const nameLike = /^(?:[a-z]+(?:[A-Z]\w*)+|(?:[A-Z][a-z]+){2,}|[\w-]+\.ts)$/;

describe('a name that is quoted in a doc comment', () => {
  it('is that of something in the code, or of a file', () => {
    const here = paths.filter((path) => path !== 'test/repo/quoted-names.test.ts');
    const known = new Set(here.flatMap((path) => [...identifiersIn(readText(path)), basename(path)]));
    const names = ['core', 'rules', 'server'].flatMap(quotedBelow);
    const missing = names.filter(({ name }) => !known.has(name));
    assert.ok(names.length > 100, `${names.length}`);
    const excused = Object.values(others).flat();
    assert.deepEqual(
      missing.filter(({ name }) => !excused.includes(name)).map(({ path, name }) => `${path}: ${name}`),
      [],
    );
    assert.deepEqual(
      excused.filter((name) => !missing.some((each) => each.name === name)),
      [],
    );
  });
});

/** A name that a doc comment of a file quotes. */
interface Quoted {
  readonly path: string;
  readonly name: string;
}

/** What doc comments quote below a folder, where it looks like a name of code: `name`, each of `object.name` and `name(…)`, files. */
function quotedBelow(folder: string): readonly Quoted[] {
  const files = filesUnder(folder, '.ts').filter((path) => !untold.some((each) => path.startsWith(each)));
  return files.flatMap((path) => {
    const comments = readText(path).match(docComment)?.join('\n') ?? '';
    const quoted = [...comments.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code.replace(/\(.*\)$/, ''));
    const names = quoted.flatMap((code) => (code.endsWith('.ts') ? [code] : code.split('.')));
    return names.filter((name) => nameLike.test(name)).map((name) => ({ path, name }));
  });
}

/** The words of a program outside of its doc comments. */
function identifiersIn(text: string): Iterable<string> {
  return text.replace(docComment, '').match(/[A-Za-z_$][\w$]*/g) ?? [];
}
