import type { SectionId } from '#core/text/section.ts';

/** The models of a Prisma schema and how they are related. Plain data, in the order of the files. */
export interface DataModel {
  readonly entities: readonly Entity[];
  readonly relations: readonly EntityRelation[];
  /** How many further models there are that are not told. */
  readonly leftOut: number;
}

/** A model, a view, or a composite type. */
export interface Entity {
  /** Its name; a second one of that name gets `~2`. */
  readonly id: string;
  /** In a namespace of Prisma 8 behind the name of that: `auth.User`. */
  readonly name: string;
  readonly kind: 'model' | 'view' | 'type';
  /** The section it stands in. */
  readonly section: SectionId;
  /** What is stored; relation fields are relations. */
  readonly columns: readonly EntityColumn[];
}

/** What a table stores of each row. */
export interface EntityColumn {
  readonly name: string;
  /** As it is written: `String[]`, `Decimal?`. */
  readonly type: string;
  readonly isId: boolean;
  /** Part of a foreign key. */
  readonly isForeign: boolean;
  /** Unique by itself. */
  readonly isUnique: boolean;
}

/** How many there are at an end of a relation. */
export type Cardinality = 'one' | 'zero-or-one' | 'many';

/** A relation between two entities, told once. */
export interface EntityRelation {
  /** Unique among the relations. */
  readonly id: string;
  readonly kind: 'foreign-key' | 'many-to-many' | 'embedded';
  /** The entity that holds the foreign key, or the value. */
  readonly from: string;
  /** The entity that is referred to. */
  readonly to: string;
  /** The relation field of `from`. */
  readonly field: string;
  /** The columns of the foreign key, in `from`. */
  readonly columns: readonly string[];
  /** The columns they refer to, in `to`. */
  readonly references: readonly string[];
  /** How many of `from` one of `to` has. */
  readonly fromEnd: Cardinality;
  /** How many of `to` one of `from` has. */
  readonly toEnd: Cardinality;
  /** `Cascade` …; undefined where the default holds. */
  readonly onDelete: string | undefined;
}
