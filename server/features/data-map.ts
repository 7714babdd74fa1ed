import type { ToldDataMap, ToldField, ToldName, ToldPair, ToldPath } from '#core/ask/data-map.ts';
import { fileName } from '#core/openapi/reference/target-name.ts';
import type { Review } from '#core/review.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';
import { ifUnderstood } from '#core/work/understood.ts';
import { canonicalUri } from '#files/uri.ts';
import { mappedDescription } from '#server/features/mapped-description.ts';
import type { Reviews, Settings, Slices, Texts } from '#server/inputs.ts';
import type { DataField, DataMapState, DataPair, MappedPath, PlacedName } from '#server/protocol.ts';
import { shownText } from '#server/shown/shown-text.ts';

type DataMapInput = Pick<Reviews, 'shown'> & Texts & Slices & Settings;

/** Which schemas are which models, in the description that a file belongs to; `null` where it is compared with no database. */
export async function dataMap(session: DataMapInput, uri: string): Promise<DataMapState | null> {
  const file = canonicalUri(uri);
  const review = await session.shown(file);
  const mapped = review && (await mappedDescription(review, file, session));
  if (review === undefined || mapped === undefined) return null;
  const { description, map } = mapped;
  const [info] = ifUnderstood(() => description.roots('openapi.info')) ?? [];
  const title = shownText(info?.title?.value ?? fileName(description.context.rootUri));
  return session.finish(new ShownMap(session, review).shown(title, map));
}

/** Turns what is told into what clients are shown. */
class ShownMap {
  readonly #session: Texts;
  readonly #review: Review;
  readonly #pace = new Pace();

  constructor(session: Texts, review: Review) {
    this.#session = session;
    this.#review = review;
  }

  *shown(title: string, { pairs, schemas, models, paths }: ToldDataMap): Steps<DataMapState> {
    const shownPairs = yield* this.#all(pairs, (pair) => this.#pair(pair));
    return {
      title,
      pairs: shownPairs,
      schemas: yield* this.#all(schemas, ({ doubt, ...name }) => ({ ...this.#name(name), doubt: shownText(doubt) })),
      models: yield* this.#all(models, (model) => this.#name(model)),
      paths: yield* this.#all(paths, (path) => this.#path(path)),
    };
  }

  *#all<T, S>(told: readonly T[], show: (each: T) => S): Steps<readonly S[]> {
    const shown: S[] = [];
    for (const each of told) {
      shown.push(show(each));
      if (this.#pace.isDue(cost.looked * 20)) yield;
    }
    return shown;
  }

  #pair({ schema, model, score, reasons, fields, properties, columns }: ToldPair): DataPair {
    return {
      schema: this.#name(schema),
      model: this.#name(model),
      score,
      reasons: reasons.map(shownText),
      fields: fields.map((field) => this.#field(field)),
      properties: properties.map((property) => this.#name(property)),
      columns: columns.map((column) => this.#name(column)),
    };
  }

  #field({ property, field, reason }: ToldField): DataField {
    const isWritable = !property.isReference;
    return { property: this.#name(property), field: this.#name(field), reason: shownText(reason), isWritable };
  }

  #path({ path, model, reasons, keys }: ToldPath): MappedPath {
    return {
      path: this.#name(path),
      model: this.#name(model),
      reasons: reasons.map(shownText),
      keys: keys.map(({ parameter, field, column }) => ({
        parameter: shownText(parameter),
        field: this.#name(field),
        ...(column === undefined ? {} : { column: shownText(column) }),
      })),
    };
  }

  #name({ name, place: { uri, span } }: ToldName): PlacedName {
    const range = this.#session.lines.rangeOf(this.#review, uri, span);
    return { name: shownText(name), place: { uri: this.#session.documents.clientDocument(uri).uri, range } };
  }
}
