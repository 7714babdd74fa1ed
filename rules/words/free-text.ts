/** Last words of the names of text columns that are searched in, not compared with: an ordinary index does not serve them. */
export const freeTextWords: readonly string[] = [
  'name',
  'title',
  'label',
  'description',
  'summary',
  'content',
  'body',
  'text',
  'message',
  'comment',
  'comments',
  'note',
  'notes',
  'bio',
  'address',
];
