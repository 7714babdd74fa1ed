import type { DescriptionContext } from '#core/openapi/model.ts';
import type { InSection, Survey } from '#core/rule.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { NotUnderstood } from '#core/work/understood.ts';
import { type ErrorBody, readErrorBody } from '#rules/detectors/openapi/error-body.ts';
import type { ErrorSchema } from '#rules/detectors/openapi/error-schema.ts';
import {
  type ErrorUse,
  type HouseFact,
  type HouseOperation,
  type HouseRoot,
  houseCollector,
  type SharedResponse,
  type WrittenResponse,
} from '#rules/detectors/openapi/error-uses.ts';

/** How a description writes its errors. */
export interface HouseErrors {
  readonly context: DescriptionContext;
  readonly uses: readonly PlacedUse[];
  readonly operations: readonly HouseOperation[];
  /** Shared responses by id; components of the root among them. */
  readonly shared: ReadonlyMap<string, SharedResponse>;
  /** The response components of the root. */
  readonly components: readonly SharedResponse[];
  readonly schema: ErrorSchema | undefined;
  /** A name no schema has, for one that describes a problem. */
  readonly newSchema: string;
  /** What the response of a use says; undefined where that is not known. */
  readonly bodyOf: (use: PlacedUse) => ErrorBody | undefined;
  readonly sharedBody: (id: string) => ErrorBody | undefined;
}

/** A use and the operation it is of. */
export interface PlacedUse extends ErrorUse {
  readonly operation: HouseOperation;
}

/** How a description writes its errors, read when the first fix asks. */
export function houseErrors(survey: Survey): HouseErrors {
  const facts = survey.gathered(houseCollector);
  const house = houses.get(facts) ?? readHouse(facts);
  houses.set(facts, house);
  return house;
}

const houses = new WeakMap<readonly InSection<HouseFact>[], HouseErrors>();

function readHouse(facts: readonly InSection<HouseFact>[]): HouseErrors {
  let root: HouseRoot | undefined;
  const operations: HouseOperation[] = [];
  const shared = new Map<string, SharedResponse>();
  for (const { value } of facts) {
    if (value.kind === 'house') root = value;
    else if (value.kind === 'uses') operations.push(value);
    else if (value.kind === 'response') shared.set(value.id, value);
  }
  // What stands at its root depends on text that is not understood.
  if (root === undefined) throw new NotUnderstood();
  for (const response of root.responses) shared.set(response.id, response);
  const { context, responses, newSchema } = root;
  const document = root;
  const files = new Map<string, Map<string, ErrorBody | undefined>>();
  const read = (uri: string, { written, flaws }: WrittenResponse): ErrorBody | undefined => {
    if (written === undefined) return undefined;
    const bodies = files.get(uri) ?? new Map<string, ErrorBody | undefined>();
    files.set(uri, bodies);
    if (!bodies.has(written)) bodies.set(written, readErrorBody(JSON.parse(written) as PlainValue, uri, flaws));
    return bodies.get(written);
  };
  const sharedBody = (id: string): ErrorBody | undefined => {
    const found = shared.get(id);
    return found && read(found.uri, found);
  };
  return {
    context,
    operations,
    uses: operations.flatMap((operation) => operation.uses.map((use) => ({ ...use, operation }))),
    shared,
    components: responses,
    get schema() {
      return document.schema;
    },
    newSchema,
    sharedBody,
    bodyOf: (use) => (use.to === undefined ? read(use.operation.uri, use) : sharedBody(use.to)),
  };
}

/** The values of the largest group of equal keys, the first such group; empty without any. */
export function mostCommon<T>(values: readonly T[], keyOf: (value: T) => unknown): readonly T[] {
  const groups = new Map<unknown, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  let most: readonly T[] = [];
  for (const group of groups.values()) if (group.length > most.length) most = group;
  return most;
}
