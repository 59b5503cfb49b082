// A POST whose answer got lost may or may not have created something. Sent again with the same key, the server gives the
// first answer instead of creating it twice. So the key belongs to what is sent, and lives until some answer came.

const unanswered = new Map<string, string>();

export function keyFor(request: string): string {
  const key = unanswered.get(request) ?? newId();
  unanswered.set(request, key);
  return key;
}

export function answered(key: string | null): void {
  for (const [request, its] of unanswered) if (its === key) unanswered.delete(request);
}

/** UUID version 7. crypto.randomUUID is missing on plain http, which is how a small company's server is reached. */
export function newId(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = now.toString(16).padStart(12, '0');
  const hex = time + Array.from(bytes.subarray(6), (b) => b.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'[bytes[8]! & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
