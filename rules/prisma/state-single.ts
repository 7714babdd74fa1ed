import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { normalisation } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { lives } from '#rules/words/states.ts';

export const stateSingle = localRule({
  id: 'prisma/state-single',
  summary: 'Keep the state of a row in one column, not in a flag for each state.',
  why:
    'Three flags have eight combinations, of which three or four mean something: a row that is shipped and cancelled, or neither, is a matter of time, each query has to decide what it ' +
    'is, and a new state is a new column. An enum has one value, and the database refuses any other.',
  item: normalisation,
  references: [
    prismaDocumentation('Enums', 'prisma-schema/data-model/models#defining-enums'),
    postgresql('Enumerated Types', 'datatype-enum.html'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A flag for each state of an order',
      bad: `model Order {
  id          Int     @id @default(autoincrement())
  number      String  @unique
  «isPaid»      Boolean @default(false)
  isShipped   Boolean @default(false)
  isDelivered Boolean @default(false)
}
`,
      good: `model Order {
  id     Int         @id @default(autoincrement())
  number String      @unique
  status OrderStatus @default(PLACED)
}

enum OrderStatus {
  PLACED
  PAID
  SHIPPED
  DELIVERED
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model) {
    const flags = model.fields.filter(({ type, isList }) => type.value === 'Boolean' && !isList);
    if (flags.length < enough || !isTable(model) || model.fields.some(isSettingOfIt)) return;
    const group = groupOf(flags);
    const [first] = group;
    if (first === undefined) return;
    const names = group.map(({ name }) => name.value);
    yield {
      span: first.name.span,
      message:
        `${model.name.value} tells one state by ${names.length} flags: ${names.join(', ')}. ` +
        'Add an enum column, fill it from the flags, and drop them.',
    };
  },
});

/** Two may each be true by itself. */
const enough = 3;

/** The flags of the life that most of them belong to; none where those are too few. */
function groupOf(flags: readonly PrismaField[]): readonly PrismaField[] {
  const states = flags.map((field) => ({ field, state: stateOf(field.name.value) }));
  const groups = lives.map((life) => states.filter(({ state }) => life.has(state)).map(({ field }) => field));
  const [most = []] = groups.sort((a, b) => b.length - a.length);
  return most.length < enough ? [] : most;
}

/** `isShipped`, `was_shipped`, `shipped` → `shipped`; `notify_shipped` is something else. */
function stateOf(name: string): string {
  return foldedName(name).replace(/^(?:is|was|has(?:been)?)(?=[a-z]{3})/, '');
}

/** What somebody wants to be told of, or may do: each by itself. */
function isSettingOfIt({ name }: PrismaModel['fields'][number]): boolean {
  return /^(?:notify|notifyon|emailon|can|allow|show|enable|sendon|on[A-Z])/.test(name.value);
}
