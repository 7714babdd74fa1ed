/** Verbs that say what the HTTP method says already. */
export const crudVerbs: readonly string[] = [
  'get',
  'list',
  'create',
  'add',
  'update',
  'edit',
  'delete',
  'remove',
  'fetch',
  'save',
];

/** Words that make a noun of the verb before them: `add-on`, `save-point`, `list-price`. */
export const nounMakers: ReadonlySet<string> = new Set(
  'on ons in ins point points price prices item items entry entries view views page pages member members membership memberships size sizes mode modes history histories log logs event events policy policies'.split(
    ' ',
  ),
);
