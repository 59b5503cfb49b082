import type { paths } from './schema';

// Types by address: they hold whatever name the server gives a schema.

type Method = 'get' | 'post' | 'put' | 'delete';
type Json<C> = C extends { content: { 'application/json': infer T } } ? T : never;
type Successful<R> = R extends { 200: infer C } ? Json<C> : R extends { 201: infer C } ? Json<C> : never;

/** What a successful request answers: `Reply<'/api/session'>`. */
export type Reply<P extends keyof paths, M extends Method = 'get'> = paths[P][M] extends { responses: infer R }
  ? Successful<R>
  : never;

/** What a request sends: `Body<'/api/profile', 'put'>`. */
export type Body<P extends keyof paths, M extends Method = 'post'> = paths[P][M] extends { requestBody: infer B }
  ? Json<B>
  : never;

interface AnyList {
  items: unknown[];
  total: number;
}

/** The addresses that answer `{ items, total }`, which is what a DataTable can show. */
export type ListPath = {
  [P in keyof paths]: [Reply<P>] extends [never] ? never : Reply<P> extends AnyList ? P : never;
}[keyof paths];

export type ListReply<P extends ListPath> = Extract<Reply<P>, AnyList>;
export type RowOf<P extends ListPath> = ListReply<P>['items'][number];

/** The addresses whose rows have what `Shape` has. */
export type ListPathOf<Shape> = { [P in ListPath]: RowOf<P> extends Shape ? P : never }[ListPath];
