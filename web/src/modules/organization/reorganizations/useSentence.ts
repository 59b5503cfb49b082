import { useTranslation } from 'react-i18next';
import type { Preview, Step } from './plan';

const shownNames = 3;

/** A step in words. Names are those of the preview; one that it does not know yet is left open. */
export function useSentence(preview: Preview | undefined): (step: Step) => string {
  const { t } = useTranslation('organization');
  const name = (id: string | null | undefined) => (id && preview?.names[id]) || '…';
  return (step) => {
    const people = step.people ?? [];
    const names = people.slice(0, shownNames).map(name).join(t('delegations.separator'));
    return t(`reorganizations.sentence.${sentenceOf(step)}`, {
      unit: name(step.unitId),
      target: name(step.targetId),
      name: step.name,
      person: name(step.personId),
      position: name(step.positionId),
      who: people.length > shownNames ? t('reorganizations.andMore', { names, count: people.length }) : names,
    });
  };
}

function sentenceOf(step: Step) {
  switch (step.kind) {
    case 'NewUnit':
      return step.personId ? 'NewUnitLed' : 'NewUnit';
    case 'SetHead':
      return step.personId ? 'SetHead' : 'NoHead';
    case 'MovePeople':
      return step.targetId
        ? step.positionId
          ? 'MovePeopleAs'
          : 'MovePeople'
        : step.positionId
          ? 'StayAs'
          : step.personId
            ? 'StayUnder'
            : 'StayUnderHead';
    default:
      return step.kind;
  }
}
