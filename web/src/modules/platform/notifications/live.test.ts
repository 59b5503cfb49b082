import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listen } from './live';

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 1;
  constructor() {
    super();
    FakeSource.opened.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  say(name: string) {
    this.dispatchEvent(new Event(name));
  }
}

const last = () => FakeSource.opened.at(-1) as FakeSource;
const turn = (hidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  FakeSource.opened = [];
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the line to the server', () => {
  test('tells, and looks once more after it was down', () => {
    const told = vi.fn();
    const stop = listen(told, async () => true);
    last().say('open');
    expect(told).not.toHaveBeenCalled();
    last().say('told');
    expect(told).toHaveBeenCalledTimes(1);
    last().say('error');
    last().say('open');
    expect(told).toHaveBeenCalledTimes(2);
    stop();
  });

  test('is closed while nobody looks, and opened when somebody does', () => {
    const told = vi.fn();
    const stop = listen(told, async () => true);
    const first = last();
    turn(true);
    expect(first.readyState).toBe(FakeSource.CLOSED);
    turn(false);
    expect(FakeSource.opened).toHaveLength(2);
    last().say('open');
    expect(told).toHaveBeenCalledTimes(1);
    stop();
    expect(last().readyState).toBe(FakeSource.CLOSED);
  });

  test('waits longer each time a server refuses it, and stays away once the session is over', async () => {
    let signedIn = true;
    const stop = listen(
      () => {},
      async () => signedIn,
    );
    for (const wait of [2_000, 4_000, 8_000]) {
      const opened = FakeSource.opened.length;
      last().close();
      last().say('error');
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(FakeSource.opened).toHaveLength(opened);
      await vi.advanceTimersByTimeAsync(1);
      expect(FakeSource.opened).toHaveLength(opened + 1);
    }
    signedIn = false;
    const opened = FakeSource.opened.length;
    last().say('ended');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(FakeSource.opened).toHaveLength(opened);
    stop();
  });
});
