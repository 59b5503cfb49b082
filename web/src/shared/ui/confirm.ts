import { create } from 'zustand';

export interface Question {
  title: string;
  text?: string;
  /** Names the deed: "Discard", "Delete 3 customers"; never "OK". */
  yes: string;
  no?: string;
  danger?: boolean;
}

interface Asked extends Question {
  answer: (confirmed: boolean) => void;
}

export const useAsked = create<{ asked: Asked | null }>(() => ({ asked: null }));

/** Asks before something that cannot be taken back: `if (await confirmed({ title, yes })) …` */
export const confirmed = (question: Question): Promise<boolean> =>
  new Promise((resolve) => {
    const answer = (yes: boolean) => {
      useAsked.setState({ asked: null });
      resolve(yes);
    };
    useAsked.setState({ asked: { ...question, answer } });
  });
