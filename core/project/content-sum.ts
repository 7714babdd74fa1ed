import type { Description } from '#core/openapi/description/description.ts';
import { locate } from '#core/openapi/reference/locate.ts';
import { relativePath } from '#core/project/path-uri.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { entriesOf, type TreeNode } from '#core/tree/tree.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** A sum over all values of a file, each with the keys that lead to it: format, order of keys and where it is cut do not count. */
interface ContentSum {
  readonly high: number;
  readonly low: number;
  readonly values: number;
}

const nothing: ContentSum = { high: 0, low: 0, values: 0 };

/** The title and version of a description; undefined without a title. Only those that agree in it are worth comparing. */
export function titleOf(root: TreeDocument): string | undefined {
  const [title, version] = ['title', 'version'].map((key) => {
    const found = locate(root, ['info', key]);
    const tree = found?.kind === 'place' ? found.place.tree : undefined;
    return tree?.kind === 'scalar' ? String(tree.value ?? '') : '';
  });
  return title === '' ? undefined : `${title}\n${version}`;
}

/**
 * What all files of a description say, as a text that is the same for descriptions that say the same: files are named as seen from
 * the root. Undefined where something was not understood. In steps; a section is looked through once.
 */
export function* contentOf(description: Description): Steps<string | undefined> {
  const known = contents.get(description);
  if (known !== undefined) return known.content;
  const content = yield* readContent(description);
  contents.set(description, { content });
  return content;
}

const contents = new WeakMap<Description, { readonly content: string | undefined }>();

function* readContent({ context, files }: Description): Steps<string | undefined> {
  const parts: string[] = [];
  for (const [uri, document] of files) {
    const sum = yield* sumOfDocument(document);
    if (sum === undefined) return undefined;
    const name = uri === context.rootUri ? '' : relativePath(context.rootUri, uri);
    parts.push(`${name} ${sum.high} ${sum.low} ${sum.values}`);
  }
  return parts.sort().join('\n');
}

function* sumOfDocument({ sections }: TreeDocument): Steps<ContentSum | undefined> {
  let sum = nothing;
  const pace = new Pace();
  for (const section of sections) {
    if (section.problems.length > 0) return undefined;
    sum = plus(sum, sumOfSection(section));
    if (pace.isDue(cost.passed)) yield;
  }
  return sum;
}

const sums = new WeakMap<TreeSection, ContentSum>();

function sumOfSection(section: TreeSection): ContentSum {
  const known = sums.get(section);
  if (known !== undefined) return known;
  const { tree, isHeader, pointer } = section;
  const start = pointer.reduce((hash, key) => hash.below(key), PathHash.root);
  const sum = tree === undefined || isHeader ? nothing : sumOfNode(tree, start);
  sums.set(section, sum);
  return sum;
}

function sumOfNode(node: TreeNode, path: PathHash): ContentSum {
  if (node.kind === 'scalar') return path.sumOf(`${typeof node.value} ${String(node.value)}`);
  const children =
    node.kind === 'list'
      ? node.items.map((item, index) => sumOfNode(item, path.below(`${index}`)))
      : entriesOf(node).map(({ key, value }) =>
          value === undefined ? path.below(key.value).sumOf('object null') : sumOfNode(value, path.below(key.value)),
        );
  return children.length === 0 ? path.sumOf(node.kind) : children.reduce(plus, nothing);
}

function plus(a: ContentSum, b: ContentSum): ContentSum {
  return { high: (a.high + b.high) | 0, low: (a.low + b.low) | 0, values: a.values + b.values };
}

/** Two hashes of the keys that lead to a value, by FNV-1a with different primes. */
class PathHash {
  static readonly root = new PathHash(0x811c9dc5, 0x2b9f4d01);
  readonly #high: number;
  readonly #low: number;

  private constructor(high: number, low: number) {
    this.#high = high;
    this.#low = low;
  }

  below(key: string): PathHash {
    const { high, low } = this.#mixed(`/${key.length}/${key}`);
    return new PathHash(high, low);
  }

  sumOf(value: string): ContentSum {
    return { ...this.#mixed(`=${value}`), values: 1 };
  }

  #mixed(text: string): { readonly high: number; readonly low: number } {
    let [high, low] = [this.#high, this.#low];
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      high = Math.imul(high ^ unit, 0x01000193);
      low = Math.imul(low ^ (unit + (low >>> 15)), 0x85ebca6b);
    }
    return { high: high ^ (high >>> 16), low: low ^ (low >>> 13) };
  }
}
