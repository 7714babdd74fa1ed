/** True where what is there can be changed as a whole, or deleted. */
export function writes(methods: readonly string[]): boolean {
  return methods.some((method) => method === 'put' || method === 'patch' || method === 'delete');
}

/** True where one method is answered and no other that does anything. */
export function isOnly(methods: readonly string[], wanted: string): boolean {
  return (
    methods.includes(wanted) &&
    methods.every((method) => method === wanted || method === 'options' || method === 'head')
  );
}
