/** Behind these a verb tells of which kind one is: `/views/edit`, `/schema/request/update`, `/permissions/delete`. */
export const kindHolders: ReadonlySet<string> = new Set(
  [
    'view views form forms screen screens dialog dialogs button buttons page pages mode modes link links template templates',
    'schema schemas type types event events trigger triggers hook hooks webhook webhooks permission permissions right rights',
    'scope scopes privilege privileges grant grants operation operations method methods log logs metric metrics',
    'notification notifications example examples docs help test tests',
  ].flatMap((line) => line.split(' ')),
);

/** Behind these a call names what has happened: `/subscribe/createSession`, `/events/addUser`. */
export const eventHolders: ReadonlySet<string> = new Set(
  'subscribe subscription subscriptions unsubscribe response responses respond event events trigger triggers hook hooks webhook webhooks callback callbacks notification notifications'.split(
    ' ',
  ),
);

/** Verbs of change: a path that is only read names the change, it does not make it. */
export const changeVerbs: ReadonlySet<string> = new Set([
  'create',
  'add',
  'update',
  'edit',
  'delete',
  'remove',
  'save',
]);

/** Verbs whose method takes no body: what is done to resources a body chooses needs a POST, and a name. */
export const choiceVerbs: ReadonlySet<string> = new Set(['get', 'list', 'fetch', 'delete', 'remove', 'edit']);
