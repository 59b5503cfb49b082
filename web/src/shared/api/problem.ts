/** One thing that is wrong with a request, at a field such as `lines[2].unitPrice`; the message is in the reader's language. */
export interface Fault {
  field: string;
  code: string;
  message: string;
  params?: Record<string, unknown>;
}

/** Every failed request throws this. `code` is stable and for programs, `message` is for people. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly faults: Fault[];

  constructor(
    status: number,
    code: string,
    message: string,
    more?: { params?: Record<string, unknown>; faults?: Fault[] },
  ) {
    super(message);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.params = more?.params ?? {};
    this.faults = more?.faults ?? [];
  }

  /** Somebody else saved the record since it was read. */
  get isStale(): boolean {
    return this.status === 412;
  }
}

/** No answer came at all; whether the server acted is unknown. The words for it are the web's own, see `problemText`. */
export const networkProblem = (): ApiProblem => new ApiProblem(0, 'network', '');

/** RFC 9457 when our server answered; a proxy in between may answer with anything, which keeps only its status. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  try {
    const body = await response.clone().json();
    return new ApiProblem(response.status, body.code ?? 'unknown', body.detail ?? body.title ?? '', body);
  } catch {
    return new ApiProblem(response.status, 'unknown', '');
  }
}
