import { api } from '@/shared/api/client';
import type { Session } from '@/shared/api/session';
import { setPreference } from '@/shared/ui/preferences';

type RequestOptions = Parameters<typeof PublicKeyCredential.parseRequestOptionsFromJSON>[0];
type CreationOptions = Parameters<typeof PublicKeyCredential.parseCreationOptionsFromJSON>[0];

/** Needs https (or localhost) and a browser that reads the options as JSON. */
export const passkeysWork = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

const asText = (credential: Credential): string => JSON.stringify((credential as PublicKeyCredential).toJSON());

/** Null: the person closed the browser's dialog. `offer`: no dialog, the browser lists passkeys at the sign-in name. */
export async function signInWithPasskey(offer?: AbortSignal): Promise<Session | null> {
  const { data: options } = await api.POST('/api/session/passkey/options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as unknown as RequestOptions);
  const credential = await navigator.credentials
    .get(offer ? { publicKey, mediation: 'conditional', signal: offer } : { publicKey })
    .catch(closedByPerson);
  if (!credential) return null;
  const { data } = await api.POST('/api/session/passkey', { body: { credentialJson: asText(credential) } });
  setPreference({ offersPasskey: true });
  return data ?? null;
}

/** Null: the person closed the browser's dialog. Otherwise what the server stores. */
export async function createPasskey(): Promise<string | null> {
  const { data: options } = await api.POST('/api/profile/passkeys/options');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as unknown as CreationOptions);
  const credential = await navigator.credentials.create({ publicKey }).catch(closedByPerson);
  if (!credential) return null;
  setPreference({ offersPasskey: true });
  return asText(credential);
}

function closedByPerson(error: unknown): null {
  if (error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name)) return null;
  throw error;
}
