/** What a change of a schema asks of a table that is there already. */
export interface TableChange {
  /** The name of its model, as it was. */
  readonly model: string;
  /** How many indexes and unique keys are made; the primary key is not among them. */
  readonly indexes: number;
  /** True when rows get another primary key. */
  readonly isKeyOther: boolean;
  /** Columns with another type. */
  readonly retyped: readonly ColumnChange[];
  /** How many columns took NULL and take it no more. */
  readonly required: number;
  /** How many columns take NULL now, or have another default. */
  readonly altered: number;
  /** How many columns come that are not NULL in the rows that are there. */
  readonly filled: number;
  /** Columns that go, with what they hold. */
  readonly dropped: readonly string[];
  /** How many foreign keys are made, or made anew with other actions. */
  readonly foreignKeys: number;
}

/** A column before and after. */
export interface ColumnChange {
  readonly before: ColumnType;
  readonly after: ColumnType;
}

/** The type of a column as Prisma writes it. */
export interface ColumnType {
  /** `String`, `Decimal`, the name of an enum. */
  readonly type: string;
  readonly isList: boolean;
  /** `VarChar`, of `@db.VarChar(40)`. */
  readonly native: string | undefined;
  /** `40`. */
  readonly args: readonly string[];
}
