/** Words in the title of a description that is written to show or to try something, in lower case. */
export const exampleTitleWords: readonly string[] = [
  'example',
  'examples',
  'sample',
  'samples',
  'demo',
  'petstore',
  'pet store',
  'tutorial',
  'quickstart',
  'hello world',
  'boilerplate',
  'playground',
  'skeleton',
  'mock',
  'todo',
  'todos',
];
