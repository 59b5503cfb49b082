import { create } from 'zustand';

type Overlay = 'palette' | 'keys' | 'notifications' | null;

/** Which of the shell's own overlays is open; they exclude each other. */
export const useOverlay = create<{ open: Overlay }>(() => ({ open: null }));

export function showOverlay(open: Overlay): void {
  useOverlay.setState({ open });
}
