import { type Completion, completion } from '#core/ask/complete/completion.ts';
import {
  behindKey,
  blockLines,
  bracketed,
  renderKey,
  type SketchStyle,
} from '#core/ask/complete/openapi/render-sketch.ts';
import type { Sketch } from '#core/ask/complete/openapi/shape-sketch.ts';
import { literal, plainOf } from '#core/ask/complete/snippet.ts';
import type { TypedPlace, TypedSpot } from '#core/ask/complete/tree/typed-place.ts';
import { shiftSpan } from '#core/text/span.ts';
import { quoteYaml, renderYamlScalar } from '#core/tree/write/yaml-scalar.ts';

type Words = Partial<
  Pick<Completion, 'detail' | 'about' | 'isAskedOn' | 'isDeprecated' | 'isGiven' | 'label' | 'kind'>
>;

/** Writes what is proposed at one place in the style of the file. */
export class TreeWriter {
  readonly #spot: TypedSpot;
  readonly #style: SketchStyle;
  readonly #start: number;
  /** What stands before the first line. */
  readonly #lead: string;

  /** `start`: where the text that the spot counts in begins in its file. */
  constructor(spot: TypedSpot, style: SketchStyle, start: number, { as, isDeeper = false, lead }: TypedPlace) {
    this.#spot = spot;
    this.#style = style;
    this.#start = start;
    const usual = as === 'item' && !style.isListIndented ? '' : style.unit;
    const indentation = lead === undefined ? usual : ' '.repeat(lead);
    this.#lead = `${isDeeper ? indentation : ''}${as === 'item' ? '- ' : ''}`;
  }

  /** A key, and its value where none stands there yet. */
  key(name: string, sketch: Sketch, words: Words = {}): Completion {
    const { hasColon, isFlow } = this.#spot;
    const key = literal(this.#renderKey(name));
    const indentation = this.#indentation;
    const value = isFlow
      ? ` ${bracketed(sketch, indentation, this.#style)}`
      : behindKey(sketch, indentation, this.#style);
    return this.#completion({ kind: 'field', label: name, ...words }, hasColon ? key : `${key}:${value}`);
  }

  /** A text, in quotes where it would be something else without. */
  text(value: string, words: Words = {}): Completion {
    return this.#completion({ kind: 'value', label: value, ...words }, literal(this.#renderText(value)));
  }

  /** `true`, a number, or what else is no text. */
  plain(value: string, words: Words = {}): Completion {
    return this.#completion({ kind: 'value', label: value, ...words }, literal(value));
  }

  /** A whole value, as an item of a list; `isBare`: the entries of a map whose brackets stand already. */
  whole(label: string, sketch: Sketch, words: Words = {}, isBare = false): Completion {
    const isBlock = !this.#spot.isFlow && !this.#style.isJson;
    const indentation = this.#indentation;
    const snippet = isBlock
      ? blockLines(sketch, indentation, this.#style)
      : bracketed(sketch, indentation, isBare ? { ...this.#style, isInline: false } : this.#style);
    return this.#completion({ kind: 'field', label, ...words }, isBare && !isBlock ? snippet.slice(1, -1) : snippet);
  }

  /** Of the lines that follow in the same map. */
  get #indentation(): string {
    const { isFlow, column } = this.#spot;
    return isFlow ? this.#style.blanks : ' '.repeat(column + this.#lead.length);
  }

  #renderKey(name: string): string {
    const { quote, isFlow } = this.#spot;
    if (this.#style.isJson) return JSON.stringify(name);
    return quote === undefined ? renderKey(name, this.#style, isFlow ? 'flow-key' : 'key') : quoteYaml(name, quote);
  }

  #renderText(value: string): string {
    const { quote, isFlow } = this.#spot;
    if (this.#style.isJson) return JSON.stringify(value);
    if (quote !== undefined) return quoteYaml(value, quote);
    return renderYamlScalar(value, isFlow ? 'flow' : 'block', this.#style.quote);
  }

  #completion(
    words: Words & { readonly label: string; readonly kind: Completion['kind'] },
    snippet: string,
  ): Completion {
    const { word, quote, commaAt, needsComma } = this.#spot;
    const written = `${this.#lead}${snippet}${needsComma ? ',' : ''}`;
    const plain = plainOf(written);
    const place = (start: number, end: number) => shiftSpan({ start, end }, this.#start);
    return completion({
      ...words,
      // What is typed is compared with the text from the quote on.
      filter: `${quote ?? ''}${words.label}${quote ?? ''}`,
      edit: { span: place(word.start, word.end), newText: plain },
      snippet: /(?<!\\)\$/.test(written) ? written : undefined,
      others: commaAt === undefined ? [] : [{ span: place(commaAt, commaAt), newText: ',' }],
    });
  }
}
