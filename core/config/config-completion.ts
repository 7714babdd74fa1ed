import { configPaths } from '#core/config/config-paths.ts';
import { type ConfigPlace, configPlaces } from '#core/config/config-place.ts';
import { alternatives, type ConfigKey, type ConfigShape, type ConfigWord } from '#core/config/config-shape.ts';
import type { Edit } from '#core/text/span.ts';
import { quoteYaml, renderYamlScalar } from '#core/tree/write/yaml-scalar.ts';

/** Something that can be written at a place of a `plumbline.yaml`. */
export interface ConfigProposal {
  readonly kind: 'key' | 'word' | 'path';
  readonly word: ConfigWord;
  readonly edit: Edit;
}

/** What completing needs to know beside the text. */
export interface ConfigSurroundings {
  readonly shape: ConfigShape;
  /** The files there are, from the folder of the configuration on. */
  readonly paths: Iterable<string>;
  /** Whether what is inserted may have several lines, just as it is given. */
  readonly canBreakLines: boolean;
}

/** What can be written at a place: nothing that is there already, each once, in the order of the documentation. */
export function completeConfig(
  text: string,
  offset: number,
  surroundings: ConfigSurroundings,
): readonly ConfigProposal[] {
  const place = knownPlace(text, offset, surroundings.shape);
  if (place === undefined) return [];
  const shapes = shapesAt(surroundings.shape, place.path);
  const writer = new ProposalWriter(text, place, surroundings);
  const proposals = shapes.flatMap((shape) => writer.proposals(shape));
  const taken = new Set(place.beside);
  return proposals.filter(({ word: { name } }) => !taken.has(name) && taken.add(name));
}

function knownPlace(text: string, offset: number, shape: ConfigShape): ConfigPlace | undefined {
  for (const place of configPlaces(text, offset)) if (shapesAt(shape, place.path).length > 0) return place;
  return undefined;
}

/** What may stand where a path of keys and list indexes leads. */
export function shapesAt(shape: ConfigShape, path: readonly string[]): readonly Alternative[] {
  let shapes = alternatives(shape);
  for (const step of path) {
    shapes = shapes.flatMap((each) => {
      if (each.kind === 'list') return alternatives(each.items);
      const value =
        each.kind === 'map' ? (each.keys.find(({ name }) => name === step)?.value ?? each.others) : undefined;
      return value === undefined ? [] : alternatives(value);
    });
  }
  return shapes;
}

type Alternative = ReturnType<typeof alternatives>[number];

class ProposalWriter {
  readonly #text: string;
  readonly #place: ConfigPlace;
  readonly #surroundings: ConfigSurroundings;

  constructor(text: string, place: ConfigPlace, surroundings: ConfigSurroundings) {
    this.#text = text;
    this.#place = place;
    this.#surroundings = surroundings;
  }

  get #typed(): string {
    const { start, end } = this.#place.word;
    return this.#text.slice(start, end);
  }

  proposals(shape: Alternative): readonly ConfigProposal[] {
    const { as, isFirst, isAfterDash, isFlow } = this.#place;
    switch (shape.kind) {
      case 'map':
        return as === 'key' ? shape.keys.map((key) => this.#key(key)) : [];
      case 'list':
        // An item on a line of its own, its dash not yet written.
        if (!isFirst || isFlow || isAfterDash) return [];
        return alternatives(shape.items).flatMap((item) => this.#values(item, '- '));
      default:
        return this.#hasOwnLines() ? [] : this.#values(shape, '');
    }
  }

  /** True on a line of its own where keys or items belong. */
  #hasOwnLines(): boolean {
    const { path, isFirst, isAfterDash, isFlow } = this.#place;
    if (!isFirst || isFlow || isAfterDash) return false;
    const kinds = shapesAt(this.#surroundings.shape, path).map(({ kind }) => kind);
    return kinds.includes('map') || kinds.includes('list');
  }

  #values(shape: Alternative, lead: string): readonly ConfigProposal[] {
    // A value that is a key already is none.
    if (this.#place.hasColon) return [];
    switch (shape.kind) {
      case 'choice':
        return shape.words.map((word) => this.#value('word', word, lead));
      case 'path':
        return configPaths(this.#surroundings.paths, shape.to, this.#typed).map((name) =>
          this.#value('path', { name, detail: '', description: '' }, lead),
        );
      case 'value': {
        const usual = shape.usual === undefined ? [] : [String(shape.usual)];
        const names = shape.type === 'boolean' ? ['true', 'false'] : usual;
        return names.map((name) => {
          const detail = usual.includes(name) ? 'usual' : '';
          return this.#value('word', { name, detail, description: '' }, lead, true);
        });
      }
      case 'list':
      case 'map':
        return [];
      default:
        return shape satisfies never;
    }
  }

  #value(kind: 'word' | 'path', word: ConfigWord, lead: string, isBare = false): ConfigProposal {
    const { quote, isQuoteOpen, isFlow } = this.#place;
    const end = isQuoteOpen ? quote : '';
    const isPlain = isBare || word.name === 'off' || word.name === 'false';
    const written =
      quote !== undefined
        ? `${inQuotes(word.name, quote)}${end}`
        : isPlain
          ? word.name
          : renderYamlScalar(word.name, isFlow ? 'flow' : 'block', "'");
    return this.#proposal(kind, word, quote === undefined ? `${lead}${written}` : written);
  }

  #key(key: ConfigKey): ConfigProposal {
    const { quote, isQuoteOpen, hasColon } = this.#place;
    const name = quote === undefined ? key.name : inQuotes(key.name, quote);
    if (quote !== undefined && !isQuoteOpen) return this.#proposal('key', key, name);
    return this.#proposal('key', key, `${name}${quote ?? ''}${hasColon ? '' : this.#behindKey(key)}`);
  }

  /** The colon, and where the value begins. */
  #behindKey({ value }: ConfigKey): string {
    const kind = alternatives(value)[0]?.kind;
    const isBlock = kind === 'map' || kind === 'list';
    if (!isBlock || this.#place.isFlow || !this.#surroundings.canBreakLines) return ': ';
    const lineStart = this.#text.lastIndexOf('\n', this.#place.word.start - 1) + 1;
    const column = this.#place.word.start - lineStart - (this.#place.quote === undefined ? 0 : 1);
    const unit = kind === 'list' && /^( *)\S.*:[ \t]*\r?\n\1- /m.test(this.#text) ? '' : indentationOf(this.#text);
    const newline = this.#text.includes('\r\n') ? '\r\n' : '\n';
    return `:${newline}${' '.repeat(column)}${unit}${kind === 'list' ? '- ' : ''}`;
  }

  #proposal(kind: ConfigProposal['kind'], word: ConfigWord, newText: string): ConfigProposal {
    return { kind, word, edit: { span: this.#place.word, newText } };
  }
}

function inQuotes(name: string, quote: "'" | '"'): string {
  return quoteYaml(name, quote).slice(1, -1);
}

/** The blanks of the first line that is indented, and no item; two where there is none. */
function indentationOf(text: string): string {
  return /^( +)[^\s#-]/m.exec(text)?.[1] ?? '  ';
}
